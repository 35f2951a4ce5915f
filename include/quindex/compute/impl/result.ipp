/// Bodies of compute/result.hpp.
#pragma once

#include <algorithm>

#include "quindex/base/text.hpp"
#include "quindex/compute/chosen.hpp"
#include "quindex/compute/group_scores.hpp"
#include "quindex/compute/pipeline.hpp"
#include "quindex/compute/result.hpp"
#include "quindex/numeric/digest.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/numeric/sum.hpp"

QUINDEX_BEGIN
namespace detail {

QUINDEX_INLINE std::size_t node_position(const result& r, std::string_view code) {
  if (const auto at = r.nodes().find(code)) return *at;
  throw spec_error({"result", "there is no node " + quoted(code), did_you_mean(code, r.nodes().codes())});
}

/// What a preparation step has left behind for an indicator, for the lineage.
QUINDEX_INLINE describe::value step_parameters(const fitted_step& left, const std::optional<joint_fill>& joint) {
  using describe::codec;
  if (const auto* map = std::get_if<any_map>(&left)) return map->write();
  if (const auto* by = std::get_if<divisor>(&left))
    return describe::value::object{{"by", by->by}, {"factor", by->factor}};
  if (const auto* values = std::get_if<fill>(&left))
    return describe::value::object{
        {"value", codec<std::optional<double>>::write(values->value)},
        {"by_group", codec<std::vector<std::pair<std::string, double>>>::write(values->by_group)}};
  // the whole is in the frozen spec; repeated for every indicator it would be large
  return joint ? describe::value::object{{"fill", joint->name()}} : describe::value::object{};
}

}  // namespace detail

QUINDEX_INLINE column_view result::scores(std::string_view node) const {
  return column_of(scores(), static_cast<Eigen::Index>(detail::node_position(*this, node)));
}

QUINDEX_INLINE std::vector<double> result::ranks(std::string_view node) const {
  const std::size_t at = detail::node_position(*this, node);
  const std::vector<double> seen =
      detail::rounded(column_of(scores(), static_cast<Eigen::Index>(at)), spec().rank_decimals);
  const quindex::node& about = framework().about(at);
  const bool low_is_better = about.is_group && about.about.better.better == direction::kind::low;
  std::vector<double> out(seen.size());
  numeric::ranks(seen, spec().ties, !low_is_better, out);
  return out;
}

QUINDEX_INLINE matrix result::ranks() const {
  matrix out(scores().rows(), scores().cols());
  for (std::size_t j = 0; j < nodes().size(); ++j) {
    const std::vector<double> column = ranks(nodes()[j]);
    std::copy(column.begin(), column.end(), column_of(out, static_cast<Eigen::Index>(j)).begin());
  }
  return out;
}

QUINDEX_INLINE matrix result::prepared() const {
  if (parts_->prepared) return *parts_->prepared;
  const auto& indicators = framework().indicators();
  matrix out(static_cast<Eigen::Index>(units().size()), static_cast<Eigen::Index>(indicators.size()));
  for (std::size_t k = 0; k < indicators.size(); ++k) {
    const column_view x = data().column(*data().indicators().find(framework().about(indicators[k]).code));
    std::copy(x.begin(), x.end(), column_of(out, static_cast<Eigen::Index>(k)).begin());
  }
  return out;
}

QUINDEX_INLINE std::string digest_of(const table& data) {
  numeric::digest d;
  for (const std::string& unit : data.units()) d.add(unit).add(std::string_view("\0", 1));
  for (std::size_t j = 0; j < data.indicators().size(); ++j)
    d.add(data.indicators()[j]).add(std::string_view("\0", 1)).add(data.column(j));
  return d.hex();
}

QUINDEX_INLINE std::string result::digest() const { return digest_of(data()); }

QUINDEX_INLINE std::vector<lineage_entry> result::lineage() const {
  const fitted_state& state = *parts_->state;
  const quindex::framework& tree = framework();
  std::vector<lineage_entry> out;
  for (std::size_t k = 0; k < tree.indicators().size(); ++k) {
    const std::size_t node = tree.indicators()[k];
    const std::string& code = tree.about(node).code;
    const std::size_t prepared = parts_->prepared
                                     ? numeric::total(column_of(*parts_->prepared, static_cast<Eigen::Index>(k))).n
                                     : numeric::total(data().column(*data().indicators().find(code))).n;
    for (std::size_t s = 0; s < state.steps.size(); ++s) {
      if (!detail::concerns(state.recipe.prepare[s], tree, node)) continue;
      const describe::value parameters = detail::step_parameters(state.steps[s][k], state.joint[s]);
      out.push_back({code, "prepare." + std::to_string(s), std::string(state.recipe.prepare[s].name()), parameters,
                     prepared, parts_->changed[s][k]});
    }
    out.push_back({code, "normalise", std::string(detail::chosen(spec().normalise, tree, node, true).name()),
                   describe::codec<scale>::write(state.scales[k]), numeric::total(scores(code)).n, 0});
  }
  for (const std::size_t g : tree.groups_inside_out()) {
    const std::string& code = tree.about(g).code;
    describe::value::object weights;
    for (std::size_t c = 0; c < tree.at(g).children.size(); ++c)
      weights.emplace_back(tree.about(tree.at(g).children[c]).code, state.groups[g].weights[c]);
    const std::size_t present = numeric::total(scores(code)).n;
    out.push_back(
        {code, "weigh", std::string(detail::chosen(spec().weigh, tree, g, false).name()), weights, present, 0});
    if (parts_->stood_in[g] > 0)
      out.push_back(
          {code, "missing", std::string(spec().missing.name()), spec().missing.write(), present, parts_->stood_in[g]});
    const auto& aggregator = detail::chosen(spec().aggregate, tree, g, false);
    out.push_back({code, "aggregate", std::string(aggregator.name()), aggregator.write(), present, 0});
    if (const auto& publish = state.groups[g].publish)
      out.push_back({code, "publish", std::string(detail::chosen(*spec().publish, tree, g, false).name()),
                     describe::codec<scale>::write(*publish), present, 0});
  }
  return out;
}

QUINDEX_INLINE growth growth_between(const result& earlier, const result& later) {
  std::vector<std::string> units;
  std::vector<std::string> nodes;
  for (const std::string& unit : later.units())
    if (earlier.units().has(unit)) units.push_back(unit);
  for (const std::string& node : later.nodes())
    if (earlier.nodes().has(node)) nodes.push_back(node);
  if (units.empty())
    throw data_error({"growth", "the two results have no unit in common", "compare results of the same units"});
  const auto rows = static_cast<Eigen::Index>(units.size());
  const auto columns = static_cast<Eigen::Index>(nodes.size());
  growth out{labels(units), labels(nodes), matrix(rows, columns), matrix(rows, columns), matrix(rows, columns)};
  for (Eigen::Index j = 0; j < columns; ++j) {
    const std::string& node = nodes[static_cast<std::size_t>(j)];
    const column_view before = earlier.scores(node);
    const column_view after = later.scores(node);
    const std::vector<double> rank_before = earlier.ranks(node);
    const std::vector<double> rank_after = later.ranks(node);
    for (Eigen::Index i = 0; i < rows; ++i) {
      const std::size_t a = *earlier.units().find(units[static_cast<std::size_t>(i)]);
      const std::size_t b = *later.units().find(units[static_cast<std::size_t>(i)]);
      out.difference(i, j) = after[b] - before[a];
      out.ratio(i, j) = before[a] == 0 ? missing_value : after[b] / before[a];
      out.rank_change(i, j) = rank_before[a] - rank_after[b];
    }
  }
  return out;
}

QUINDEX_END
