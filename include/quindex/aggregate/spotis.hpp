/// SPOTIS: the distance from an ideal that does not depend on the units.
#pragma once

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// One less the weighted distance from an ideal within fixed bounds: units that come or go change no score.
struct spotis {
  double low = 0;
  double high = 100;
  criterion::by_code<std::pair<double, double>> bounds{};
  criterion::by_code<double> expected{};

  static constexpr method_info info{
      .name = "spotis",
      .title = "SPOTIS",
      .summary =
          "One less the weighted distance from an ideal within fixed bounds: units that come or go change no score.",
      .formula = R"(s_i = 1 - d_i, \qquad d_i = \sum_j w_j \frac{|x_{ij} - x_j^*|}{b_j^{\max} - b_j^{\min}})",
      .reference =
          "Dezert, Tchamova, Han and Tacnet (2020), The SPOTIS rank reversal free method for multi-criteria "
          "decision-making support, 23rd International Conference on Information Fusion",
      .details =
          "The ideal is the better bound of each criterion, or the expected solution point where one is given: then "
          "nearness to it counts, and more may be worse. `low` and `high` bound all criteria, as scores of an index "
          "are, `bounds` some, by code. A value outside its bounds is an error that names it. The measure `distance` "
          "is the paper's number, low being good."};
  static constexpr claim_set claims = claim::dominance;

  static constexpr auto fields() {
    return fields_of(field("low", &spotis::low, "The lower bound of all criteria."),
                     field("high", &spotis::high, "The upper bound of all criteria."),
                     field("bounds", &spotis::bounds, "Other bounds for some criteria, by code: [low, high]."),
                     field("expected", &spotis::expected, "Values that are ideal instead of a bound, by code."));
  }
  /// Throws spec_error where a lower bound is not below the upper one.
  void check(const path& where) const;
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const;
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const;

  friend bool operator==(const spotis&, const spotis&) = default;

 private:
  [[nodiscard]] std::vector<double> distances(const alternatives& all) const;
};

}  // namespace aggregate
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/aggregate/impl/spotis.ipp"
#endif
