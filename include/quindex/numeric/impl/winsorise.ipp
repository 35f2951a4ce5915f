/// Bodies of numeric/winsorise.hpp.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <vector>

#include "quindex/numeric/kernels.hpp"
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

// The largest distinct values seen so far, largest first; the smallest ones by looking at negatives.
class extremes {
 public:
  static constexpr std::size_t capacity = 32;
  explicit extremes(std::size_t most) : most_(std::min(most, capacity)) {}
  [[nodiscard]] bool wants(double v) const { return v >= threshold_; }
  void add(double v) {
    std::size_t at = size_;
    while (at > 0 && groups_[at - 1].value < v) --at;
    if (at > 0 && groups_[at - 1].value == v) {
      ++groups_[at - 1].count;
      return;
    }
    if (size_ < most_) ++size_;
    for (std::size_t i = size_ - 1; i > at; --i) groups_[i] = groups_[i - 1];
    groups_[at] = {v, 1};
    if (is_full()) threshold_ = groups_[size_ - 1].value;
  }
  [[nodiscard]] bool is_full() const { return size_ == most_; }
  [[nodiscard]] std::span<const value_group> groups() const { return {groups_.data(), size_}; }

 private:
  std::size_t most_, size_ = 0;
  double threshold_ = -HUGE_VAL;
  std::array<value_group, capacity> groups_;
};

// A column as groups at both ends, by ascending value, and the moments of everything between. Only the groups from
// `first` to `last` are left: those outside have been moved into them.
struct tailed_column {
  std::vector<value_group> groups;
  std::size_t first = 0, last = 0;
  std::size_t body_at = 0;  // the body lies before this group
  kernel::column_moments body{};

  [[nodiscard]] bool can_lower() const { return last > first && !(last == body_at && body.n > 0); }
  [[nodiscard]] bool can_raise() const { return last > first && !(first + 1 == body_at && body.n > 0); }
  // The moments of the column. Adding the few values at the ends anew is exact where updating sums of powers would
  // lose all digits to one large outlier.
  [[nodiscard]] moments shape() const {
    double n = static_cast<double>(body.n), sum = body.n > 0 ? n * body.mean : 0;
    for (std::size_t g = first; g <= last; ++g) {
      const double count = static_cast<double>(groups[g].count);
      n += count, sum += count * groups[g].value;
    }
    moments out;
    out.n = static_cast<std::size_t>(n);
    out.mean = sum / n;
    out.minimum = groups[first].value, out.maximum = groups[last].value;
    if (first == last) return out;
    if (body.n > 0) {
      const double d = body.mean - out.mean, size = static_cast<double>(body.n), d2 = d * d;
      out.m2 = body.m2 + size * d2;
      out.m3 = body.m3 + 3 * d * body.m2 + size * d2 * d;
      out.m4 = body.m4 + 4 * d * body.m3 + 6 * d2 * body.m2 + size * d2 * d2;
    }
    for (std::size_t g = first; g <= last; ++g) {
      const double d = groups[g].value - out.mean, d2 = d * d, count = static_cast<double>(groups[g].count);
      out.m2 += count * d2, out.m3 += count * d2 * d, out.m4 += count * d2 * d2;
    }
    return out;
  }
};

// The values between two limits, each with its number, by ascending value.
inline std::vector<value_group> all_groups(column_view x, double low, double high) {
  std::vector<double> values;
  for (const double v : x)
    if (low < v && v < high) values.push_back(v);
  std::sort(values.begin(), values.end());
  std::vector<value_group> out;
  for (const double v : values) {
    if (out.empty() || out.back().value != v) out.push_back({v, 0});
    ++out.back().count;
  }
  return out;
}

// Looks closely only at blocks whose range reaches into the tails.
inline void find_extremes(column_view x, double low, double high, extremes& top, extremes& bottom) {
  constexpr std::size_t block = 128;
  for (std::size_t from = 0; from < x.size(); from += block) {
    const column_view part = x.subspan(from, std::min(block, x.size() - from));
    const extent reach = range(part);
    if (top.wants(reach.high))
      for (const double v : part)
        if (top.wants(v) && low < v && v < high) top.add(v + 0.0);
    if (bottom.wants(-reach.low))
      for (const double v : part)
        if (bottom.wants(-v) && low < v && v < high) bottom.add(-v + 0.0);
  }
}

// The column kept within the limits found so far.
inline tailed_column split_tails(column_view x, std::size_t groups_per_tail, const winsorised& so_far) {
  const double low = so_far.moved_low > 0 ? so_far.low : -HUGE_VAL;
  const double high = so_far.moved_high > 0 ? so_far.high : HUGE_VAL;
  extremes top(groups_per_tail), bottom(groups_per_tail);
  find_extremes(x, low, high, top, bottom);
  tailed_column out;
  const bool is_apart = top.is_full() && bottom.is_full() && -bottom.groups().back().value < top.groups().back().value;
  if (is_apart) {
    for (const value_group& g : bottom.groups()) out.groups.push_back({-g.value + 0.0, g.count});
    out.body_at = out.groups.size();
    out.body = active_kernels().moments_between(x.data(), x.size(), out.groups.back().value, top.groups().back().value);
    out.groups.insert(out.groups.end(), top.groups().rbegin(), top.groups().rend());
  } else {
    out.groups = all_groups(x, low, high);
  }
  const auto beyond = [&](auto is_beyond) {
    return static_cast<std::size_t>(std::count_if(x.begin(), x.end(), is_beyond));
  };
  if (so_far.moved_low > 0) {
    out.groups.insert(out.groups.begin(), {low, beyond([low](double v) { return v <= low; })});
    ++out.body_at;
  }
  if (so_far.moved_high > 0) out.groups.push_back({high, beyond([high](double v) { return v >= high; })});
  out.last = out.groups.size() - 1;
  return out;
}

inline bool is_acceptable(const moments& m, const winsorise_rule& rule) {
  const double skewness = m.skewness(2), kurtosis = m.excess_kurtosis(2);
  if (is_missing(skewness)) return true;
  if (rule.both) return std::abs(skewness) < rule.skewness && !(kurtosis >= rule.kurtosis);
  return std::abs(skewness) < rule.skewness || kurtosis < rule.kurtosis;
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
  for (bool is_done = false; !is_done;) {
    detail::tailed_column column = detail::split_tails(x, std::min(rule.most, detail::extremes::capacity - 1) + 1, out);
    is_done = detail::draw_in(column, rule, out);
  }
  return out;
}

}  // namespace numeric
QUINDEX_END
