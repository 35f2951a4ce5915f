/// Limits that somebody has decided.
#pragma once

#include "quindex/base/text.hpp"
#include "quindex/treat/concept.hpp"

QUINDEX_BEGIN
namespace treat {

/// Moves values outside [low, high] onto the nearer end.
struct clip {
  double low = -1e308;
  double high = 1e308;

  static constexpr method_info info{
      .name = "clip",
      .title = "Limits",
      .summary = "Moves values outside [low, high] onto the nearer end.",
      .formula = R"(y = \min(\max(x, l), h))",
      .reference = "UNDP (2024), Human Development Report 2023/24, Technical note 1: caps on schooling and income",
      .details =
          "Limits come from knowledge of the subject, not from the data; for limits found in the data see winsorise. "
          "The defaults limit nothing."};
  static constexpr claim_set claims = claim::order_preserving;

  static constexpr auto fields() {
    return fields_of(field("low", &clip::low, "The lower limit."), field("high", &clip::high, "The upper limit."));
  }
  void check(const path& where) const { describe::check_below(where, low, high); }
  [[nodiscard]] any_map fit(const column& /*unused*/) const { return maps::clamp{low, high}; }

  friend bool operator==(const clip&, const clip&) = default;
};

}  // namespace treat
QUINDEX_END
