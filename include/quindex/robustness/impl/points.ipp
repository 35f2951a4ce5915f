/// The design as a table, and replicates on their own.
#pragma once

#include <algorithm>

#include "quindex/compute/chosen.hpp"
#include "quindex/compute/compute.hpp"
#include "quindex/compute/pipeline.hpp"
#include "quindex/robustness/batch_scorer.hpp"
#include "quindex/robustness/design.hpp"
#include "quindex/robustness/impl/variants.ipp"
#include "quindex/robustness/plan.hpp"
#include "quindex/robustness/variants.hpp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

/// The weights of a replicate, written into its spec: given for every group, where that gives the same bits.
QUINDEX_INLINE void give_weights(spec& recipe, const variant& fitted, const std::vector<double>& weights) {
  const framework& tree = fitted.tree();
  std::vector<std::uint8_t> touched(tree.size(), 0);
  std::vector<double> used;
  for (const std::size_t g : tree.groups_inside_out()) {
    const bool is_given = batch_scorer::group_weights(fitted, g, weights.data(), used);
    bool is_below = false;  // do scores that weights may have been fitted to differ?
    for (const std::size_t child : tree.at(g).children) is_below = is_below || touched[child] != 0;
    touched[g] = is_given || is_below ? 1 : 0;
    const weigh::method& method = quindex::detail::chosen(recipe.weigh, tree, g, false);
    const bool is_constant = method.as<weigh::equal>() != nullptr || method.as<weigh::given>() != nullptr;
    if (touched[g] == 0 || (!is_given && is_constant)) continue;
    weigh::given own;
    for (const std::size_t child : tree.at(g).children)
      own.weights.emplace_back(tree.about(child).code, is_given ? weights[child] : fitted.weights[child]);
    const std::string& code = tree.about(g).code;
    std::erase_if(recipe.weigh.except, [&](const auto& entry) { return entry.first == code; });
    recipe.weigh.except.emplace_back(code, std::move(own));
  }
}

/// A replicate's spec, its weights in it, and what it is computed from.
QUINDEX_INLINE replicate replicate_at(const plan& of, const source& one) {
  std::vector<double> u(of.dimension());
  of.coordinates(one, u);
  vary::alternative drawn;
  of.change(one, u.data(), drawn);
  replicate out{spec_with(of, drawn), drawn_table(of.data, drawn)};
  if (!of.reweighs) return out;
  const bool is_drawn = !drawn.units.empty() || drawn.values.size() > 0;
  const variant fitted = is_drawn ? fitted_to_drawn(of, out.recipe, drawn, {}) : fitted_to_table(of, out.recipe, {});
  std::vector<double> whole = whole_weights(fitted);
  of.reweigh(one, u.data(), whole);
  std::vector<double> own;
  for (const std::size_t node : fitted.origin) own.push_back(whole[node]);
  give_weights(out.recipe, fitted, own);
  return out;
}

/// The spec of a replicate as plain data, as far as there is one.
QUINDEX_INLINE describe::value written_spec(const plan& of, const source& one) {
  std::vector<double> u(of.dimension());
  of.coordinates(one, u);
  vary::alternative drawn;
  of.change(one, u.data(), drawn);
  try {
    return write_spec(replicate_at(of, one).recipe);
  } catch (const error&) {  // it cannot be read or fitted, or its weights cannot be used
    try {
      describe::value out = vary::with_edits(of.written, of.tree(), drawn.edits, catalogue());
      return drawn.dropped.empty() ? out : vary::without_nodes(out, of.tree(), drawn.dropped);
    } catch (const error&) {
      return of.written;
    }
  }
}

QUINDEX_INLINE void check_replicates(const design& d, std::size_t first, std::size_t last) {
  if (first < last && last <= d.draws) return;
  throw spec_error({"robustness",
                    "replicates " + std::to_string(first) + " to " + std::to_string(last) + " are asked for",
                    "the design has replicates 0 to " + std::to_string(d.draws - 1)});
}

}  // namespace detail

QUINDEX_INLINE design_points points(const spec& recipe, const table& data, const design& d, std::size_t first,
                                    std::size_t last) {
  const detail::plan of(recipe, data, d, 0);
  detail::check_replicates(d, first, last);
  design_points out;
  const auto rows = static_cast<Eigen::Index>(last - first);
  out.numbers.resize(rows, static_cast<Eigen::Index>(d.factors.size()));
  out.coordinates.resize(rows, static_cast<Eigen::Index>(of.dimension()));
  out.first_coordinate.assign(of.first.begin(), of.first.end() - 1);
  for (const factor& one : d.factors) out.factors.push_back(one.name);
  std::vector<double> u(of.dimension());
  for (std::size_t r = first; r < last; ++r) {
    const auto row = static_cast<Eigen::Index>(r - first);
    const detail::source one{r, {}, nullptr};
    of.coordinates(one, u);
    out.replicates.push_back(r);
    out.levels.emplace_back();
    for (std::size_t k = 0; k < u.size(); ++k) out.coordinates(row, static_cast<Eigen::Index>(k)) = u[k];
    for (std::size_t f = 0; f < of.factors.size(); ++f) {
      out.numbers(row, static_cast<Eigen::Index>(f)) = of.factors[f].number(of.part(f, u.data()), of.stream(f, one));
      out.levels.back().push_back(of.factors[f].level(of.part(f, u.data()), of.stream(f, one)));
    }
  }
  return out;
}

QUINDEX_INLINE design_points points(const spec& recipe, const table& data, const design& d) {
  return points(recipe, data, d, 0, d.draws);
}

QUINDEX_INLINE replicate replicate_of(const spec& recipe, const table& data, const design& d, std::size_t number) {
  const detail::plan of(recipe, data, d, 0);
  detail::check_replicates(d, number, number + 1);
  return detail::replicate_at(of, detail::source{number, {}, nullptr});
}

}  // namespace robustness
QUINDEX_END
