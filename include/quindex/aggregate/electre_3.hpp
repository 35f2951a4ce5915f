/// ELECTRE III: a ranking from how credible it is that units outrank one another.
#pragma once

#include "quindex/aggregate/credibility.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// A ranking from how credible outranking is: the mean of two distillations, best first and worst first.
struct electre_3 {
  double indifference = 0;
  double preference = 0;
  std::optional<double> veto{};
  criterion::by_code<double> indifferences{};
  criterion::by_code<double> preferences{};
  criterion::by_code<double> vetoes{};
  double discrimination = 0.3;
  double discrimination_slope = -0.15;

  static constexpr method_info info{
      .name = "electre_3",
      .title = "ELECTRE III",
      .summary =
          "A ranking from how credible outranking is: the mean of two distillations, best first and worst first.",
      .formula =
          R"(\sigma(a,b) = C(a,b)\prod_{j:\,d_j > C}\frac{1 - d_j(a,b)}{1 - C(a,b)}, \quad C = \sum_j w_j c_j(a,b); \qquad s_i = \frac{n - (r_i^{\downarrow} + r_i^{\uparrow})/2}{n - 1})",
      .reference =
          "Roy (1978), ELECTRE III: un algorithme de classements fonde sur une representation floue des preferences "
          "en presence de criteres multiples, Cahiers du CERO 20(1)",
      .details =
          "c falls from 1 to 0 between the thresholds q and p of the other's lead, d rises from 0 to 1 between p and "
          "v; thresholds are in each criterion's unit, for all or by code; no veto means v is endless. A unit's "
          "qualification is how many it outranks less how many outrank it, at a cut-off that is lowered by s(l) = "
          "0.3 - 0.15 l. Measures: `descending_rank` and `ascending_rank` (both counted from the best), and "
          "`mean_rank`; the intersection of the two rankings is the paper's partial order: what one puts above and "
          "the other below is incomparable. `credibility` gives the matrix in C++. The score is 1 for rank 1, and 1 "
          "for a single unit. Time and memory grow with the square of the number of units or more."};
  static constexpr claim_set claims = claim::dominance;

  static constexpr auto fields() {
    return fields_of(
        field("indifference", &electre_3::indifference, "The threshold q: leads up to it do not count.").at_least(0),
        field("preference", &electre_3::preference, "The threshold p: leads from it on count in full.").at_least(0),
        field("veto", &electre_3::veto, "The threshold v: leads from it on forbid outranking; none if not given.")
            .at_least(0),
        field("indifferences", &electre_3::indifferences, "Other thresholds q for some criteria, by code.").at_least(0),
        field("preferences", &electre_3::preferences, "Other thresholds p for some criteria, by code.").at_least(0),
        field("vetoes", &electre_3::vetoes, "Other thresholds v for some criteria, by code.").at_least(0),
        field("discrimination", &electre_3::discrimination, "The discrimination threshold at credibility 0.")
            .within(0, 1),
        field("discrimination_slope", &electre_3::discrimination_slope, "How it changes up to credibility 1.")
            .within(-1, 0));
  }
  void check(const path& where) const { credibility_parameters<electre_3>::check(*this, where); }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const;
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const;
  /// How credible it is that row a outranks column b: n rows of n numbers from 0 to 1.
  [[nodiscard]] std::vector<double> credibility(const alternatives& all) const;

  friend bool operator==(const electre_3&, const electre_3&) = default;

 private:
  struct rankings {
    std::vector<double> descending, ascending;
  };
  [[nodiscard]] rankings of(const alternatives& all) const;
};

}  // namespace aggregate
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/aggregate/impl/electre_3.ipp"
#endif
