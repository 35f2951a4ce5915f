/// Bodies of compute/rank.hpp.
#pragma once

#include <cmath>

#include "quindex/base/text.hpp"
#include "quindex/compute/group_scores.hpp"
#include "quindex/compute/pipeline.hpp"
#include "quindex/compute/rank.hpp"
#include "quindex/numeric/order.hpp"

QUINDEX_BEGIN
namespace detail {

QUINDEX_INLINE void check_criteria(const table& data) {
  if (data.units().is_empty() || data.indicators().is_empty())
    throw data_error({"rank", data.units().is_empty() ? "the table has no unit" : "the table has no criterion",
                      "give it at least one row and one column"});
}

/// Throws spec_error unless as many are given as there are criteria, or none.
QUINDEX_INLINE void match_criteria(const table& data, const char* what, std::size_t given) {
  if (given != 0 && given != data.indicators().size())
    throw spec_error({"rank." + std::string(what),
                      std::to_string(given) + " given for " + std::to_string(data.indicators().size()) + " criteria",
                      "give one per criterion, or none"});
}

/// A table as a method that compares units sees it, all cells there and all options checked.
QUINDEX_INLINE aggregate::alternatives compared(const table& data, const ranking_options& how) {
  check_criteria(data);
  match_criteria(data, "weights", how.weights.size());
  match_criteria(data, "better_when_high", how.better_when_high.size());
  if (how.rank_decimals && (*how.rank_decimals < 0 || *how.rank_decimals > 15))
    throw spec_error({"rank.rank_decimals", std::to_string(*how.rank_decimals) + " is outside [0, 15]", ""});
  const labels& criteria = data.indicators();
  aggregate::alternatives all{{}, how.weights, how.better_when_high, criteria.codes(), data.units().codes(), "rank"};
  if (all.weights.empty()) all.weights.assign(criteria.size(), 1.0);
  if (all.better_when_high.empty()) all.better_when_high.assign(criteria.size(), true);
  all.weights = normalised_weights(all.weights, weigh::group{"rank", criteria.codes(), {}, {}, {}}, "weights");
  for (std::size_t j = 0; j < criteria.size(); ++j) {
    all.columns.push_back(data.column(j));
    for (std::size_t i = 0; i < all.size(); ++i)
      if (is_missing(all.columns[j][i]))
        throw data_error(
            {all.place(i, j), "the value is missing", "fill it in, or leave the unit or the criterion out"});
  }
  return all;
}

/// Leaves out the criteria of weight 0.
QUINDEX_INLINE void drop_weightless(aggregate::alternatives& all) {
  std::size_t kept = 0;
  for (std::size_t j = 0; j < all.weights.size(); ++j) {
    if (all.weights[j] == 0) continue;
    all.columns[kept] = all.columns[j];
    all.weights[kept] = all.weights[j];
    all.better_when_high[kept] = all.better_when_high[j];
    all.criteria[kept] = all.criteria[j];
    ++kept;
  }
  all.columns.resize(kept);
  all.weights.resize(kept);
  all.better_when_high.resize(kept);
  all.criteria.resize(kept);
}

/// Replaces the criteria by their scores, which are kept in `owned`.
QUINDEX_INLINE void normalise_columns(aggregate::alternatives& all, const normalise::method& method,
                                      std::vector<std::vector<double>>& owned) {
  for (std::size_t j = 0; j < all.columns.size(); ++j) {
    const node about =
        indicator(all.criteria[j], all.better_when_high[j] ? direction::better_when_high : direction::worse_when_high);
    std::vector<double> scores(all.size());
    fit_scale(method, all.columns[j], about).apply(all.columns[j], scores);
    owned.push_back(std::move(scores));
    all.columns[j] = owned.back();
    all.better_when_high[j] = true;
  }
}

template <class Method>
void score(const Method& method, const aggregate::alternatives& all, ranking& out) {
  if constexpr (requires { method.check_children(all.columns.size(), all.where); })
    method.check_children(all.columns.size(), all.where);
  if constexpr (aggregate::TableAggregator<Method>) {
    out.scores = method.scores(all);
    if constexpr (requires { method.measures(all); }) out.measures = method.measures(all);
  } else {
    for (std::size_t j = 0; j < all.columns.size(); ++j)
      if (!all.better_when_high[j])
        throw spec_error({"rank." + all.criteria[j],
                          "low values are better, which " + std::string(Method::info.name) + " cannot know",
                          "give normalise, for instance min_max"});
    std::vector<double> row(all.columns.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = 0; j < row.size(); ++j) row[j] = all.columns[j][i];
      out.scores.push_back(method.score(row, all.weights));
    }
  }
}

/// Throws the numeric_error that a unit's score is no number, with the cause where it is plain.
[[noreturn]] QUINDEX_INLINE void refuse_no_number(const aggregate::method& method, const aggregate::alternatives& all,
                                                  std::size_t unit, double score) {
  constexpr double vast = 1e150;  // its square is the largest that a double holds
  const std::string where = "rank/" + all.units[unit];
  for (std::size_t j = 0; j < all.columns.size(); ++j)
    for (const double value : all.columns[j])
      if (std::abs(value) >= vast)
        throw numeric_error({where,
                             std::string(method.name()) + " gives no number: " + quoted(all.criteria[j]) + " has " +
                                 number_text(value) + ", of which the arithmetic leaves the range of numbers",
                             "measure in larger units"});
  if (std::isinf(score))
    throw numeric_error({where, "the score is beyond the range of numbers",
                         "normalise to a smaller range, or measure in larger units"});
  if (method.as<aggregate::ratio>() != nullptr)
    throw numeric_error({where, "ratio divides by 0: " + quoted(all.criteria[1]) + " is 0", "leave the unit out"});
  throw numeric_error(
      {where, std::string(method.name()) + " gives no number", "leave the unit out, or choose another method"});
}

}  // namespace detail

QUINDEX_INLINE ranking rank(const table& data, const aggregate::method& method, const ranking_options& how) {
  aggregate::alternatives all = detail::compared(data, how);
  ranking out{.units = data.units(), .weights = all.weights};
  detail::drop_weightless(all);
  std::vector<std::vector<double>> owned;
  if (how.normalise) detail::normalise_columns(all, *how.normalise, owned);
  detail::check_domain(method, all.columns, all.criteria, all.units, all.where);
  method.visit([&](const auto& m) { detail::score(m, all, out); });
  for (std::size_t i = 0; i < out.scores.size(); ++i)
    if (!std::isfinite(out.scores[i])) detail::refuse_no_number(method, all, i, out.scores[i]);
  out.ranks = numeric::ranks(detail::rounded(out.scores, how.rank_decimals), how.ties, true);
  if (const auto text = detail::dominance_remark(method)) out.notes.push_back({"rank", *text, 0});
  return out;
}

QUINDEX_INLINE std::vector<double> criteria_weights(const table& data, const weigh::method& method,
                                                    const std::vector<bool>& better_when_high) {
  detail::check_criteria(data);
  detail::match_criteria(data, "better_when_high", better_when_high.size());
  weigh::group group{"rank", data.indicators().codes(), {}, {}, better_when_high};
  group.given.assign(group.children.size(), 1.0);
  for (std::size_t j = 0; j < group.children.size(); ++j) group.scores.push_back(data.column(j));
  return detail::normalised_weights(method.visit([&](const auto& m) { return m.fit(group); }), group, method.name());
}

QUINDEX_END
