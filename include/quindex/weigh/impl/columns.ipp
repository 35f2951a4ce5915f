/// Bodies of weigh/columns.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <utility>

#include "quindex/numeric/sum.hpp"
#include "quindex/weigh/columns.hpp"

QUINDEX_BEGIN
namespace weigh {
namespace detail {

/// Keeps the rows in which no column has a gap.
inline void drop_incomplete(columns& c) {
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < c.n; ++i)
    if (std::none_of(c.x.begin(), c.x.end(), [i](column_view x) { return is_missing(x[i]); })) kept.push_back(i);
  for (column_view& x : c.x) {
    std::vector<double> out(kept.size());
    for (std::size_t i = 0; i < kept.size(); ++i) out[i] = x[kept[i]];
    c.own.push_back(std::move(out));
    x = c.own.back();
  }
  c.n = kept.size();
}

/// "no unit has", "1 unit has", "2 units have"
inline std::string units_have(std::size_t n) {
  if (n == 0) return "no unit has";
  return n == 1 ? "1 unit has" : std::to_string(n) + " units have";
}

[[noreturn]] inline void refuse_infinite(const std::string& where, column_view x) {
  const auto at = std::find_if(x.begin(), x.end(), [](double score) { return std::isinf(score); });
  const auto number = std::to_string(at - x.begin() + 1) + " of " + std::to_string(x.size());
  throw data_error({where, "unit " + number + " has the score " + number_text(*at),
                    "give a number, or nothing where there is none"});
}

inline void check_shape(const group& g, std::string_view method) {
  const auto who = [&] { return std::string(method); };
  if (g.scores.size() != g.children.size())
    throw spec_error({g.where(), who() + " got " + std::to_string(g.scores.size()) + " columns",
                      "the group has " + std::to_string(g.children.size()) + " children"});
  if (!g.better_when_high.empty() && g.better_when_high.size() != g.children.size())
    throw spec_error({g.where(), who() + " got " + std::to_string(g.better_when_high.size()) + " directions",
                      "the group has " + std::to_string(g.children.size()) + " children"});
  for (const column_view x : g.scores)
    if (x.size() != g.scores.front().size())
      throw spec_error({g.where(),
                        who() + " got columns of " + std::to_string(g.scores.front().size()) + " and " +
                            std::to_string(x.size()) + " rows",
                        "give every child a row for each unit"});
}

}  // namespace detail

QUINDEX_INLINE columns columns_of(const group& g, rows_used rows, std::string_view method, std::size_t least) {
  detail::check_shape(g, method);
  columns out;
  out.x = g.scores;
  out.reach.reserve(out.x.size());
  out.n = g.scores.empty() ? 0 : g.scores.front().size();
  bool has_gaps = false;
  for (std::size_t j = 0; j < out.size(); ++j) {
    const numeric::extent seen = numeric::range(out.x[j]);
    const auto where = [&] { return g.where() + "/" + g.children[j]; };
    if (std::isinf(seen.low) || std::isinf(seen.high)) detail::refuse_infinite(where(), out.x[j]);
    if (seen.n < least && (rows == rows_used::available || seen.n == out.n))
      throw data_error(
          {where(), detail::units_have(seen.n) + " a score", std::string(method) + " needs " + std::to_string(least)});
    has_gaps = has_gaps || seen.n < out.n;
    out.reach.push_back(seen);
  }
  if (!has_gaps || rows == rows_used::available) return out;
  detail::drop_incomplete(out);
  if (out.n < least)
    throw data_error(
        {g.where(), detail::units_have(out.n) + " a score for every child",
         std::string(method) + " needs " + std::to_string(least) + "; fill the gaps, or use what there is"});
  for (std::size_t j = 0; j < out.size(); ++j) out.reach[j] = numeric::range(out.x[j]);
  return out;
}

QUINDEX_INLINE column_view present(const columns& c, std::size_t j, std::vector<double>& scratch) {
  if (!c.has_gaps(j)) return c.x[j];
  scratch.clear();
  for (const double x : c.x[j])
    if (!is_missing(x)) scratch.push_back(x);
  return scratch;
}

QUINDEX_INLINE matrix correlations(const columns& c, const group& g, correlation_kind kind) {
  matrix out = kind == correlation_kind::spearman  ? numeric::spearman(c.x)
               : kind == correlation_kind::kendall ? numeric::kendall(c.x)
                                                   : numeric::pearson(c.x);
  // A column with its sign turned has the same correlations with theirs turned, bit by bit.
  for (std::size_t j = 0; j < c.size(); ++j)
    if (!g.is_high_better(j)) {
      const auto at = static_cast<Eigen::Index>(j);
      out.row(at) *= -1.0;
      out.col(at) *= -1.0;
    }
  return out;
}

QUINDEX_INLINE void refuse_below_zero(const columns& c, const group& g, std::string_view method, bool zero_too) {
  for (std::size_t j = 0; j < c.size(); ++j)
    if (c.reach[j].low < 0 || (!zero_too && c.reach[j].low == 0))
      throw data_error({g.where() + "/" + g.children[j], "a score is " + number_text(c.reach[j].low),
                        std::string(method) + (zero_too ? " needs scores of 0 or more" : " needs scores above 0") +
                            "; scale the children to such a range first"});
}

QUINDEX_INLINE std::vector<double> as_weights(std::vector<double> relative, const group& g, std::string_view why) {
  const double total = numeric::sum(relative);
  if (!(total > 0)) throw data_error({g.where(), std::string(why), "leave the group's weights equal"});
  for (double& w : relative) w /= total;
  return relative;
}

}  // namespace weigh
QUINDEX_END
