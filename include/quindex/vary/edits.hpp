/// A spec with other things at some of its places.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "quindex/vary/concept.hpp"

QUINDEX_BEGIN
namespace vary {

/// The spec with the edits.
///
/// An address names a place of the spec as it is written to files: "aggregate" (the method, whose exceptions stay
/// unless the edit has its own), "aggregate.exponent", "normalise.except.gdp.low", "prepare.0" (nothing leaves the step
/// out; positions are those of the spec before any edit), "prepare.0.treat.skewness", "missing",
/// "framework.gdp.weight". An exception that is not there yet is added, and taken away by nothing. A parameter of a
/// method that another edit has put aside has no effect, which `catalogue` is needed to tell; of two edits of one place
/// the last counts. Throws spec_error for an address that the spec does not have.
[[nodiscard]] describe::value with_edits(const describe::value& recipe, const framework& tree,
                                         std::span<const edit> edits,
                                         std::span<const describe::family_view> catalogue = {});
/// The spec without some nodes of its tree: neither they nor what is below them stand in the framework any more, nor as
/// exceptions, nor among the indicators of preparation steps, nor as keys of parameters by code. Throws spec_error when
/// nothing is left.
[[nodiscard]] describe::value without_nodes(const describe::value& recipe, const framework& tree,
                                            std::span<const std::size_t> dropped);

namespace detail {

/// The keys and positions that lead to a place.
using route = std::vector<std::string>;

/// The way to an address, which may end where nothing stands yet. Throws spec_error, naming `where`, for an address
/// that the spec does not have.
[[nodiscard]] route route_to(const describe::value& recipe, const framework& tree, const std::string& address,
                             const path& where);
/// What stands at the end of a way, or null.
[[nodiscard]] const describe::value* value_at(const describe::value& recipe, std::span<const std::string> way);
/// Refuses a value that may not stand at an address, with the reason that reading the spec would give.
void check_edit(const scene& s, const edit& change, const path& where);
/// Is anything left of the index without these nodes?
[[nodiscard]] bool is_something_left(const framework& tree, std::span<const std::size_t> dropped);
/// Has the parameter at the address to be whole?
[[nodiscard]] bool is_whole(const scene& s, const std::string& address);
/// The value in a few letters, for a message.
[[nodiscard]] std::string brief(const describe::value& v);

}  // namespace detail
}  // namespace vary
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/vary/impl/check_edit.ipp"
#include "quindex/vary/impl/edits.ipp"
#include "quindex/vary/impl/places.ipp"
#include "quindex/vary/impl/without_nodes.ipp"
#endif
