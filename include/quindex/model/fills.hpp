/// What imputing from several indicators together leaves behind: one of a few plain values that fill any table.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "quindex/base/types.hpp"
#include "quindex/describe/any_method.hpp"
#include "quindex/numeric/parallel.hpp"

QUINDEX_BEGIN

/// Which random numbers a fill takes: none unless it draws on its own, or those of a seed and a replicate.
struct random_choice {
  std::optional<std::uint64_t> seed{};  ///< When given, every fill that can draw does, whatever its own parameters say.
  std::uint32_t replicate = 0;
};

/// Columns whose missing cells are to be filled. A fill writes to missing cells and to no other.
struct fillable {
  std::vector<std::span<double>> x{};     ///< One per indicator.
  std::span<const std::string> codes{};   ///< Of the indicators.
  std::span<const std::string> units{};   ///< Of the rows.
  std::span<const std::string> groups{};  ///< The group of each unit; empty when the table has none.
  random_choice random{};
  std::string where = "prepare";  ///< The step, for messages.
};

namespace fills {

/// A value per indicator, by its code.
using by_code = std::vector<std::pair<std::string, double>>;

/// A normal distribution of all indicators: what is missing is expected given what is observed of the unit.
struct normal {
  by_code means{};
  std::vector<std::vector<double>> covariance{};  ///< In the order of `means`, symmetric.
  bool draw = false;
  int seed = 1;

  static constexpr bool can_draw = true;
  static constexpr method_info info{
      .name = "normal",
      .title = "Multivariate normal distribution",
      .summary = "Missing values are expected, or drawn, given the unit's observed ones.",
      .formula = R"(x_m = \mu_m + \Sigma_{mo} \Sigma_{oo}^{-1} (x_o - \mu_o))",
      .reference = "Little and Rubin (2002), Statistical Analysis with Missing Data, section 11.2"};
  static constexpr auto fields() {
    return fields_of(field("means", &normal::means, "The mean of each indicator, by code."),
                     field("covariance", &normal::covariance, "The covariances, a list per indicator."),
                     field("draw", &normal::draw, "Whether values are drawn around what is expected."),
                     field("seed", &normal::seed, "Where the random numbers come from.").at_least(0));
  }
  void check(const path& where) const;
  void apply(const fillable& data, const numeric::executor& how) const;
  friend bool operator==(const normal&, const normal&) = default;
};

/// A linear equation per indicator in all the others; those of the missing cells of a unit are solved together.
struct equations {
  by_code intercepts{};
  std::vector<std::vector<double>> coefficients{};  ///< In the order of `intercepts`; nothing on the diagonal.

  static constexpr bool can_draw = false;
  static constexpr method_info info{.name = "equations",
                                    .title = "Linear equations",
                                    .summary = "Missing values solve the regression of each indicator on the others.",
                                    .formula = R"(x_j = a_j + \sum_{k \ne j} b_{jk} x_k)",
                                    .reference = "definition"};
  static constexpr auto fields() {
    return fields_of(field("intercepts", &equations::intercepts, "The intercept of each indicator, by code."),
                     field("coefficients", &equations::coefficients, "The slopes, a list per indicator."));
  }
  void check(const path& where) const;
  void apply(const fillable& data, const numeric::executor& how) const;
  friend bool operator==(const equations&, const equations&) = default;
};

/// How a value is made of those of the donors.
enum class donation {
  mean,    ///< Their mean.
  median,  ///< Their median.
  random,  ///< The value of one of them, by lot.
};

/// Units that give their values to those that lack them.
struct donors {
  by_code scales{};                   ///< The distance that counts as 1, by code.
  std::vector<std::string> units{};   ///< Codes of the donors.
  std::vector<std::string> groups{};  ///< Their groups; empty when any unit may be served by any.
  std::vector<std::vector<std::optional<double>>> values{};  ///< Donors × indicators.
  int nearest = 5;                                           ///< How many give; 0 for all.
  donation take = donation::mean;
  int seed = 1;

  static constexpr bool can_draw = true;
  static constexpr method_info info{
      .name = "donors",
      .title = "Donors",
      .summary = "Missing values come from the units that are most alike.",
      .formula = R"(d_{ik}^2 = \frac{1}{|C_{ik}|} \sum_{j \in C_{ik}} \left(\frac{x_{ij} - x_{kj}}{s_j}\right)^2)",
      .reference =
          "Troyanskaya and others (2001), Missing value estimation methods for DNA microarrays, "
          "Bioinformatics 17(6)"};
  static constexpr auto fields() {
    return fields_of(field("scales", &donors::scales, "The distance that counts as 1, by indicator."),
                     field("units", &donors::units, "The codes of the donors."),
                     field("groups", &donors::groups, "Their groups, when donors serve their own group only."),
                     field("values", &donors::values, "Their values, a list per donor."),
                     field("nearest", &donors::nearest, "How many donors give; 0 for all.").at_least(0),
                     field("take", &donors::take, "What is made of the donors' values."),
                     field("seed", &donors::seed, "Where the random numbers come from.").at_least(0));
  }
  void check(const path& where) const;
  void apply(const fillable& data, const numeric::executor& how) const;
  friend bool operator==(const donors&, const donors&) = default;
};

/// The unit's own level: the mean (or median) of its other indicators, each between its lowest and highest value.
struct level {
  std::vector<std::pair<std::string, std::pair<double, double>>> ends{};  ///< The worst and the best value, by code.
  std::vector<std::string>
      parts{};  ///< The part that each indicator belongs to, in the order of `ends`; empty for one.
  bool median = false;

  static constexpr bool can_draw = false;
  static constexpr method_info info{
      .name = "level",
      .title = "The unit's own level",
      .summary = "Missing values lie as far between worst and best as the unit's other indicators do.",
      .formula = R"(x_{ij} = w_j + (b_j - w_j) \frac{1}{|O_i|} \sum_{k \in O_i} \frac{x_{ik} - w_k}{b_k - w_k})",
      .reference = "definition"};
  static constexpr auto fields() {
    return fields_of(field("ends", &level::ends, "The worst and the best value, by indicator."),
                     field("parts", &level::parts, "The part that each indicator belongs to; none for a single part."),
                     field("median", &level::median, "Whether the median is taken instead of the mean."));
  }
  void check(const path& where) const;
  void apply(const fillable& data, const numeric::executor& how) const;
  friend bool operator==(const level&, const level&) = default;
};

/// The kinds of joint fill there are.
using methods = method_list<normal, equations, donors, level>;

}  // namespace fills

/// What an imputation from several indicators leaves behind.
using joint_fill = any_method<fills::methods>;

namespace describe {
template <>
struct enum_names<fills::donation> {
  static constexpr auto names = std::to_array<std::string_view>({"mean", "median", "random"});
};
}  // namespace describe
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/model/impl/fills.ipp"
#include "quindex/model/impl/fills_donors.ipp"
#include "quindex/model/impl/fills_normal.ipp"
#endif
