/// The values a parameter may take.
#pragma once

#include <limits>
#include <string>

#include "quindex/base/text.hpp"
#include "quindex/config.hpp"

QUINDEX_BEGIN
namespace describe {

/// A range of numbers whose ends may belong to it or not.
struct interval {
  double low = -std::numeric_limits<double>::infinity();  ///< The lower end; minus infinity for none.
  double high = std::numeric_limits<double>::infinity();  ///< The upper end; infinity for none.
  bool low_open = false;                                  ///< Whether `low` itself is outside.
  bool high_open = false;                                 ///< Whether `high` itself is outside.

  /// Does the number belong to it?
  [[nodiscard]] constexpr bool has(double x) const {
    return (low_open ? x > low : x >= low) && (high_open ? x < high : x <= high);
  }
  /// "[0, 1]" or "(0, inf)".
  [[nodiscard]] std::string text() const {
    return (low_open ? "(" : "[") + number_text(low) + ", " + number_text(high) + (high_open ? ")" : "]");
  }
  /// How a number that does not belong to it is refused: " is outside [0, 1]", " is not above 0", " is below 1".
  [[nodiscard]] std::string refusal() const {
    if (high < std::numeric_limits<double>::infinity()) return " is outside " + text();
    return (low_open ? " is not above " : " is below ") + number_text(low);
  }
};

}  // namespace describe
QUINDEX_END
