/// The Human Development Index as published since 2010.
#pragma once

#include "quindex/presets/concept.hpp"

QUINDEX_BEGIN
namespace presets {

/// Health, education and income of a country, by their geometric mean.
///
/// Indicators: `le` life expectancy at birth (years), `eys` and `mys` expected and mean years of schooling, `gnipc`
/// gross national income per capita (2017 PPP $). Scores run from 0 to 1.
struct hdi_2010 {
  static constexpr method_info info{
      .name = "hdi_2010",
      .title = "Human Development Index (since 2010)",
      .summary = "Health, education and income of a country, by their geometric mean.",
      .formula = R"(\mathrm{HDI} = (I_\mathrm{health}\, I_\mathrm{education}\, I_\mathrm{income})^{1/3})",
      .reference = "UNDP (2024), Human Development Report 2023/24, Technical note 1",
      .details =
          "Goalposts: life expectancy 20 to 85 years, expected schooling 0 to 18 years, mean schooling 0 to 15 years, "
          "income 100 to 75,000 (2017 PPP $) in logarithms; values outside count as the nearer goalpost. Education is "
          "the arithmetic mean of its two indices. There is no value without all four indicators. Scores are not "
          "rounded; ranks are those of scores rounded to three decimals, as in the published tables, so that "
          "countries share a rank."};

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] spec make() const;

  friend bool operator==(const hdi_2010&, const hdi_2010&) = default;
};

namespace detail {

/// A human development index as a group; codes end in `suffix`, and life expectancy has these goalposts.
[[nodiscard]] node human_development(const std::string& suffix, std::pair<double, double> life_expectancy,
                                     std::string name, std::string name_zh);
/// What the HDI and its companions have in common, for the suffixes that occur in the tree.
[[nodiscard]] spec human_development_spec(node root, const std::vector<std::string>& suffixes);

}  // namespace detail
}  // namespace presets
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/presets/impl/hdi_2010.ipp"
#endif
