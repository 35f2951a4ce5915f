/// A value that somebody has decided.
#pragma once

#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "quindex/base/text.hpp"
#include "quindex/impute/concept.hpp"

QUINDEX_BEGIN
namespace impute {

/// Missing values take a given value, or one for each group of units.
struct constant {
  std::optional<double> value{};
  std::vector<std::pair<std::string, double>> by_group{};

  static constexpr method_info info{
      .name = "constant",
      .title = "Constant",
      .summary = "Missing values take a given value, or one for each group of units.",
      .formula = R"(x_i := c \text{ where missing})",
      .reference = "Little and Rubin (2002), Statistical Analysis with Missing Data, section 4.1",
      .details =
          "The group's value comes first, then the general one; without either a cell stays missing. For knowledge "
          "from outside the table, such as a worst case for what is not reported."};

  static constexpr auto fields() {
    return fields_of(
        field("value", &constant::value, "The value for every unit whose group has none of its own."),
        field("by_group", &constant::by_group, "The value for each group of units, by the group's label."));
  }
  void check(const path& where) const {
    if (!value && by_group.empty())
      throw spec_error({where.text(), "constant has no value to fill in", "give 'value', 'by_group' or both"});
    const auto finite = [&](const std::string& at, double x) {
      if (!std::isfinite(x)) throw spec_error({at, "the value is " + number_text(x), "expected a finite number"});
    };
    if (value) finite((where / "value").text(), *value);
    for (const auto& [label, x] : by_group) finite((where / "by_group" / label).text(), x);
  }
  [[nodiscard]] fill fit(const column& x) const {
    if (!value && x.groups.empty())
      throw spec_error({x.where(), "constant has values by group, the table has no groups of units",
                        "give the table groups, or 'value'"});
    return {.value = value, .by_group = by_group};
  }

  friend bool operator==(const constant&, const constant&) = default;
};

}  // namespace impute
QUINDEX_END
