/// The scale of the Mazziotta-Pareto index: mean 100, standard deviation 10.
#pragma once

#include "quindex/normalise/z_score.hpp"

QUINDEX_BEGIN
namespace normalise {

/// Standardised values with a mean of 100 and a standard deviation of 10.
struct mpi_scale {
  int ddof = 0;

  static constexpr method_info info{
      .name = "mpi_scale",
      .title = "Scale of the Mazziotta-Pareto index",
      .summary = "Standardised values with a mean of 100 and a standard deviation of 10.",
      .formula =
          R"(z = 100 \pm 10\,\frac{x - \bar x}{\hat\sigma_x}, \qquad \hat\sigma_x^2 = \frac{\sum (x - \bar x)^2}{n - \mathrm{ddof}})",
      .reference =
          "De Muro, Mazziotta and Pareto (2011), Composite indices of development and poverty: An application to MDGs, "
          "Social Indicators Research 104(1)",
      .details =
          "What the index mpi is made of; nearly all scores lie between 70 and 130. The papers divide by n (ddof = 0), "
          "the R package Compind by n - 1. Relative to the mean of the data: for comparisons over time see "
          "ampi_scale."};
  static constexpr claim_set claims = claim::order_preserving | claim::unit_invariant;

  static constexpr auto fields() {
    return fields_of(
        field("ddof", &mpi_scale::ddof, "What is taken from n in the variance: 0 in the papers, 1 for a sample.")
            .within(0, 1));
  }
  [[nodiscard]] std::optional<double> mirror() const { return 200; }
  /// Throws data_error when there are no two distinct values.
  [[nodiscard]] any_map fit(const column& x) const {
    refuse_constant(x, info.name);
    return z_score{.mean = 100, .sd = 10, .ddof = ddof}.fit(x);
  }

  friend bool operator==(const mpi_scale&, const mpi_scale&) = default;
};

}  // namespace normalise
QUINDEX_END
