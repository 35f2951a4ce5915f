/// Values that are scores already.
#pragma once

#include "quindex/normalise/concept.hpp"

QUINDEX_BEGIN
namespace normalise {

/// Keeps values as they are.
struct identity {
  static constexpr method_info info{
      .name = "identity",
      .title = "As it is",
      .summary = "Keeps values as they are.",
      .formula = R"(z = x)",
      .reference = "definition",
      .details =
          "For indicators that are scores on one scale already. High has to be better: for low, or for an optimum, "
          "nothing says what the value should be taken from."};
  static constexpr claim_set claims = claim::order_preserving;

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] any_map fit(const column& x) const {
    if (!x.better_when_high)
      throw spec_error({x.where(),
                        std::string("identity keeps values as they are, ") +
                            (x.best ? "the best ones are at an optimum" : "low ones are better"),
                        "use min_max, goalposts or piecewise_linear for this indicator"});
    return maps::affine{};
  }

  friend bool operator==(const identity&, const identity&) = default;
};

}  // namespace normalise
QUINDEX_END
