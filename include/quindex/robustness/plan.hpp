/// A design in its scene: the factors made ready, the samplers, and where each replicate's random numbers come from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "quindex/compute/spec.hpp"
#include "quindex/numeric/gaussian_copula.hpp"
#include "quindex/numeric/random.hpp"
#include "quindex/numeric/sampler.hpp"
#include "quindex/robustness/design_data.hpp"
#include "quindex/vary/ready.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// Where the coordinates and the random numbers of one replicate come from: row `row` of matrix A, or of matrix B for
/// the factors marked. A and B are independent; replicate r of a run is row r of A.
///
/// With D coordinates a row of A is the first D coordinates of that row of `sampler(kind, rows, 2 D, seed,
/// "robustness")`, a row of B the last D. Factors that ask for more random numbers have them from the stream
/// `random_stream(seed, "robustness.a/" + name, row)`, or "robustness.b/". Coordinates are mixed first and made
/// dependent by the design's copula afterwards.
struct source {
  std::size_t row = 0;
  std::vector<std::uint8_t> from_b{};  ///< By factor; empty: all from A.
  /// Its coordinates themselves, as many as the design has, instead of those of the sampler; the copula is left out.
  const double* coordinates = nullptr;
  /// A source of the same row with which it has all in common but the factors `exchanged`, where that is known; both
  /// have coordinates.
  const source* head = nullptr;
  const std::vector<std::size_t>* exchanged = nullptr;
};

/// Factors that look at or change weights of the same nodes, in their order, and these nodes.
struct weight_family {
  std::vector<std::size_t> factors{}, nodes{};
};

/// What a design needs to give replicates; it refers to itself and stays where it is.
struct plan {
  /// Throws the first of `validate`'s problems.
  plan(const spec& recipe_, const table& data_, const design& d, std::size_t rows);
  plan(const plan&) = delete;
  plan& operator=(const plan&) = delete;
  ~plan() = default;

  [[nodiscard]] std::size_t dimension() const { return first.back(); }
  [[nodiscard]] const framework& tree() const { return recipe.framework; }
  /// The coordinates of one replicate.
  void coordinates(const source& of, std::span<double> out) const;
  /// The coordinates of rows `from` to `from + count - 1` of A, row by row.
  void coordinates(std::size_t from, std::size_t count, std::span<double> out) const;
  /// The random numbers of factor f in a replicate.
  [[nodiscard]] numeric::random_stream stream(std::size_t f, const source& of) const {
    const bool is_b = !of.from_b.empty() && of.from_b[f] != 0;
    return (is_b ? from_b : from_a)[f].in_replicate(static_cast<std::uint32_t>(of.row));
  }
  /// The coordinates of factor f among those of a replicate.
  [[nodiscard]] std::span<const double> part(std::size_t f, const double* u) const {
    return {u + first[f], first[f + 1] - first[f]};
  }
  /// Adds to `out` what differs in a replicate before anything is fitted.
  void change(const source& of, const double* u, vary::alternative& out) const;
  /// Changes the weights of all nodes of the framework.
  void reweigh(const source& of, const double* u, std::span<double> weights) const;
  /// Changes the weights of the head of a source into its own; `fitted` are those that no factor has changed.
  void reweigh_exchanged(const source& of, const double* u, std::span<const double> fitted,
                         std::span<double> weights) const;

  const spec recipe;
  const table data;
  const design what;
  const describe::extensions functions;  ///< What the spec's custom methods are bound to.
  const describe::value written;         ///< The spec as plain data.
  const describe::value methods;         ///< The same without the framework.
  const vary::scene here;
  std::vector<vary::ready> factors{};
  std::vector<std::size_t> first{};  ///< By factor: where its coordinates begin; and where the last one's end.
  std::vector<numeric::random_stream> from_a{}, from_b{};
  std::vector<std::size_t> watched{};  ///< The nodes' numbers.
  bool changes = false;                ///< Does a factor change the spec, the units or the values?
  bool reweighs = false;               ///< Does a factor change weights?
  bool is_finite = true;  ///< Can the spec become only so many others, each of which comes again and again?

 private:
  void correlate(std::span<double> u) const;
  void find_families();

  std::vector<numeric::sampler> samplers_{};  // of A alone, and of A beside B
  std::vector<std::size_t> family_of_{};      // by factor
  std::vector<weight_family> families_{};     // each at the place of its first factor
  numeric::gaussian_copula copula_{};
  std::vector<std::size_t> joined_{};  // the coordinates that the copula joins
};

/// Is the largest score of a node the best one?
[[nodiscard]] inline bool is_high_better(const framework& tree, std::size_t node) {
  const quindex::node& about = tree.about(node);
  return !(about.is_group && about.about.better.better == direction::kind::low);
}

/// The functions of the custom methods of a spec by name, for reading it again. Throws spec_error for two of one name.
[[nodiscard]] describe::extensions functions_of(const spec& recipe);

/// The correlation of a design's factors, whose rows are all of one length.
[[nodiscard]] matrix correlation_matrix(const design& d);

/// What `functions_of` and the rest of a design's scene are made from.
[[nodiscard]] vary::scene scene_of(const describe::value& written, const spec& recipe, const table& data,
                                   const describe::extensions& functions);

}  // namespace robustness::detail
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/functions.ipp"
#include "quindex/robustness/impl/plan.ipp"
#endif
