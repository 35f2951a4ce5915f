/// Shapley values of the game in which a coalition of children is worth the group's score of its members alone.
#pragma once

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "quindex/compute/group_scores.hpp"
#include "quindex/compute/impl/shapley_median.ipp"

QUINDEX_BEGIN
namespace detail {

/// Of how many children contributions can be had: 2^16 coalitions a unit where all have to be looked at.
[[nodiscard]] inline std::size_t most_players(const aggregate::method& method) {
  if (method.as<aggregate::minimum>() != nullptr || method.as<aggregate::maximum>() != nullptr ||
      needs_all_children(method))
    return static_cast<std::size_t>(-1);
  return method.as<aggregate::median>() != nullptr ? most_median_players : 16;
}

/// Shapley values of a game given by the worth of every coalition, a bit mask; that of nobody is 0.
QUINDEX_INLINE void shapley_of_game(const std::vector<double>& worth, std::span<double> out) {
  const std::size_t m = out.size();
  std::vector<double> by_size(m);  // s! (m − 1 − s)! / m!
  for (std::size_t s = 0; s < m; ++s) {
    double choose = 1;
    for (std::size_t k = 1; k <= s; ++k) choose = choose * static_cast<double>(m - k) / static_cast<double>(k);
    by_size[s] = 1.0 / (static_cast<double>(m) * choose);
  }
  by_size.push_back(0);  // all of them: nobody is left to join
  std::vector<double> weight(worth.size());
  for (std::size_t s = 0; s < worth.size(); ++s) weight[s] = by_size[static_cast<std::size_t>(__builtin_popcountll(s))];
  for (std::size_t c = 0; c < m; ++c) {
    const std::size_t joined = std::size_t{1} << c;
    double sum = 0;
    for (std::size_t block = 0; block < worth.size(); block += 2 * joined)
      for (std::size_t s = block; s < block + joined; ++s) sum += weight[s] * (worth[s + joined] - worth[s]);
    out[c] = sum;
  }
}

/// The worth of every coalition under a mean: its sums are those of a smaller coalition and one more term.
QUINDEX_INLINE std::vector<double> worth_of_mean(const numeric::mean_job& mean, column_view z, column_view w) {
  std::vector<double> terms(z.begin(), z.end());
  to_terms(mean, terms);
  const std::size_t all = std::size_t{1} << z.size();
  std::vector<double> worth(all, 0.0);
  std::vector<double> weight(all, 0.0);
  for (std::size_t s = 1; s < all; ++s) {
    const auto last = static_cast<std::size_t>(__builtin_ctzll(s));
    worth[s] = worth[s & (s - 1)] + w[last] * terms[last];
    weight[s] = weight[s & (s - 1)] + w[last];
  }
  for (std::size_t s = 1; s < all; ++s) worth[s] /= weight[s];
  to_scores(mean, std::span(worth).subspan(1));
  return worth;
}

template <class Method>
std::vector<double> worth_of_coalitions(const Method& method, column_view z, column_view w) {
  std::vector<double> worth(std::size_t{1} << z.size(), 0.0);
  std::vector<double> zs;
  std::vector<double> ws;
  for (std::size_t s = 1; s < worth.size(); ++s) {
    zs.clear(), ws.clear();
    double total = 0;
    for (std::size_t c = 0; c < z.size(); ++c)
      if ((s >> c & 1U) != 0) zs.push_back(z[c]), ws.push_back(w[c]), total += w[c];
    for (double& weight : ws) weight /= total;
    worth[s] = method.score(zs, ws);
  }
  return worth;
}

/// Of the best or the worst of the members: each step from one child to the next is shared by those who are as far, as
/// in the airport game; Littlechild and Owen (1973), A simple expression for the Shapley value in a special case,
/// Management Science 20(3).
QUINDEX_INLINE void shapley_of_extreme(column_view z, bool is_maximum, std::span<double> out) {
  std::vector<std::size_t> order(z.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return is_maximum ? z[a] < z[b] : z[a] > z[b]; });
  double share = 0;
  double before = 0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    share += (z[order[k]] - before) / static_cast<double>(order.size() - k);
    before = z[order[k]];
    out[order[k]] = share;
  }
}

/// The Shapley values of the children of one unit, whose score is known.
template <class Method>
void shapley_values(const aggregate::method& any, const Method& method, column_view z, column_view w, double score,
                    std::span<double> out) {
  if (needs_all_children(any)) return std::fill(out.begin(), out.end(), score / static_cast<double>(z.size()));
  if (any.as<aggregate::minimum>() != nullptr) return shapley_of_extreme(z, false, out);
  if (any.as<aggregate::maximum>() != nullptr) return shapley_of_extreme(z, true, out);
  if (any.as<aggregate::median>() != nullptr) return shapley_of_median(z, out);
  const auto mean = mean_of(any);
  std::vector<double> worth = mean ? worth_of_mean(*mean, z, w) : worth_of_coalitions(method, z, w);
  worth.back() = score;
  shapley_of_game(worth, out);
}

}  // namespace detail
QUINDEX_END
