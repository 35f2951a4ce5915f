/// Factors as columns of a linear model: dummy variables where numbers only tell things apart.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "quindex/base/text.hpp"
#include "quindex/robustness/given_rows.hpp"
#include "quindex/robustness/regression_indices.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// The columns of a linear model of the factors, and whose they are.
struct model_columns {
  matrix x{};                           // rows × columns
  std::vector<std::size_t> of{};        // by column: its factor
  std::vector<bool> is_dummy{};         // by factor
  std::vector<std::size_t> too_many{};  // factors of too many values
};

/// The factors' own columns; for an unordered one of three values or more a dummy variable for each value but the
/// first.
inline model_columns model_columns_of(const matrix& x, const std::vector<std::size_t>& unordered) {
  constexpr std::size_t most_values = 20;
  model_columns out;
  out.is_dummy.assign(static_cast<std::size_t>(x.cols()), false);
  std::vector<std::pair<std::size_t, double>> columns;  // the factor, and the value that a dummy variable stands for
  for (std::size_t f = 0; f < out.is_dummy.size(); ++f) {
    std::vector<double> values;
    if (std::find(unordered.begin(), unordered.end(), f) != unordered.end()) {
      const column_view own = column_of(x, static_cast<Eigen::Index>(f));
      values.assign(own.begin(), own.end());
      std::sort(values.begin(), values.end());
      values.erase(std::unique(values.begin(), values.end()), values.end());
    }
    out.is_dummy[f] = values.size() > 2;
    if (values.size() > most_values)
      out.too_many.push_back(f);
    else if (out.is_dummy[f])
      for (std::size_t k = 1; k < values.size(); ++k) columns.emplace_back(f, values[k]);
    else
      columns.emplace_back(f, missing_value);
  }
  out.x.resize(x.rows(), static_cast<Eigen::Index>(columns.size()));
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const auto [factor, value] = columns[c];
    out.of.push_back(factor);
    for (Eigen::Index k = 0; k < x.rows(); ++k) {
      const double own = x(k, static_cast<Eigen::Index>(factor));
      out.x(k, static_cast<Eigen::Index>(c)) = is_missing(value) ? own : own == value ? 1.0 : 0.0;
    }
  }
  return out;
}

inline void remark_dummies(regression_indices& out, const model_columns& model) {
  std::vector<std::string> dummies, left;
  for (std::size_t f = 0; f < model.is_dummy.size(); ++f)
    if (model.is_dummy[f]) dummies.push_back(out.factors[f]);
  for (const std::size_t f : model.too_many) {
    left.push_back(out.factors[f]);
    dummies.erase(std::find(dummies.begin(), dummies.end(), out.factors[f]));
  }
  if (!dummies.empty())
    out.notes.push_back({"regression",
                         "factors without coefficients, since their options have no order; dummy variables stand for "
                         "them: " +
                             listed(dummies),
                         dummies.size()});
  if (!left.empty())
    out.notes.push_back({"regression",
                         "factors left out because they have more than 20 options without order: " + listed(left),
                         left.size()});
}

inline void remark_regression(regression_indices& out, const given_rows& data, const model_columns& model,
                              const std::vector<Eigen::Index>& used) {
  if (data.dropped > 0)
    out.notes.push_back({"regression", "rows left out because a value or the output is missing", data.dropped});
  if (!has_spread(data.y))
    out.notes.push_back({"regression", "the output is constant: nothing explains it, no indices", 0});
  std::vector<std::string> left;
  for (std::size_t i = 0; i < out.factors.size(); ++i) {
    const auto is_own = [&](Eigen::Index c) { return model.of[static_cast<std::size_t>(c)] == i; };
    const bool is_left_before = std::find(model.too_many.begin(), model.too_many.end(), i) != model.too_many.end();
    if (!is_left_before && std::none_of(used.begin(), used.end(), is_own)) left.push_back(out.factors[i]);
  }
  if (!left.empty())
    out.notes.push_back({"regression",
                         "factors left out because they do not vary or others determine them: " + listed(left),
                         left.size()});
  if (data.y.size() <= used.size() + 1)
    out.notes.push_back({"regression", "there are too few rows for so many factors: no indices", data.y.size()});
}

}  // namespace robustness::detail
QUINDEX_END
