/// The Social Vulnerability Index of 2018.
#pragma once

#include "quindex/presets/concept.hpp"

QUINDEX_BEGIN
namespace presets {

/// How vulnerable the people of an area are to a disaster: fifteen percentages in four themes, by percentile ranks.
///
/// Indicators: `EP_POV` and fourteen more, as in the published files. High means vulnerable, so rank 1 is the most
/// vulnerable area. Scores of themes and of the index are sums (SPL); their percentile ranks (RPL) are `published()`.
struct svi_2018 {
  static constexpr method_info info{
      .name = "svi_2018",
      .title = "Social Vulnerability Index (2018)",
      .summary =
          "How vulnerable the people of an area are to a disaster: fifteen percentages in four themes, by percentile "
          "ranks.",
      .formula = R"(\mathrm{RPL} = \mathrm{PR}\Big(\sum_t \sum_{j \in t} \mathrm{PR}(x_j)\Big), \quad
\mathrm{PR}(x) = \frac{\#\{x_i < x\}}{N - 1})",
      .reference =
          "Centers for Disease Control and Prevention / Agency for Toxic Substances and Disease Registry (2020), CDC "
          "Social Vulnerability Index 2018, documentation",
      .details =
          "Percentile ranks are rounded to four decimals. Per-capita income, where low values are the vulnerable ones, "
          "counts as 1 minus its ascending percentile rank, which differs from a descending one where values are tied. "
          "Sums are rounded to four decimals before they are ranked. An area that lacks an indicator has no score for "
          "its theme and none for the index."};

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] spec make() const;

  friend bool operator==(const svi_2018&, const svi_2018&) = default;
};

}  // namespace presets
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/presets/impl/svi_2018.ipp"
#endif
