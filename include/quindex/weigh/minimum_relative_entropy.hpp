/// The weights that are closest in relative entropy to those of several methods.
#pragma once

#include "quindex/weigh/combined.hpp"

QUINDEX_BEGIN
namespace weigh {

/// The weights that are closest in relative entropy to those of several methods.
struct minimum_relative_entropy {
  std::vector<single_method> methods{};

  static constexpr method_info info{
      .name = "minimum_relative_entropy",
      .title = "Combination of minimum relative entropy",
      .summary = "The weights that are closest in relative entropy to those of several methods.",
      .formula =
          R"(w_j = \frac{\big(\prod_k w_{kj}\big)^{1/K}}{\sum_l \big(\prod_k w_{kl}\big)^{1/K}}, \quad \min \sum_k \sum_j w_j \ln \frac{w_j}{w_{kj}})",
      .reference =
          "Kullback and Leibler (1951), On information and sufficiency, Annals of Mathematical Statistics 22(1), 79-86",
      .details =
          "最小相对信息熵组合赋权. The geometric mean of the weights, made to sum to 1, which is the exact minimum. A "
          "weight of 0 in one method stays 0."};

  static constexpr auto fields() {
    return fields_of(field("methods", &minimum_relative_entropy::methods, "The weighing methods that are combined."));
  }
  void check(const path& where) const { detail::check_methods(methods, where / "methods"); }
  [[nodiscard]] std::vector<double> fit(const group& g) const {
    return detail::product_shares(methods, g, 1 / static_cast<double>(methods.size()));
  }
  [[nodiscard]] std::vector<std::string> remarks(const group& g) const { return detail::remarks_of(methods, g); }

  friend bool operator==(const minimum_relative_entropy&, const minimum_relative_entropy&) = default;
};

}  // namespace weigh
QUINDEX_END
