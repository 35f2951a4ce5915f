/// Bodies of compute/result.hpp: what each child adds to its group.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/base/text.hpp"
#include "quindex/compute/chosen.hpp"
#include "quindex/compute/group_scores.hpp"
#include "quindex/compute/result.hpp"

QUINDEX_BEGIN
namespace detail {

constexpr std::size_t most_shapley_children = 16;  // 2^16 coalitions a unit

/// Exact Shapley values of the game in which a coalition is worth `worth(members)`, a bit mask, and nobody is worth 0.
template <class Worth>
void shapley(std::size_t m, Worth&& worth, std::span<double> out) {
  std::vector<double> value(std::size_t{1} << m, 0.0);
  for (std::size_t s = 1; s < value.size(); ++s) value[s] = worth(s);
  std::vector<double> weight(m);  // s! (m − 1 − s)! / m!
  for (std::size_t s = 0; s < m; ++s) {
    double choose = 1;
    for (std::size_t k = 1; k <= s; ++k) choose = choose * static_cast<double>(m - k) / static_cast<double>(k);
    weight[s] = 1.0 / (static_cast<double>(m) * choose);
  }
  std::fill(out.begin(), out.end(), 0.0);
  for (std::size_t s = 0; s < value.size(); ++s) {
    const auto size = static_cast<std::size_t>(__builtin_popcountll(s));
    for (std::size_t c = 0; c < m; ++c)
      if ((s >> c & 1U) == 0) out[c] += weight[size] * (value[s | std::size_t{1} << c] - value[s]);
  }
}

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
  if (columns_.size() <= most_shapley_children) return std::nullopt;
  return issue{
      "contributions." + code_,
      what + " over " + std::to_string(columns_.size()) + " children has no closed form and too many coalitions",
      "split the group so that it has at most " + std::to_string(most_shapley_children) + " children"};
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
      std::vector<double> zs;
      std::vector<double> ws;
      shapley(
          m,
          [&](std::size_t members) {
            const bool all = members + 1 == std::size_t{1} << m;
            if (all) return score;
            if (needs_all_children(*method_)) return 0.0;
            zs.clear(), ws.clear();
            double total = 0;
            for (std::size_t c = 0; c < m; ++c)
              if ((members >> c & 1U) != 0) zs.push_back(z[c]), ws.push_back(w[c]), total += w[c];
            for (double& weight : ws) weight /= total;
            return method.score(zs, ws);
          },
          parts);
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
