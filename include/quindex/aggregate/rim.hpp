/// The reference ideal method: an ideal that may lie anywhere in a criterion's range.
#pragma once

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// Nearness to an ideal that may be an interval anywhere in a criterion's range.
struct rim {
  criterion::by_code<std::pair<double, double>> ranges{};
  criterion::by_code<std::pair<double, double>> ideals{};

  static constexpr method_info info{
      .name = "rim",
      .title = "Reference ideal method (RIM)",
      .summary = "Nearness to an ideal that may be an interval anywhere in a criterion's range.",
      .formula =
          R"(s_i = \frac{I_i^-}{I_i^+ + I_i^-}, \quad I_i^+ = \sqrt{\sum_j w_j^2 (1 - y_{ij})^2}, \quad I_i^- = \sqrt{\sum_j w_j^2 y_{ij}^2}, \quad y = 1 \text{ in } [C, D], \; 1 - \frac{C - x}{C - A} \text{ below}, \; 1 - \frac{x - D}{B - D} \text{ above})",
      .reference =
          "Cables, Lamata and Verdegay (2016), RIM: reference ideal method in multicriteria decision making, "
          "Information Sciences 337",
      .details =
          "`ranges` [A, B] and `ideals` [C, D] are given per criterion, by code; a criterion without a range has that "
          "of the units, without an ideal its best end. With fixed ranges no unit's score depends on the others, so "
          "there is no rank reversal. Where an ideal is given, what is better is to be nearer to it. A value outside "
          "its range is an error."};
  static constexpr claim_set claims = claim::dominance | claim::unit_invariant | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(
        field("ranges", &rim::ranges, "Per criterion [lowest, highest] value there can be; otherwise of the units."),
        field("ideals", &rim::ideals, "Per criterion the interval [from, to] that is ideal; otherwise the best end."));
  }
  void check(const path& where) const {
    const auto rising = [&](const auto& given, std::string_view name) {
      for (const auto& entry : given)
        if (!(entry.second.first <= entry.second.second))
          throw spec_error({(where / name / entry.first).text(),
                            number_text(entry.second.first) + " is above " + number_text(entry.second.second),
                            "give the lower end first"});
    };
    rising(ranges, "ranges");
    rising(ideals, "ideals");
  }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const;
  /// 1 within the ideal, falling to 0 at the ends of the range.
  [[nodiscard]] static double nearness(double x, const std::pair<double, double>& range,
                                       const std::pair<double, double>& ideal) {
    if (x >= ideal.first && x <= ideal.second) return 1;
    return x < ideal.first ? 1 - (ideal.first - x) / (ideal.first - range.first)
                           : 1 - (x - ideal.second) / (range.second - ideal.second);
  }

  friend bool operator==(const rim&, const rim&) = default;
};

inline std::vector<double> rim::scores(const alternatives& all) const {
  criterion::check_codes(ranges, all, "ranges");
  criterion::check_codes(ideals, all, "ideals");
  std::vector<double> from_ideal(all.size(), 0.0);
  std::vector<double> from_worst(all.size(), 0.0);
  for (std::size_t j = 0; j < all.columns.size(); ++j) {
    const criterion::ends reach = criterion::ends_of(all, j);
    const auto* given = criterion::given_for(ranges, all.criteria[j]);
    const std::pair<double, double> range = given != nullptr ? *given : std::pair(reach.low(), reach.high());
    const double end = all.better_when_high[j] ? range.second : range.first;
    const auto* wanted = criterion::given_for(ideals, all.criteria[j]);
    const std::pair<double, double> ideal = wanted != nullptr ? *wanted : std::pair(end, end);
    if (ideal.first < range.first || ideal.second > range.second)
      throw spec_error({all.where + ".ideals." + all.criteria[j],
                        "[" + number_text(ideal.first) + ", " + number_text(ideal.second) + "] is not within the range",
                        "the range is [" + number_text(range.first) + ", " + number_text(range.second) + "]"});
    for (std::size_t i = 0; i < all.size(); ++i) {
      const double x = all.columns[j][i];
      if (x < range.first || x > range.second)
        throw data_error({all.place(i, j), number_text(x) + " is outside the range of rim",
                          "the range is [" + number_text(range.first) + ", " + number_text(range.second) + "]"});
      const double y = nearness(x, range, ideal);
      from_ideal[i] += all.weights[j] * (1 - y) * (all.weights[j] * (1 - y));
      from_worst[i] += all.weights[j] * y * (all.weights[j] * y);
    }
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    const double near = std::sqrt(from_worst[i]);
    from_worst[i] = near / (std::sqrt(from_ideal[i]) + near);
  }
  return from_worst;
}

}  // namespace aggregate
QUINDEX_END
