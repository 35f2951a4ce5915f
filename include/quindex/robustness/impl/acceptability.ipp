/// Bodies of robustness/acceptability.hpp: shares of ranks and bands, central weights.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>

#include "quindex/base/text.hpp"
#include "quindex/robustness/acceptability.hpp"
#include "quindex/robustness/impl/replicates.ipp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

/// What each rank is worth, by bin; half ranks are worth half of either side.
[[nodiscard]] inline std::vector<double> worth_of_bins(const outcomes& o, meta_weights what) {
  const std::size_t n = o.units().size();
  std::vector<double> of_rank(n);
  double all = 0;
  for (std::size_t r = n; r-- > 0;) {
    all += 1 / static_cast<double>(r + 1);
    of_rank[r] = all;
  }
  for (std::size_t r = 0; r < n; ++r) {
    const auto rank = static_cast<double>(r + 1);
    if (what == meta_weights::centroid) of_rank[r] /= all;
    if (what == meta_weights::inverse) of_rank[r] = 1 / rank;
    if (what == meta_weights::linear)
      of_rank[r] = n == 1 ? 1 : (static_cast<double>(n) - rank) / static_cast<double>(n - 1);
  }
  std::vector<double> out(o.bins());
  for (std::size_t bin = 0; bin < out.size(); ++bin) {
    const double rank = o.rank_of_bin(bin);
    const auto below = static_cast<std::size_t>(std::floor(rank)) - 1,
               above = static_cast<std::size_t>(std::ceil(rank)) - 1;
    out[bin] = 0.5 * (of_rank[below] + of_rank[above]);
  }
  return out;
}

inline void check_top(const char* where, std::size_t k) {
  if (k == 0) throw spec_error({std::string(where) + ".k", "found 0", "ask for the top 1 or more"});
}

[[nodiscard]] inline band_table empty_bands(const outcomes& o, const node_counts& node, std::vector<double> limits) {
  const auto rows = static_cast<Eigen::Index>(node.units.size()),
             columns = static_cast<Eigen::Index>(limits.size()) + 1;
  return {node.node, o.units(), std::move(limits), matrix::Constant(rows, columns, missing_value)};
}

}  // namespace detail

QUINDEX_INLINE acceptability_table acceptability(const outcomes& o, std::string_view code) {
  const node_counts& node = o.at(code);
  const auto n = static_cast<Eigen::Index>(node.units.size()), bins = static_cast<Eigen::Index>(o.bins());
  acceptability_table out{node.node, o.units(), {}, matrix::Constant(n, bins, missing_value), {}};
  for (std::size_t bin = 0; bin < o.bins(); ++bin) out.ranks.push_back(o.rank_of_bin(bin));
  for (std::size_t i = 0; i < node.units.size(); ++i) {
    const detail::ranks_seen seen(o, node.units[i].ranks);
    out.present.push_back(static_cast<double>(seen.count()) / static_cast<double>(o.successes()));
    if (seen.count() == 0) continue;
    for (std::size_t bin = 0; bin < o.bins(); ++bin)
      out.shares(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(bin)) =
          node.units[i].ranks.at(bin) / static_cast<double>(seen.count());
  }
  return out;
}

QUINDEX_INLINE std::vector<double> top_shares(const outcomes& o, std::size_t k, std::string_view code) {
  detail::check_top("top_shares", k);
  const node_counts& node = o.at(code);
  std::vector<double> out(node.units.size(), missing_value);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const rank_counts& ranks = node.units[i].ranks;
    const std::uint64_t all = detail::ranks_seen(o, ranks).count();
    std::uint64_t inside = 0;
    for (std::size_t bin = 0; bin < o.bins() && o.rank_of_bin(bin) <= static_cast<double>(k); ++bin)
      inside += ranks.at(bin);
    if (all > 0) out[i] = static_cast<double>(inside) / static_cast<double>(all);
  }
  return out;
}

QUINDEX_INLINE std::vector<unit_at_risk> units_at_risk(const outcomes& o, std::size_t k, double level,
                                                       std::string_view code) {
  detail::check_top("units_at_risk", k);
  if (!(level > 0.5 && level < 1))
    throw spec_error({"units_at_risk.level", "found " + number_text(level), "give a number above 0.5 and below 1"});
  const std::vector<double> shares = top_shares(o, k, code);
  const node_counts& node = o.at(code);
  std::vector<unit_at_risk> out;
  for (std::size_t i = 0; i < shares.size(); ++i)
    if (shares[i] > 1 - level && shares[i] < level)
      out.push_back({o.units()[i], node.nominal_ranks[i], node.nominal_ranks[i] <= static_cast<double>(k), shares[i]});
  std::stable_sort(out.begin(), out.end(), [](const unit_at_risk& a, const unit_at_risk& b) {
    return std::abs(a.probability - 0.5) < std::abs(b.probability - 0.5);
  });
  return out;
}

QUINDEX_INLINE band_table bands(const outcomes& o, std::string_view code) {
  const node_counts& node = o.at(code);
  if (o.design().bands.empty())
    throw spec_error({"bands", "the design has no bands", "give its limits, or limits here when scores are kept"});
  band_table out = detail::empty_bands(o, node, o.design().bands);
  for (std::size_t i = 0; i < node.units.size(); ++i)
    for (std::size_t b = 0; b < node.units[i].bands.size() && node.units[i].present > 0; ++b)
      out.shares(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(b)) =
          static_cast<double>(node.units[i].bands[b]) / node.units[i].present;
  return out;
}

QUINDEX_INLINE band_table bands(const outcomes& o, const std::vector<double>& limits, std::string_view code) {
  if (limits == o.design().bands && !limits.empty()) return bands(o, code);
  for (std::size_t k = 0; k < limits.size(); ++k)
    if (is_missing(limits[k]) || (k > 0 && !(limits[k - 1] < limits[k])))
      throw spec_error({"bands.limits." + std::to_string(k), "found " + number_text(limits[k]), "limits ascend"});
  detail::check_kept("bands", o);
  const node_counts& node = o.at(code);
  band_table out = detail::empty_bands(o, node, limits);
  for (std::size_t i = 0; i < node.units.size(); ++i) {
    std::vector<std::size_t> counts(limits.size() + 1, 0);
    std::size_t all = 0;
    for (const double score : detail::kept_scores(node, i)) {
      if (is_missing(score)) continue;
      ++all;
      ++counts[static_cast<std::size_t>(std::upper_bound(limits.begin(), limits.end(), score) - limits.begin())];
    }
    for (std::size_t b = 0; b < counts.size() && all > 0; ++b)
      out.shares(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(b)) =
          static_cast<double>(counts[b]) / static_cast<double>(all);
  }
  return out;
}

QUINDEX_INLINE std::vector<double> holistic_acceptability(const outcomes& o, meta_weights what, std::string_view code) {
  const acceptability_table found = acceptability(o, code);
  const std::vector<double> worth = detail::worth_of_bins(o, what);
  std::vector<double> out(found.units.size(), 0.0);
  for (std::size_t i = 0; i < out.size(); ++i)
    for (std::size_t bin = 0; bin < worth.size(); ++bin)
      out[i] += worth[bin] * found.shares(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(bin));
  return out;
}

QUINDEX_INLINE central_weights_table central_weights(const outcomes& o, std::string_view code) {
  const node_counts& node = o.at(code);
  if (!o.design().central_weights)
    throw spec_error({"central_weights", "the design did not ask for them", "run it with central_weights = true"});
  const auto n = static_cast<Eigen::Index>(node.units.size()), m = static_cast<Eigen::Index>(o.nodes().size());
  central_weights_table out{node.node, o.units(), o.nodes(), {}, matrix::Constant(n, m, missing_value)};
  for (std::size_t i = 0; i < node.units.size(); ++i) {
    const first_places& first = node.units[i].first;
    out.first_share.push_back(first.times / static_cast<double>(o.successes()));
    for (std::size_t v = 0; v < first.weights.size() && first.times > 0; ++v)
      out.weights(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(v)) = first.weights[v].value() / first.times;
  }
  return out;
}

}  // namespace robustness
QUINDEX_END
