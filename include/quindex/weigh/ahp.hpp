/// Weights from pairwise comparisons: the analytic hierarchy process.
#pragma once

#include "quindex/weigh/judgements.hpp"
#include "quindex/weigh/keyed.hpp"

QUINDEX_BEGIN
namespace weigh {

/// How several judges become one.
enum class judge_aggregation {
  judgements,  ///< AIJ: their matrices are averaged cell by cell.
  priorities,  ///< AIP: their priorities are averaged.
};

/// Weights from comparing the children in pairs.
struct ahp {
  std::vector<std::string> criteria{};
  judged_matrix comparisons{};
  std::vector<judged_matrix> judges{};
  std::vector<double> judge_weights{};
  judge_aggregation aggregation = judge_aggregation::judgements;
  weigh::prioritisation prioritisation = weigh::prioritisation::eigenvector;
  weigh::completion completion = weigh::completion::optimal;
  random_index_table table = random_index_table::saaty_1980;
  std::optional<double> random_index{};
  double threshold = 0.1;

  static constexpr method_info info{
      .name = "ahp",
      .title = "Analytic hierarchy process",
      .summary = "Weights from comparing the children in pairs.",
      .formula = R"(A w = \lambda_{\max} w, \quad CI = \frac{\lambda_{\max} - m}{m - 1}, \quad CR = \frac{CI}{RI_m})",
      .reference =
          "Saaty (1977), A scaling method for priorities in hierarchical structures, Journal of Mathematical "
          "Psychology 15(3), 234-281; Bozóki, Fülöp and Rónyai (2010), Mathematical and Computer Modelling 52, 318-333",
      .details =
          "层次分析法. Each cell says how many times as important the row is as the column, on Saaty's scale 1 to 9 "
          "or any other; the half under the diagonal may be null and is then filled with reciprocals. A pair that is "
          "null on both sides was not judged and is completed, as long as the pairs link all children. With several "
          "judges, `judgements` averages their cells (geometrically; cells of those who did not judge are passed "
          "over) and `priorities` their weights. A consistency ratio above the threshold is a note that names the "
          "judgement that fits the others least and what they would make of it; it is never an error. Tables of the "
          "random index differ: Saaty's of 1980 has 0.58, 0.90, 1.12, ..., his of 2005 0.52, 0.89, 1.11, ...; Donegan "
          "and Dodd (1991) and Alonso and Lamata (2006) drew more matrices. The eigenvector is Saaty's choice, the "
          "geometric mean (Crawford and Williams 1985) does not change when rows and columns swap roles; both agree "
          "for three children and for consistent comparisons."};

  static constexpr auto fields() {
    return fields_of(
        field("criteria", &ahp::criteria, "Codes of the rows and columns; the order of the children without any."),
        field("comparisons", &ahp::comparisons, "One judge's matrix, row by row; null where nobody judged.").above(0),
        field("judges", &ahp::judges, "Several judges' matrices, instead of one.").above(0),
        field("judge_weights", &ahp::judge_weights, "How much each judge counts; the same without any.").at_least(0),
        field("aggregation", &ahp::aggregation, "How several judges become one."),
        field("prioritisation", &ahp::prioritisation, "How weights are found in a matrix."),
        field("completion", &ahp::completion, "What stands for comparisons that nobody made."),
        field("table", &ahp::table, "Whose random index the consistency ratio divides by."),
        field("random_index", &ahp::random_index, "A random index of your own, instead of the table's.").above(0),
        field("threshold", &ahp::threshold, "Consistency ratio above which there is a note.").at_least(0));
  }
  void check(const path& where) const;
  [[nodiscard]] std::vector<double> fit(const group& g) const;
  /// A note on each judge, or on their joint matrix, whose consistency ratio is above the threshold.
  [[nodiscard]] std::vector<std::string> remarks(const group& g) const;

  friend bool operator==(const ahp&, const ahp&) = default;
};

}  // namespace weigh

template <>
struct describe::enum_names<weigh::judge_aggregation> {
  static constexpr auto names = std::to_array<std::string_view>({"judgements", "priorities"});
};
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/weigh/impl/ahp.ipp"
#endif
