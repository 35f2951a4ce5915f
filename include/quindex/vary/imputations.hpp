/// Missing values that are drawn anew.
#pragma once

#include <cmath>

#include "quindex/vary/edits.hpp"

QUINDEX_BEGIN
namespace vary {

/// Missing values are drawn anew by the imputations of the spec that draw.
struct imputations {
  std::vector<int> steps{};
  int count = 20;

  static constexpr method_info info{
      .name = "imputations",
      .title = "Missing values drawn anew",
      .summary = "Missing values are drawn anew by the imputations of the spec that draw.",
      .formula = R"(\text{seed} := \text{seed} + d,\quad d = \lfloor u\,m \rfloor)",
      .reference =
          "Rubin (1987), Multiple Imputation for Nonresponse in Surveys, chapter 3; Little and Rubin (2002), "
          "Statistical Analysis with Missing Data, section 5.4",
      .details =
          "Each of so many completed tables has a seed of its own, the first that of the spec, so that what is fitted "
          "to a completed table is fitted once. The parameters of the imputation are those of the data every time; "
          "add bootstrap_units where their uncertainty is to count as well. Imputations that draw: "
          "stochastic_regression, hot_deck, and expectation_maximisation with draw."};

  static constexpr auto fields() {
    return fields_of(
        field("steps", &imputations::steps, "Positions of the preparation steps, from 0; empty for all that draw.")
            .at_least(0),
        field("count", &imputations::count, "How many completed tables; 0 for a new one in every replicate.")
            .within(0, 1e6));
  }
  [[nodiscard]] std::size_t dimension(const scene& /*unused*/) const { return 1; }
  void check_scene(const scene& s, const path& where) const;
  /// The positions of the steps, and their seeds.
  [[nodiscard]] constants prepare(const scene& s) const;
  void change(const scene& s, const chance& c, alternative& out) const;
  /// Which of the completed tables it is, from 0.
  [[nodiscard]] double number(const scene& /*unused*/, const chance& c) const {
    constexpr double many = 1073741824;  // seeds are below 2^31
    return std::floor(c.u[0] * (count > 0 ? count : many));
  }
  [[nodiscard]] std::string level(const scene& s, const chance& c) const { return number_text(number(s, c)); }

  friend bool operator==(const imputations&, const imputations&) = default;
};

}  // namespace vary
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/vary/impl/imputations.ipp"
#endif
