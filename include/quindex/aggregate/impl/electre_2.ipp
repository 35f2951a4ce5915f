/// Bodies of aggregate/electre_2.hpp.
#pragma once

#include "quindex/aggregate/electre_2.hpp"

QUINDEX_BEGIN
namespace aggregate {

QUINDEX_INLINE void electre_2::check(const path& where) const {
  if (concordance_high >= concordance_middle && concordance_middle >= concordance_low &&
      discordance_high >= discordance_low)
    return;
  throw spec_error({where.text(),
                    "the thresholds are out of order: concordance " + number_text(concordance_high) + ", " +
                        number_text(concordance_middle) + ", " + number_text(concordance_low) + ", discordance " +
                        number_text(discordance_high) + ", " + number_text(discordance_low),
                    "each has to be at least the next"});
}

namespace detail {

/// Strong and weak outranking between circuits of the strong one.
struct electre_2_graphs {
  circuits groups;
  outranking strong, weak;
};

/// Of `among`, those that no other of them outranks; those in a circle together.
inline std::vector<std::size_t> leaders(const outranking& relation, const std::vector<std::size_t>& among,
                                        bool turned) {
  outranking part(among.size());
  for (std::size_t a = 0; a < among.size(); ++a)
    for (std::size_t b = 0; b < among.size(); ++b)
      if (a != b && (turned ? relation(among[b], among[a]) : relation(among[a], among[b]))) part.add(a, b);
  const circuits groups = circuits_of(part);
  std::vector<bool> beaten(groups.count, false);
  for (std::size_t a = 0; a < among.size(); ++a)
    for (std::size_t b = 0; b < among.size(); ++b)
      if (groups.of[a] != groups.of[b] && part(a, b)) beaten[groups.of[b]] = true;
  std::vector<std::size_t> out;
  for (std::size_t a = 0; a < among.size(); ++a)
    if (!beaten[groups.of[a]]) out.push_back(among[a]);
  return out;
}

/// The rank of every circuit: again and again the leaders of those that remain.
inline std::vector<std::size_t> electre_2_ranks(const electre_2_graphs& graphs, bool turned) {
  std::vector<std::size_t> remaining(graphs.groups.count);
  for (std::size_t g = 0; g < remaining.size(); ++g) remaining[g] = g;
  std::vector<std::size_t> rank(remaining.size(), 0);
  for (std::size_t next = 1; !remaining.empty(); ++next) {
    const std::vector<std::size_t> first = leaders(graphs.weak, leaders(graphs.strong, remaining, turned), turned);
    for (const std::size_t g : first) rank[g] = next;
    std::erase_if(remaining, [&](std::size_t g) { return rank[g] != 0; });
  }
  return rank;
}

}  // namespace detail

QUINDEX_INLINE electre_2::rankings electre_2::of(const alternatives& all) const {
  const std::size_t n = all.size();
  electre_comparison pair(all, scale, info.name);
  outranking strong(n), weak(n);
  for (std::size_t a = 0; a < n; ++a) {
    pair.compare(a);
    for (std::size_t b = 0; b < n; ++b) {
      if (a == b || pair.lead()[b] < (strict_lead ? electre_slack : -electre_slack)) continue;
      const double c = pair.concordance()[b] + electre_slack;
      const double d = pair.discordance()[b] - electre_slack;
      if ((c >= concordance_high && d <= discordance_high) || (c >= concordance_middle && d <= discordance_low))
        strong.add(a, b);
      if (c >= concordance_low && d <= discordance_high) weak.add(a, b);
    }
  }
  circuits groups = circuits_of(strong);
  outranking between_strong = between(strong, groups);
  outranking between_weak = between(weak, groups);
  const detail::electre_2_graphs graphs{std::move(groups), std::move(between_strong), std::move(between_weak)};
  const std::vector<std::size_t> forward = detail::electre_2_ranks(graphs, false);
  const std::vector<std::size_t> turned = detail::electre_2_ranks(graphs, true);
  const std::size_t last = n == 0 ? 0 : *std::max_element(turned.begin(), turned.end());
  rankings out{std::vector<double>(n), std::vector<double>(n)};
  for (std::size_t i = 0; i < n; ++i) {
    out.forward[i] = static_cast<double>(forward[graphs.groups.of[i]]);
    out.reverse[i] = static_cast<double>(1 + last - turned[graphs.groups.of[i]]);
  }
  return out;
}

QUINDEX_INLINE std::vector<double> electre_2::scores(const alternatives& all) const {
  const double n = static_cast<double>(all.size());
  const rankings ranks = of(all);
  std::vector<double> out(all.size(), 1.0);
  if (out.size() < 2) return out;
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = (n - 0.5 * (ranks.forward[i] + ranks.reverse[i])) / (n - 1);
  return out;
}

QUINDEX_INLINE std::vector<measure> electre_2::measures(const alternatives& all) const {
  rankings ranks = of(all);
  std::vector<double> mean(all.size());
  for (std::size_t i = 0; i < mean.size(); ++i) mean[i] = 0.5 * (ranks.forward[i] + ranks.reverse[i]);
  return {{"forward_rank", std::move(ranks.forward)},
          {"reverse_rank", std::move(ranks.reverse)},
          {"mean_rank", std::move(mean)}};
}

}  // namespace aggregate
QUINDEX_END
