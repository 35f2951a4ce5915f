/// A weighted mean of the weights of several methods.
#pragma once

#include "quindex/weigh/combined.hpp"

QUINDEX_BEGIN
namespace weigh {

/// A weighted mean of the weights of several methods.
struct linear {
  std::vector<single_method> methods{};
  std::vector<double> shares{};

  static constexpr method_info info{
      .name = "linear",
      .title = "Linear combination",
      .summary = "A weighted mean of the weights of several methods.",
      .formula = R"(w_j = \sum_k a_k w_{kj}, \quad \sum_k a_k = 1)",
      .reference = "OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 6",
      .details =
          "线性加权组合. Half an elicited and half a data-driven method is the usual choice. The shares of the methods "
          "need not sum to 1."};

  static constexpr auto fields() {
    return fields_of(
        field("methods", &linear::methods, "The weighing methods that are combined."),
        field("shares", &linear::shares, "How much each method counts; the same without any.").at_least(0));
  }
  void check(const path& where) const {
    detail::check_methods(methods, where / "methods");
    if (!shares.empty() && shares.size() != methods.size())
      throw spec_error(
          {(where / "shares").text(),
           "there are " + std::to_string(shares.size()) + " shares for " + std::to_string(methods.size()) + " methods",
           "give one for each"});
    if (!shares.empty() && !(numeric::sum(shares) > 0))
      throw spec_error({(where / "shares").text(), "all shares are 0", "let at least one method count"});
  }
  [[nodiscard]] std::vector<double> fit(const group& g) const;
  [[nodiscard]] std::vector<std::string> remarks(const group& g) const { return detail::remarks_of(methods, g); }

  friend bool operator==(const linear&, const linear&) = default;
};

inline std::vector<double> linear::fit(const group& g) const {
  const std::vector<std::vector<double>> all = detail::shares_of(methods, g);
  std::vector<double> out, terms(all.size());
  for (std::size_t j = 0; j < g.children.size(); ++j) {
    for (std::size_t k = 0; k < all.size(); ++k) terms[k] = (shares.empty() ? 1 : shares[k]) * all[k][j];
    out.push_back(numeric::sum(terms));
  }
  const double total = numeric::sum(out);
  for (double& w : out) w /= total;
  return out;
}

}  // namespace weigh
QUINDEX_END
