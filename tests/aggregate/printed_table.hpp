/// A table of units and criteria typed into a test as papers print it: units in rows, -1 for costs.
#pragma once

#include <cmath>
#include <gtest/gtest.h>

#include "quindex/aggregate/concept.hpp"

namespace trial {

/// A decision matrix that owns what `alternatives` looks at.
class printed_table {
 public:
  printed_table(const std::vector<std::vector<double>>& rows, std::vector<double> weights, std::vector<int> types = {})
      : columns_(rows.empty() ? weights.size() : rows[0].size()),
        weights_(std::move(weights)),
        types_(std::move(types)) {
    double total = 0;
    for (const double w : weights_) total += w;
    if (std::abs(total - 1) > 0.02)  // printed weights are rounded: such are taken as they are
      for (double& w : weights_) w /= total;
    if (types_.empty()) types_.assign(columns_.size(), 1);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      units_.push_back("u" + std::to_string(i + 1));
      for (std::size_t j = 0; j < columns_.size(); ++j) columns_[j].push_back(rows[i][j]);
    }
  }

  /// What a method is given; valid as long as this is.
  [[nodiscard]] quindex::aggregate::alternatives view() const {
    quindex::aggregate::alternatives all;
    for (std::size_t j = 0; j < columns_.size(); ++j) {
      all.columns.emplace_back(columns_[j]);
      all.better_when_high.push_back(types_[j] > 0);
      all.criteria.push_back("c" + std::to_string(j + 1));
    }
    all.weights = weights_;
    all.units = units_;
    all.where = "groups/all";
    return all;
  }

 private:
  std::vector<std::vector<double>> columns_;
  std::vector<double> weights_;
  std::vector<int> types_;
  std::vector<std::string> units_;
};

/// The measure of a method that has this name.
template <class M>
std::vector<double> measured(const M& method, const printed_table& table, const std::string& name) {
  for (quindex::aggregate::measure& found : method.measures(table.view()))
    if (found.name == name) return std::move(found.values);
  ADD_FAILURE() << "there is no measure " << name;
  return {};
}

/// Ranks from 1 for the highest score, ties sharing the best.
inline std::vector<int> ranks_of(const std::vector<double>& scores) {
  std::vector<int> out(scores.size(), 1);
  for (std::size_t i = 0; i < scores.size(); ++i)
    for (const double other : scores) out[i] += other > scores[i] ? 1 : 0;
  return out;
}

/// Are the numbers the same, to `tolerance`?
inline void expect_close(const std::vector<double>& found, const std::vector<double>& expected, double tolerance) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i], expected[i], tolerance) << "unit " << i + 1;
}

/// The text of the `Error` that `f` throws, or what happened instead.
template <class Error, class F>
std::string error_of(F&& f) {
  try {
    f();
  } catch (const Error& e) {
    return e.what();
  } catch (const std::exception& e) {
    return std::string("another kind of error: ") + e.what();
  }
  return "nothing was refused";
}

}  // namespace trial
