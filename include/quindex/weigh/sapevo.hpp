/// Weights from saying of each pair how much more important one is, in seven words.
#pragma once

#include <algorithm>
#include <limits>

#include "quindex/weigh/square.hpp"

QUINDEX_BEGIN
namespace weigh {

/// Weights from saying of each pair how much more important one is, in seven words.
struct sapevo {
  std::vector<std::string> criteria{};
  std::vector<square_table> judges{};
  double least = 0;

  static constexpr method_info info{
      .name = "sapevo",
      .title = "SAPEVO weights",
      .summary = "Weights from saying of each pair how much more important one is, in seven words.",
      .formula =
          R"(w_j \propto \sum_k \frac{s_{kj} - \min_l s_{kl}}{\max_l s_{kl} - \min_l s_{kl}}, \quad s_{kj} = \sum_i a_{kji})",
      .reference =
          "Gomes, dos Santos, Teixeira, Sanseverino and Barcelos (2020), SAPEVO-M: a group multicriteria ordinal "
          "ranking method, Pesquisa Operacional 40, e226524",
      .details =
          "A cell says how the row compares with the column: -3 far less, -2 much less, -1 a little less important, 0 "
          "the same, and 1, 2, 3 the other way. A judge's least important child gets 0, which takes it out of the "
          "index if all judges agree; `least` above 0 gives it that share of the smallest other weight instead, 0.01 "
          "in the paper. A judge to whom all children are the same adds the same for all. Cells that are not opposite "
          "across the diagonal are used as they are, with a note."};

  static constexpr auto fields() {
    return fields_of(
        field("criteria", &sapevo::criteria, "Codes of the rows and columns; the order of the children without any."),
        field("judges", &sapevo::judges, "Each judge's table, row by row.").within(-3, 3),
        field("least", &sapevo::least, "Share of the smallest other weight that a weight of 0 becomes.").within(0, 1));
  }
  void check(const path& where) const;
  [[nodiscard]] std::vector<double> fit(const group& g) const;
  /// A note on the first pair of each judge whose cells are not opposite.
  [[nodiscard]] std::vector<std::string> remarks(const group& g) const;

  friend bool operator==(const sapevo&, const sapevo&) = default;
};

}  // namespace weigh
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/weigh/impl/sapevo.ipp"
#endif
