/// Bodies of robustness/consensus.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "quindex/aggregate/consensus.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/robustness/consensus.hpp"
#include "quindex/robustness/impl/pairs.ipp"
#include "quindex/robustness/impl/replicates.ipp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

/// The counts of pairs among the units that ever have a rank.
struct ballots {
  std::vector<std::size_t> units{};  ///< Their positions.
  matrix beats{}, tied{};
  double replicates = 0;

  [[nodiscard]] Eigen::Index size() const { return beats.rows(); }
  /// How often a pair is in another order than ranks have it, ties in one of them counting half.
  [[nodiscard]] double against(Eigen::Index a, Eigen::Index b, double own, double other) const {
    if (own == other) return 0.5 * (beats(a, b) + beats(b, a));
    return (own < other ? beats(b, a) : beats(a, b)) + 0.5 * tied(a, b);
  }
  /// The mean Kendall distance of ranks to the replicates' orders.
  [[nodiscard]] double disagreement(const std::vector<double>& ranks) const {
    double sum = 0;  // of whole numbers and halves: exact
    for (Eigen::Index b = 0; b < size(); ++b)
      for (Eigen::Index a = 0; a < b; ++a) {
        const double own = ranks[units[static_cast<std::size_t>(a)]], other = ranks[units[static_cast<std::size_t>(b)]];
        if (!is_missing(own) && !is_missing(other)) sum += against(a, b, own, other);
      }
    return sum / replicates;
  }
};

[[nodiscard]] inline ballots ballots_of(const outcomes& o, const node_counts& node, const numeric::executor& where) {
  const pair_counts all = count_pairs(o, node, where);
  ballots out;
  for (std::size_t i = 0; i < node.units.size(); ++i)
    if (!node.units[i].ranks.counts.empty()) out.units.push_back(i);
  const auto n = static_cast<Eigen::Index>(out.units.size());
  out.beats.resize(n, n), out.tied.resize(n, n);
  for (Eigen::Index b = 0; b < n; ++b)
    for (Eigen::Index a = 0; a < n; ++a) {
      const auto i = static_cast<Eigen::Index>(out.units[static_cast<std::size_t>(a)]);
      const auto j = static_cast<Eigen::Index>(out.units[static_cast<std::size_t>(b)]);
      out.beats(a, b) = all.beats(i, j), out.tied(a, b) = all.tied(i, j);
    }
  out.replicates = static_cast<double>(o.successes());
  return out;
}

/// Pairs that two rankings order differently, those tied in one of them counting half.
[[nodiscard]] inline double kendall_distance(const std::vector<double>& x, const std::vector<double>& y) {
  double sum = 0;
  for (std::size_t i = 0; i < x.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      if (is_missing(x[i]) || is_missing(x[j]) || is_missing(y[i]) || is_missing(y[j])) continue;
      const int one = (x[i] > x[j]) - (x[i] < x[j]), other = (y[i] > y[j]) - (y[i] < y[j]);
      sum += 0.5 * std::abs(one - other);
    }
  return sum;
}

/// An order by values of all units, missing for those without ranks.
[[nodiscard]] inline robust_order order_by(std::string method, std::vector<double> value, bool high_is_better,
                                           const std::vector<double>& nominal, const ballots& all) {
  robust_order out{std::move(method), std::move(value), {}};
  out.ranks = numeric::ranks(out.value, ties::average, high_is_better);
  out.kendall = kendall_distance(out.ranks, nominal);
  out.disagreement = all.disagreement(out.ranks);
  return out;
}

/// Moves single units of an order to where they agree best until nothing is gained.
inline void improve(std::vector<Eigen::Index>& order, const matrix& margins, const numeric::executor& where) {
  const std::size_t at_once = std::max<std::size_t>(1, 200'000 / std::max<std::size_t>(1, order.size()));
  for (bool has_moved = true; has_moved;) {
    has_moved = false;
    numeric::in_order(where, order.size(), at_once, [&](std::size_t from) {
      const Eigen::Index unit = order[from];
      double gain = 0, best = 0;
      std::size_t to = from;
      for (std::size_t k = from; k-- > 0;)  // ahead of one more
        if ((gain += 2 * margins(unit, order[k])) > best) best = gain, to = k;
      gain = 0;
      for (std::size_t k = from + 1; k < order.size(); ++k)  // behind one more
        if ((gain += 2 * margins(order[k], unit)) > best) best = gain, to = k;
      if (to == from) return;
      const auto at = [&](std::size_t k) { return order.begin() + static_cast<std::ptrdiff_t>(k); };
      if (to < from)
        std::rotate(at(to), at(from), at(from + 1));
      else
        std::rotate(at(from), at(from + 1), at(to + 1));
      has_moved = true;
    });
  }
}

/// Kemeny's order of the units of some ballots: positions and whether nothing is better; how many are as good.
struct kemeny_order {
  std::vector<double> position{};
  double disagreement = 0;
  double orders = missing_value;
  bool is_proved = false;
};
[[nodiscard]] inline kemeny_order kemeny_of(const ballots& all, const std::vector<double>& borda,
                                            const numeric::executor& where) {
  const Eigen::Index n = all.size();
  const matrix margins = all.beats - all.beats.transpose();
  double pairs = 0, won = 0;  // pairs of ranks seen; those that agree less those that do not
  for (Eigen::Index b = 0; b < n; ++b)
    for (Eigen::Index a = 0; a < b; ++a) pairs += all.beats(a, b) + all.beats(b, a) + all.tied(a, b);
  kemeny_order out;
  std::vector<std::string> names;
  std::vector<double> different;  // no two units are the same
  for (Eigen::Index i = 0; i < n; ++i) names.push_back(std::to_string(i)), different.push_back(static_cast<double>(i));
  try {
    const aggregate::consensus found = aggregate::find_consensus(
        margins, {{different}, {1.0}, {true}, {"replicates"}, names, "robustness/consensus"}, "kemeny", where);
    out.position = found.position;
    out.orders = found.rankings;
    out.is_proved = true;
    won = 2 * (found.agreement - static_cast<double>(n) * static_cast<double>(n - 1) / 4);
  } catch (const numeric_error&) {  // more than 20 units beat one another in circles
    std::vector<Eigen::Index> order;
    for (const std::size_t i : numeric::order(borda, true)) order.push_back(static_cast<Eigen::Index>(i));
    improve(order, margins, where);
    out.position.resize(order.size());
    for (std::size_t k = 0; k < order.size(); ++k) {
      out.position[static_cast<std::size_t>(order[k])] = static_cast<double>(k + 1);
      for (std::size_t later = k + 1; later < order.size(); ++later) won += margins(order[k], order[later]);
    }
  }
  out.disagreement = 0.5 * (pairs - won) / all.replicates;
  return out;
}

}  // namespace detail

QUINDEX_INLINE consensus_table consensus(const outcomes& o, std::string_view code, const numeric::executor& where) {
  const node_counts& node = o.at(code);
  const detail::ballots all = detail::ballots_of(o, node, where);
  const std::size_t n = all.units.size();
  std::vector<double> mean(node.units.size(), missing_value), borda = mean, position = mean, wins(n, 0.0);
  for (std::size_t a = 0; a < n; ++a) {
    mean[all.units[a]] = detail::ranks_seen(o, node.units[all.units[a]].ranks).expected();
    for (std::size_t b = 0; b < n; ++b) {
      const auto i = static_cast<Eigen::Index>(a), j = static_cast<Eigen::Index>(b);
      const double both = all.beats(i, j) + all.beats(j, i) + all.tied(i, j);
      if (a != b && both > 0) wins[a] += (all.beats(i, j) + 0.5 * all.tied(i, j)) / both;
    }
    borda[all.units[a]] = wins[a];
  }
  const detail::kemeny_order kemeny = detail::kemeny_of(all, wins, where);
  for (std::size_t a = 0; a < n; ++a) position[all.units[a]] = kemeny.position[a];
  consensus_table out{node.node,
                      o.units(),
                      node.nominal_ranks,
                      all.disagreement(node.nominal_ranks),
                      detail::order_by("expected_rank", mean, false, node.nominal_ranks, all),
                      detail::order_by("borda", borda, true, node.nominal_ranks, all),
                      detail::order_by("kemeny", position, false, node.nominal_ranks, all),
                      kemeny.orders};
  out.kemeny.disagreement = kemeny.disagreement;
  out.kemeny.is_proved = kemeny.is_proved;
  return out;
}

}  // namespace robustness
QUINDEX_END
