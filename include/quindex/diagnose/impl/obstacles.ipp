/// Bodies of diagnose/obstacles.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>

#include "quindex/diagnose/impl/support.ipp"
#include "quindex/diagnose/obstacles.hpp"

QUINDEX_BEGIN
namespace diagnose {
namespace detail {

inline void check_obstacles(const table& z, const std::vector<double>& weights) {
  require_columns("obstacles", z, 1);
  if (weights.size() != z.indicators().size())
    throw spec_error({"obstacles.weights",
                      "there are " + std::to_string(weights.size()) + " for " + std::to_string(z.indicators().size()) +
                          " indicators",
                      "give one per indicator"});
  for (const double w : weights)
    if (!(w >= 0) || std::isinf(w))
      throw spec_error({"obstacles.weights", "found " + number_text(w), "a weight has to be 0 or more"});
  if (!(numeric::sum(weights) > 0)) throw spec_error({"obstacles.weights", "all are 0", "give one indicator a weight"});
  for (size_t j = 0; j < z.indicators().size(); ++j)
    for (size_t i = 0; i < z.units().size(); ++i)
      if (const double x = z.column(j)[i]; !is_missing(x) && !(x >= 0 && x <= 1))
        throw data_error({"obstacles." + z.indicators()[j] + "." + z.units()[i], "found " + number_text(x),
                          "give values normalised to [0, 1], 1 being the goal"});
}

}  // namespace detail

QUINDEX_INLINE obstacle_table obstacles(const table& normalised, const std::vector<double>& weights) {
  detail::check_obstacles(normalised, weights);
  const std::size_t rows = normalised.units().size(), m = weights.size();
  const matrix nothing = matrix::Constant(detail::at(rows), detail::at(m), missing_value);
  obstacle_table out{normalised.units(), normalised.indicators(), nothing, nothing,
                     std::vector<double>(rows, missing_value)};
  for (std::size_t i = 0; i < rows; ++i) {
    double weight = 0;
    for (std::size_t j = 0; j < m; ++j)
      if (!is_missing(normalised.column(j)[i])) weight += weights[j];
    if (!(weight > 0)) continue;
    double sum = 0;
    for (std::size_t j = 0; j < m; ++j) {
      const double gap = weights[j] / weight * (1 - normalised.column(j)[i]);
      out.gap(detail::at(i), detail::at(j)) = gap;
      if (!is_missing(gap)) sum += gap;
    }
    out.sum[i] = sum;
    for (std::size_t j = 0; j < m; ++j) {
      const double gap = out.gap(detail::at(i), detail::at(j));
      out.degree(detail::at(i), detail::at(j)) = sum > 0 ? gap / sum : gap;
    }
  }
  return out;
}

QUINDEX_INLINE obstacle_table obstacles(const result& r, double low, double high) {
  if (!(low < high) || std::isinf(low) || std::isinf(high))
    throw spec_error({"obstacles",
                      "the range of the normalised values is [" + number_text(low) + ", " + number_text(high) + "]",
                      "low has to be below high"});
  const framework& tree = r.framework();
  const std::vector<double> effective = r.effective_weights();
  std::vector<std::string> codes;
  std::vector<double> weights;
  matrix z(detail::at(r.units().size()), detail::at(tree.indicators().size()));
  for (std::size_t k = 0; k < tree.indicators().size(); ++k) {
    const std::size_t node = tree.indicators()[k];
    codes.push_back(tree.about(node).code);
    weights.push_back(effective[node]);
    const column_view x = column_of(r.scores(), detail::at(node));
    for (std::size_t i = 0; i < x.size(); ++i) z(detail::at(i), detail::at(k)) = (x[i] - low) / (high - low);
  }
  return obstacles(table(r.units(), labels(codes), std::move(z)), weights);
}

QUINDEX_INLINE matrix block_obstacles(const obstacle_table& found, const framework& tree, labels& groups) {
  std::vector<std::string> codes;
  std::vector<std::vector<std::size_t>> members;
  for (std::size_t g = 0; g < tree.size(); ++g) {
    std::vector<std::size_t> own;
    for (const std::size_t child : tree.at(g).children)
      if (const auto column = found.indicators.find(tree.about(child).code)) own.push_back(*column);
    if (own.empty()) continue;
    codes.push_back(tree.about(g).code);
    members.push_back(std::move(own));
  }
  matrix out(found.degree.rows(), detail::at(codes.size()));
  for (Eigen::Index i = 0; i < out.rows(); ++i)
    for (std::size_t g = 0; g < members.size(); ++g) {
      double sum = 0;
      bool has_any = false;
      for (const std::size_t j : members[g])
        if (const double d = found.degree(i, detail::at(j)); !is_missing(d)) sum += d, has_any = true;
      out(i, detail::at(g)) = has_any ? sum : missing_value;
    }
  groups = labels(std::move(codes));
  return out;
}

}  // namespace diagnose
QUINDEX_END
