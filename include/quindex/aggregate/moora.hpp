/// MOORA: benefits less costs, or the distance from a reference point.
#pragma once

#include <array>

#include "quindex/aggregate/moora_parts.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// Which half of MOORA the score is.
enum class moora_form {
  ratio_system,     ///< Benefits less costs.
  reference_point,  ///< The largest distance from the best that occurs.
};

}  // namespace aggregate

namespace describe {
template <>
struct enum_names<aggregate::moora_form> {
  static constexpr auto names = std::to_array<std::string_view>({"ratio_system", "reference_point"});
};
}  // namespace describe

namespace aggregate {

/// Weighted benefits less weighted costs, each criterion divided by its length; or the distance from the best.
struct moora {
  moora_form form = moora_form::ratio_system;

  static constexpr method_info info{
      .name = "moora",
      .title = "MOORA",
      .summary =
          "Weighted benefits less weighted costs, each criterion divided by its length; or the distance from the best.",
      .formula =
          R"(s_i = \sum_{j \in \text{benefit}} w_j r_{ij} - \sum_{j \in \text{cost}} w_j r_{ij} \quad\text{or}\quad s_i = 1 - \max_j w_j |r_j^+ - r_{ij}|, \qquad r_{ij} = \frac{x_{ij}}{\sqrt{\sum_k x_{kj}^2}})",
      .reference =
          "Brauers and Zavadskas (2006), The MOORA method and its application to privatization in a transition "
          "economy, Control and Cybernetics 35(2)",
      .details =
          "The measures are the ratio system and the reference point's distance, low being good there. The paper has "
          "no weights; its sums are those for equal weights times their number. multimoora adds the multiplicative "
          "form."};
  static constexpr claim_set claims = claim::dominance | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(field("form", &moora::form, "Which half of the method the score is."));
  }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const {
    if (form == moora_form::ratio_system) return moora_ratios(all);
    std::vector<double> out = moora_distances(all);
    for (double& d : out) d = 1 - d;
    return out;
  }
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const {
    return {{"ratio", moora_ratios(all)}, {"distance", moora_distances(all)}};
  }

  friend bool operator==(const moora&, const moora&) = default;
};

}  // namespace aggregate
QUINDEX_END
