/// The penalty for bottleneck: the weakest child holds the others back.
#pragma once

#include "quindex/aggregate/row_statistics.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// The mean after every child has been held back by the weakest one.
struct bottleneck_penalty {
  double unit = 100;
  double most = 1;
  double slope = 1;

  static constexpr method_info info{
      .name = "bottleneck_penalty",
      .title = "Penalty for bottleneck",
      .summary = "The mean after every child has been held back by the weakest one.",
      .formula = R"(s = \sum_j w_j h_j, \qquad h_j = z_{\min} + a\,u \big(1 - e^{-b (z_j - z_{\min})/u}\big))",
      .reference =
          "Acs, Autio and Szerb (2014), National systems of entrepreneurship: measurement issues and policy "
          "implications, Research Policy 43(3); Acs, Szerb and Lloyd (2018), The Global Entrepreneurship Index: "
          "methodology",
      .details =
          "Used by the Global Entrepreneurship Index, with scores in [0, 1] (unit 1) and a = b = 1. `unit` u is the "
          "width of the scores' scale. The smaller the slope b, the less is added above the weakest child; a is the "
          "most that can be added, in units. a times b is at most 1, beyond which better children could score more "
          "than they are."};
  static constexpr claim_set claims = claim::monotone | claim::internal | claim::idempotent;

  static constexpr auto fields() {
    return fields_of(
        field("unit", &bottleneck_penalty::unit, "The width of the scores' scale: 100 for 0 to 100.").above(0),
        field("most", &bottleneck_penalty::most, "The most that can be added to the weakest child, in units: a.")
            .within(0, 10),
        field("slope", &bottleneck_penalty::slope, "How fast a stronger child adds: b.").within(0, 10));
  }
  void check(const path& where) const {
    if (most * slope > 1)
      throw spec_error({where.text(), "most times slope is " + number_text(most * slope), "at most 1 is allowed"});
  }
  [[nodiscard]] double score(column_view z, column_view w) const {
    const row::statistics of(z, w);
    double total = 0;
    double sum = 0;
    for (std::size_t j = 0; j < z.size(); ++j) {
      if (w[j] == 0.0) continue;
      total += w[j];
      sum += w[j] * (1 - numeric::exp(-slope * (z[j] - of.lowest) / unit));
    }
    return of.lowest + most * unit * (sum / total);
  }

  friend bool operator==(const bottleneck_penalty&, const bottleneck_penalty&) = default;
};

}  // namespace aggregate
QUINDEX_END
