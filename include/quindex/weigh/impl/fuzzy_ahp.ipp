/// Bodies of weigh/fuzzy_ahp.hpp.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/base/text.hpp"
#include "quindex/numeric/elementary.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/weigh/fuzzy_ahp.hpp"

QUINDEX_BEGIN
namespace weigh {
namespace detail {

using triangle = std::array<double, 3>;
using triangles = std::vector<std::vector<triangle>>;

QUINDEX_INLINE triangle inverse_of(const triangle& a) { return {1 / a[2], 1 / a[1], 1 / a[0]}; }

QUINDEX_INLINE std::string text_of(const triangle& a) {
  return "[" + number_text(a[0]) + ", " + number_text(a[1]) + ", " + number_text(a[2]) + "]";
}

/// One judgement, or [1, 1, 1] where there is none.
QUINDEX_INLINE triangle triangle_of(const std::optional<std::vector<double>>& cell, const std::string& where) {
  if (!cell) return {1, 1, 1};
  if (cell->size() != 3)
    throw spec_error({where, "the comparison has " + std::to_string(cell->size()) + " numbers",
                      "write [lowest, most likely, highest]"});
  const triangle out{(*cell)[0], (*cell)[1], (*cell)[2]};
  if (!(out[0] > 0 && out[0] <= out[1] && out[1] <= out[2] && std::isfinite(out[2])))
    throw spec_error({where, text_of(out) + " is no triangular number above 0",
                      "write [lowest, most likely, highest] in rising order"});
  return out;
}

QUINDEX_INLINE void check_fuzzy_square(const fuzzy_matrix& judged, const path& where) {
  for (std::size_t i = 0; i < judged.size(); ++i)
    if (judged[i].size() != judged.size())
      throw spec_error({(where / std::to_string(i)).text(),
                        "the row has " + std::to_string(judged[i].size()) + " cells and the table " +
                            std::to_string(judged.size()) + " rows",
                        "give as many cells as rows"});
}

QUINDEX_INLINE triangles fuzzy_comparisons(const fuzzy_matrix& judged, const path& where) {
  check_fuzzy_square(judged, where);
  const std::size_t n = judged.size();
  triangles out(n, std::vector<triangle>(n, triangle{1, 1, 1}));
  const auto name = [&](std::size_t i, std::size_t j) {
    return where.text() + "." + std::to_string(i) + "." + std::to_string(j);
  };
  for (std::size_t i = 0; i < n; ++i) {
    if (triangle_of(judged[i][i], name(i, i)) != triangle{1, 1, 1})
      throw spec_error({name(i, i),
                        "a criterion is compared with itself as " + text_of(triangle_of(judged[i][i], name(i, i))),
                        "write [1, 1, 1], or null"});
    for (std::size_t j = i + 1; j < n; ++j) {
      const triangle over = triangle_of(judged[i][j], name(i, j)), under = triangle_of(judged[j][i], name(j, i));
      if (!judged[i][j] && !judged[j][i])
        throw spec_error({name(i, j), "nobody judged the pair", "fuzzy comparisons have to be complete"});
      out[i][j] = judged[i][j] ? over : inverse_of(under);
      out[j][i] = inverse_of(out[i][j]);
      if (!judged[i][j] || !judged[j][i]) continue;
      for (std::size_t k = 0; k < 3; ++k)
        if (std::abs(under[k] / out[j][i][k] - 1) > 0.04)
          throw spec_error({name(j, i), text_of(under) + " is not the inverse of " + text_of(over),
                            "write " + text_of(out[j][i]) + ", or null and it is filled in"});
    }
  }
  return out;
}

QUINDEX_INLINE std::vector<double> buckley_weights(const triangles& a) {
  const std::size_t n = a.size();
  std::array<std::vector<double>, 3> r;
  std::vector<double> logs(n), out;
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t k = 0; k < 3; ++k) {
      for (std::size_t j = 0; j < n; ++j) logs[j] = numeric::log(a[i][j][k]);
      r[k].push_back(numeric::exp(numeric::mean(logs)));
    }
  const double low = numeric::sum(r[0]), middle = numeric::sum(r[1]), high = numeric::sum(r[2]);
  for (std::size_t i = 0; i < n; ++i) out.push_back((r[0][i] / high + r[1][i] / middle + r[2][i] / low) / 3);
  return out;
}

/// How possible it is that one extent is at least the other.
QUINDEX_INLINE double possibility(const triangle& a, const triangle& b) {
  if (a[1] >= b[1]) return 1;
  if (b[0] >= a[2]) return 0;
  return (b[0] - a[2]) / ((a[1] - a[2]) - (b[1] - b[0]));
}

QUINDEX_INLINE std::vector<double> chang_weights(const triangles& a) {
  const std::size_t n = a.size();
  std::vector<triangle> extent(n);
  std::array<std::vector<double>, 3> sums;
  std::vector<double> terms(n), out;
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t k = 0; k < 3; ++k) {
      for (std::size_t j = 0; j < n; ++j) terms[j] = a[i][j][k];
      sums[k].push_back(numeric::sum(terms));
    }
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t k = 0; k < 3; ++k) extent[i][k] = sums[k][i] / numeric::sum(sums[2 - k]);
  for (std::size_t i = 0; i < n; ++i) {
    double least = 1;
    for (std::size_t k = 0; k < n; ++k)
      if (k != i) least = std::min(least, possibility(extent[i], extent[k]));
    out.push_back(least);
  }
  return out;
}

}  // namespace detail

QUINDEX_INLINE void fuzzy_ahp::check(const path& where) const {
  detail::check_codes(where / "criteria", criteria);
  (void)detail::fuzzy_comparisons(comparisons, where / "comparisons");
  if (!criteria.empty() && !comparisons.empty() && criteria.size() != comparisons.size())
    throw spec_error({(where / "comparisons").text(),
                      "the table has " + std::to_string(comparisons.size()) + " rows for " +
                          std::to_string(criteria.size()) + " criteria",
                      "give a row and a column for each"});
}

QUINDEX_INLINE std::vector<double> fuzzy_ahp::fit(const group& g) const {
  const std::vector<std::size_t> at = detail::judged_positions(g, criteria, comparisons.size(), "comparisons");
  const std::string where = g.where();
  const detail::triangles a = detail::fuzzy_comparisons(comparisons, path(where));
  std::vector<double> w = form == fuzzy_ahp_form::buckley ? detail::buckley_weights(a) : detail::chang_weights(a);
  const double total = numeric::sum(w);
  for (double& x : w) x /= total;
  return detail::taken(w, at);
}

QUINDEX_INLINE std::vector<std::string> fuzzy_ahp::remarks(const group& g) const {
  std::vector<std::string> without;
  const std::vector<double> w = fit(g);
  for (std::size_t j = 0; j < w.size(); ++j)
    if (w[j] == 0) without.push_back(g.children[j]);
  if (without.empty()) return {};
  return {"extent analysis gives " + listed(without) +
          " the weight 0, a known fault of the method; the form buckley does not"};
}

}  // namespace weigh
QUINDEX_END
