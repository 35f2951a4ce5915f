/// Weights that are a little higher or lower than they were fitted.
#pragma once

#include <array>
#include <cmath>
#include <string_view>

#include "quindex/vary/groups.hpp"

QUINDEX_BEGIN
namespace vary {

/// How noise is spread.
enum class noise_shape {
  uniform,  ///< Evenly between the two ends.
  normal,   ///< Normally, with the spread as standard deviation, and never below a weight of 0.
};

/// Every weight is multiplied by a number around 1, each by one of its own.
struct noise {
  std::string group{};
  double spread = 0.25;
  noise_shape shape = noise_shape::uniform;

  static constexpr method_info info{
      .name = "noise",
      .title = "Noise on weights",
      .summary = "Every weight is multiplied by a number around 1, each by one of its own.",
      .formula = R"(w_j := w_j (1 + s\,(2 u_j - 1)) \quad\text{or}\quad w_j := w_j \max(0,\, 1 + s\,\Phi^{-1}(u_j)))",
      .reference =
          "Saisana, Saltelli and Tarantola (2005), Uncertainty and sensitivity analysis techniques as tools for the "
          "quality assessment of composite indicators, JRSS A 168(2); Becker, Saisana, Paruolo and Vandecasteele "
          "(2017), Weights and importance in composite indicators, Ecological Indicators 80",
      .details =
          "The weights are those that the spec's method has found in the replicate, so that noise is put on entropy "
          "weights as on given ones; they are brought to a sum of 1 afterwards, group by group. Give several factors "
          "to have another spread for each level: `group` is empty for every group, the code of one, or \"level:2\" "
          "for the groups of a level, as in exceptions."};

  static constexpr auto fields() {
    return fields_of(
        field("group", &noise::group, "Whose children's weights: a group's code, \"level:N\", or empty for all."),
        field("spread", &noise::spread, "The largest relative change, or the standard deviation when normal.")
            .within(0, 1),
        field("shape", &noise::shape, "How the relative change is spread: \"uniform\" or \"normal\"."));
  }
  [[nodiscard]] constants prepare(const scene& s) const { return {detail::children_meant(s.tree, group), {}}; }
  [[nodiscard]] std::size_t dimension(const scene& s) const { return detail::children_meant(s.tree, group).size(); }
  void check_scene(const scene& s, const path& where) const { detail::check_groups(s.tree, group, where / "group"); }
  void reweigh(const chance& c, std::span<double> weights) const {
    const std::vector<std::size_t>& nodes = c.known.nodes;
    if (shape == noise_shape::uniform)
      for (std::size_t k = 0; k < nodes.size(); ++k) weights[nodes[k]] *= 1 + spread * (2 * c.u[k] - 1);
    else
      for (std::size_t k = 0; k < nodes.size(); ++k)
        weights[nodes[k]] *= std::max(0.0, 1 + spread * numeric::normal_quantile(c.u[k]));
  }

  friend bool operator==(const noise&, const noise&) = default;
};

}  // namespace vary

template <>
struct describe::enum_names<vary::noise_shape> {
  static constexpr auto names = std::to_array<std::string_view>({"uniform", "normal"});
};
QUINDEX_END
