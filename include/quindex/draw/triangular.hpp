/// Most likely at one value, ever less so towards two ends.
#pragma once

#include <cmath>

#include "quindex/draw/concept.hpp"

QUINDEX_BEGIN
namespace draw {

/// Most likely at one value, ever less so towards two ends.
struct triangular {
  double low = 0;
  double mode = 0.5;
  double high = 1;

  static constexpr method_info info{
      .name = "triangular",
      .title = "Triangular distribution",
      .summary = "Most likely at one value, ever less so towards two ends.",
      .formula = R"(F^{-1}(u) = a + \sqrt{u (b - a)(c - a)} \text{ up to } u = \tfrac{c - a}{b - a},\quad
b - \sqrt{(1 - u)(b - a)(b - c)} \text{ beyond})",
      .reference = "Kotz and van Dorp (2004), Beyond Beta: Other Continuous Families of Distributions, chapter 1",
      .details =
          "The mean is (low + mode + high) / 3. For experts who can say what is likeliest and what is hardly possible. "
          "The mode may be one of the ends."};

  static constexpr auto fields() {
    return fields_of(field("low", &triangular::low, "The lowest value."),
                     field("mode", &triangular::mode, "The most likely value."),
                     field("high", &triangular::high, "The highest value."));
  }
  void check(const path& where) const {
    detail::check_ends(where, low, high);
    if (!(low <= mode && mode <= high))
      throw spec_error({(where / "mode").text(),
                        number_text(mode) + " is outside [" + number_text(low) + ", " + number_text(high) + "]",
                        "the most likely value lies between the ends"});
  }
  [[nodiscard]] double quantile(double u) const {
    const double width = high - low, rise = mode - low, fall = high - mode;
    return u * width < rise ? low + std::sqrt(u * width * rise) : high - std::sqrt((1 - u) * width * fall);
  }

  friend bool operator==(const triangular&, const triangular&) = default;
};

}  // namespace draw
QUINDEX_END
