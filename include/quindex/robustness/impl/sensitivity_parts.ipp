/// What the analyses of an index share: names, groups, the node looked at, coordinates that are mixed.
#pragma once

#include <algorithm>
#include <string>

#include "quindex/base/text.hpp"
#include "quindex/compute/group_scores.hpp"
#include "quindex/error.hpp"
#include "quindex/robustness/engine.hpp"
#include "quindex/robustness/rank_shifts.hpp"
#include "quindex/robustness/saltelli.hpp"
#include "quindex/robustness/sensitivity.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// The design with what these analyses need of it: one node watched, nothing kept.
QUINDEX_INLINE design watching(design d, const std::string& node) {
  if (!node.empty()) d.nodes = {node};
  if (d.nodes.size() > 1) d.nodes.resize(1);
  d.pairs = d.central_weights = false;
  return d;
}

/// Names of the factors.
QUINDEX_INLINE labels factor_names(const design& d) {
  std::vector<std::string> out;
  for (const factor& f : d.factors) out.push_back(f.name);
  return out;
}

/// Groups in the order of their first factors; factors in none on their own.
QUINDEX_INLINE std::vector<factor_group> groups_of(const design& d, const std::vector<named_group>& groups) {
  const labels names = factor_names(d);
  std::vector<factor_group> named;
  std::vector<std::size_t> home(names.size(), groups.size());
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const std::string where = "sensitivity.groups." + groups[g].name;
    factor_group one{groups[g].name, {}};
    for (const std::string& member : groups[g].members) {
      const auto found = names.find(member);
      if (!found)
        throw spec_error({where, "there is no factor " + quoted(member), did_you_mean(member, names.codes())});
      if (home[*found] != groups.size())
        throw spec_error({where, "factor " + quoted(member) + " is in " + quoted(groups[home[*found]].name) + ", too",
                          "put each factor into one group"});
      home[*found] = g;
      one.members.push_back(*found);
    }
    if (one.members.empty()) throw spec_error({where, "it has no factors", "leave it out"});
    named.push_back(std::move(one));
  }
  std::vector<factor_group> out;
  std::vector<bool> is_there(groups.size(), false);
  for (std::size_t f = 0; f < names.size(); ++f) {
    if (home[f] == groups.size()) {
      out.push_back({names[f], {f}});
    } else if (!is_there[home[f]]) {
      is_there[home[f]] = true;
      out.push_back(named[home[f]]);
    }
  }
  (void)names_of(out);  // refuses a name that stands twice
  return out;
}

/// Refuses factors of different groups that the design makes dependent.
QUINDEX_INLINE void check_independence(const design& d, const std::vector<factor_group>& groups) {
  std::vector<std::size_t> home(d.factors.size(), 0);
  for (std::size_t g = 0; g < groups.size(); ++g)
    for (const std::size_t f : groups[g].members) home[f] = g;
  for (std::size_t i = 0; i < d.correlation.size(); ++i)
    for (std::size_t j = 0; j < i && j < d.correlation[i].size(); ++j)
      if (d.correlation[i][j] != 0 && home[i] != home[j])
        throw spec_error({"sensitivity.groups",
                          "factors " + quoted(d.factors[j].name) + " and " + quoted(d.factors[i].name) +
                              " are dependent, so that they have no indices of their own",
                          "put them into one group, or ask for Shapley effects or given-data indices"});
}

/// The position of a unit; throws spec_error when there is none.
QUINDEX_INLINE std::size_t unit_position(const std::string& where, const labels& units, const std::string& unit) {
  if (const auto found = units.find(unit)) return *found;
  throw spec_error({where, "there is no unit " + quoted(unit), did_you_mean(unit, units.codes())});
}

/// "rank of Oslo".
QUINDEX_INLINE std::string output_name(const std::string& unit, unit_output output) {
  if (unit.empty()) return "rank shift";
  return (output == unit_output::rank ? "rank of " : "score of ") + unit;
}

/// The nominal ranks of the watched node.
QUINDEX_INLINE std::vector<double> nominal_ranks_of(const evaluator& engine) {
  std::vector<double> out(engine.units().size());
  const spec& recipe = engine.of().recipe;
  numeric::ranks(quindex::detail::rounded(engine.nominal_scores(0), recipe.rank_decimals), recipe.ties,
                 is_high_better(engine.of().tree(), engine.watched().front()), out);
  return out;
}

/// Ranks and shifts of all replicates of an evaluation.
struct ranked_evaluation {
  matrix ranks{};               // units × replicates; 0 × 0 unless asked for
  std::vector<double> shift{};  // by replicate
};

template <numeric::StoredRank Place>
void compare_all(const evaluation& found, column_view nominal, ties rule, const numeric::executor& where,
                 ranked_evaluation& out) {
  const std::span<const Place> all = found.ranks_of<Place>(0);
  find_shifts<Place>(all, nominal, rule, where, out.shift);
  if (out.ranks.size() == 0) return;
  constexpr std::size_t at_once = 64;
  numeric::parallel_for(
      where, found.replicates,
      [&](std::size_t r) {
        for (std::size_t k = r * found.units; k < (r + 1) * found.units; ++k)
          out.ranks.data()[k] = numeric::rank_of(all[k], rule);
      },
      at_once);
}

/// Evaluates sources and compares the ranks of the units in each of them with the nominal ones. Scores are found only
/// if they are asked for: ranks alone cost less.
QUINDEX_INLINE void evaluate_ranked(evaluator& engine, std::span<const source> sources, column_view nominal,
                                    const numeric::executor& where, bool with_scores, bool with_ranks,
                                    evaluation& found, ranked_evaluation& out) {
  found.with_scores = with_scores;
  found.with_ranks = true;
  engine.evaluate(sources, found);
  if (with_ranks) out.ranks.resize(static_cast<Eigen::Index>(found.units), static_cast<Eigen::Index>(found.replicates));
  out.shift.resize(found.replicates);
  const ties rule = engine.of().recipe.ties;
  if (are_small(found.units, rule))
    compare_all<std::uint16_t>(found, nominal, rule, where, out);
  else
    compare_all<std::uint32_t>(found, nominal, rule, where, out);
}

}  // namespace robustness::detail
QUINDEX_END
