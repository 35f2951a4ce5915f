/// Numbers between ends of their own that sum to 1, all such being equally likely: one coordinate for each but the
/// last.
///
/// What is drawn are shares x of what is left above the lower ends, 0 <= x_k <= r_k, or, where there is less room below
/// the upper ends, what is lacking to these. Given the sum s of x_k and those after it, x_k has a density in proportion
/// to f(s - x_k), f being the density of the sum of those after it if each were uniform on [0, r]: so s - x_k is drawn
/// by inverting F, the integral of f, between s - r_k and s. F is tabulated from the last share to the first. Where no
/// r binds, F is a power, and no table is needed.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "quindex/numeric/elementary.hpp"
#include "quindex/vary/concept.hpp"

QUINDEX_BEGIN
namespace vary::detail {

/// Distribution function of a sum of shares, up to a factor: linear between points that are `step` apart, from 0 on.
class share_sums {
 public:
  share_sums(double step, std::span<const double> at) : step_(step), at_(at) {}
  /// The probability of [from, to], from <= to: without cancellation where both are close to each other.
  [[nodiscard]] double between(double from, double to) const {
    from = std::max(from, 0.0) / step_;
    to = std::min(to / step_, static_cast<double>(at_.size() - 1));
    if (!(from < to)) return 0;
    const std::size_t a = cell_of(from), b = cell_of(to);
    if (a == b) return rise(a) * (to - from);
    return rise(a) * (static_cast<double>(a + 1) - from) + (at_[b] - at_[a + 1]) +
           rise(b) * (to - static_cast<double>(b));
  }
  /// The y in [from, to] for which `below` is the probability of [y, to].
  [[nodiscard]] double lower_end(double from, double to, double below) const {
    const double end = to / step_;
    std::size_t cell = cell_of(end);
    double rest = below - rise(cell) * (end - static_cast<double>(cell));
    if (rest <= 0) return std::clamp(to - step_ * below / rise(cell), from, to);
    const double wanted = at_[cell] - rest;
    const auto above = std::upper_bound(at_.begin(), at_.begin() + static_cast<std::ptrdiff_t>(cell), wanted);
    cell = static_cast<std::size_t>(std::max<std::ptrdiff_t>(above - at_.begin(), 1)) - 1;
    const double part = rise(cell) > 0 ? (wanted - at_[cell]) / rise(cell) : 0.0;
    return std::clamp(step_ * (static_cast<double>(cell) + part), from, to);
  }

 private:
  [[nodiscard]] std::size_t cell_of(double x) const {
    return std::min(static_cast<std::size_t>(std::max(x, 0.0)), at_.size() - 2);
  }
  [[nodiscard]] double rise(std::size_t cell) const { return at_[cell + 1] - at_[cell]; }

  double step_;
  std::span<const double> at_;
};

/// What `capped_simplex` has laid down, part by part: the total to be shared; 1 where it is lacking to the upper ends;
/// by child the end it is counted from; by share that is free its r, the least r from it on, the sum of all r after it;
/// and, where some r binds, by share from the second to the last but one the step and the points of the sums from it
/// on.
struct capped_parts {
  static constexpr std::size_t steps = 4096, head = 2, numbers_each = 3, table = steps + 2;

  /// Is the least of some r in the way of a share of `left`? Not by rounding alone.
  [[nodiscard]] static bool binds(double least, double left) { return left > least * (1 + 1e-12); }

  explicit capped_parts(const constants& known) : all(known.numbers), free(known.names), children(known.nodes.size()) {}
  [[nodiscard]] const double* end() const { return all.data() + head; }
  [[nodiscard]] double r(std::size_t i) const { return all[shares() + numbers_each * i]; }
  [[nodiscard]] double least_r(std::size_t i) const { return all[shares() + numbers_each * i + 1]; }
  [[nodiscard]] double after(std::size_t i) const { return all[shares() + numbers_each * i + 2]; }
  /// The sums of the shares from i on, i being 1 or more.
  [[nodiscard]] share_sums sums(std::size_t i) const {
    static constexpr double line[] = {0, 1};
    if (i + 1 == free.size()) return {r(i), line};
    const double* own = all.data() + shares() + numbers_each * free.size() + (i - 1) * table;
    return {own[0], {own + 1, steps + 1}};
  }
  [[nodiscard]] std::size_t shares() const { return head + children; }

  std::span<const double> all;
  std::span<const std::uint64_t> free;  // places of children whose ends differ
  std::size_t children;
};

/// Tabulates the sums of shares from the last but one on down to the second; `known` has everything else.
QUINDEX_INLINE void tabulate_sums(constants& known) {
  const std::size_t n = known.names.size(), first = known.numbers.size();
  known.numbers.resize(first + (n - 2) * capped_parts::table);
  const capped_parts parts(known);
  const double total = known.numbers[0];
  for (std::size_t i = n - 2; i > 0; --i) {
    const share_sums next = parts.sums(i + 1);
    const double r = parts.r(i);
    const double step = std::min(total, r + parts.after(i)) / static_cast<double>(capped_parts::steps);
    double* const own = known.numbers.data() + first + (i - 1) * capped_parts::table;
    own[0] = step;
    double before = 0, sum = 0;
    for (std::size_t k = 0; k <= capped_parts::steps; ++k) {
      const double x = step * static_cast<double>(k), density = next.between(x - r, x);
      sum += (before + density) / 2;
      own[1 + k] = k == 0 ? 0 : sum;
      before = density;
    }
    for (std::size_t k = 0; k <= capped_parts::steps; ++k) own[1 + k] /= sum;  // or many shares would underflow
    own[1] = 0;
  }
}

/// Ends as near as the others leave room to reach, in shares above the lower ends.
struct reachable {
  double total = 1;          // of all shares
  std::vector<double> from;  // the lowest share there is
  std::vector<double> r;     // how much more there may be
};
QUINDEX_INLINE reachable reachable_ends(const std::vector<std::pair<double, double>>& ends) {
  reachable out;
  double room = 0;
  for (const auto& [low, high] : ends) out.total -= low, room += high - low;
  out.total = std::max(out.total, 0.0);
  for (const auto& [low, high] : ends) {
    const double own = high - low;
    out.from.push_back(std::clamp(out.total - (room - own), 0.0, own));
    out.r.push_back(std::max(std::min(own, out.total) - out.from.back(), 0.0));
  }
  return out;
}

/// What is looked up once for children and the ends of their weights, some of which sum to 1.
QUINDEX_INLINE constants capped_simplex(const std::vector<std::size_t>& children,
                                        const std::vector<std::pair<double, double>>& ends) {
  auto [left, from, r] = reachable_ends(ends);
  double room = 0;
  for (std::size_t j = 0; j < ends.size(); ++j) left -= from[j], room += r[j];
  left = std::max(left, 0.0);
  const bool is_lacking = room - left < left;
  if (is_lacking) left = std::max(room - left, 0.0);
  constants out{children, {left, is_lacking ? 1.0 : 0.0}, {}};
  constexpr double rounding = 1e-15;
  for (std::size_t j = 0; j < ends.size(); ++j) {
    out.numbers.push_back(ends[j].first + from[j] + (is_lacking ? r[j] : 0.0));
    if (std::min(r[j], left) > rounding) out.names.push_back(j);
  }
  const std::size_t begin = out.numbers.size(), n = out.names.size();
  out.numbers.resize(begin + capped_parts::numbers_each * n);
  double least = left, after = 0;
  for (std::size_t i = n; i-- > 0;) {
    const double own = std::min(r[out.names[i]], left);
    least = std::min(least, own);
    double* const at = out.numbers.data() + begin + capped_parts::numbers_each * i;
    at[0] = own;
    at[1] = least;
    at[2] = after;
    after += own;
  }
  if (n > 2 && capped_parts::binds(least, left)) tabulate_sums(out);
  return out;
}

/// One share of what is left, u in (0, 1), with the shares from i on still to come.
QUINDEX_INLINE double share_drawn(const capped_parts& parts, std::size_t i, double left, double u) {
  const double r = parts.r(i), after = parts.after(i), least = parts.least_r(i);
  const double from = std::clamp(left - after, 0.0, r), to = std::min(r, left);
  if (!(from < to)) return from;
  const double power = 1 / static_cast<double>(parts.free.size() - i - 1);
  if (!capped_parts::binds(least, left)) return std::clamp(left * (1 - numeric::pow(1 - u, power)), from, to);
  if (const double lacking = r + after - left; !capped_parts::binds(least, lacking))
    return std::clamp(r - lacking * (1 - numeric::pow(u, power)), from, to);
  const share_sums sums = parts.sums(i + 1);
  const double probability = sums.between(left - to, left - from);
  if (!(probability > 0)) return from + u * (to - from);  // below the smallest double: never seen
  return std::clamp(left - sums.lower_end(left - to, left - from, u * probability), from, to);
}

/// Draws the weights of the children that `known` is for, from a coordinate for each child but the last.
QUINDEX_INLINE void draw_capped(const constants& known, std::span<const double> u, std::span<double> weights) {
  const capped_parts parts(known);
  const bool is_lacking = known.numbers[1] != 0;
  for (std::size_t j = 0; j < known.nodes.size(); ++j) weights[known.nodes[j]] = parts.end()[j];
  double left = known.numbers[0];
  for (std::size_t i = 0; i < parts.free.size(); ++i) {
    const auto j = static_cast<std::size_t>(parts.free[i]);
    double x = std::min(left, parts.r(i));  // the last takes what is left
    if (i + 1 < parts.free.size()) x = share_drawn(parts, i, left, is_lacking ? 1 - u[j] : u[j]);
    double& w = weights[known.nodes[j]];
    w = is_lacking ? std::max(w - x, 0.0) : w + x;
    left = std::max(left - x, 0.0);
  }
}

}  // namespace vary::detail
QUINDEX_END
