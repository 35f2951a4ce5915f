/// Benefit of the doubt for every unit of a table: each finds the weights that suit it best.
#pragma once

#include <cstddef>
#include <vector>

#include "quindex/base/types.hpp"
#include "quindex/numeric/envelope.hpp"

QUINDEX_BEGIN
namespace numeric {

/// What the restrictions are on: the weights, or what each criterion contributes to the unit's own score (w times its
/// value).
enum class restricted { weights, contributions };

/// Restrictions: row · w <= 0 for each row, p columns.
struct envelopment_options {
  matrix restrictions{};                ///< Any number of rows, none by default; p columns.
  restricted on = restricted::weights;  ///< What they restrict.
  bool peers = true;                    ///< Whether the peers are wanted.
};

/// Scores, weights and peers of n units.
struct envelopment {
  std::vector<double> scores{};            ///< n of them, in [0, 1].
  matrix weights{};                        ///< n × p, none below 0; one best choice where several are.
  std::vector<std::vector<peer>> peers{};  ///< n lists of units; empty unless wanted.
  std::vector<std::size_t> frontier{};     ///< The units that the others were measured against, ascending.
};

/// max w · y_i with w · y_k <= 1 for every unit k and w >= 0, for every unit i; columns with n values of at least 0.
///
/// Melyn and Moesen (1991). First the frontier is found: a unit that scores below 1 against the candidates lies inside
/// and is left out, and one that does not brings in the unit furthest along its weights. Then all are measured against
/// the frontier. Scores within 1e-10 of 1 are 1. A column of zeros gets any weight that the restrictions ask for. The
/// order of the units changes nothing, to the last bit.
[[nodiscard]] envelopment envelop(const std::vector<column_view>& columns, const envelopment_options& options = {});

}  // namespace numeric
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/numeric/impl/envelopment.ipp"
#endif
