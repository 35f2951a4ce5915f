/// The non-compensatory ranking of Munda and Nardo.
#pragma once

#include "quindex/aggregate/consensus.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// How many units come after a unit in the ranking of maximum likelihood, small differences counting as none.
struct munda_nardo {
  criterion::by_code<double> indifference{};

  static constexpr method_info info{
      .name = "munda_nardo",
      .title = "Munda-Nardo non-compensatory ranking",
      .summary =
          "How many units come after a unit in the ranking of maximum likelihood, small differences counting as none.",
      .formula =
          R"(s_i = n - r_i, \qquad r = \arg\max_r \sum_{r_i < r_k} e_{ik}, \qquad e_{ik} = \sum_j w_j(P_{ik}) + \tfrac12 \sum_j w_j(I_{ik}))",
      .reference =
          "Munda and Nardo (2009), Noncompensatory/nonlinear composite indicators for ranking countries: a defensible "
          "setting, Applied Economics 41(12); OECD and JRC (2008), Handbook on Constructing Composite Indicators, "
          "section 6.4",
      .details =
          "Condorcet, Kemeny, Young and Levenglick (C-K-Y-L) with weights as importances: what one criterion lacks is "
          "never made up for by another. `indifference` gives per criterion, by code, the difference up to which two "
          "units count as equal; without it the ranking is Kemeny's. Where several rankings are equally likely a "
          "unit's position is its mean over them; `earliest`, `latest`, `agreement` and `rankings` as in kemeny. "
          "Exact, for up to 20 units in a circle."};
  static constexpr claim_set claims = claim::dominance | claim::unit_invariant | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(field("indifference", &munda_nardo::indifference,
                           "Per criterion the difference up to which two units count as equal, by code.")
                         .at_least(0));
  }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const {
    std::vector<double> out = best(all).position;
    for (double& position : out) position = static_cast<double>(out.size()) - position;
    return out;
  }
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const {
    consensus of = best(all);
    return {{"earliest", std::move(of.earliest)},
            {"latest", std::move(of.latest)},
            {"agreement", std::vector<double>(all.size(), of.agreement)},
            {"rankings", std::vector<double>(all.size(), of.rankings)}};
  }

  friend bool operator==(const munda_nardo&, const munda_nardo&) = default;

 private:
  [[nodiscard]] consensus best(const alternatives& all) const {
    criterion::check_codes(indifference, all, "indifference");
    std::vector<double> same(all.columns.size(), 0.0);
    for (std::size_t j = 0; j < same.size(); ++j)
      if (const double* given = criterion::given_for(indifference, all.criteria[j])) same[j] = *given;
    return find_consensus(pairwise::margins(all, same), all, info.name);
  }
};

}  // namespace aggregate
QUINDEX_END
