/// Ranks as scores.
#pragma once

#include "quindex/normalise/concept.hpp"
#include "quindex/normalise/ranked.hpp"

QUINDEX_BEGIN
namespace normalise {

/// The worst value scores 1, the best as many points as there are values.
struct rank {
  quindex::ties ties = quindex::ties::average;
  normalise::reversal reversal = normalise::reversal::rerank;

  static constexpr method_info info{
      .name = "rank",
      .title = "Ranks",
      .summary = "The worst value scores 1, the best as many points as there are values.",
      .formula = R"(z_i = n + 1 - \mathrm{rank}_i, \qquad \mathrm{rank} = 1 \text{ for the best value})",
      .reference = "OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.1",
      .details =
          "Outliers have no influence, and neither have distances. Ties are those of the rank whose 1 is the best, as "
          "in results: under best, tied values share the higher score. Missing values are not counted; under dense, n "
          "is the number of distinct values and ranks are those among them. A value that "
          "was not there when the ranks were fitted scores between its neighbours, beyond the ends as the ends."};
  static constexpr claim_set claims = claim::order_preserving | claim::unit_invariant;

  static constexpr auto fields() {
    return fields_of(field("ties", &rank::ties, "How tied values share a rank; not ordinal."),
                     field("reversal", &rank::reversal, "How ranks are turned round where low values are better."));
  }
  void check(const path& where) const { refuse_ordinal(ties, where); }
  [[nodiscard]] any_map fit(const column& x) const {
    const bool turned = !x.better_when_high && reversal == normalise::reversal::complement;
    const bool largest_first = x.better_when_high || turned;
    return ranked_curve(x, info.name, ties, largest_first, [&](double p, double n) { return turned ? n + 1 - p : p; });
  }

  friend bool operator==(const rank&, const rank&) = default;
};

}  // namespace normalise
QUINDEX_END
