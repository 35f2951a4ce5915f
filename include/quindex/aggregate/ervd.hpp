/// ERVD: gains and losses against reference points.
#pragma once

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// Nearness to the ideal in the values that gains and losses against a reference point have for a person.
struct ervd {
  criterion::by_code<double> references{};
  double alpha = 0.88;
  double lambda = 2.25;

  static constexpr method_info info{
      .name = "ervd",
      .title = "Election based on relative value distances (ERVD)",
      .summary =
          "Nearness to the ideal in the values that gains and losses against a reference point have for a person.",
      .formula =
          R"(s_i = \frac{S_i^-}{S_i^+ + S_i^-}, \quad S_i^{\pm} = \sum_j w_j |v_{ij} - v_j^{\pm}|, \quad v = (r - \varphi)^{\alpha} \text{ for a gain}, \; -\lambda (\varphi - r)^{\alpha} \text{ for a loss}, \quad r_{ij} = \frac{x_{ij}}{\sum_k x_{kj}})",
      .reference =
          "Shyur, Yin, Shih and Cheng (2015), A multiple criteria decision making method based on relative value "
          "distances, Foundations of Computing and Decision Sciences 40(4); Tversky and Kahneman (1992), Advances in "
          "prospect theory, Journal of Risk and Uncertainty 5(4): 0.88 and 2.25",
      .details =
          "`references` are given per criterion, by code, in the criterion's own units; a criterion without one has "
          "the mean of the units. Values have to be 0 or more. A loss weighs `lambda` times a gain of the same size. "
          "Where all units are the same they score 1."};
  static constexpr claim_set claims = claim::dominance;

  static constexpr auto fields() {
    return fields_of(
        field("references", &ervd::references, "Per criterion the value from which gains and losses are counted."),
        field("alpha", &ervd::alpha, "The exponent of gains and losses.").within(0.01, 1),
        field("lambda", &ervd::lambda, "How much heavier a loss weighs than a gain.").within(1, 100));
  }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const {
    criterion::need_non_negative(all, info.name);
    criterion::check_codes(references, all, "references");
    std::vector<double> from_best(all.size(), 0.0);
    std::vector<double> from_worst(all.size(), 0.0);
    std::vector<double> value(all.size());
    for (std::size_t j = 0; j < all.columns.size(); ++j) {
      evaluate(all, j, value);
      const numeric::extent reach = numeric::range(value);
      for (std::size_t i = 0; i < all.size(); ++i) {
        from_best[i] += all.weights[j] * (reach.high - value[i]);
        from_worst[i] += all.weights[j] * (value[i] - reach.low);
      }
    }
    for (std::size_t i = 0; i < all.size(); ++i)
      from_worst[i] = from_best[i] == 0 ? 1.0 : from_worst[i] / (from_best[i] + from_worst[i]);
    return from_worst;
  }

  friend bool operator==(const ervd&, const ervd&) = default;

 private:
  void evaluate(const alternatives& all, std::size_t j, std::span<double> value) const {
    const double total = numeric::sum(all.columns[j]);
    const double* given = criterion::given_for(references, all.criteria[j]);
    const double reference = given != nullptr ? *given : numeric::mean(all.columns[j]);
    const double sign = all.better_when_high[j] ? 1 : -1;
    std::vector<double> size(value.size());
    for (std::size_t i = 0; i < value.size(); ++i) {
      value[i] = sign * criterion::over(all.columns[j][i] - reference, total);
      size[i] = std::abs(value[i]);
    }
    numeric::pow(size, alpha, size);
    for (std::size_t i = 0; i < value.size(); ++i) value[i] = value[i] >= 0 ? size[i] : -lambda * size[i];
  }
};

}  // namespace aggregate
QUINDEX_END
