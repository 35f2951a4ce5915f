/// Weights from the children's own strength and their influence on one another.
#pragma once

#include "quindex/weigh/square.hpp"

QUINDEX_BEGIN
namespace weigh {

/// Weights from the children's own strength and their influence on one another.
struct wings {
  std::vector<std::string> criteria{};
  square_table influences{};

  static constexpr method_info info{
      .name = "wings",
      .title = "WINGS weights",
      .summary = "Weights from the children's own strength and their influence on one another.",
      .formula =
          R"(w_j = \frac{r_j + c_j}{\sum_k (r_k + c_k)}, \quad T = D (I - D)^{-1}, \quad D = X / \textstyle\sum_{ij} x_{ij})",
      .reference =
          "Michnik (2013), Weighted influence non-linear gauge system (WINGS) - an analysis method for the systems of "
          "interrelated components, European Journal of Operational Research 228(3), 536-544",
      .details =
          "DEMATEL with strengths: the diagonal says how strong a child is in itself, the other cells how much the row "
          "influences the column, all on one scale such as 0 to 4. r + c of the total influences is the child's "
          "engagement."};

  static constexpr auto fields() {
    return fields_of(
        field("criteria", &wings::criteria, "Codes of the rows and columns; the order of the children without any."),
        field("influences", &wings::influences, "The table, row by row: strengths on the diagonal.").at_least(0));
  }
  void check(const path& where) const {
    detail::check_codes(where / "criteria", criteria);
    detail::check_table(influences, criteria, where / "influences");
  }
  [[nodiscard]] std::vector<double> fit(const group& g) const {
    const std::vector<std::size_t> at = detail::judged_positions(g, criteria, influences.size(), "influences");
    if (influences.size() == 1) return {1.0};
    std::vector<double> cells;
    for (const auto& row : influences) cells.insert(cells.end(), row.begin(), row.end());
    const double all = numeric::sum(cells);
    if (!(all > 0)) throw spec_error({g.where(), "all strengths and influences are 0", "judge at least one above 0"});
    matrix direct = detail::mean_table({influences});
    for (Eigen::Index i = 0; i < direct.rows(); ++i)
      for (Eigen::Index j = 0; j < direct.cols(); ++j) direct(i, j) /= all;
    const auto total = detail::total_influence(direct);
    if (!total)
      throw numeric_error({g.where(), "the influences add up without end, since a single child has them all",
                           "judge more than one strength or influence above 0"});
    std::vector<double> out;
    for (const std::size_t p : at) out.push_back(total->given[p] + total->received[p]);
    const double sum = numeric::sum(out);
    for (double& w : out) w /= sum;
    return out;
  }

  friend bool operator==(const wings&, const wings&) = default;
};

}  // namespace weigh
QUINDEX_END
