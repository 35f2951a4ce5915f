/// The Kemeny-Young ranking, exact.
#pragma once

#include "quindex/aggregate/consensus.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// How many units come after a unit in the ranking that agrees best with those by single criteria; proved best.
struct kemeny {
  static constexpr method_info info{
      .name = "kemeny",
      .title = "Kemeny-Young ranking",
      .summary =
          "How many units come after a unit in the ranking that agrees best with those by single criteria; proved "
          "best.",
      .formula =
          R"(s_i = n - r_i, \qquad r = \arg\max_r \sum_{r_i < r_k} \Big( \sum_{j:\, x_{ij} > x_{kj}} w_j + \tfrac12 \sum_{j:\, x_{ij} = x_{kj}} w_j \Big))",
      .reference =
          "Kemeny (1959), Mathematics without numbers, Daedalus 88(4); Young and Levenglick (1978), A consistent "
          "extension of Condorcet's election principle, SIAM Journal on Applied Mathematics 35(2)",
      .details =
          "Every criterion is a voter with its weight as number of votes. Where several rankings agree equally well, "
          "a unit's position is its mean over all of them, and the measures `earliest` and `latest` say how far it "
          "moves; `agreement` is the highest sum that a ranking can reach and `rankings` how many reach it. Equal "
          "units share a position. Exact: groups that beat one another in circles are ordered by going through all "
          "possibilities, for up to 20 units in a circle; more are an error."};
  static constexpr claim_set claims = claim::dominance | claim::unit_invariant | claim::scale_invariant;

  static constexpr auto fields() { return fields_of(); }
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

  friend bool operator==(const kemeny&, const kemeny&) = default;

 private:
  [[nodiscard]] static consensus best(const alternatives& all) {
    return find_consensus(pairwise::margins(all), all, info.name);
  }
};

}  // namespace aggregate
QUINDEX_END
