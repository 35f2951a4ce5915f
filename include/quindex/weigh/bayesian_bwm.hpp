/// Weights of a group of judges by the best-worst method, with the probability of each order.
#pragma once

#include "quindex/weigh/bwm.hpp"

QUINDEX_BEGIN
namespace weigh {

/// What the Bayesian best-worst method found.
struct bayesian_bwm_solution {
  std::vector<double> weights;  ///< Means of the joint weights, in the order of the children.
  /// Row by column, the probability that the row is more important than the column (the credal ranking).
  matrix probability;
};

/// Weights of a group of judges by the best-worst method, as the mean of a probability distribution.
struct bayesian_bwm {
  std::vector<std::string> best{};
  std::vector<std::string> worst{};
  std::vector<by_code> best_to_others{};
  std::vector<by_code> others_to_worst{};
  int draws = 10000;
  int burn_in = 1000;
  int seed = 0;

  static constexpr method_info info{
      .name = "bayesian_bwm",
      .title = "Bayesian best-worst method",
      .summary = "Weights of a group of judges by the best-worst method, as the mean of a probability distribution.",
      .formula =
          R"(A_W^k \sim \mathrm{multinomial}(w^k), \quad A_B^k \sim \mathrm{multinomial}(1/w^k), \quad w^k \sim \mathrm{Dir}(\gamma w^*), \quad \gamma \sim \mathrm{gamma}(0.01, 0.01), \quad w^* \sim \mathrm{Dir}(1))",
      .reference =
          "Mohammadi and Rezaei (2020), Bayesian best-worst method: a probabilistic group decision making model, Omega "
          "96, 102075",
      .details =
          "Every judge has a place in each of the four lists. The means are over `draws` sweeps of a Metropolis "
          "sampler after `burn_in` others, and are exact to about two digits with the defaults; more draws, more "
          "digits. The same seed gives the same weights on every machine, and the order of the children changes "
          "nothing. Judgements are proportional counts to this model: 9 says more, and says it more firmly, than 3."};

  static constexpr auto fields() {
    return fields_of(field("best", &bayesian_bwm::best, "For each judge, the code of the most important child."),
                     field("worst", &bayesian_bwm::worst, "For each judge, the code of the least important child."),
                     field("best_to_others", &bayesian_bwm::best_to_others,
                           "For each judge, by code, how many times as important the best is.")
                         .at_least(1),
                     field("others_to_worst", &bayesian_bwm::others_to_worst,
                           "For each judge, by code, how many times as important as the worst.")
                         .at_least(1),
                     field("draws", &bayesian_bwm::draws, "Sweeps that count.").within(100, 10000000),
                     field("burn_in", &bayesian_bwm::burn_in, "Sweeps before them, in which step lengths are found.")
                         .within(100, 10000000),
                     field("seed", &bayesian_bwm::seed, "Of the random numbers.").at_least(0));
  }
  void check(const path& where) const;
  [[nodiscard]] std::vector<double> fit(const group& g) const { return solve(g).weights; }
  /// The weights with the credal ranking.
  [[nodiscard]] bayesian_bwm_solution solve(const group& g) const;

  friend bool operator==(const bayesian_bwm&, const bayesian_bwm&) = default;
};

}  // namespace weigh
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/weigh/impl/bayesian_bwm.ipp"
#endif
