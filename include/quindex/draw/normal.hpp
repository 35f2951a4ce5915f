/// Normal around a mean, cut off where values cannot be.
#pragma once

#include <algorithm>
#include <optional>

#include "quindex/draw/concept.hpp"
#include "quindex/numeric/distributions.hpp"
#include "quindex/numeric/random.hpp"

QUINDEX_BEGIN
namespace draw {

/// Normal around a mean, cut off at a lowest and a highest value where there are any.
struct normal {
  double mean = 0;
  double sd = 1;
  std::optional<double> low{};
  std::optional<double> high{};

  static constexpr method_info info{
      .name = "normal",
      .title = "Normal distribution, truncated",
      .summary = "Normal around a mean, cut off at a lowest and a highest value where there are any.",
      .formula = R"(F^{-1}(u) = \mu + \sigma\,\Phi^{-1}(\Phi(\alpha) + u\,(\Phi(\beta) - \Phi(\alpha))),\quad
\alpha = (a - \mu)/\sigma,\ \beta = (b - \mu)/\sigma)",
      .reference =
          "Johnson, Kotz and Balakrishnan (1994), Continuous Univariate Distributions, volume 1, section 13.10",
      .details =
          "What is cut off is spread over what is left in proportion, not piled up at the ends; with ends, mean and "
          "standard deviation are those before the cut. Without ends the coordinates there are reach 8.2 standard "
          "deviations, so a parameter with a range needs them. Far in a tail the last bits of a truncated number may "
          "differ between machines."};

  static constexpr auto fields() {
    return fields_of(field("mean", &normal::mean, "The mean, before anything is cut off."),
                     field("sd", &normal::sd, "The standard deviation, before anything is cut off.").above(0),
                     field("low", &normal::low, "The lowest value; none when left out."),
                     field("high", &normal::high, "The highest value; none when left out."));
  }
  void check(const path& where) const {
    if (low && high) detail::check_ends(where, *low, *high);
    if (!(share() > 0))
      throw spec_error({where.text(),
                        "nothing lies between " + (low ? number_text(*low) : "-inf") + " and " +
                            (high ? number_text(*high) : "inf") + " with the mean " + number_text(mean) +
                            " and the standard deviation " + number_text(sd),
                        "choose ends within 8 standard deviations of the mean"});
  }
  [[nodiscard]] double quantile(double u) const {
    if (!low && !high) return mean + sd * numeric::normal_quantile(u);
    // From the side where the tail is small, which keeps its digits.
    const bool is_above = low && *low > mean;
    const double z = is_above ? -numeric::normal_quantile(tail(low, 1, 1) - u * share())
                              : numeric::normal_quantile(tail(low, -1, 0) + u * share());
    double x = mean + sd * z;
    if (low) x = std::max(x, *low);
    if (high) x = std::min(x, *high);
    return x;
  }

  friend bool operator==(const normal&, const normal&) = default;

 private:
  /// The probability of what lies above an end (side 1) or below it (side -1); `without` when there is no end.
  [[nodiscard]] double tail(const std::optional<double>& end, int side, double without) const {
    return end ? numeric::normal_tail(side * (*end - mean) / sd) : without;
  }
  /// The probability of what lies between the ends.
  [[nodiscard]] double share() const {
    const bool is_above = low && *low > mean;
    return is_above ? tail(low, 1, 1) - tail(high, 1, 0) : tail(high, -1, 1) - tail(low, -1, 0);
  }
};

}  // namespace draw
QUINDEX_END
