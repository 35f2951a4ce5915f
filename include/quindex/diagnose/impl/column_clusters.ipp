/// Bodies of diagnose/clusters.hpp: the exact groups of one column.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>

#include "quindex/diagnose/clusters.hpp"
#include "quindex/diagnose/impl/support.ipp"

QUINDEX_BEGIN
namespace diagnose {
namespace detail {

/// Different values in order, how often each stands, and what any run of them costs.
class sorted_values {
 public:
  explicit sorted_values(column_view x) {
    const std::vector<size_t> order = numeric::order(x);
    const double middle = numeric::median(x);
    for (const size_t i : order) {
      if (is_missing(x[i])) break;
      if (values_.empty() || values_.back() != x[i]) {
        values_.push_back(x[i]);
        count_.push_back(count_.empty() ? 0 : count_.back());
        sum_.push_back(sum_.empty() ? 0 : sum_.back());
        square_.push_back(square_.empty() ? 0 : square_.back());
      }
      const double d = x[i] - middle;  // near the middle fewer digits cancel
      count_.back() += 1, sum_.back() += d, square_.back() += d * d;
    }
    middle_ = middle;
  }
  [[nodiscard]] size_t size() const { return values_.size(); }
  [[nodiscard]] double value(size_t i) const { return values_[i]; }
  /// The sum of squares of the values `from` to `to`, both included, about their mean.
  [[nodiscard]] double cost(size_t from, size_t to) const {
    const double n = part(count_, from, to), s = part(sum_, from, to);
    return from == to ? 0 : std::max(0.0, part(square_, from, to) - s * s / n);
  }
  [[nodiscard]] double mean(size_t from, size_t to) const {
    return from == to ? values_[from] : middle_ + part(sum_, from, to) / part(count_, from, to);
  }

 private:
  static double part(const std::vector<double>& running, size_t from, size_t to) {
    return running[to] - (from == 0 ? 0 : running[from - 1]);
  }
  std::vector<double> values_, count_, sum_, square_;
  double middle_ = 0;
};

/// One more group: for each end the cheapest place where the last group starts, which never moves down as the end
/// moves up, so that halving the ends halves the places to be tried.
struct group_row {
  const sorted_values& x;
  const std::vector<double>& before;  // the cost of one group fewer, by end
  std::vector<double>& now;
  std::vector<size_t>& starts;
  size_t least;  // the groups before need so many values

  void fill(size_t low, size_t high, size_t from, size_t to) const {
    if (low > high) return;
    const size_t middle = low + (high - low) / 2;
    double best = std::numeric_limits<double>::infinity();
    size_t place = std::max(from, least);
    for (size_t start = std::max(from, least); start <= std::min(middle, to); ++start) {
      const double cost = before[start - 1] + x.cost(start, middle);
      if (cost < best) best = cost, place = start;
    }
    now[middle] = best, starts[middle] = place;
    if (middle > low) fill(low, middle - 1, from, place);
    fill(middle + 1, high, place, to);
  }
};

/// The first value of each of k groups.
inline std::vector<size_t> best_starts(const sorted_values& x, size_t k) {
  const size_t n = x.size();
  std::vector<double> before(n), now(n);
  for (size_t end = 0; end < n; ++end) before[end] = x.cost(0, end);
  std::vector<std::vector<size_t>> starts(k, std::vector<size_t>(n, 0));
  for (size_t g = 1; g < k; ++g) {
    std::fill(now.begin(), now.end(), std::numeric_limits<double>::infinity());
    group_row{x, before, now, starts[g], g}.fill(g, n - 1, g, n - 1);
    before = now;
  }
  std::vector<size_t> out(k, 0);
  for (size_t g = k, end = n - 1; g-- > 1;) {
    out[g] = starts[g][end];
    end = out[g] - 1;
  }
  return out;
}

}  // namespace detail

QUINDEX_INLINE column_clusters cluster_column(column_view x, std::size_t k) {
  if (k == 0) throw spec_error({"cluster_column.k", "found 0", "give the number of groups"});
  const detail::sorted_values sorted(x);
  if (sorted.size() < k)
    throw data_error(
        {"cluster_column",
         "there are " + std::to_string(sorted.size()) + " different values for " + std::to_string(k) + " groups",
         "ask for fewer groups"});
  const std::vector<std::size_t> starts = detail::best_starts(sorted, k);
  column_clusters out;
  out.within = 0;
  for (std::size_t g = 0; g < k; ++g) {
    const std::size_t last = (g + 1 < k ? starts[g + 1] : sorted.size()) - 1;
    out.centres.push_back(sorted.mean(starts[g], last));
    out.within += sorted.cost(starts[g], last);
    if (g > 0) out.cuts.push_back(sorted.value(starts[g]));
  }
  const double total = sorted.cost(0, sorted.size() - 1);
  if (total > 0) out.explained = 1 - out.within / total;
  for (const double v : x) {
    const auto above = std::upper_bound(out.cuts.begin(), out.cuts.end(), v) - out.cuts.begin();
    out.groups.push_back(is_missing(v) ? 0 : static_cast<int>(above) + 1);
  }
  return out;
}

}  // namespace diagnose
QUINDEX_END
