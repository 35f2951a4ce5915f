/// What a method promises: the laws test it, the pages print it.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "quindex/config.hpp"

QUINDEX_BEGIN
namespace describe {

/// A promise a method can make.
enum class claim : unsigned {
  order_preserving = 1U << 0U,  ///< A better value never gets a lower score.
  bounded = 1U << 1U,           ///< Scores of the data it was fitted to stay within a known range.
  unit_invariant = 1U << 2U,    ///< Changing the unit of measurement (x to a + b x, b > 0) changes no score.
  monotone = 1U << 3U,          ///< A higher child score never lowers the group's score.
  idempotent = 1U << 4U,        ///< Equal children give that same score.
  internal = 1U << 5U,          ///< The score lies between the lowest and the highest child.
  homogeneous = 1U << 6U,       ///< Multiplying every child by a > 0 multiplies the score by a.
  needs_positive = 1U << 7U,    ///< Refuses values at or below zero.
  scale_invariant = 1U << 8U,   ///< Multiplying the data by b > 0 changes no score.
  dominance = 1U << 9U,         ///< A unit at least as good on every criterion never scores lower.
};

/// A set of promises.
struct claim_set {
  unsigned bits = 0;
  constexpr claim_set() = default;
  constexpr claim_set(claim c) : bits(static_cast<unsigned>(c)) {}  // NOLINT(google-explicit-constructor)
  [[nodiscard]] constexpr bool has(claim c) const { return (bits & static_cast<unsigned>(c)) != 0; }
  friend constexpr claim_set operator|(claim_set a, claim_set b) {
    claim_set both;
    both.bits = a.bits | b.bits;
    return both;
  }
  friend bool operator==(const claim_set&, const claim_set&) = default;
};
[[nodiscard]] constexpr claim_set operator|(claim a, claim b) { return claim_set(a) | claim_set(b); }

/// Every claim with its name and what it promises.
struct claim_text {
  claim what;                ///< The promise.
  std::string_view name;     ///< The word for it in pages.
  std::string_view meaning;  ///< What it promises.
};
inline constexpr std::array<claim_text, 10> all_claims{{
    {claim::order_preserving, "order_preserving", "a better value never gets a lower score"},
    {claim::bounded, "bounded", "scores of the data it was fitted to stay within a known range"},
    {claim::unit_invariant, "unit_invariant",
     "changing the unit of measurement (x to a + b x, b > 0) changes no score"},
    {claim::monotone, "monotone", "a higher child score never lowers the group's score"},
    {claim::idempotent, "idempotent", "equal children give that same score"},
    {claim::internal, "internal", "the score lies between the lowest and the highest child"},
    {claim::homogeneous, "homogeneous", "multiplying every child by a > 0 multiplies the score by a"},
    {claim::needs_positive, "needs_positive", "refuses values at or below zero"},
    {claim::scale_invariant, "scale_invariant", "multiplying the data by b > 0 changes no score"},
    {claim::dominance, "dominance", "a unit at least as good on every criterion never scores lower"},
}};

}  // namespace describe

using describe::claim;
using describe::claim_set;

QUINDEX_END
