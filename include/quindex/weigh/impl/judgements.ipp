/// Bodies of weigh/judgements.hpp.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/base/text.hpp"
#include "quindex/error.hpp"
#include "quindex/numeric/elementary.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/weigh/judgements.hpp"

QUINDEX_BEGIN
namespace weigh {
namespace detail {

QUINDEX_INLINE double consistency_index(const matrix& a, const std::vector<double>& w) {
  const auto n = static_cast<double>(a.rows());
  return n < 2 ? 0 : std::max(0.0, (principal_value(a, w) - n) / (n - 1));
}

/// 2 / ((n - 1)(n - 2)) times the sum over pairs of log^2(a_ij w_j / w_i), w being the geometric means.
QUINDEX_INLINE double geometric_consistency(const matrix& a) {
  const std::vector<double> w = priorities(a, prioritisation::geometric_mean);
  std::vector<double> squares;
  for (Eigen::Index i = 0; i < a.rows(); ++i)
    for (Eigen::Index j = i + 1; j < a.cols(); ++j) {
      const double e = numeric::log(a(i, j) * w[static_cast<std::size_t>(j)] / w[static_cast<std::size_t>(i)]);
      squares.push_back(e * e);
    }
  const auto n = static_cast<double>(a.rows());
  return 2 * numeric::sum(squares) / ((n - 1) * (n - 2));
}

/// Koczkodaj's index, congruence and dissonance: everything that looks at triads.
QUINDEX_INLINE void add_triads(const matrix& a, consistency_report& out) {
  std::vector<double> distances;
  double contradictions = 0, triads = 0;
  for (Eigen::Index i = 0; i < a.rows(); ++i)
    for (Eigen::Index j = i + 1; j < a.cols(); ++j)
      for (Eigen::Index k = 0; k < a.rows(); ++k) {
        if (k == i || k == j) continue;
        const double direct = a(i, j), indirect = a(i, k) * a(k, j), ratio = direct / indirect;
        out.koczkodaj = std::max(out.koczkodaj, std::min(std::abs(1 - ratio), std::abs(1 - 1 / ratio)));
        distances.push_back(std::abs(numeric::log(ratio)));
        if ((direct > 1 && indirect < 1) || (direct < 1 && indirect > 1)) contradictions += 1;
        triads += 1;
      }
  out.congruence = numeric::mean(distances);
  out.dissonance = contradictions / triads;
}

/// The judgement furthest from the ratio of priorities; the first of equals, seen from the side where it is above.
QUINDEX_INLINE void find_worst(const matrix& a, const matrix& judged, const std::vector<double>& w,
                               consistency_report& out) {
  double worst = 1;
  for (Eigen::Index i = 0; i < a.rows(); ++i)
    for (Eigen::Index j = 0; j < a.cols(); ++j) {
      const auto p = static_cast<std::size_t>(i), q = static_cast<std::size_t>(j);
      const double error = a(i, j) * w[q] / w[p];
      if (i == j || is_missing(judged(i, j)) || error <= worst * (1 + 1e-12)) continue;
      worst = error;
      out.row = p;
      out.column = q;
      out.given = a(i, j);
    }
}

}  // namespace detail

QUINDEX_INLINE consistency_report consistency(const matrix& judged, const consistency_options& options) {
  consistency_report out;
  out.size = static_cast<std::size_t>(judged.rows());
  matrix a = completed(judged, completion::optimal, "consistency", {});
  const std::vector<double> w = priorities(a);
  out.principal_value = principal_value(a, w);
  out.index = detail::consistency_index(a, w);
  if (out.size < 3) return out;
  const double random = options.index ? *options.index : random_index(out.size, options.table);
  out.ratio = out.ratio_after = out.index / random;
  out.geometric_index = detail::geometric_consistency(a);
  detail::add_triads(a, out);
  detail::find_worst(a, judged, w, out);
  out.proposed = out.given;
  if (out.row == out.column) return out;
  const auto i = static_cast<Eigen::Index>(out.row), j = static_cast<Eigen::Index>(out.column);
  matrix without = a;
  without(i, j) = without(j, i) = missing_value;
  a = completed(without, completion::harker, "consistency", {});
  out.proposed = a(i, j);
  out.ratio_after = detail::consistency_index(a, priorities(a)) / random;
  return out;
}

QUINDEX_INLINE agreement kendall_w(const matrix& ratings) {
  agreement out;
  out.judges = static_cast<std::size_t>(ratings.rows());
  out.objects = static_cast<std::size_t>(ratings.cols());
  std::vector<double> sums(out.objects, 0.0), row(out.objects);
  double ties = 0;
  for (Eigen::Index i = 0; i < ratings.rows(); ++i) {
    for (Eigen::Index j = 0; j < ratings.cols(); ++j) {
      row[static_cast<std::size_t>(j)] = ratings(i, j);
      if (is_missing(ratings(i, j)))
        throw spec_error({"kendall_w",
                          "judge " + std::to_string(i + 1) + " has no rating of object " + std::to_string(j + 1),
                          "give every rating, or leave the judge out"});
    }
    const std::vector<double> ranks = numeric::ranks(row);
    for (std::size_t j = 0; j < ranks.size(); ++j) sums[j] += ranks[j];
    for (const double r : ranks) {  // a run of t equal ranks adds t^3 - t, each of its members t^2 - 1
      const auto t = static_cast<double>(std::count(ranks.begin(), ranks.end(), r));
      ties += t * t - 1;
    }
  }
  const auto m = static_cast<double>(out.judges), n = static_cast<double>(out.objects);
  const double middle = m * (n + 1) / 2, most = m * m * (n * n * n - n) - m * ties;
  if (out.judges < 2 || !(most > 0)) return out;
  double s = 0;
  for (const double sum : sums) s += (sum - middle) * (sum - middle);
  out.w = 12 * s / most;
  out.chi_square = m * (n - 1) * out.w;
  return out;
}

}  // namespace weigh
QUINDEX_END
