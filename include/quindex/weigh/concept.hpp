/// What a weighing method is.
///
/// | member | needed | what it earns |
/// |---|---|---|
/// | `info`, `fields()`, `==` | yes | everything the description gives |
/// | `std::vector<double> fit(const group&) const` | yes | the method itself: one weight of 0 or more per child |
/// | `void check(const path&) const` | no | rules across parameters |
/// | `std::vector<std::string> remarks(const group&) const` | no | what a reader should know of the weights, as notes |
#pragma once

#include <concepts>
#include <string>
#include <vector>

#include "quindex/base/types.hpp"
#include "quindex/describe/method.hpp"
#include "quindex/error.hpp"

QUINDEX_BEGIN
namespace weigh {

/// One group as a weighing method sees it.
struct group {
  std::string code;                   ///< The group.
  std::vector<std::string> children;  ///< Codes of its children, m of them.
  std::vector<double> given;          ///< The children's weights in the framework.
  std::vector<column_view> scores;    ///< The children's scores over the units, high being better.
  [[nodiscard]] std::string where() const { return "weigh/" + code; }
};

/// A method that finds the weights of a group's children.
template <class M>
concept Weigher = describe::Described<M> && requires(const M& m, const group& g) {
  { m.fit(g) } -> std::convertible_to<std::vector<double>>;
};

}  // namespace weigh
QUINDEX_END
