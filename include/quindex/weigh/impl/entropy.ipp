/// Bodies of weigh/entropy.hpp.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "quindex/numeric/elementary.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/weigh/entropy.hpp"

QUINDEX_BEGIN
namespace weigh {
namespace detail {

/// y = slope (x - origin) + base.
struct straight {
  double origin = 0, slope = 1, base = 0;
};

/// The sum of u ln u - a (u - 1) over u = y times `factor`, in blocks that stay in the cache and in eight lanes
/// whatever the machine; 0 ln 0 = 0.
inline double sum_u_log_u(column_view x, const straight& y, double factor, double a, bool has_zeros) {
  constexpr std::size_t block = 256, lanes = 8;
  std::array<double, block> u{}, logs{};
  const double slope = factor * y.slope, base = factor * y.base;
  std::vector<double> parts;
  parts.reserve(x.size() / block + 1);
  for (std::size_t from = 0; from < x.size(); from += block) {
    const std::size_t n = std::min(block, x.size() - from);
    for (std::size_t i = 0; i < n; ++i) u[i] = slope * (x[from + i] - y.origin) + base;
    // Ones, which add nothing, fill the last lanes.
    for (std::size_t i = n; i % lanes != 0; ++i) u[i] = 1;
    const std::size_t filled = (n + lanes - 1) / lanes * lanes;
    numeric::log(column_view(u.data(), filled), std::span<double>(logs.data(), filled));
    if (has_zeros)
      for (std::size_t i = 0; i < n; ++i)
        if (!(u[i] > 0)) logs[i] = 0;
    std::array<double, lanes> sums{};
    for (std::size_t i = 0; i < filled; i += lanes)
      for (std::size_t lane = 0; lane < lanes; ++lane)
        sums[lane] += u[i + lane] * logs[i + lane] - a * (u[i + lane] - 1);
    parts.push_back(((sums[0] + sums[4]) + (sums[1] + sums[5])) + ((sums[2] + sums[6]) + (sums[3] + sums[7])));
  }
  return numeric::sum(parts);
}

inline straight entropy_map(const entropy& method, const numeric::extent& reach, bool is_high_better) {
  const double range = reach.high - reach.low;
  const bool is_scaled = method.scale == scaling::min_max || method.zeros == entropy_zeros::rescale;
  straight out;
  if (is_scaled) {
    const double span = method.zeros == entropy_zeros::rescale ? 1 - 2 * method.amount : 1;
    // Only scaling turns a column round; without it the shares of a column do not know a direction.
    const bool up = is_high_better || method.scale == scaling::none;
    out = {up ? reach.low : reach.high, (up ? span : -span) / range, 0};
  }
  if (method.zeros != entropy_zeros::defined) out.base += method.amount;
  return out;
}

/// 1 - e for shares taken as they are.
inline double divergence_of_shares(column_view x, double log_n, const std::string& where) {
  const double found = 1 + sum_u_log_u(x, {}, 1, 0, true) / log_n;
  if (found < 0)
    throw data_error({where, "the entropy is " + number_text(1 - found),
                      "it cannot be above 1: shares of a whole sum to 1; leave `shares` unset to divide by the sum"});
  return found;
}

}  // namespace detail

QUINDEX_INLINE void entropy::check(const path& where) const {
  if (zeros == entropy_zeros::rescale && amount >= 0.5)
    throw spec_error({(where / "amount").text(), "the amount is " + number_text(amount),
                      "rescaling to [amount, 1 - amount] needs one below 0.5"});
  if (shares && (scale != scaling::none || zeros != entropy_zeros::defined))
    throw spec_error({(where / "shares").text(), "shares are neither scaled nor shifted",
                      "set scale to 'none' and zeros to 'defined'"});
}

QUINDEX_INLINE std::vector<double> entropy::fit(const group& g) const {
  if (g.children.size() == 1) return {1};
  check(path("weigh"));
  const columns c = columns_of(g, rows, info.name);
  std::vector<double> out, scratch;
  for (std::size_t j = 0; j < c.size(); ++j) {
    if (c.is_constant(j)) {
      out.push_back(0);
      continue;
    }
    const std::string where = g.where() + "/" + g.children[j];
    const detail::straight y = detail::entropy_map(*this, c.reach[j], g.is_high_better(j));
    const double lowest = y.slope * ((y.slope < 0 ? c.reach[j].high : c.reach[j].low) - y.origin) + y.base;
    if (lowest < 0)
      throw data_error({where, "a score is " + number_text(c.reach[j].low),
                        "entropy needs scores of 0 or more; scale the children to such a range, or set scale to "
                        "'min_max'"});
    const column_view x = present(c, j, scratch);
    const double n = static_cast<double>(x.size()), log_n = numeric::log(n);
    if (shares) {
      out.push_back(detail::divergence_of_shares(x, log_n, where));
      continue;
    }
    // 1 - e is the divergence from equal shares, (1/n) sum u ln u / ln n with u = y / mean, which keeps the digits that
    // 1 minus e would lose; the u - 1 sum to 0, and taking each from its term keeps those of nearly equal shares.
    const double mean = y.slope * (numeric::mean(x) - y.origin) + y.base;
    out.push_back(std::max(0.0, detail::sum_u_log_u(x, y, 1 / mean, 1, lowest == 0) / (n * log_n)));
  }
  return as_weights(std::move(out), g, no_difference);
}

}  // namespace weigh
QUINDEX_END
