/// Winsorising: outliers are moved to the nearest value that is none.
#pragma once

#include <optional>

#include "quindex/treat/concept.hpp"

QUINDEX_BEGIN
namespace treat {

/// How it is decided which values are outliers.
enum class outlier_rule {
  moments,           ///< As few as it takes to bring skewness or kurtosis below its limit.
  quantiles,         ///< Those outside two quantiles.
  fences,            ///< Those further than a multiple of the interquartile range outside the quartiles.
  median_deviation,  ///< Those further than a multiple of the scaled median absolute deviation from the median.
};

/// What becomes of outliers.
enum class outlier_action {
  limit,   ///< They are moved to the limit.
  remove,  ///< They are taken away, to be missing or to be imputed.
};

/// Moves outliers to the nearest value that is none.
struct winsorise {
  outlier_rule rule = outlier_rule::moments;
  double skewness = 2;
  double kurtosis = 3.5;
  pass_rule accept = pass_rule::either;
  std::optional<int> max_points = 5;
  bool all_or_nothing = false;
  double low_quantile = 0.025;
  double high_quantile = 0.975;
  int quantile_type = 7;
  std::optional<double> multiple{};
  outlier_action action = outlier_action::limit;

  static constexpr method_info info{
      .name = "winsorise",
      .title = "Winsorisation",
      .summary = "Moves outliers to the nearest value that is none.",
      .formula = R"(y = \min(\max(x, x_{(a)}), x_{(b)}))",
      .reference =
          "OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.2; Becker et al. (2022), "
          "COINr: An R package for developing composite indicators, Journal of Open Source Software 7(78); "
          "Tukey (1977), Exploratory Data Analysis; Leys et al. (2013), Detecting outliers, Journal of Experimental "
          "Social Psychology 49(4)",
      .details =
          "By moments: while |G1| >= skewness and G2 >= kurtosis (sample skewness and excess kurtosis, as in "
          "spreadsheets; one of them is enough where accept is 'both'), all values equal to the largest become the "
          "next smaller one, or the smallest the next larger one where the skewness is negative, until max_points "
          "have been moved. Tied values move together and may exceed max_points. When that is not enough the limits "
          "reached are kept, or, with all_or_nothing, nothing is moved, so that a following log_shift or box_cox "
          "finds the column as it was: the practice of the Global Innovation Index. Skewness 0 and kurtosis -10 move "
          "max_points in any case. By fences the limits lie 1.5 interquartile ranges outside the quartiles, by "
          "median_deviation 3 times 1.4826 median deviations from the median, unless multiple says otherwise; a "
          "column whose spread is 0 by that measure is left alone. By these rules and by quantiles outliers become "
          "the limit itself, which need not be a value of the column. With action = remove outliers become missing "
          "(trimming). Direction plays no part."};
  static constexpr claim_set claims = claim::order_preserving;

  static constexpr auto fields() {
    return fields_of(
        field("rule", &winsorise::rule, "How it is decided which values are outliers."),
        field("skewness", &winsorise::skewness, "Columns whose absolute skewness G1 is below this are left alone.")
            .at_least(0),
        field("kurtosis", &winsorise::kurtosis, "Columns whose excess kurtosis G2 is below this are left alone."),
        field("accept", &winsorise::accept, "Whether one of the two limits kept is enough, or both have to be."),
        field("max_points", &winsorise::max_points, "How many values may be moved; nothing for no limit.").at_least(1),
        field("all_or_nothing", &winsorise::all_or_nothing, "Whether nothing is moved when max_points are not enough."),
        field("low_quantile", &winsorise::low_quantile, "The lower quantile, a share.").within(0, 1),
        field("high_quantile", &winsorise::high_quantile, "The upper quantile, a share.").within(0, 1),
        field("quantile_type", &winsorise::quantile_type, "The quantile formula, types 1 to 9 of Hyndman and Fan.")
            .within(1, 9),
        field("multiple", &winsorise::multiple,
              "How many spreads outside is an outlier; nothing for 1.5 (fences) or 3 (median_deviation).")
            .above(0),
        field("action", &winsorise::action, "What becomes of outliers."));
  }
  void check(const path& where) const;
  [[nodiscard]] any_map fit(const column& x) const;

  friend bool operator==(const winsorise&, const winsorise&) = default;
};

}  // namespace treat

namespace describe {
template <>
struct enum_names<treat::outlier_rule> {
  static constexpr auto names = std::to_array<std::string_view>({"moments", "quantiles", "fences", "median_deviation"});
};
template <>
struct enum_names<treat::outlier_action> {
  static constexpr auto names = std::to_array<std::string_view>({"limit", "remove"});
};
}  // namespace describe
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/treat/impl/winsorise.ipp"
#endif
