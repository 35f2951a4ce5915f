/// The mean of the units that are most alike.
#pragma once

#include "quindex/impute/donor_table.hpp"

QUINDEX_BEGIN
namespace impute {

/// Missing values take the mean (or median) of the nearest units that have the indicator.
struct nearest_neighbours {
  int neighbours = 5;
  bool median = false;

  static constexpr method_info info{
      .name = "nearest_neighbours",
      .title = "Nearest neighbours",
      .summary = "Missing values take the mean (or median) of the nearest units that have the indicator.",
      .formula = R"(x_{ij} := \frac{1}{k} \sum_{l \in N_k(i, j)} x_{lj}, \quad
d_{il}^2 = \frac{1}{|C_{il}|} \sum_{c \in C_{il}} \left(\frac{x_{ic} - x_{lc}}{s_c}\right)^2)",
      .reference =
          "Troyanskaya and others (2001), Missing value estimation methods for DNA microarrays, "
          "Bioinformatics 17(6)",
      .details =
          "The distance is taken over the indicators that both units have, each divided by its standard deviation "
          "(divisor n; a constant one adds no distance), and averaged, so that few common indicators do not make units "
          "alike. Of units at the same distance the first by code counts. Fewer than k give where fewer have the "
          "indicator. A cell stays missing where no unit with the indicator shares another one."};

  static constexpr auto fields() {
    return fields_of(
        field("neighbours", &nearest_neighbours::neighbours, "How many units give their values.").at_least(1),
        field("median", &nearest_neighbours::median, "Whether their median is taken instead of the mean."));
  }
  [[nodiscard]] fills::donors fit(const indicators& all) const {
    fills::donors out = donor_table(all, info.name);
    out.nearest = neighbours;
    out.take = median ? fills::donation::median : fills::donation::mean;
    return out;
  }

  friend bool operator==(const nearest_neighbours&, const nearest_neighbours&) = default;
};

}  // namespace impute
QUINDEX_END
