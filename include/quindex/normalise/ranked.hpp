/// What the methods that look at ranks only have in common.
#pragma once

#include <functional>

#include "quindex/model/ties.hpp"
#include "quindex/normalise/concept.hpp"
#include "quindex/normalise/reversal.hpp"

QUINDEX_BEGIN
namespace normalise {

/// Joins the distinct values of a column to the scores that their ranks get. Throws data_error when there are no two
/// distinct values.
///
/// `score(p, n)` is given the position p of a value, counted from the worst (1) to the best (n); n is the number of
/// values present, or of distinct values under `ties::dense`. Positions come from ranks with the best value first, so
/// that `ties::best` lets tied values share the best of their positions.
[[nodiscard]] any_map ranked_curve(const column& x, std::string_view method, ties rule, bool largest_first,
                                   const std::function<double(double p, double n)>& score);

/// Equal values cannot score differently. Throws spec_error for `ties::ordinal`.
inline void refuse_ordinal(ties rule, const path& where) {
  if (rule == ties::ordinal)
    throw spec_error({(where / "ties").text(), "'ordinal' gives equal values different ranks",
                      "choose 'best', 'worst', 'average' or 'dense'"});
}

}  // namespace normalise
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/normalise/impl/ranked.ipp"
#endif
