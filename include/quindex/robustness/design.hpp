/// Designs of robustness runs: written and read, checked, and looked at replicate by replicate.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "quindex/compute/spec.hpp"
#include "quindex/model/table.hpp"
#include "quindex/robustness/design_data.hpp"

QUINDEX_BEGIN
namespace robustness {

/// The design as plain data, every member in it.
[[nodiscard]] describe::value write_design(const design& d);
/// Reads plain data. Throws spec_error that names the place: "design.factors.0.what.draw.high".
[[nodiscard]] design read_design(const describe::value& v, const describe::extensions& functions = {});
/// JSON Schema (draft 2020-12) of designs.
[[nodiscard]] describe::value design_json_schema();

/// All that keeps a design from being run on a spec and a table, the spec's own problems first; empty when nothing
/// does. Nothing has been computed when it returns, but what options of "weigh" are fitted to.
///
/// Refused are, each with its place: a spec or a table that `validate(spec, table)` refuses, names that are empty or
/// stand twice, factors that their own `check_scene` refuses, two factors that edit the same place of the spec, a
/// factor that sets weights which one before it has drawn, an option of "weigh" that the spec cannot be fitted with
/// whatever the data, factors that edit how ranks are counted ("ties", "rank_decimals"), draws of 0, nodes that are not
/// there, bands that do not ascend, a correlation that is no correlation matrix of the factors, and a share outside
/// [0, 1].
[[nodiscard]] std::vector<issue> validate(const spec& recipe, const table& data, const design& d);

/// What each factor was in some replicates.
struct design_points {
  std::vector<std::size_t> replicates{};           ///< Their numbers.
  std::vector<std::string> factors{};              ///< The names of the factors.
  matrix numbers{};                                ///< Replicates × factors; missing where a factor draws no number.
  std::vector<std::vector<std::string>> levels{};  ///< By replicate and factor, in words: "geometric_mean", "1.7".
  matrix coordinates{};                            ///< Replicates × coordinates, in (0, 1).
  std::vector<std::size_t> first_coordinate{};     ///< By factor: where its coordinates begin.
};
/// The design as a table, for replicates `first` to `last − 1`: computed anew from the counters of the random numbers.
/// Throws spec_error as `run` does, and for replicates that the design does not have.
[[nodiscard]] design_points points(const spec& recipe, const table& data, const design& d, std::size_t first,
                                   std::size_t last);
/// All replicates of a design.
[[nodiscard]] design_points points(const spec& recipe, const table& data, const design& d);

/// A replicate on its own: `compute(recipe, data)` gives its scores, bit for bit, where no units were resampled.
struct replicate {
  spec recipe{};  ///< The spec with all that the replicate changes in it, its weights given.
  table data{};   ///< The table it is computed from.
};
/// Replicate `number` of a design, for looking into it. Throws spec_error as `run` does, and what fitting throws when
/// the replicate cannot be fitted.
[[nodiscard]] replicate replicate_of(const spec& recipe, const table& data, const design& d, std::size_t number);

}  // namespace robustness
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/design.ipp"
#include "quindex/robustness/impl/points.ipp"
#include "quindex/robustness/impl/validate.ipp"
#endif
