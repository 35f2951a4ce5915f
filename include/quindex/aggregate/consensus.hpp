/// The rankings that agree best with all criteria, found exactly: what Kemeny's and Munda's methods share.
#pragma once

#include "quindex/aggregate/pairwise.hpp"
#include "quindex/numeric/parallel.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// All rankings that agree best with the criteria, summed up.
struct consensus {
  /// The most units that may beat one another in circles, and so have to be ordered together.
  static constexpr std::size_t most_in_a_circle = 20;

  std::vector<double> position;  ///< Of each unit, from 1, averaged over the best rankings.
  std::vector<double> earliest;  ///< Its best position in any of them.
  std::vector<double> latest;    ///< Its worst position in any of them.
  double agreement = 0;          ///< Sum over pairs of the weight of the criteria that agree; ties count half.
  double rankings = 1;           ///< How many best rankings of the distinct units there are.
};

/// The consensus for margins of majorities.
///
/// Units with the same value of every criterion stand together and share a position. The others fall into groups, in
/// each of which majorities or draws go in circles and of which every one beats all later ones: no best ranking mixes
/// groups (Truchon 1998). Within a group all orders are gone through by sets of the units placed first (Held and Karp
/// 1962), 2^m m steps, which proves the result. Throws `numeric_error` for a group of more than `most_in_a_circle`.
/// `where` runs it in steps of some milliseconds.
[[nodiscard]] consensus find_consensus(const matrix& margins, const alternatives& all, std::string_view method,
                                       const numeric::executor& where = {});

}  // namespace aggregate
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/aggregate/impl/consensus.ipp"
#endif
