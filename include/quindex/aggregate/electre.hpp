/// What ELECTRE I and II share: concordance and discordance between units.
#pragma once

#include <array>

#include "quindex/aggregate/criterion.hpp"
#include "quindex/aggregate/outranking.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// How ELECTRE I and II make differences of criteria comparable.
enum class electre_scale {
  range,     ///< Each criterion by its own range.
  sum,       ///< Each criterion by its sum, and then all by the largest range; needs values of 0 or more.
  as_given,  ///< All criteria by the largest range: they are on one scale already.
};

}  // namespace aggregate

namespace describe {
template <>
struct enum_names<aggregate::electre_scale> {
  static constexpr auto names = std::to_array<std::string_view>({"range", "sum", "as_given"});
};
}  // namespace describe

namespace aggregate {

/// Weights and differences are rounded: what misses a threshold by less reaches it.
inline constexpr double electre_slack = 1e-12;

/// Compares one unit with all others.
class electre_comparison {
 public:
  /// Scales the criteria; `method` is named in messages.
  electre_comparison(const alternatives& all, electre_scale how, std::string_view method);

  /// What speaks for "`a` outranks `b`", for every b: fills the three rows below.
  void compare(std::size_t a);
  /// Per b: the weight of the criteria where a is at least as good.
  [[nodiscard]] column_view concordance() const { return concordance_; }
  /// Per b: the largest lead of b, from 0 to 1.
  [[nodiscard]] column_view discordance() const { return discordance_; }
  /// Per b: the weight of the criteria where a is better less that of those where b is.
  [[nodiscard]] column_view lead() const { return lead_; }

 private:
  std::vector<std::vector<double>> columns_;  // scaled, high is better
  std::vector<double> weights_;
  std::vector<double> concordance_, discordance_, lead_;
};

}  // namespace aggregate
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/aggregate/impl/electre.ipp"
#endif
