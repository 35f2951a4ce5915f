/// Bodies of aggregate/consensus.hpp.
#pragma once

#include "quindex/aggregate/consensus.hpp"

QUINDEX_BEGIN
namespace aggregate {
namespace detail {

/// Units with the same value of every criterion, which stand together.
struct alike {
  std::vector<std::size_t> first;  ///< A member of each set.
  std::vector<std::size_t> set;    ///< The set of each unit.
  std::vector<double> size;        ///< How many units each has.

  explicit alike(const alternatives& all) : set(all.size()) {
    std::vector<std::size_t> order(all.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto compare = [&](std::size_t a, std::size_t b) {
      for (const column_view& x : all.columns)
        if (x[a] != x[b]) return x[a] < x[b] ? -1 : 1;
      return 0;
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return compare(a, b) < 0; });
    for (std::size_t k = 0; k < order.size(); ++k) {
      if (k == 0 || compare(order[k - 1], order[k]) != 0) first.push_back(order[k]), size.push_back(0);
      set[order[k]] = first.size() - 1;
      ++size.back();
    }
  }
};

/// All orders of one group of sets of units, by the sets placed first, which are bits.
class orders {
 public:
  orders(const matrix& margins, const alike& units, std::vector<std::size_t> members, const numeric::executor& where)
      : margins_(margins), units_(units), members_(std::move(members)), half_(members_.size() / 2) {
    tabulate();
    const std::size_t all = std::size_t{1} << members_.size();
    value_.assign(all, 0.0);
    ways_.assign(all, 0.0);
    ways_[0] = 1;
    numeric::in_order(where, all - 1, at_once, [&](std::size_t k) { extend(k + 1); });
  }
  [[nodiscard]] double rankings() const { return ways_.back(); }
  [[nodiscard]] double value() const { return value_.back(); }
  /// Adds up positions over all best orders; `before` units stand ahead of the group.
  void sum_up(double before, consensus& out, const std::vector<std::size_t>& sets,
              const numeric::executor& where) const;

 private:
  static constexpr std::size_t at_once = 1U << 14U;  // sets of those placed

  /// What placing `m` after the sets `placed` earns.
  [[nodiscard]] double gain(std::size_t m, std::size_t placed) const {
    return low_[m][placed & ((std::size_t{1} << half_) - 1)] + high_[m][placed >> half_];
  }
  [[nodiscard]] double margin(std::size_t a, std::size_t b) const {
    return margins_(static_cast<Eigen::Index>(units_.first[a]), static_cast<Eigen::Index>(units_.first[b])) *
           units_.size[a] * units_.size[b];
  }
  void tabulate() {
    const std::size_t size = members_.size();
    low_.assign(size, std::vector<double>(std::size_t{1} << half_, 0.0));
    high_.assign(size, std::vector<double>(std::size_t{1} << (size - half_), 0.0));
    const auto fill = [&](std::size_t m, std::vector<double>& table, std::size_t from) {
      for (std::size_t bits = 1; bits < table.size(); ++bits) {
        const auto lowest = static_cast<std::size_t>(__builtin_ctzll(bits));
        table[bits] = table[bits & (bits - 1)] + margin(members_[from + lowest], members_[m]);
      }
    };
    for (std::size_t m = 0; m < size; ++m) fill(m, low_[m], 0), fill(m, high_[m], half_);
  }
  void extend(std::size_t placed) {
    double best = missing_value;
    for (std::size_t rest = placed; rest != 0; rest &= rest - 1) {
      const std::size_t before = placed & ~(rest & (~rest + 1));
      const double value = value_[before] + gain(static_cast<std::size_t>(__builtin_ctzll(rest)), before);
      if (is_missing(best) || value > best + pairwise::tolerance) {
        best = value;
        ways_[placed] = ways_[before];
      } else if (value >= best - pairwise::tolerance) {
        ways_[placed] += ways_[before];
      }
    }
    value_[placed] = best;
  }

  const matrix& margins_;
  const alike& units_;
  std::vector<std::size_t> members_;
  std::size_t half_;
  std::vector<std::vector<double>> low_, high_;
  std::vector<double> value_, ways_;
};

inline void orders::sum_up(double before, consensus& out, const std::vector<std::size_t>& sets,
                           const numeric::executor& where) const {
  std::vector<double> onward(value_.size(), 0.0);  // ways to go on to the end in a best order
  std::vector<double> sum(members_.size(), 0.0);
  std::vector<double> earliest(members_.size(), missing_value);
  std::vector<double> latest(members_.size(), missing_value);
  onward.back() = 1;
  numeric::in_order(where, value_.size() - 1, at_once, [&](std::size_t k) {
    const std::size_t placed = value_.size() - 1 - k;
    if (onward[placed] == 0) return;
    double ahead = before;
    for (std::size_t rest = placed; rest != 0; rest &= rest - 1)
      ahead += units_.size[members_[static_cast<std::size_t>(__builtin_ctzll(rest))]];
    for (std::size_t rest = placed; rest != 0; rest &= rest - 1) {
      const auto m = static_cast<std::size_t>(__builtin_ctzll(rest));
      const std::size_t earlier = placed & ~(std::size_t{1} << m);
      if (value_[earlier] + gain(m, earlier) < value_[placed] - pairwise::tolerance) continue;
      onward[earlier] += onward[placed];
      const double position = ahead - 0.5 * (units_.size[members_[m]] - 1);
      sum[m] += onward[placed] * ways_[earlier] * position;
      if (!(earliest[m] <= position)) earliest[m] = position;
      if (!(latest[m] >= position)) latest[m] = position;
    }
  });
  for (std::size_t m = 0; m < members_.size(); ++m)
    for (std::size_t i = 0; i < sets.size(); ++i)
      if (sets[i] == members_[m]) {
        out.position[i] = sum[m] / rankings();
        out.earliest[i] = earliest[m];
        out.latest[i] = latest[m];
      }
}

/// The sets of units, most wins less losses first, and that number.
[[nodiscard]] inline std::vector<std::pair<double, std::size_t>> by_wins(const matrix& margins, const alike& units,
                                                                         const numeric::executor& where) {
  std::vector<std::pair<double, std::size_t>> out(units.first.size());
  numeric::parallel_for(
      where, out.size(),
      [&](std::size_t a) {
        double wins = 0;
        for (const std::size_t other : units.first) {
          const double margin = margins(static_cast<Eigen::Index>(units.first[a]), static_cast<Eigen::Index>(other));
          wins += margin > 0 ? 1 : margin < 0 ? -1 : 0;
        }
        out[a] = {wins, a};
      },
      16);
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  return out;
}

}  // namespace detail

QUINDEX_INLINE consensus find_consensus(const matrix& margins, const alternatives& all, std::string_view method,
                                        const numeric::executor& where) {
  const detail::alike units(all);
  const auto ordered = detail::by_wins(margins, units, where);
  const std::size_t sets = ordered.size();
  const double n = static_cast<double>(all.size());
  consensus out{.position = std::vector<double>(all.size()),
                .earliest = std::vector<double>(all.size()),
                .latest = std::vector<double>(all.size()),
                .agreement = n * (n - 1) / 4};
  double won = 0;     // by the sets so far; inner wins and losses cancel, so it is full where they beat all others
  double before = 0;  // units placed
  double margin = 0;
  std::vector<std::size_t> group;
  for (std::size_t s = 0; s < sets; ++s) {
    won += ordered[s].first;
    group.push_back(ordered[s].second);
    if (won != static_cast<double>((s + 1) * (sets - s - 1))) continue;
    if (group.size() > consensus::most_in_a_circle)
      throw numeric_error({all.where,
                           std::string(method) + " finds " + std::to_string(group.size()) +
                               " units that beat one another in circles, among them " +
                               quoted(all.units[units.first[group.front()]]) + " and " +
                               quoted(all.units[units.first[group.back()]]),
                           "the exact order is found for up to " + std::to_string(consensus::most_in_a_circle) +
                               "; schulze or copeland rank any number"});
    const detail::orders best(margins, units, group, where);
    best.sum_up(before, out, units.set, where);
    out.rankings *= best.rankings();
    margin += best.value();
    for (const std::size_t member : group) before += units.size[member];
    for (std::size_t later = s + 1; later < sets; ++later)
      for (const std::size_t member : group)
        margin += units.size[member] * units.size[ordered[later].second] *
                  margins(static_cast<Eigen::Index>(units.first[member]),
                          static_cast<Eigen::Index>(units.first[ordered[later].second]));
    group.clear();
  }
  out.agreement += 0.5 * margin;
  return out;
}

}  // namespace aggregate
QUINDEX_END
