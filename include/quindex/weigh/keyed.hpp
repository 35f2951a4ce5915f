/// Judgements by code, brought into the order of a group's children.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quindex/base/by_code.hpp"
#include "quindex/base/path.hpp"
#include "quindex/weigh/concept.hpp"

QUINDEX_BEGIN
namespace weigh {

/// Numbers by code, in the order in which they were written.
using by_code = by_code_of<double>;

namespace detail {

/// The number rounded to four significant digits, for a note.
[[nodiscard]] std::string brief(double x);

/// Refuses a code that stands twice.
void check_codes(const path& where, const std::vector<std::string>& codes);
/// Refuses a code that stands twice.
void check_codes(const path& where, const by_code& entries);

/// Refuses a code that is no child of the group.
void check_is_child(const group& g, const std::string& code, std::string_view field);

/// The number of each child, in the order of the children. Throws `spec_error` when there are none at all, when a child
/// has none, and for a code that is no child; `field` is the name of the parameter, `of` says what one number is.
[[nodiscard]] std::vector<double> by_child(const group& g, const by_code& entries, std::string_view field,
                                           std::string_view of);

/// For each child, which of the `size` criteria judged it is: its own position, or where its code stands in `criteria`
/// if there are any.
[[nodiscard]] std::vector<std::size_t> judged_positions(const group& g, const std::vector<std::string>& criteria,
                                                        std::size_t size, std::string_view field);

/// The values at the positions.
[[nodiscard]] std::vector<double> taken(const std::vector<double>& values, const std::vector<std::size_t>& positions);

/// The codes alone.
[[nodiscard]] std::vector<std::string> codes_of(const by_code& entries);

}  // namespace detail
}  // namespace weigh
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/weigh/impl/keyed.ipp"
#endif
