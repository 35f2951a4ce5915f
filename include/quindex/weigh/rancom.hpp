/// Weights from saying of each pair which is more important.
#pragma once

#include "quindex/weigh/square.hpp"

QUINDEX_BEGIN
namespace weigh {

/// Weights from saying of each pair which is more important.
struct rancom {
  by_code ranks{};
  std::vector<std::string> criteria{};
  square_table comparisons{};

  static constexpr method_info info{
      .name = "rancom",
      .title = "Ranking comparison",
      .summary = "Weights from saying of each pair which is more important.",
      .formula = R"(w_j = \frac{\sum_k a_{jk}}{\sum_i \sum_k a_{ik}}, \quad a_{jk} \in \{0, \tfrac12, 1\})",
      .reference =
          "Więckowski, Kizielewicz, Shekhovtsov and Sałabun (2023), RANCOM: a novel approach to identifying criteria "
          "relevance based on inaccuracy expert judgments, Engineering Applications of Artificial Intelligence 122, "
          "106114",
      .details =
          "A cell is 1 where the row is more important than the column, 0 where it is less, 0.5 for a tie and on the "
          "diagonal. Either the ranks are given, from which the cells follow, or the cells themselves, which may then "
          "contradict one another (a over b, b over c, c over a)."};

  static constexpr auto fields() {
    return fields_of(
        field("ranks", &rancom::ranks, "Rank by code of the child, 1 for the most important.").at_least(1),
        field("criteria", &rancom::criteria, "Codes of the rows and columns; the order of the children without any."),
        field("comparisons", &rancom::comparisons, "The cells, row by row, instead of ranks.").within(0, 1));
  }
  void check(const path& where) const;
  [[nodiscard]] std::vector<double> fit(const group& g) const;

  friend bool operator==(const rancom&, const rancom&) = default;
};

inline void rancom::check(const path& where) const {
  detail::check_codes(where / "ranks", ranks);
  detail::check_codes(where / "criteria", criteria);
  const path table = where / "comparisons";
  if (!ranks.empty() && !comparisons.empty())
    throw spec_error({where.text(), "both `ranks` and `comparisons` are given", "give one of them"});
  detail::check_table(comparisons, criteria, table);
  for (std::size_t i = 0; i < comparisons.size(); ++i)
    for (std::size_t j = 0; j < comparisons.size(); ++j) {
      const double a = comparisons[i][j], b = comparisons[j][i];
      const std::string cell = table.text() + "." + std::to_string(i) + "." + std::to_string(j);
      if (a != 0 && a != 0.5 && a != 1)
        throw spec_error({cell, number_text(a) + " is no comparison", "write 1, 0.5 or 0"});
      if (a + b != 1)
        throw spec_error({cell, number_text(a) + " and " + number_text(b) + " across the diagonal do not sum to 1",
                          "write " + number_text(1 - a) + " for " + number_text(b)});
    }
}

inline std::vector<double> rancom::fit(const group& g) const {
  std::vector<double> out;
  if (comparisons.empty()) {
    const std::vector<double> given = detail::by_child(g, ranks, "ranks", "a rank");
    for (const double own : given) {
      double wins = 0;
      for (const double other : given) wins += own < other ? 1 : own == other ? 0.5 : 0;
      out.push_back(wins);
    }
  } else {
    for (const std::size_t p : detail::judged_positions(g, criteria, comparisons.size(), "comparisons"))
      out.push_back(numeric::sum(comparisons[p]));
  }
  const double total = numeric::sum(out);
  for (double& w : out) w /= total;
  return out;
}

}  // namespace weigh
QUINDEX_END
