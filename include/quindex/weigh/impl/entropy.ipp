/// Bodies of weigh/entropy.hpp.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "quindex/numeric/elementary.hpp"
#include "quindex/numeric/kernels.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/weigh/entropy.hpp"

QUINDEX_BEGIN
namespace weigh {
namespace detail {

/// y = slope (x - origin) + base.
struct straight {
  double origin = 0, slope = 1, base = 0;
};

/// The sum of u ln u - a (u - 1) over u = y times `factor`; 0 ln 0 = 0. In blocks of 256 values, so that the bits are
/// the same whatever the machine.
inline double sum_u_log_u(column_view x, const straight& y, double factor, double a, std::vector<double>& scratch) {
  scratch.resize(x.size() / 256 + 1);
  const kernel::share_map map{y.origin, factor * y.slope, factor * y.base, a};
  const std::size_t blocks = numeric::active_kernels().entropy_sums(x.data(), x.size(), map, scratch.data());
  return blocks == 1 ? scratch[0] : numeric::sum({scratch.data(), blocks});
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
template <class Where>
double divergence_of_shares(column_view x, double log_n, Where where, std::vector<double>& scratch) {
  const double found = 1 + sum_u_log_u(x, {}, 1, 0, scratch) / log_n;
  if (found < 0)
    throw data_error({where(), "the entropy is " + number_text(1 - found),
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
  std::vector<double> out, scratch, blocks;
  double n = 0, log_n = 0;
  // All means come first: the processor works on several columns at once, if none waits for another result.
  std::vector<double> means(c.size());
  for (std::size_t j = 0; j < c.size() && !shares; ++j) means[j] = numeric::mean(c.x[j]);
  for (std::size_t j = 0; j < c.size(); ++j) {
    if (c.is_constant(j)) {
      out.push_back(0);
      continue;
    }
    const auto where = [&] { return g.where() + "/" + g.children[j]; };
    const detail::straight y = detail::entropy_map(*this, c.reach[j], g.is_high_better(j));
    const double lowest = y.slope * ((y.slope < 0 ? c.reach[j].high : c.reach[j].low) - y.origin) + y.base;
    if (lowest < 0)
      throw data_error({where(), "a score is " + number_text(c.reach[j].low),
                        "entropy needs scores of 0 or more; scale the children to such a range, or set scale to "
                        "'min_max'"});
    const column_view x = present(c, j, scratch);
    if (static_cast<double>(x.size()) != n) n = static_cast<double>(x.size()), log_n = numeric::log(n);
    if (shares) {
      out.push_back(detail::divergence_of_shares(x, log_n, where, blocks));
      continue;
    }
    // 1 - e is the divergence from equal shares, (1/n) sum u ln u / ln n with u = y / mean, which keeps the digits that
    // 1 minus e would lose; the u - 1 sum to 0, and taking each from its term keeps those of nearly equal shares.
    const double mean = y.slope * ((c.has_gaps(j) ? numeric::mean(x) : means[j]) - y.origin) + y.base;
    out.push_back(std::max(0.0, detail::sum_u_log_u(x, y, 1 / mean, 1, blocks) / (n * log_n)));
  }
  return as_weights(std::move(out), g, no_difference);
}

}  // namespace weigh
QUINDEX_END
