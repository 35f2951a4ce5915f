/// Bodies of numeric/winsorise.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/numeric/winsorise.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

// Equal values.
struct value_group {
  double value;
  std::size_t count;
};

// The `most` largest distinct values seen so far, largest first; the smallest ones by looking at negatives.
class extremes {
 public:
  explicit extremes(std::size_t most) : most_(most) {}
  [[nodiscard]] bool wants(double v) const {
    return groups_.size() < most_ ? !is_missing(v) : v >= groups_.back().value;
  }
  void add(double v) {
    auto at = groups_.end();
    while (at != groups_.begin() && (at - 1)->value < v) --at;
    if (at != groups_.begin() && (at - 1)->value == v) {
      ++(at - 1)->count;
      return;
    }
    groups_.insert(at, {v, 1});
    if (groups_.size() > most_) groups_.pop_back();
  }
  [[nodiscard]] bool is_full() const { return groups_.size() == most_; }
  [[nodiscard]] const std::vector<value_group>& groups() const { return groups_; }

 private:
  std::size_t most_;
  std::vector<value_group> groups_;
};

// A column as groups at both ends, by ascending value, and the moments of everything between. Only the groups from
// `first` to `last` are left: those outside have been moved into them.
struct tailed_column {
  std::vector<value_group> groups;
  std::size_t first = 0, last = 0;
  std::size_t body_at = 0;  // the body lies before this group
  moments body;

  [[nodiscard]] bool can_lower() const { return last > first && !(last == body_at && body.n > 0); }
  [[nodiscard]] bool can_raise() const { return last > first && !(first + 1 == body_at && body.n > 0); }
  // The moments of the column. Adding few values to the rest anew is exact where updating sums of powers would lose
  // all digits to one large outlier.
  [[nodiscard]] moments shape() const {
    moments all = body;
    for (std::size_t g = first; g <= last; ++g) {
      moments one;
      one.n = groups[g].count;
      one.mean = one.minimum = one.maximum = groups[g].value;
      all += one;
    }
    return all;
  }
};

inline std::vector<value_group> all_groups(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  std::vector<value_group> out;
  for (const double v : values) {
    if (out.empty() || out.back().value != v) out.push_back({v, 0});
    ++out.back().count;
  }
  return out;
}

// Looks closely only at blocks whose range reaches into the tails.
inline void find_extremes(column_view x, extremes& top, extremes& bottom) {
  constexpr std::size_t block = 128;
  for (std::size_t from = 0; from < x.size(); from += block) {
    const column_view part = x.subspan(from, std::min(block, x.size() - from));
    const extent reach = range(part);
    if (top.wants(reach.high))
      for (const double v : part)
        if (top.wants(v)) top.add(v + 0.0);
    if (bottom.wants(-reach.low))
      for (const double v : part)
        if (bottom.wants(-v)) bottom.add(-v + 0.0);
  }
}

// `values` is the column without its missing values; it is used up.
inline tailed_column split_tails(std::vector<double>& values, std::size_t groups_per_tail) {
  extremes top(groups_per_tail), bottom(groups_per_tail);
  find_extremes(values, top, bottom);
  tailed_column out;
  const bool is_all = !top.is_full() || !bottom.is_full() || -bottom.groups().back().value >= top.groups().back().value;
  if (is_all) {
    out.groups = all_groups(std::move(values));
  } else {
    const double low = -bottom.groups().back().value, high = top.groups().back().value;
    for (double& v : values) v = low < v && v < high ? v : missing_value;
    out.body = moments(values);
    for (const value_group& g : bottom.groups()) out.groups.push_back({-g.value + 0.0, g.count});
    out.body_at = out.groups.size();
    out.groups.insert(out.groups.end(), top.groups().rbegin(), top.groups().rend());
  }
  out.last = out.groups.size() - 1;
  return out;
}

inline bool is_acceptable(const moments& m, const winsorise_rule& rule) {
  const double skewness = m.skewness(2), kurtosis = m.excess_kurtosis(2);
  return is_missing(skewness) || std::abs(skewness) < rule.skewness || kurtosis < rule.kurtosis;
}

// Moves values until the column is acceptable, the rule ends it (true), or a tail is used up (false).
inline bool draw_in(tailed_column& column, const winsorise_rule& rule, winsorised& out) {
  for (;;) {
    const moments shape = column.shape();
    out.skewness = shape.skewness(2), out.kurtosis = shape.excess_kurtosis(2);
    out.is_acceptable = is_acceptable(shape, rule);
    if (out.is_acceptable || out.moved_low + out.moved_high >= rule.most) return true;
    if (out.skewness >= 0) {
      if (!column.can_lower()) return column.last == column.first;
      const std::size_t moving = column.groups[column.last].count;
      column.groups[--column.last].count += moving;
      out.moved_high = moving;
      out.high = column.groups[column.last].value;
    } else {
      if (!column.can_raise()) return column.last == column.first;
      const std::size_t moving = column.groups[column.first].count;
      column.groups[++column.first].count += moving;
      out.moved_low = moving;
      out.low = column.groups[column.first].value;
    }
  }
}

}  // namespace detail

QUINDEX_INLINE winsorised winsorise(column_view x, const winsorise_rule& rule) {
  const moments shape(x);
  winsorised out{shape.minimum,
                 shape.maximum,
                 0,
                 0,
                 shape.skewness(2),
                 shape.excess_kurtosis(2),
                 detail::is_acceptable(shape, rule)};
  if (out.is_acceptable || rule.most == 0) return out;
  std::vector<double> values;
  for (bool is_done = false; !is_done;) {
    values.clear();
    for (const double v : x)
      if (!is_missing(v)) values.push_back(std::clamp(v, out.low, out.high));
    constexpr std::size_t most_groups = 32;
    detail::tailed_column column = detail::split_tails(values, std::min(rule.most, most_groups - 1) + 1);
    is_done = detail::draw_in(column, rule, out);
  }
  return out;
}

}  // namespace numeric
QUINDEX_END
