/// ARAS: the weighted shares of a unit relative to those of an optimal one.
#pragma once

#include "quindex/aggregate/criterion.hpp"
#include "quindex/aggregate/raw_scale.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// The weighted sum of a unit's shares, relative to that of an optimal unit.
struct aras {
  criterion::by_code<double> optimal{};

  static constexpr method_info info{
      .name = "aras",
      .title = "ARAS",
      .summary = "The weighted sum of a unit's shares, relative to that of an optimal unit.",
      .formula =
          R"(s_i = \frac{S_i}{S_0}, \qquad S_i = \sum_j w_j \frac{y_{ij}}{\sum_{k=0}^n y_{kj}}, \quad y_{ij} = x_{ij} \text{ or } 1/x_{ij})",
      .reference =
          "Zavadskas and Turskis (2010), A new additive ratio assessment (ARAS) method in multicriteria "
          "decision-making, Technological and Economic Development of Economy 16(2)",
      .details =
          "Unit 0 has the best value of every criterion, or the one given as optimal; it enters the sums too. "
          "Low-is-better criteria are taken as reciprocals and need values above 0, the others 0 or more. The "
          "measure `S` is the optimality function. Scores are at most 1 unless a unit is better than the optimum "
          "given. With optimal values given, changing the unit of measurement means changing these too."};
  static constexpr claim_set claims = claim::dominance | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(
        field("optimal", &aras::optimal, "Optimal values other than the best that occurs, by code.").at_least(0));
  }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const {
    std::vector<double> out = sums(all);
    const double optimum = out.back();
    out.pop_back();
    for (double& s : out) s = s == optimum ? 1.0 : s / optimum;
    return out;
  }
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const {
    std::vector<double> s = sums(all);
    s.pop_back();
    return {{"S", std::move(s)}};
  }

  friend bool operator==(const aras&, const aras&) = default;

 private:
  /// S of every unit, and of the optimal one at the end.
  [[nodiscard]] std::vector<double> sums(const alternatives& all) const {
    criterion::need_ratios(all, info.name);
    criterion::check_codes(optimal, all, "optimal");
    std::vector<double> out(all.size() + 1, 0.0);
    for (std::size_t j = 0; j < all.columns.size(); ++j) {
      std::vector<double> y(all.columns[j].begin(), all.columns[j].end());
      y.push_back(criterion::given_or(optimal, all.criteria[j], criterion::ends_of(all, j).best));
      if (!all.better_when_high[j] && y.back() == 0)
        throw spec_error({all.where + "/" + all.criteria[j], "its optimal value is 0, where low is better",
                          "give one above 0: it is divided by"});
      if (!all.better_when_high[j])
        for (double& x : y) x = 1 / x;
      y = raw::shares(y);
      for (std::size_t i = 0; i < y.size(); ++i) out[i] += all.weights[j] * y[i];
    }
    return out;
  }
};

}  // namespace aggregate
QUINDEX_END
