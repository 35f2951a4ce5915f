/// The same table over several periods.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "quindex/model/table.hpp"

QUINDEX_BEGIN
namespace detail {
/// A period that is a number, such as "2022".
[[nodiscard]] std::optional<double> as_number(const std::string& text);
}  // namespace detail

/// Tables in the order of their periods; they share their indicators, units may come and go.
class panel {
 public:
  panel() = default;
  /// Throws data_error when there is no table, when a period is empty, stands twice or is out of order (numbers are
  /// compared as numbers, other periods as text), and when the indicators differ.
  explicit panel(std::vector<table> tables);

  [[nodiscard]] const std::vector<table>& tables() const { return tables_; }
  [[nodiscard]] std::size_t size() const { return tables_.size(); }
  [[nodiscard]] std::vector<std::string> periods() const;
  /// The periods as numbers where all are, otherwise 1, 2, 3, ...
  [[nodiscard]] std::vector<double> times() const;
  /// The table of a period. Throws data_error when there is none.
  [[nodiscard]] const table& at(const std::string& period) const;
  /// All periods below one another, units named "unit @ period": what an index is fitted to for scores that can be
  /// compared over time.
  [[nodiscard]] table pooled() const;
  /// `f` of every table, in the order of the periods.
  template <class F>
  [[nodiscard]] auto each(F&& f) const {
    std::vector<decltype(f(tables_.front()))> out;
    out.reserve(tables_.size());
    for (const table& t : tables_) out.push_back(f(t));
    return out;
  }

 private:
  std::vector<table> tables_;
};

QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/model/impl/panel.ipp"
#endif
