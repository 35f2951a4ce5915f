/// The lowest child.
#pragma once

#include "quindex/aggregate/concept.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// The lowest child: nothing makes up for it.
struct minimum {
  static constexpr method_info info{.name = "minimum",
                                    .title = "Minimum",
                                    .summary = "The lowest child: nothing makes up for it.",
                                    .formula = R"(s = \min_j z_j)",
                                    .reference =
                                        "Casadio Tarabusi and Guarini (2013), An unbalance adjustment method for "
                                        "development indicators, Social Indicators Research 112",
                                    .details =
                                        "The limit of the power mean for ever lower exponents. Weights only say which "
                                        "children count: those of weight 0 do not."};
  static constexpr claim_set claims = claim::monotone | claim::idempotent | claim::internal | claim::homogeneous;

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] double score(column_view z, column_view w) const {
    double out = missing_value;
    for (std::size_t j = 0; j < z.size(); ++j)
      if (w[j] != 0.0 && !(out <= z[j])) out = z[j];
    return out;
  }

  friend bool operator==(const minimum&, const minimum&) = default;
};

}  // namespace aggregate
QUINDEX_END
