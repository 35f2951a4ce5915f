/// Weights from levels of significance and places inside them.
#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "quindex/base/text.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/weigh/keyed.hpp"

QUINDEX_BEGIN
namespace weigh {

/// Weights from levels of significance and places inside them.
struct lbwa {
  by_code levels{};
  by_code values{};
  std::optional<double> elasticity{};

  static constexpr method_info info{
      .name = "lbwa",
      .title = "Level based weight assessment",
      .summary = "Weights from levels of significance and places inside them.",
      .formula = R"(w_j = \frac{f_j}{\sum_k f_k}, \quad f_j = \frac{r_0}{l_j r_0 + I_j})",
      .reference =
          "Žižović and Pamučar (2019), New model for determining criteria weights: level based weight assessment "
          "(LBWA) model, Decision Making: Applications in Management and Engineering 2(2), 126-137",
      .details =
          "LBWA. Level 1 holds the children that are as important as the best or up to twice less, level 2 those two "
          "to three times, and so on. Inside a level the value says how far down a child is, from 0 for the best "
          "child of all. The coefficient of elasticity r_0 has to be above the size of the largest level, and is one "
          "more without any."};

  static constexpr auto fields() {
    return fields_of(field("levels", &lbwa::levels, "Level l by code of the child, 1 holding the best.").at_least(1),
                     field("values", &lbwa::values, "Value I by code of the child, 0 for the best.").at_least(0),
                     field("elasticity", &lbwa::elasticity, "Coefficient of elasticity r_0.").above(0));
  }
  void check(const path& where) const {
    detail::check_codes(where / "levels", levels);
    detail::check_codes(where / "values", values);
    for (const auto& entry : levels)
      if (entry.second != std::floor(entry.second))
        throw spec_error({(where / "levels" / entry.first).text(), number_text(entry.second) + " is no level",
                          "levels are 1, 2, 3 and so on"});
    if (elasticity && !(*elasticity > largest_level()))
      throw spec_error(
          {(where / "elasticity").text(),
           number_text(*elasticity) + " is not above the size of the largest level, " + number_text(largest_level()),
           "write " + number_text(largest_level() + 1) + " or more"});
  }
  [[nodiscard]] std::vector<double> fit(const group& g) const {
    const std::vector<double> level = detail::by_child(g, levels, "levels", "a level");
    const std::vector<double> value = detail::by_child(g, values, "values", "a value");
    const double r = elasticity.value_or(largest_level() + 1);
    std::vector<double> out;
    for (std::size_t j = 0; j < level.size(); ++j) out.push_back(r / (level[j] * r + value[j]));
    const double total = numeric::sum(out);
    for (double& w : out) w /= total;
    return out;
  }

  friend bool operator==(const lbwa&, const lbwa&) = default;

 private:
  [[nodiscard]] double largest_level() const {
    std::map<double, double> sizes;
    double most = 0;
    for (const auto& entry : levels) most = std::max(most, sizes[entry.second] += 1);
    return most;
  }
};

}  // namespace weigh
QUINDEX_END
