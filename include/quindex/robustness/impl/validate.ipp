/// What keeps a design from being run.
#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "quindex/base/text.hpp"
#include "quindex/robustness/impl/validate_weights.ipp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

QUINDEX_INLINE void check_numbers(const design& d, std::vector<issue>& found) {
  constexpr std::size_t most_draws = 0xFFFFFFFFU;  // replicates are numbered in 32 bits
  if (d.draws == 0 || d.draws > most_draws)
    found.push_back({"design.draws", "there are " + std::to_string(d.draws) + " draws", "give 1 to 4294967295"});
  for (std::size_t k = 0; k < d.bands.size(); ++k)
    if (!std::isfinite(d.bands[k]) || (k > 0 && !(d.bands[k - 1] < d.bands[k])))
      found.push_back({"design.bands." + std::to_string(k), number_text(d.bands[k]) + " is not above the limit before",
                       "limits are finite and ascend"});
  if (!d.scores && !d.bands.empty())
    found.push_back({"design.bands", "scores are not counted", "count scores, or ask for no bands"});
  if (!d.scores && d.keep.value_or(false))
    found.push_back({"design.keep", "scores are not counted", "count scores, or keep none"});
  if (!(d.largest_failure_share >= 0 && d.largest_failure_share <= 1))
    found.push_back(
        {"design.largest_failure_share", number_text(d.largest_failure_share) + " is outside [0, 1]", "give a share"});
}

QUINDEX_INLINE void check_nodes(const spec& recipe, const design& d, std::vector<issue>& found) {
  std::set<std::string> seen;
  for (std::size_t k = 0; k < d.nodes.size(); ++k) {
    const std::string where = "design.nodes." + std::to_string(k);
    if (!recipe.framework.codes().has(d.nodes[k]))
      found.push_back({where, "the framework has no node " + quoted(d.nodes[k]),
                       did_you_mean(d.nodes[k], recipe.framework.codes().codes())});
    if (!seen.insert(d.nodes[k]).second)
      found.push_back({where, quoted(d.nodes[k]) + " stands there twice", "watch each node once"});
  }
}

QUINDEX_INLINE void check_correlation(const design& d, std::vector<issue>& found) {
  if (d.correlation.empty()) return;
  const std::string where = "design.correlation";
  const std::size_t n = d.factors.size();
  const bool is_square = d.correlation.size() == n && std::all_of(d.correlation.begin(), d.correlation.end(),
                                                                  [n](const auto& row) { return row.size() == n; });
  if (!is_square) {
    found.push_back({where, "the matrix has not a row and a column for each of the " + std::to_string(n) + " factors",
                     "give factors × factors correlations, or none"});
    return;
  }
  try {
    std::vector<std::string> names;
    for (const factor& one : d.factors) names.push_back(one.name);
    (void)numeric::gaussian_copula(correlation_matrix(d), names);
  } catch (const error& e) {
    found.push_back({where, (e.where().empty() ? "" : e.where() + ": ") + e.about().what, e.hint()});
  }
}

/// The places of the spec that a factor edits, found by asking it for a few replicates.
QUINDEX_INLINE std::set<std::string> edited_by(const vary::ready& one) {
  std::set<std::string> out;
  const numeric::random_stream stream(0, "robustness.validate");
  for (const double u : {0.5, 0.001, 0.25, 0.75, 0.999}) {
    const std::vector<double> point(one.dimension(), u);
    vary::alternative drawn;
    one.change(point, stream, drawn);
    for (const vary::edit& e : drawn.edits) out.insert(e.address);
  }
  return out;
}

/// The node whose weight an address of a spec is: "framework.CODE.weight".
[[nodiscard]] inline std::optional<std::size_t> weighed_node(const framework& tree, const std::string& address) {
  constexpr std::string_view begin = "framework.", end = ".weight";
  if (address.rfind(begin, 0) != 0 || address.size() <= begin.size() + end.size() ||
      address.compare(address.size() - end.size(), end.size(), end) != 0)
    return std::nullopt;
  return tree.codes().find(address.substr(begin.size(), address.size() - begin.size() - end.size()));
}

QUINDEX_INLINE void check_factors(const spec& recipe, const vary::scene& here, const design& d,
                                  std::vector<issue>& found) {
  std::set<std::string> names;
  std::map<std::string, std::string> editors;  // by address: the factor
  weight_owners owners(recipe.framework);
  std::vector<framework_weight> weights;
  bool weighing_varies = false;
  const path root("design");
  const path all = root / "factors";
  for (std::size_t f = 0; f < d.factors.size(); ++f) {
    const factor& one = d.factors[f];
    const std::string number = std::to_string(f);
    const path at = all / number;
    const path name = at / "name";
    const path method = at / "what";
    if (one.name.empty()) found.push_back({name.text(), "the factor has no name", "give it one of its own"});
    if (!one.name.empty() && !names.insert(one.name).second)
      found.push_back({name.text(), "two factors are called " + quoted(one.name), "give each a name of its own"});
    try {
      const vary::ready factor_here(one.what, here, method);
      owners.add(one, factor_here, method);
      if (const auto* options = one.what.as<vary::options>()) try_weighing(recipe, here, *options, method);
      for (const std::string& address : edited_by(factor_here)) {
        if (address == "ties" || address == "rank_decimals")
          found.push_back({method.text(),
                           quoted(address) + " cannot vary: the ranks of all replicates are counted alike",
                           "run one design for each rule"});
        if (address.rfind("publish", 0) == 0)
          found.push_back({method.text(),
                           quoted(address) + " cannot vary: replicates are scored before a last rescaling",
                           "compute one result for each rescaling and compare them"});
        if (const auto node = weighed_node(recipe.framework, address))
          weights.push_back({*node, one.name, method.text()});
        weighing_varies = weighing_varies || address.rfind("weigh", 0) == 0;
        const auto [before, is_new] = editors.emplace(address, one.name);
        if (!is_new && before->second != one.name)
          found.push_back(
              {method.text(),
               quoted(one.name) + " edits " + quoted(address) + ", which " + quoted(before->second) + " edits, too",
               "make one factor of the two, or let them edit different places"});
      }
    } catch (const error& e) {
      found.push_back(e.about());
    }
  }
  if (found.empty()) check_framework_weights(recipe, here, weights, owners, weighing_varies, found);
}

}  // namespace detail

QUINDEX_INLINE std::vector<issue> validate(const spec& recipe, const table& data, const design& d) {
  std::vector<issue> found = quindex::validate(recipe, data);
  if (!found.empty()) return found;
  detail::check_numbers(d, found);
  constexpr std::size_t most_paired = 10'000;  // 800 MB of counts
  if (d.pairs && data.units().size() > most_paired)
    found.push_back({"design.pairs", std::to_string(data.units().size()) + " units are too many to count pairs of",
                     "count pairs of at most 10000"});
  detail::check_nodes(recipe, d, found);
  detail::check_correlation(d, found);
  try {
    const describe::extensions functions = detail::functions_of(recipe);
    const describe::value written = write_spec(recipe);
    detail::check_factors(recipe, detail::scene_of(written, recipe, data, functions), d, found);
  } catch (const error& e) {
    found.push_back(e.about());
  }
  return found;
}

}  // namespace robustness
QUINDEX_END
