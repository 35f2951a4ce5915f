/// Bodies of compute/result.hpp: what each child adds to its group.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/base/text.hpp"
#include "quindex/compute/chosen.hpp"
#include "quindex/compute/group_scores.hpp"
#include "quindex/compute/impl/shapley.ipp"
#include "quindex/compute/result.hpp"

QUINDEX_BEGIN
namespace detail {

[[nodiscard]] inline double sum_in_order(std::span<const double> parts) {
  double sum = 0;
  for (const double part : parts) sum += part;
  return sum;
}

/// Moves what rounding left over to a contribution, a large one if possible, so that adding them in order gives the
/// score exactly. A half or a quarter of the difference is tried, too: where the sum lies midway between two numbers, a
/// whole step would pass over the score.
inline void settle(std::span<double> parts, double score) {
  constexpr int most_rounds = 8;
  std::vector<std::size_t> by_size(parts.size());
  for (std::size_t c = 0; c < parts.size(); ++c) by_size[c] = c;
  std::sort(by_size.begin(), by_size.end(),
            [&](std::size_t a, std::size_t b) { return std::abs(parts[a]) > std::abs(parts[b]); });
  for (int round = 0; round < most_rounds; ++round) {
    const double difference = score - sum_in_order(parts);
    if (difference == 0) return;
    for (const std::size_t c : by_size) {
      const double before = parts[c];
      for (const double share : {1.0, 0.5, 0.25}) {
        parts[c] = before + share * difference;
        if (sum_in_order(parts) == score) return;
      }
      parts[c] = before;
    }
    parts[by_size.front()] += difference;
  }
}

QUINDEX_INLINE std::optional<issue> group_inputs::no_contributions() const {
  const bool closed = method_->visit([](const auto& m) {
    return requires { m.contributions(column_view{}, column_view{}, std::span<double>{}); };
  });
  if (closed) return std::nullopt;
  const std::string what = std::string(method_->name());
  if (compares_units(*method_))
    return issue{"contributions." + code_, what + " compares all units, so that a unit's score has no parts",
                 "look at its measures, or aggregate the group by a mean"};
  if (columns_.size() <= most_players(*method_)) return std::nullopt;
  return issue{
      "contributions." + code_,
      what + " over " + std::to_string(columns_.size()) + " children has no closed form and too many coalitions",
      "split the group so that it has at most " + std::to_string(most_players(*method_)) + " children"};
}

QUINDEX_INLINE group_inputs inputs_of(const result& r, std::size_t group) {
  std::vector<column_view> children;
  for (const std::size_t child : r.framework().at(group).children)
    children.push_back(column_of(r.scores(), static_cast<Eigen::Index>(child)));
  return {r.index().state(), group, children, r.data().groups()};
}

QUINDEX_INLINE void group_inputs::contributions(std::size_t i, double score, std::span<double> out) const {
  std::vector<double> z(columns_.size());
  std::vector<double> w(columns_.size());
  const std::size_t m = gather(i, z, w);
  std::fill(out.begin(), out.end(), m == 0 || is_missing(score) ? missing_value : 0.0);
  if (m == 0 || is_missing(score)) return;
  std::vector<double> parts(m);
  method_->visit([&](const auto& method) {
    if constexpr (requires { method.contributions(column_view{}, column_view{}, std::span<double>{}); }) {
      method.contributions(column_view(z.data(), m), column_view(w.data(), m), parts);
    } else if constexpr (requires(column_view x) { method.score(x, x); }) {
      in_place([&] { shapley_values(*method_, method, {z.data(), m}, {w.data(), m}, score, parts); });
    }
  });
  settle(parts, score);
  for (std::size_t c = 0, p = 0; c < columns_.size(); ++c)
    if (!is_missing(columns_[c][i])) out[places_[c]] = parts[p++];
}

}  // namespace detail

QUINDEX_INLINE matrix result::contributions(std::string_view group) const {
  const auto found = nodes().find(group);
  if (!found)
    throw spec_error({"contributions", "there is no node " + quoted(group), did_you_mean(group, nodes().codes())});
  const quindex::framework& tree = framework();
  if (!tree.about(*found).is_group)
    throw spec_error({"contributions", quoted(group) + " is an indicator", "ask for one of its groups"});
  const detail::group_inputs inputs = detail::inputs_of(*this, *found);
  const std::size_t children = tree.at(*found).children.size();
  if (const auto reason = inputs.no_contributions()) throw spec_error(*reason);
  matrix out(scores().rows(), static_cast<Eigen::Index>(children));
  std::vector<double> row(children);
  for (Eigen::Index i = 0; i < out.rows(); ++i) {
    inputs.contributions(static_cast<std::size_t>(i), scores()(i, static_cast<Eigen::Index>(*found)), row);
    for (std::size_t c = 0; c < row.size(); ++c) out(i, static_cast<Eigen::Index>(c)) = row[c];
  }
  return out;
}

QUINDEX_END
