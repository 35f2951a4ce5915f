/// RAFSI: criteria mapped onto one interval between an ideal and an anti-ideal.
#pragma once

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// Weighted criteria after each has been mapped onto one interval between an anti-ideal and an ideal value.
struct rafsi {
  criterion::by_code<double> ideals{};
  criterion::by_code<double> anti_ideals{};
  double low = 1;
  double high = 6;

  static constexpr method_info info{
      .name = "rafsi",
      .title = "RAFSI",
      .summary =
          "Weighted criteria after each has been mapped onto one interval between an anti-ideal and an ideal value.",
      .formula =
          R"(s_i = \sum_j w_j \hat s_{ij}, \quad \hat s = \frac{f}{2A} \text{ (benefit)}, \; \frac{H}{2f} \text{ (cost)}, \quad f = n_1 + (n_{2k} - n_1) \frac{x - \min(a_N, a_I)}{|a_I - a_N|}, \quad A = \frac{n_1 + n_{2k}}{2}, \; H = \frac{2}{1/n_1 + 1/n_{2k}})",
      .reference =
          "Zizovic, Pamucar, Albijanic, Chatterjee and Pribicevic (2020), Eliminating rank reversal problem using a "
          "new multi-attribute model: the RAFSI method, Mathematics 8(6)",
      .details =
          "Ranking of alternatives through functional mapping of criterion sub-intervals into a single interval. "
          "`ideals` and `anti_ideals` are given per criterion, by code, as the paper wants it, and then no unit's "
          "score depends on the others; a criterion without them has the best and the worst of the units. `low` and "
          "`high` are n_1 and n_2k: the ideal is at least six times as good as the anti-ideal. A criterion that is "
          "the same for all units counts as at its best."};
  static constexpr claim_set claims = claim::dominance | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(
        field("ideals", &rafsi::ideals, "Per criterion the ideal value; otherwise the best of the units."),
        field("anti_ideals", &rafsi::anti_ideals, "Per criterion the worst value; otherwise the worst of the units."),
        field("low", &rafsi::low, "The lower end of the interval.").above(0),
        field("high", &rafsi::high, "The upper end of the interval.").above(0));
  }
  void check(const path& where) const {
    if (!(high > low))
      throw spec_error({(where / "high").text(), number_text(high) + " is not above low = " + number_text(low),
                        "the paper takes 1 and 6"});
  }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const {
    criterion::check_codes(ideals, all, "ideals");
    criterion::check_codes(anti_ideals, all, "anti_ideals");
    std::vector<double> out(all.size(), 0.0);
    for (std::size_t j = 0; j < all.columns.size(); ++j) {
      const criterion::ends reach = ends_of(all, j);
      for (std::size_t i = 0; i < out.size(); ++i) out[i] += all.weights[j] * value(all, i, j, reach);
    }
    return out;
  }

  friend bool operator==(const rafsi&, const rafsi&) = default;

 private:
  [[nodiscard]] criterion::ends ends_of(const alternatives& all, std::size_t j) const {
    criterion::ends reach = criterion::ends_of(all, j);
    if (const double* ideal = criterion::given_for(ideals, all.criteria[j])) reach.best = *ideal;
    if (const double* worst = criterion::given_for(anti_ideals, all.criteria[j])) reach.worst = *worst;
    if (all.better_when_high[j] ? reach.worst > reach.best : reach.worst < reach.best)
      throw spec_error(
          {all.where + ".ideals." + all.criteria[j],
           "the anti-ideal " + number_text(reach.worst) + " is better than the ideal " + number_text(reach.best),
           "exchange them, or turn the criterion"});
    return reach;
  }
  [[nodiscard]] double value(const alternatives& all, std::size_t i, std::size_t j,
                             const criterion::ends& reach) const {
    const double share = reach.share(all.columns[j][i]);  // of the way from the anti-ideal to the ideal
    const double mean = 0.5 * (low + high);
    if (all.better_when_high[j]) return (low + (high - low) * share) / (2 * mean);
    const double mapped = low + (high - low) * (1 - share);
    if (!(mapped > 0))
      throw data_error({all.place(i, j), number_text(all.columns[j][i]) + " is too far beyond the ideal of rafsi",
                        "the ideal is " + number_text(reach.best) + "; give one that no unit exceeds"});
    return 2 / (1 / low + 1 / high) / (2 * mapped);
  }
};

}  // namespace aggregate
QUINDEX_END
