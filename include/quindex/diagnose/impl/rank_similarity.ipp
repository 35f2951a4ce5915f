/// Bodies of diagnose/rank_similarity.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "quindex/diagnose/impl/support.ipp"
#include "quindex/diagnose/rank_similarity.hpp"
#include "quindex/numeric/elementary.hpp"

QUINDEX_BEGIN
namespace diagnose {
namespace detail {

/// How many pairs of equal values there are.
inline double tied_pairs_in(const std::vector<double>& ranks) {
  std::vector<size_t> many(2 * ranks.size() + 2, 0);
  for (const double r : ranks) ++many[static_cast<size_t>(2 * r)];
  double out = 0;
  for (const size_t count : many) out += static_cast<double>(count) * (static_cast<double>(count) - 1) / 2;
  return out;
}

/// How many pairs are equal in both.
inline double tied_pairs_in_both(const std::vector<double>& a, const std::vector<double>& b) {
  std::vector<std::pair<double, double>> both(a.size());
  for (size_t i = 0; i < a.size(); ++i) both[i] = {a[i], b[i]};
  std::sort(both.begin(), both.end());
  double out = 0;
  for (size_t from = 0; from < both.size();) {
    size_t to = from + 1;
    while (to < both.size() && both[to] == both[from]) ++to;
    const double run = static_cast<double>(to - from);
    out += run * (run - 1) / 2;
    from = to;
  }
  return out;
}

inline double gamma_of(const std::vector<double>& a, const std::vector<double>& b, double tau) {
  const double n = static_cast<double>(a.size()), pairs = n * (n - 1) / 2;
  const double tied_a = tied_pairs_in(a), tied_b = tied_pairs_in(b), tied_both = tied_pairs_in_both(a, b);
  const double untied = pairs - tied_a - tied_b + tied_both;
  if (!(untied > 0) || is_missing(tau)) return missing_value;
  const double difference = std::round(tau * std::sqrt(pairs - tied_a) * std::sqrt(pairs - tied_b));
  return difference / untied;
}

inline double weighted_spearman_of(const std::vector<double>& a, const std::vector<double>& b) {
  const double n = static_cast<double>(a.size());
  std::vector<double> terms(a.size());
  for (size_t i = 0; i < a.size(); ++i) terms[i] = (a[i] - b[i]) * (a[i] - b[i]) * (2 * n - a[i] - b[i] + 2);
  return n < 2 ? missing_value : 1 - 6 * numeric::sum(terms) / (n * n * n * n + n * n * n - n * n - n);
}

inline double ws_of(const std::vector<double>& a, const std::vector<double>& b) {
  const double n = static_cast<double>(a.size());
  std::vector<double> terms(a.size());
  for (size_t i = 0; i < a.size(); ++i)
    terms[i] = numeric::pow(2, -a[i]) * std::abs(a[i] - b[i]) / std::max(a[i] - 1, n - a[i]);
  return n < 2 ? missing_value : 1 - numeric::sum(terms);
}

/// Can these be no ranks? Ranks are not below 0, and whole, or halves where ties are averaged.
inline bool looks_like_scores(const std::vector<double>& x) {
  return std::any_of(x.begin(), x.end(), [](double v) { return v < 0 || 2 * v != std::floor(2 * v); });
}

}  // namespace detail

QUINDEX_INLINE rank_similarity compare_ranks(column_view reference, column_view second) {
  if (reference.size() != second.size())
    throw data_error(
        {"compare_ranks",
         "the rankings have " + std::to_string(reference.size()) + " and " + std::to_string(second.size()) + " units",
         "give two rankings of the same units"});
  std::vector<double> a, b;
  for (std::size_t i = 0; i < reference.size(); ++i)
    if (!is_missing(reference[i]) && !is_missing(second[i])) a.push_back(reference[i]), b.push_back(second[i]);
  std::vector<note> notes;
  for (const bool first : {true, false})
    if (detail::looks_like_scores(first ? a : b))
      notes.push_back({first ? "reference" : "second",
                       "looks like scores: the smallest value is taken for the best place; give ranks where the "
                       "highest is the best"});
  a = numeric::ranks(a), b = numeric::ranks(b);
  const double tau = numeric::kendall(a, b);
  return {a.size(),
          numeric::pearson(a, b),
          detail::weighted_spearman_of(a, b),
          detail::ws_of(a, b),
          tau,
          detail::gamma_of(a, b, tau),
          std::move(notes)};
}

}  // namespace diagnose
QUINDEX_END
