/// Grey relational analysis of series: which of several runs most like a reference series.
#pragma once

#include <string>

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// How nearly the course of a unit over the criteria, such as years, is that of a reference.
struct grey_series {
  double resolution = 0.5;
  std::string base{};
  criterion::by_code<double> reference{};

  static constexpr method_info info{
      .name = "grey_series",
      .title = "Grey relational analysis of series",
      .summary = "How nearly the course of a unit over the criteria, such as years, is that of a reference.",
      .formula =
          R"(s_i = \sum_j w_j \frac{\Delta_{\min} + \rho \Delta_{\max}}{\Delta_{ij} + \rho \Delta_{\max}}, \qquad \Delta_{ij} = \Big| \frac{r_j}{\bar r} - \frac{x_{ij}}{\bar x_i} \Big|)",
      .reference =
          "Deng (1982), Control problems of grey systems, Systems and Control Letters 1(5); Deng (1989), Introduction "
          "to grey system theory, The Journal of Grey System 1(1)",
      .details =
          "灰色关联分析 in its older use: units are series (factors, sectors), criteria their points in time, and the "
          "`reference` is the series to be explained, with a value for every criterion, by code; without it the best "
          "of every criterion. Series are divided by their mean (均值化) or their first value (初值化), which may not "
          "be 0. It is the course that is compared, not the level, so that a unit which dominates another can score "
          "lower. Resolution (分辨系数) 0.5 is usual, smaller ones spread grades."};

  static constexpr auto fields() {
    return fields_of(
        field("resolution", &grey_series::resolution, "The distinguishing coefficient rho.").within(1e-6, 1),
        field("base", &grey_series::base,
              "The criterion, by code, whose value series are divided by; empty for their mean."),
        field("reference", &grey_series::reference,
              "The series to compare with, a value for every criterion, by code."));
  }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const;

  friend bool operator==(const grey_series&, const grey_series&) = default;
};

}  // namespace aggregate
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/aggregate/impl/grey_relational.ipp"
#endif
