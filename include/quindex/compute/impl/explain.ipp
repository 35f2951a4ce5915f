/// Bodies of compute/explain.hpp.
#pragma once

#include <algorithm>

#include "quindex/base/text.hpp"
#include "quindex/compute/chosen.hpp"
#include "quindex/compute/explain.hpp"
#include "quindex/compute/group_scores.hpp"
#include "quindex/numeric/order.hpp"

QUINDEX_BEGIN
namespace detail {

QUINDEX_INLINE std::string short_number(double x, int digits) {
  if (is_missing(x)) return "missing";
  std::array<char, 40> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), x, std::chars_format::general, digits);
  return {buffer.data(), end.ptr};
}

QUINDEX_INLINE std::string formula_of(const scale& s, double x, int digits) {
  const auto number = [digits](double value) { return short_number(value, digits); };
  std::string value = number(x);
  if (s.optimum)
    value = "distance of " + value + " from [" + number(s.optimum->first) + ", " + number(s.optimum->second) + "]";
  const auto* line = s.map.as<maps::affine>();
  if (line == nullptr) return std::string(s.map.name()) + " of " + value;
  if (line->before == maps::transform::log) value = "ln " + value;
  if (line->before == maps::transform::power) value += "^" + number(line->exponent);
  return number(line->base) + " + " + number(line->span) + " × (" + value + " − " + number(line->origin) + ") / " +
         number(line->range) + (line->clip ? ", kept within its ends" : "");
}

}  // namespace detail

QUINDEX_INLINE std::vector<explained_node> explain(const result& r, std::string_view unit) {
  const auto found = r.units().find(unit);
  if (!found) throw data_error({"explain", "there is no unit " + quoted(unit), did_you_mean(unit, r.units().codes())});
  const auto i = static_cast<Eigen::Index>(*found);
  const framework& tree = r.framework();
  const fitted index = r.index();
  const fitted_state& state = index.state();
  const matrix prepared = r.prepared();
  constexpr int digits = 6;
  std::vector<explained_node> out(tree.size());
  std::size_t k = 0;
  for (std::size_t at = 0; at < tree.size(); ++at) {
    explained_node& line = out[at];
    const node& about = tree.about(at);
    line.node = about.code;
    line.depth = tree.at(at).depth;
    line.is_group = about.is_group;
    line.score = r.scores()(i, static_cast<Eigen::Index>(at));
    line.rank = r.ranks(about.code)[*found];
    if (!about.is_group) {
      line.raw = r.data().column(*r.data().indicators().find(about.code))[*found];
      line.prepared = prepared(i, static_cast<Eigen::Index>(k));
      line.how = std::string(detail::chosen(r.spec().normalise, tree, at, true).name()) + ": " +
                 detail::formula_of(state.scales[k], line.prepared, digits);
      ++k;
      continue;
    }
    const auto& children = tree.at(at).children;
    line.how = std::string(detail::chosen(r.spec().aggregate, tree, at, false).name()) + " of " +
               std::to_string(children.size()) + (children.size() == 1 ? " child" : " children");
    const detail::group_inputs inputs = detail::inputs_of(r, at);
    std::vector<double> parts(children.size(), missing_value);
    if (!inputs.no_contributions()) inputs.contributions(*found, line.score, parts);
    for (std::size_t c = 0; c < children.size(); ++c) {
      out[children[c]].weight = state.groups[at].weights[c];
      out[children[c]].contribution = parts[c];
    }
  }
  return out;
}

QUINDEX_INLINE std::string explanation_text(const std::vector<explained_node>& nodes, int digits) {
  const auto number = [digits](double x) { return detail::short_number(x, digits); };
  std::string out;
  for (const explained_node& line : nodes) {
    out.append(2 * line.depth, ' ');
    out += line.node + ": " + number(line.score) + " (rank " + number(line.rank);
    if (line.depth > 0) out += ", weight " + number(line.weight) + ", adds " + number(line.contribution);
    out += ") = " + line.how;
    if (!line.is_group && !(line.raw == line.prepared) && !(is_missing(line.raw) && is_missing(line.prepared)))
      out += "; raw value " + number(line.raw) + " became " + number(line.prepared);
    out += '\n';
  }
  return out;
}

QUINDEX_END
