/// Percentile ranks: the share of units that are left behind.
#pragma once

#include <cmath>
#include <optional>

#include "quindex/normalise/concept.hpp"
#include "quindex/normalise/ranked.hpp"

QUINDEX_BEGIN
namespace normalise {

/// From positions to shares, p being the position counted from the worst of n.
enum class percentile_formula {
  strict,   ///< (p - 1) / (n - 1): 0 for the worst, 1 for the best; with ties::worst the share of smaller values among
            ///< the others.
  hazen,    ///< (p - 1/2) / n.
  weibull,  ///< p / (n + 1).
  share,    ///< p / n; with ties::best the share of values that are no larger.
};

/// The share of units that a unit leaves behind, from low to high.
struct percentile_rank {
  percentile_formula formula = percentile_formula::strict;
  quindex::ties ties = quindex::ties::worst;
  normalise::reversal reversal = normalise::reversal::rerank;
  double low = 0;
  double high = 100;
  std::optional<int> decimals{};

  static constexpr method_info info{
      .name = "percentile_rank",
      .title = "Percentile ranks",
      .summary = "The share of units that a unit leaves behind, from low to high.",
      .formula =
          R"(z = l + (h - l)\,\frac{p - 1}{n - 1}, \quad \frac{p - 1/2}{n}, \quad \frac{p}{n + 1} \quad\text{or}\quad \frac{p}{n})",
      .reference =
          "Flanagan et al. (2011), A social vulnerability index for disaster management, Journal of Homeland "
          "Security and Emergency Management 8(1); Hyndman and Fan (1996), Sample quantiles in statistical packages, "
          "The American Statistician 50(4)",
      .details =
          "p counts from the worst value (1) to the best (n). The defaults are spreadsheets' PERCENTRANK.INC and the "
          "Social Vulnerability Index: tied values share the lowest position. That index turns income per head by "
          "complement, 1 minus the percentile among ascending values, which is not the percentile among descending "
          "ones where values are tied. Published tables often round before they add up: see decimals."};
  static constexpr claim_set claims = claim::order_preserving | claim::bounded | claim::unit_invariant;

  static constexpr auto fields() {
    return fields_of(
        field("formula", &percentile_rank::formula, "From positions to shares."),
        field("ties", &percentile_rank::ties, "How tied values share a rank (1 being the best); not ordinal."),
        field("reversal", &percentile_rank::reversal, "How ranks are turned round where low values are better."),
        field("low", &percentile_rank::low, "Score at the share 0."),
        field("high", &percentile_rank::high, "Score at the share 1."),
        field("decimals", &percentile_rank::decimals, "Round scores to so many decimals, halves away from 0.")
            .within(0, 15));
  }
  void check(const path& where) const;
  [[nodiscard]] std::optional<double> mirror() const { return low + high; }
  [[nodiscard]] any_map fit(const column& x) const;

  friend bool operator==(const percentile_rank&, const percentile_rank&) = default;
};

}  // namespace normalise

namespace describe {
template <>
struct enum_names<normalise::percentile_formula> {
  static constexpr auto names = std::to_array<std::string_view>({"strict", "hazen", "weibull", "share"});
};
}  // namespace describe
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/normalise/impl/percentile_rank.ipp"
#endif
