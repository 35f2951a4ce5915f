/// The linear combination of several methods' weights that is closest to all of them.
#pragma once

#include "quindex/numeric/symmetric.hpp"
#include "quindex/weigh/combined.hpp"

QUINDEX_BEGIN
namespace weigh {

/// The linear combination of several methods' weights that is closest to all of them.
struct game_theoretic {
  std::vector<single_method> methods{};

  static constexpr method_info info{
      .name = "game_theoretic",
      .title = "Game-theoretic combination",
      .summary = "The linear combination of several methods' weights that is closest to all of them.",
      .formula =
          R"(w = \sum_k \frac{a_k}{\sum_l a_l} w_k, \quad \sum_l a_l \, w_k^{\mathsf{T}} w_l = w_k^{\mathsf{T}} w_k)",
      .reference = "Chen Jialiang (2003), 基于博弈论的组合赋权评价方法研究, 福建电脑 9, 15-16",
      .details =
          "博弈论组合赋权. The coefficients a solve the conditions under which no method gains by moving the "
          "compromise: the sum of squared distances to each method's weights is least. They are equal where methods "
          "agree so closely that there is no unique solution. Negative ones, which the equations allow, are taken as "
          "0, with a note. Next to a single other method, equal weights always get the coefficient 0."};

  static constexpr auto fields() {
    return fields_of(field("methods", &game_theoretic::methods, "The weighing methods that are combined."));
  }
  void check(const path& where) const { detail::check_methods(methods, where / "methods"); }
  [[nodiscard]] std::vector<double> fit(const group& g) const;
  [[nodiscard]] std::vector<std::string> remarks(const group& g) const;

  friend bool operator==(const game_theoretic&, const game_theoretic&) = default;
};

namespace detail {

/// The coefficients of the methods before negative ones become 0; equal where they are not determined.
inline std::vector<double> game_coefficients(const std::vector<std::vector<double>>& all) {
  const std::size_t n = all.size();
  matrix products(static_cast<Eigen::Index>(n), static_cast<Eigen::Index>(n));
  std::vector<double> right(n), terms(all.front().size());
  for (std::size_t k = 0; k < n; ++k)
    for (std::size_t l = 0; l < n; ++l) {
      for (std::size_t j = 0; j < terms.size(); ++j) terms[j] = all[k][j] * all[l][j];
      const double product = numeric::sum(terms);
      products(static_cast<Eigen::Index>(k), static_cast<Eigen::Index>(l)) = product;
      if (k == l) right[k] = product;
    }
  return numeric::solve(products, std::move(right)).value_or(std::vector<double>(n, 1.0));
}

}  // namespace detail

inline std::vector<double> game_theoretic::fit(const group& g) const {
  const std::vector<std::vector<double>> all = detail::shares_of(methods, g);
  const std::vector<double> coefficients = detail::game_coefficients(all);
  std::vector<double> out, terms(all.size());
  for (std::size_t j = 0; j < g.children.size(); ++j) {
    for (std::size_t k = 0; k < all.size(); ++k) terms[k] = coefficients[k] > 0 ? coefficients[k] * all[k][j] : 0;
    out.push_back(numeric::sum(terms));
  }
  const double total = numeric::sum(out);
  if (!(total > 0))
    throw numeric_error({g.where(), "no method has a coefficient above 0", "use linear, or other methods"});
  for (double& w : out) w /= total;
  return out;
}

inline std::vector<std::string> game_theoretic::remarks(const group& g) const {
  std::vector<std::string> out = detail::remarks_of(methods, g);
  const std::vector<double> coefficients = detail::game_coefficients(detail::shares_of(methods, g));
  for (std::size_t k = 0; k < coefficients.size(); ++k)
    if (coefficients[k] < -1e-12)
      out.push_back("the coefficient of " + std::string(methods[k].name()) + " would be " +
                    detail::brief(coefficients[k]) + " and is taken as 0");
  return out;
}

}  // namespace weigh
QUINDEX_END
