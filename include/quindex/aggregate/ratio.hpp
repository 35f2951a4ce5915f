/// One child divided by another.
#pragma once

#include "quindex/aggregate/concept.hpp"
#include "quindex/base/text.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// The first child divided by the second.
struct ratio {
  static constexpr method_info info{
      .name = "ratio",
      .title = "Ratio",
      .summary = "The first child divided by the second.",
      .formula = R"(s = z_1 / z_2)",
      .reference = "UNDP (2024), Human Development Report 2023/24, Technical note 3: the Gender Development Index",
      .details =
          "For gaps and parities, such as an index of women over that of men. Exactly two children; weights are not "
          "looked at. A higher second child lowers the score. A second child of 0 gives no score."};

  static constexpr bool needs_all_children = true;

  static constexpr auto fields() { return fields_of(); }
  void check_children(std::size_t n, const std::string& where) const {
    if (n != 2)
      throw spec_error({where, "ratio has " + std::to_string(n) + (n == 1 ? " child" : " children"),
                        "a ratio is of exactly two: the first divided by the second"});
  }
  [[nodiscard]] double score(column_view z, column_view /*unused*/) const {
    return z.size() != 2 || z[1] == 0.0 ? missing_value : z[0] / z[1];
  }

  friend bool operator==(const ratio&, const ratio&) = default;
};

}  // namespace aggregate
QUINDEX_END
