/// The proximity indexed value: how far a unit is from the best of every criterion.
#pragma once

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// One less the weighted distances from the best of every criterion, after dividing each by its length.
struct piv {
  static constexpr method_info info{
      .name = "piv",
      .title = "Proximity indexed value (PIV)",
      .summary = "One less the weighted distances from the best of every criterion, after dividing each by its length.",
      .formula = R"(s_i = 1 - d_i, \qquad d_i = \sum_j w_j \frac{|x_j^+ - x_{ij}|}{\sqrt{\sum_k x_{kj}^2}})",
      .reference =
          "Mufazzal and Muzakkir (2018), Computers and Industrial Engineering 119: a method based on the "
          "proximity indexed value",
      .details =
          "The measure `proximity` is the paper's overall proximity value d, low being good. A unit that is best "
          "everywhere scores 1."};
  static constexpr claim_set claims = claim::dominance | claim::scale_invariant;

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const {
    std::vector<double> out = distances(all);
    for (double& d : out) d = 1 - d;
    return out;
  }
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const { return {{"proximity", distances(all)}}; }

  friend bool operator==(const piv&, const piv&) = default;

 private:
  [[nodiscard]] static std::vector<double> distances(const alternatives& all) {
    std::vector<double> out(all.size(), 0.0);
    for (std::size_t j = 0; j < all.columns.size(); ++j) {
      const double best = criterion::ends_of(all, j).best;
      const double length = criterion::length(all.columns[j]);
      for (std::size_t i = 0; i < out.size(); ++i)
        out[i] += all.weights[j] * criterion::over(std::abs(best - all.columns[j][i]), length);
    }
    return out;
  }
};

}  // namespace aggregate
QUINDEX_END
