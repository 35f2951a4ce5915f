/// What the tests of weights from data share: a group made of a table as papers print it, rows being units.
#pragma once

#include <string>
#include <vector>

#include "methods.hpp"
#include "quindex/weigh/concept.hpp"

namespace weighing {

using rows = std::vector<std::vector<double>>;

/// One child that is the same for both units: whatever the method, it weighs everything.
inline const rows only_child{std::vector<double>{3}, std::vector<double>{3}};

/// A table with a group that looks into it.
class table {
 public:
  explicit table(const rows& cells, const std::vector<int>& types = {}) {
    for (std::size_t j = 0; j < cells.front().size(); ++j) {
      std::vector<double> column;
      for (const auto& row : cells) column.push_back(row[j]);
      columns_.push_back(std::move(column));
    }
    for (std::size_t j = 0; j < columns_.size(); ++j) {
      group_.children.push_back("c" + std::to_string(j + 1));
      group_.scores.emplace_back(columns_[j]);
      group_.given.push_back(1);
      if (!types.empty()) group_.better_when_high.push_back(types[j] > 0);
    }
  }
  table(const table&) = delete;
  table& operator=(const table&) = delete;
  operator const quindex::weigh::group&() const { return group_; }  // NOLINT(google-explicit-constructor)

 private:
  std::vector<std::vector<double>> columns_;
  quindex::weigh::group group_{.code = "g", .children = {}, .given = {}, .scores = {}};
};

/// The message with which a method refuses a table.
template <class Error, class M>
std::string refused(const M& method, const table& t) {
  return trial::refused<Error>([&] { (void)method.fit(t); });
}

}  // namespace weighing
