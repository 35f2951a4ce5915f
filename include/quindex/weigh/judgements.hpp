/// How good judgements are: the consistency of comparisons, and the agreement of judges.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "quindex/weigh/pairwise.hpp"

QUINDEX_BEGIN
namespace weigh {

/// How consistent one matrix of comparisons is, and which judgement fits the others least.
struct consistency_report {
  std::size_t size = 0;        ///< Criteria.
  double principal_value = 0;  ///< The largest eigenvalue; `size` for perfectly consistent comparisons.
  double index = 0;            ///< CI, (principal_value - size) / (size - 1); Saaty (1977).
  double ratio = 0;            ///< CR, the index over that of random comparisons; 0 below 3 criteria.
  double geometric_index = 0;  ///< GCI of the geometric mean; Aguarón and Moreno-Jiménez (2003).
  double koczkodaj = 0;        ///< The worst triad, from 0 to 1; Koczkodaj (1993).
  double congruence = 0;       ///< Mean distance of direct from indirect judgements; Siraj, Mikhailov and Keane (2015).
  double dissonance = 0;       ///< Share of indirect judgements that contradict direct ones; the same.
  std::size_t row = 0;         ///< Of the judgement that fits least.
  std::size_t column = 0;      ///< Of the judgement that fits least.
  double given = 1;            ///< That judgement.
  double proposed = 1;         ///< What the other judgements say it should be; Harker (1987).
  double ratio_after = 0;      ///< The CR with the proposal in its place.

  friend bool operator==(const consistency_report&, const consistency_report&) = default;
};

/// What the consistency ratio is compared with.
struct consistency_options {
  random_index_table table = random_index_table::saaty_1980;  ///< The published index of random comparisons.
  std::optional<double> index{};  ///< An index of random comparisons of one's own, instead of the table's.
};

/// The consistency of comparisons; missing ones are first completed to the least eigenvalue, and are never the worst.
///
/// The worst judgement is the one with the largest a_ij w_j / w_i (or its reciprocal) for the eigenvector w; the
/// proposal is w_i / w_j of the eigenvector without that judgement. Throws as `comparisons` and `completed` do.
[[nodiscard]] consistency_report consistency(const matrix& a, const consistency_options& options = {});

/// How much judges agree who rank or rate the same objects.
struct agreement {
  double w = missing_value;           ///< Kendall's coefficient of concordance with ties, from 0 to 1.
  double chi_square = missing_value;  ///< judges (objects - 1) w, with objects - 1 degrees of freedom.
  std::size_t judges = 0;
  std::size_t objects = 0;
  friend bool operator==(const agreement&, const agreement&) = default;
};

/// Kendall's W of ratings, a row per judge and a column per object; each judge's ratings are ranked, ties averaged.
/// Missing w with one judge or one object, or when every judge rates everything the same.
///
/// Kendall and Babington Smith (1939), The problem of m rankings. Throws `spec_error` for a missing rating.
[[nodiscard]] agreement kendall_w(const matrix& ratings);

}  // namespace weigh
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/weigh/impl/judgements.ipp"
#endif
