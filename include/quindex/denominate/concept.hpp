/// What a denomination is: how an indicator is put in relation to the size of its unit.
///
/// | member | needed | what it earns |
/// |---|---|---|
/// | `info`, `fields()`, `==` | yes | everything the description gives |
/// | `divisor by_what() const` | yes | the column that values are divided by |
/// | `void check(const path&) const` | no | rules across parameters |
#pragma once

#include <concepts>
#include <span>
#include <string>

#include "quindex/base/text.hpp"
#include "quindex/base/types.hpp"
#include "quindex/describe/method.hpp"
#include "quindex/error.hpp"
#include "quindex/model/divisor.hpp"

QUINDEX_BEGIN
namespace denominate {

/// A method that says what an indicator is divided by.
template <class M>
concept Denomination = describe::Described<M> && requires(const M& m) {
  { m.by_what() } -> std::convertible_to<divisor>;
};

/// x · factor / denominator, in place; missing where either is. Throws data_error, with the unit named, for a
/// denominator of 0 or less and for a ratio beyond the range of numbers.
inline void divide(std::span<double> x, column_view denominator, const divisor& how, const std::string& where,
                   std::span<const std::string> units) {
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (!is_missing(x[i]) && denominator[i] <= 0)
      throw data_error({where + "/" + units[i],
                        "the denominator " + quoted(how.by) + " is " + number_text(denominator[i]),
                        "give a number above 0, or leave it missing"});
    x[i] = x[i] * how.factor / denominator[i];
    if (std::isinf(x[i]))
      throw data_error({where + "/" + units[i], "the value per " + quoted(how.by) + " is beyond the range of numbers",
                        "measure in larger units"});
  }
}

}  // namespace denominate
QUINDEX_END
