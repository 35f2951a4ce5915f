/// Weights from how much the children influence one another.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "quindex/describe/codec.hpp"
#include "quindex/weigh/square.hpp"

QUINDEX_BEGIN
namespace weigh {

/// What DEMATEL makes weights of.
enum class influence_weight {
  length,      ///< sqrt((r + c)^2 + (r - c)^2).
  prominence,  ///< r + c.
};

/// Weights from how much the children influence one another.
struct dematel {
  std::vector<std::string> criteria{};
  square_table influences{};
  std::vector<square_table> judges{};
  influence_weight weight = influence_weight::length;

  static constexpr method_info info{
      .name = "dematel",
      .title = "DEMATEL weights",
      .summary = "Weights from how much the children influence one another.",
      .formula =
          R"(w_j \propto \sqrt{(r_j + c_j)^2 + (r_j - c_j)^2}, \quad T = D (I - D)^{-1}, \quad D = X / \max(\max_i \textstyle\sum_j x_{ij}, \max_j \sum_i x_{ij}))",
      .reference =
          "Gabus and Fontela (1972), World problems, an invitation to further thought within the framework of DEMATEL, "
          "Battelle Geneva Research Centre; weights: Baykasoğlu, Kaplanoğlu, Durmuşoğlu and Şahin (2013), Expert "
          "Systems with Applications 40(3), 899-907",
      .details =
          "Decision making trial and evaluation laboratory. Each cell says how much the row influences the column, "
          "commonly from 0 for not at all to 4 for very much; the diagonal is 0. r and c are the row and column sums "
          "of the total influences T. Several judges' tables are averaged. When every child gives (or takes) the same "
          "total the chains of influence do not fade, T does not exist and this is an error."};

  static constexpr auto fields() {
    return fields_of(
        field("criteria", &dematel::criteria, "Codes of the rows and columns; the order of the children without any."),
        field("influences", &dematel::influences, "One judge's table, row by row.").at_least(0),
        field("judges", &dematel::judges, "Several judges' tables, instead of one.").at_least(0),
        field("weight", &dematel::weight, "What weights are made of."));
  }
  void check(const path& where) const;
  [[nodiscard]] std::vector<double> fit(const group& g) const;

  friend bool operator==(const dematel&, const dematel&) = default;
};

}  // namespace weigh

template <>
struct describe::enum_names<weigh::influence_weight> {
  static constexpr auto names = std::to_array<std::string_view>({"length", "prominence"});
};

namespace weigh {

inline void dematel::check(const path& where) const {
  detail::check_codes(where / "criteria", criteria);
  if (!influences.empty() && !judges.empty())
    throw spec_error({where.text(), "both `influences` and `judges` are given", "put all tables into `judges`"});
  const path all = where / "judges";
  for (std::size_t k = 0; k <= judges.size(); ++k) {
    const std::string judge = std::to_string(k);
    const bool alone = k == judges.size();
    const square_table& table = alone ? influences : judges[k];
    const path here = alone ? where / "influences" : all / judge;
    detail::check_table(table, criteria, here);
    if (!alone && table.size() != judges.front().size())
      throw spec_error({here.text(), "the table has " + std::to_string(table.size()) + " rows",
                        "the first judge's has " + std::to_string(judges.front().size())});
    for (std::size_t i = 0; i < table.size(); ++i)
      if (table[i][i] != 0)
        throw spec_error({here.text() + "." + std::to_string(i) + "." + std::to_string(i),
                          "a criterion influences itself by " + number_text(table[i][i]),
                          "write 0, or use wings, where the diagonal is the strength"});
  }
}

inline std::vector<double> dematel::fit(const group& g) const {
  const std::vector<square_table> all = judges.empty() ? std::vector<square_table>{influences} : judges;
  const std::vector<std::size_t> at = detail::judged_positions(g, criteria, all.front().size(), "influences");
  matrix direct = detail::mean_table(all);
  double largest = 0;
  for (Eigen::Index i = 0; i < direct.rows(); ++i) {
    std::vector<double> row;
    for (Eigen::Index j = 0; j < direct.cols(); ++j) row.push_back(direct(i, j));
    largest = std::max({largest, numeric::sum(row), numeric::sum(column_of(direct, i))});
  }
  if (!(largest > 0)) throw spec_error({g.where(), "no child influences another", "judge at least one pair above 0"});
  for (Eigen::Index i = 0; i < direct.rows(); ++i)
    for (Eigen::Index j = 0; j < direct.cols(); ++j) direct(i, j) /= largest;
  const auto total = detail::total_influence(direct);
  if (!total)
    throw numeric_error({g.where(), "the influences add up without end, since all children give or take the same total",
                         "judge finer differences, or use equal weights"});
  std::vector<double> out;
  for (const std::size_t p : at) {
    const double sum = total->given[p] + total->received[p], difference = total->given[p] - total->received[p];
    out.push_back(weight == influence_weight::prominence ? sum : std::sqrt(sum * sum + difference * difference));
  }
  const double all_of_them = numeric::sum(out);
  for (double& w : out) w /= all_of_them;
  return out;
}

}  // namespace weigh
QUINDEX_END
