/// ELECTRE I: the units that nothing outranks.
#pragma once

#include "quindex/aggregate/electre.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// Which units remain when all that another outranks have been set aside: 1 for the kernel, 0 for the others.
struct electre_1 {
  double concordance = 0.65;
  double discordance = 0.35;
  electre_scale scale = electre_scale::range;

  static constexpr method_info info{
      .name = "electre_1",
      .title = "ELECTRE I",
      .summary =
          "Which units remain when all that another outranks have been set aside: 1 for the kernel, 0 for the others.",
      .formula =
          R"(a\,S\,b \iff \sum_{j:\,a_j \ge b_j} w_j \ge \hat c \ \text{ and } \ \max_j (b_j - a_j) / \delta \le \hat d)",
      .reference =
          "Roy (1968), Classement et choix en presence de points de vue multiples (la methode ELECTRE), Revue "
          "francaise d'informatique et de recherche operationnelle 2(8)",
      .details =
          "A method of choice, not of ranking. The measures `outranks` and `outranked_by` count, and "
          "`net_concordance` is the mean concordance of a unit with the others less theirs with it, as in the "
          "ranking of van Delft and Nijkamp (1976). delta is the largest range: of each criterion its own (range), "
          "of all after dividing by the column's sum (sum; Cebrian and Porcar 2009), or of all as they are "
          "(as_given; Roy, whose criteria are on one scale). Units that outrank one another in a circle are taken as "
          "one, so that there is exactly one kernel. Time and memory grow with the square of the number of units."};
  static constexpr claim_set claims = claim::dominance;

  static constexpr auto fields() {
    return fields_of(
        field("concordance", &electre_1::concordance, "The weight that has to speak for outranking.").within(0, 1),
        field("discordance", &electre_1::discordance, "The largest lead of the other that does not forbid it.")
            .within(0, 1),
        field("scale", &electre_1::scale, "How differences of criteria are made comparable."));
  }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const;
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const;

  friend bool operator==(const electre_1&, const electre_1&) = default;
};

}  // namespace aggregate
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/aggregate/impl/electre_1.ipp"
#endif
