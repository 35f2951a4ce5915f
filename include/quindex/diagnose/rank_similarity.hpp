/// How alike two rankings of the same units are.
#pragma once

#include <cstddef>
#include <vector>

#include "quindex/base/types.hpp"
#include "quindex/model/note.hpp"

QUINDEX_BEGIN
namespace diagnose {

/// Coefficients of two rankings, 1 for equal ones; each missing where undefined.
struct rank_similarity {
  std::size_t n = 0;          ///< Units with a rank in both.
  double spearman;            ///< Pearson's correlation of the ranks, ties averaged.
  double weighted_spearman;   ///< Counts differences at the top more; Pinto da Costa and Soares (2005).
  double ws;                  ///< Counts differences at the top much more, not symmetric; Sałabun and Urbaniak (2020).
  double kendall;             ///< Tau-b.
  double gamma;               ///< (concordant − discordant) / (concordant + discordant); Goodman and Kruskal (1954).
  std::vector<note> notes{};  ///< That values look like scores, of which the highest would be taken for the last place.
};

/// How alike two rankings are, 1 being the best place; ranks are taken anew over the units that have one in both, ties
/// averaged, so that the smallest value is the best place: give the ranks of scores, not the scores, or heed the note.
/// `second` is compared with `reference`, which decides for `ws` what counts as the top.
///
/// weighted Spearman: 1 − 6 Σ (a − b)² ((n − a + 1) + (n − b + 1)) / (n⁴ + n³ − n² − n). WS: 1 − Σ 2^(−a) |a − b| /
/// max(a − 1, n − a), a being the reference. Throws data_error for rankings of unequal length.
[[nodiscard]] rank_similarity compare_ranks(column_view reference, column_view second);

}  // namespace diagnose
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/diagnose/impl/rank_similarity.ipp"
#endif
