/// From points of a design to scores: what runs, sensitivity designs and single replicates share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <variant>
#include <vector>

#include "quindex/compute/result.hpp"
#include "quindex/robustness/batch_scorer.hpp"
#include "quindex/robustness/plan.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// A replicate that could not be computed.
struct failed_source {
  std::size_t place = 0;  ///< Its place among the sources.
  issue why{};
};

/// Stored ranks, see `numeric::StoredRank`, in as few bits as they take.
using packed_ranks = std::variant<std::vector<std::uint16_t>, std::vector<std::uint32_t>>;
/// Is there room in 16 bits?
[[nodiscard]] constexpr bool are_small(std::size_t units, ties rule) {
  return numeric::stored_ranks(units, rule) <= 0xFFFF;
}

/// What some replicates gave; its memory is used again.
struct evaluation {
  bool with_scores = true;    ///< Ask for the scores. Ranks alone cost less.
  bool with_ranks = false;    ///< Ask for the ranks.
  bool with_weights = false;  ///< Ask for the weights.

  std::size_t replicates = 0;
  std::size_t units = 0;
  std::vector<failed_source> failures{};  ///< By place.
  std::vector<double> scores{};           ///< Watched nodes × replicates × units; missing where a replicate failed.
  packed_ranks ranks{};                   ///< The same for ranks by the rules of the spec; 0 where there is none.
  /// Replicates × nodes of the whole framework, row by row: shares among siblings, 0 for what was dropped.
  std::vector<double> weights{};

  /// The scores of a watched node in a replicate, by unit.
  [[nodiscard]] column_view at(std::size_t node, std::size_t replicate) const {
    return {scores.data() + (node * replicates + replicate) * units, units};
  }
  /// The stored ranks of a watched node, replicate after replicate.
  template <numeric::StoredRank Place>
  [[nodiscard]] std::span<const Place> ranks_of(std::size_t node) const {
    return std::span<const Place>(std::get<std::vector<Place>>(ranks))
        .subspan(node * replicates * units, replicates * units);
  }
};

/// How to evaluate; never changes what comes out.
struct evaluator_options {
  numeric::executor executor{};
  bool fast = true;
  std::size_t most_variants = 256;  ///< Fitted variants kept for later replicates.
  numeric::executor within{};       ///< For the loops of a fit that one thread makes; serial but for looking about.
};

/// Evaluates replicates of a design on a spec and a table, all of which it copies. One caller at a time: a call changes
/// what is kept (fitted variants), though never what comes out.
class evaluator {
 public:
  /// Throws the first of `validate`'s problems. `rows` is how many rows A and B have: the design's draws for a run; a
  /// sensitivity design may need another number. A Latin hypercube and its bits depend on it, the other samplers' rows
  /// do not.
  evaluator(const spec& recipe, const table& data, const design& d, const evaluator_options& how = {},
            std::size_t rows = 0);
  evaluator(evaluator&&) noexcept;
  evaluator& operator=(evaluator&&) noexcept;
  ~evaluator();

  /// The spec as it stands.
  [[nodiscard]] const result& nominal() const;
  /// The design in its scene: factors, coordinates, watched nodes.
  [[nodiscard]] const plan& of() const;
  /// Nominal scores of watched node k for all units of the table; missing for those that take no part.
  [[nodiscard]] std::vector<double> nominal_scores(std::size_t k) const;
  [[nodiscard]] const labels& units() const;
  /// The watched nodes' numbers in the framework.
  [[nodiscard]] const std::vector<std::size_t>& watched() const;
  /// How many coordinates the design has, and where each factor's begin (one more: where the last one's end).
  [[nodiscard]] std::size_t dimension() const;
  [[nodiscard]] const std::vector<std::size_t>& first_coordinate() const;
  /// The coordinates of a replicate, each in (0, 1).
  void coordinates(const source& one, std::span<double> out) const;

  /// Scores of all sources; failures are in `out`, nothing but bad memory and executors throws.
  void evaluate(std::span<const source> sources, evaluation& out);
  /// Scores of rows `first` to `first + count − 1` of A.
  void evaluate_rows(std::size_t first, std::size_t count, evaluation& out);

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace robustness::detail
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/engine.ipp"
#endif
