/// The Wroclaw taxonomic method: Hellwig's distance from a pattern of development.
#pragma once

#include "quindex/aggregate/criterion.hpp"
#include "quindex/numeric/moments.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// One less the distance from a unit that is best everywhere, measured by the mean and spread of all such distances.
struct wroclaw {
  int ddof = 0;

  static constexpr method_info info{
      .name = "wroclaw",
      .title = "Wroclaw taxonomic method (Hellwig)",
      .summary =
          "One less the distance from a unit that is best everywhere, measured by the mean and spread of all such "
          "distances.",
      .formula =
          R"(s_i = 1 - \frac{d_i}{\bar d + 2 S_d}, \qquad d_i = \sqrt{\sum_j w_j \Big( \frac{x_j^+ - x_{ij}}{S_j} \Big)^2})",
      .reference =
          "Florek, Lukaszewicz, Perkal, Steinhaus and Zubrzycki (1952), Taksonomia wroclawska, Przeglad "
          "Antropologiczny 17; Hellwig (1968), Zastosowanie metody taksonomicznej do typologicznego podzialu krajow, "
          "Przeglad Statystyczny 15(4)",
      .details =
          "The measure `distance` is d / (mean + 2 sd), low being good, which R's Compind reports; the score is 1 less "
          "that, Hellwig's measure of development, usually within [0, 1] and below 0 for a unit unusually far away. "
          "Hellwig divides by n (`ddof` 0). Equal weights give his unweighted form. A criterion that is the same for "
          "all units adds nothing; where all units are the same they score 1."};
  static constexpr claim_set claims = claim::dominance | claim::unit_invariant | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(
        field("ddof", &wroclaw::ddof, "What standard deviations subtract from the number of units: 0 or 1.")
            .within(0, 1));
  }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const {
    std::vector<double> out = distances(all);
    for (double& d : out) d = 1 - d;
    return out;
  }
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const { return {{"distance", distances(all)}}; }

  friend bool operator==(const wroclaw&, const wroclaw&) = default;

 private:
  [[nodiscard]] std::vector<double> distances(const alternatives& all) const {
    const auto spread = static_cast<std::size_t>(ddof);
    std::vector<double> out(all.size(), 0.0);
    for (std::size_t j = 0; j < all.columns.size(); ++j) {
      const criterion::ends reach = criterion::ends_of(all, j);
      if (reach.is_constant()) continue;
      const double sd = numeric::moments(all.columns[j]).sd(spread);
      for (std::size_t i = 0; i < out.size(); ++i) {
        const double gap = (reach.best - all.columns[j][i]) / sd;
        out[i] += all.weights[j] * gap * gap;
      }
    }
    for (double& d : out) d = std::sqrt(d);
    const numeric::moments of(out);
    const double far = of.mean + 2 * (of.m2 == 0 ? 0.0 : of.sd(spread));
    for (double& d : out) d = criterion::over(d, far);
    return out;
  }
};

}  // namespace aggregate
QUINDEX_END
