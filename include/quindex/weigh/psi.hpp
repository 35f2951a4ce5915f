/// Weights by how alike units are: the preference selection index.
#pragma once

#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/weigh/columns.hpp"

QUINDEX_BEGIN
namespace weigh {

/// A child weighs as much as its scores do not vary, or as much as they do in the modified form.
struct psi {
  bool modified = false;
  rows_used rows = rows_used::available;

  static constexpr method_info info{
      .name = "psi",
      .title = "PSI weights",
      .summary = "A child weighs as much as its scores do not vary, or as much as they do in the modified form.",
      .formula =
          R"(w_j = \frac{\Phi_j}{\sum_k \Phi_k}, \quad \Phi_j = 1 - V_j \ (\text{modified: } \Phi_j = V_j), \quad V_j = \sum_i (x_{ij} - \bar x_j)^2)",
      .reference =
          "Maniya and Bhatt (2010), A selection of material using a novel type decision-making method: preference "
          "selection index method, Materials and Design 31(4); Gligoric, Gligoric, Lutovac, Negovanovic and Langovic "
          "(2022), Novel hybrid MPSI-MARA decision-making model for support system selection in an underground mine, "
          "Systems 10(6), 248",
      .details =
          "Preference selection index; the modified form is MPSI. x is z over the highest value, or the lowest value "
          "over z where low is better; scores have to be above 0. The paper gives the most weight to the child that "
          "tells units apart least, so a constant child weighs most, and V grows with the number of units: a V above "
          "1 has no weight and is an error. The modified form has neither trait; a constant child weighs 0 in it."};
  static constexpr claim_set claims = claim::scale_invariant | claim::needs_positive;

  static constexpr auto fields() {
    return fields_of(field("modified", &psi::modified, "Whether variation itself is the weight, as in MPSI."),
                     field("rows", &psi::rows, "Which units count when scores are missing."));
  }
  [[nodiscard]] std::vector<double> fit(const group& g) const {
    if (g.children.size() == 1) return {1};
    const columns c = columns_of(g, rows, info.name);
    refuse_below_zero(c, g, info.name, false);
    std::vector<double> out, x;
    for (std::size_t j = 0; j < c.size(); ++j) {
      x.assign(c.x[j].begin(), c.x[j].end());
      for (double& value : x) value = g.is_high_better(j) ? value / c.reach[j].high : c.reach[j].low / value;
      const double mean = numeric::moments(x).mean;
      for (double& value : x) value = (value - mean) * (value - mean);
      const double variation = c.is_constant(j) ? 0 : numeric::total(x).sum;
      if (!modified && variation > 1)
        throw data_error({g.where() + "/" + g.children[j], "the variation is " + number_text(variation),
                          "psi weighs by 1 minus the variation, which has to be 1 or less; set modified to true"});
      out.push_back(modified ? variation : 1 - variation);
    }
    return as_weights(std::move(out), g, no_difference);
  }

  friend bool operator==(const psi&, const psi&) = default;
};

}  // namespace weigh
QUINDEX_END
