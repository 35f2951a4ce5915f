/// Matrices of pairwise comparisons: checked, completed, averaged over judges and turned into priorities.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quindex/base/path.hpp"
#include "quindex/base/types.hpp"
#include "quindex/describe/codec.hpp"

QUINDEX_BEGIN
namespace weigh {

/// A square table of judgements, row by row; nothing where nobody judged.
using judged_matrix = std::vector<std::vector<std::optional<double>>>;

/// How priorities are found in a matrix of comparisons.
enum class prioritisation {
  eigenvector,             ///< The principal right eigenvector; Saaty (1977).
  geometric_mean,          ///< Geometric means of the rows; Crawford and Williams (1985).
  weighted_least_squares,  ///< Least sum of (a_ij w_j - w_i)^2; Chu, Kalaba and Spingarn (1979).
};

/// How comparisons that nobody made are dealt with.
enum class completion {
  optimal,      ///< The values with the smallest principal eigenvalue; Bozóki, Fülöp and Rónyai (2010).
  logarithmic,  ///< The values that follow from logarithmic least squares; Bozóki, Fülöp and Rónyai (2010).
  harker,       ///< The ratio of the priorities themselves; Harker (1987).
};

/// Whose mean consistency index of random matrices is compared with.
enum class random_index_table { saaty_1980, saaty_2005, donegan_dodd_1991, alonso_lamata_2006 };

/// The mean consistency index of random comparisons of `n` criteria; 0 below 3. Past the end of a table (15, and 100
/// for Donegan and Dodd) its last value holds; between the sizes that Donegan and Dodd give it is interpolated.
[[nodiscard]] double random_index(std::size_t n, random_index_table table);

/// The comparisons as a matrix, missing where nobody judged. Fills the diagonal with 1 and each cell of which only the
/// mirror was judged with the reciprocal; of two that were judged the one of 1 or more counts, the other has to agree
/// within 4 % (as 0.33 does with 3). Throws `spec_error`, naming the cell, for a table that is not square, a value that
/// is not above 0, a diagonal that is not 1, and a pair that is not reciprocal. `names` may be empty.
[[nodiscard]] matrix comparisons(const judged_matrix& judged, const path& where, const std::vector<std::string>& names);

/// The comparisons with a value for every pair. Throws `numeric_error`, naming them, when some criteria are compared
/// with none of the others, not even through third ones.
[[nodiscard]] matrix completed(matrix a, completion rule, const std::string& where,
                               const std::vector<std::string>& names);

/// The priorities of the criteria, summing to 1; `a` is complete. Throws `numeric_error` without convergence.
[[nodiscard]] std::vector<double> priorities(const matrix& a, prioritisation rule = prioritisation::eigenvector);

/// The principal eigenvalue, given the eigenvector.
[[nodiscard]] double principal_value(const matrix& a, const std::vector<double>& vector);

/// One matrix for several judges: geometric means cell by cell over those who judged it (aggregation of individual
/// judgements; Aczél and Saaty 1983). `weights` has one number per judge, or none for judges who count the same.
[[nodiscard]] matrix joint_judgements(const std::vector<matrix>& judges, const std::vector<double>& weights = {});
/// One vector for several judges: geometric means of their priorities, made to sum to 1 (aggregation of individual
/// priorities; Forman and Peniwati 1998).
[[nodiscard]] std::vector<double> joint_priorities(const std::vector<std::vector<double>>& judges,
                                                   const std::vector<double>& weights = {});

namespace detail {
/// "'a' and 'b'", or their numbers when they have no names.
[[nodiscard]] std::string pair_text(std::size_t i, std::size_t j, const std::vector<std::string>& names);
/// Divides by the sum.
void make_shares(std::vector<double>& w);
/// Throws `spec_error` for rows that differ in length from the number of rows.
void check_square(const judged_matrix& judged, const path& where);
}  // namespace detail

}  // namespace weigh

template <>
struct describe::enum_names<weigh::prioritisation> {
  static constexpr auto names =
      std::to_array<std::string_view>({"eigenvector", "geometric_mean", "weighted_least_squares"});
};
template <>
struct describe::enum_names<weigh::completion> {
  static constexpr auto names = std::to_array<std::string_view>({"optimal", "logarithmic", "harker"});
};
template <>
struct describe::enum_names<weigh::random_index_table> {
  static constexpr auto names =
      std::to_array<std::string_view>({"saaty_1980", "saaty_2005", "donegan_dodd_1991", "alonso_lamata_2006"});
};
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/weigh/impl/completion.ipp"
#include "quindex/weigh/impl/pairwise.ipp"
#endif
