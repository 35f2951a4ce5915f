/// The logarithm of the odds, for shares.
#pragma once

#include "quindex/treat/concept.hpp"

QUINDEX_BEGIN
namespace treat {

/// What becomes of shares that sit on a bound, where the odds are 0 or infinite.
enum class share_edges {
  squeeze,  ///< All values are drawn in a little, the less the more there are.
  margin,   ///< Values nearer to a bound than a margin are moved to it.
  refuse,   ///< They are an error.
};

/// The logarithm of the odds: spreads out shares near nothing and near all.
struct logit {
  double low = 0;
  double high = 1;
  share_edges edges = share_edges::squeeze;
  double margin = 0.001;

  static constexpr method_info info{
      .name = "logit",
      .title = "Log-odds of shares",
      .summary = "The logarithm of the odds: spreads out shares near nothing and near all.",
      .formula =
          R"(y = \ln \frac{x - l}{h - x}, \qquad x \leftarrow \frac{x\,(n - 1) + (l + h)/2}{n} \text{ when squeezed})",
      .reference =
          "Berkson (1944), Application of the logistic function to bio-assay, Journal of the American Statistical "
          "Association 39(227); Smithson and Verkuilen (2006), A better lemon squeezer?, Psychological Methods 11(1)",
      .details =
          "For shares (bounds 0 and 1), percentages (0 and 100) and other values between two bounds. Where a value "
          "sits on a bound, squeezing draws all n values in as Smithson and Verkuilen do, so that a share of 1 among "
          "50 becomes 0.99; columns without such a value are not squeezed. With 'margin' only values nearer to a "
          "bound than the margin move. Values beyond a bound are an error in any case."};
  static constexpr claim_set claims = claim::order_preserving;

  static constexpr auto fields() {
    return fields_of(field("low", &logit::low, "l, the lower bound: the share of nothing."),
                     field("high", &logit::high, "h, the upper bound: the share of all."),
                     field("edges", &logit::edges, "What becomes of values on a bound."),
                     field("margin", &logit::margin, "How near to a bound values may be, as a share of their distance.")
                         .within(0, 0.499));
  }
  void check(const path& where) const;
  /// Throws numeric_error for a value beyond a bound, and for one on it where edges are refused.
  [[nodiscard]] any_map fit(const column& x) const;

  friend bool operator==(const logit&, const logit&) = default;
};

}  // namespace treat

namespace describe {
template <>
struct enum_names<treat::share_edges> {
  static constexpr auto names = std::to_array<std::string_view>({"squeeze", "margin", "refuse"});
};
}  // namespace describe
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/treat/impl/logit.ipp"
#endif
