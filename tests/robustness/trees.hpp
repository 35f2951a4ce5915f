/// Trees, tables, and weights of all kinds for the paths that score replicates.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "quindex/compute/compute.hpp"
#include "quindex/numeric/random.hpp"
#include "quindex/robustness/variant.hpp"

namespace trees {

namespace qx = quindex;
namespace scoring = quindex::robustness::detail;
using qx::numeric::random_stream;

/// a | one (b c) | d | two (three (e f g) | h | four (i) | five (j k)) | six (seven (l m))
inline qx::framework deep_tree(qx::direction seven = qx::direction::better_when_high) {
  return qx::group(
      "index", {qx::indicator("a"), qx::group("one", {qx::indicator("b"), qx::indicator("c")}), qx::indicator("d"),
                qx::group("two", {qx::group("three", {qx::indicator("e"), qx::indicator("f"), qx::indicator("g")}),
                                  qx::indicator("h"), qx::group("four", {qx::indicator("i")}),
                                  qx::group("five", {qx::indicator("j"), qx::indicator("k")})}),
                qx::group("six", {qx::group("seven", {qx::indicator("l"), qx::indicator("m")}, {.better = seven})})});
}

/// One group of many children beside one of a few.
inline qx::framework flat_tree() {
  std::vector<qx::node> many;
  for (int k = 0; k < 21; ++k) many.push_back(qx::indicator("x" + std::to_string(k)));
  return qx::group("index", {qx::group("many", std::move(many)), qx::indicator("y"), qx::indicator("z")});
}

inline qx::table sample(const qx::framework& tree, Eigen::Index units, double missing) {
  const random_stream values(3, "scores"), gaps(4, "gaps");
  std::vector<std::string> names, codes, groups;
  for (Eigen::Index i = 0; i < units; ++i)
    names.push_back("u" + std::to_string(i)), groups.push_back(i % 3 ? "p" : "q");
  for (const std::size_t leaf : tree.indicators()) codes.push_back(tree.about(leaf).code);
  qx::matrix x(units, static_cast<Eigen::Index>(codes.size()));
  for (Eigen::Index k = 0; k < x.size(); ++k) {
    const auto draw = static_cast<std::uint64_t>(k);
    x.data()[k] = gaps.uniform(draw) < missing ? qx::missing_value : values.uniform(draw);
  }
  return {qx::labels(names), qx::labels(codes), x, {groups}};
}

inline std::shared_ptr<const scoring::variant> variant_of(const qx::spec& recipe, const qx::table& data) {
  const qx::result scored = qx::compute(recipe, data);
  scoring::variant out;
  out.state = scored.index().shared_state();
  out.units = scored.units();
  out.unit_groups = data.groups();
  out.scores = scored.scores();
  out.weights.assign(out.tree().size(), 1.0);
  for (std::size_t i = 0; i < out.tree().size(); ++i)
    for (std::size_t c = 0; c < out.tree().at(i).children.size(); ++c)
      out.weights[out.tree().at(i).children[c]] = out.state->groups[i].weights[c];
  return std::make_shared<const scoring::variant>(std::move(out));
}

/// Weights of replicates of every kind: drawn anew, as they stand, with zeros, refused, and families that differ from
/// their first in one place, one of them behind a first that is refused.
inline std::vector<double> weights_of(const scoring::variant& of, std::size_t replicates) {
  const std::size_t nodes = of.tree().size();
  const random_stream draws(9, "weights");
  std::vector<double> out(replicates * nodes);
  for (std::size_t r = 0; r < replicates; ++r)
    for (std::size_t i = 0; i < nodes; ++i) {
      const double u = draws.uniform(r * nodes + i);
      double& w = out[r * nodes + i];
      w = of.weights[i] * (0.75 + 0.5 * u);
      if (r % 40 >= 20) w = i == r % nodes ? w : out[(r - r % 20) * nodes + i];
      if (r % 40 == 3) w = of.weights[i];
      if (r % 40 == 4 && i % 4 == 0) w = of.weights[i];
      if (r % 40 == 5 && u < 0.3) w = 0;
      if (r % 40 == 6 && i == 2) w = -1;
      if (r % 40 == 7) w = 0;
      if (r % 80 >= 60 && i == 2 && i != r % nodes) w = -1;
    }
  return out;
}

}  // namespace trees
