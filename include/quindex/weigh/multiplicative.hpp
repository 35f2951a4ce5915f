/// The products of the weights of several methods, made to sum to 1.
#pragma once

#include "quindex/weigh/combined.hpp"

QUINDEX_BEGIN
namespace weigh {

/// The products of the weights of several methods, made to sum to 1.
struct multiplicative {
  std::vector<single_method> methods{};

  static constexpr method_info info{
      .name = "multiplicative",
      .title = "Multiplicative combination",
      .summary = "The products of the weights of several methods, made to sum to 1.",
      .formula = R"(w_j = \frac{\prod_k w_{kj}}{\sum_l \prod_k w_{kl}})",
      .reference =
          "Zavadskas and Podvezko (2016), Integrated determination of objective criteria weights in MCDM, "
          "International Journal of Information Technology and Decision Making 15(2), 267-283",
      .details =
          "乘法合成. What one method calls unimportant the others cannot raise, and a weight of 0 stays 0. Common for "
          "one elicited and one data-driven method. Makes the weights more unequal than any of the methods does when "
          "they agree."};

  static constexpr auto fields() {
    return fields_of(field("methods", &multiplicative::methods, "The weighing methods that are combined."));
  }
  void check(const path& where) const { detail::check_methods(methods, where / "methods"); }
  [[nodiscard]] std::vector<double> fit(const group& g) const { return detail::product_shares(methods, g, 1); }
  [[nodiscard]] std::vector<std::string> remarks(const group& g) const { return detail::remarks_of(methods, g); }

  friend bool operator==(const multiplicative&, const multiplicative&) = default;
};

}  // namespace weigh
QUINDEX_END
