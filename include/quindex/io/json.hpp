/// JSON text to plain data and back.
#pragma once

#include <string>
#include <string_view>

#include "quindex/describe/value.hpp"

QUINDEX_BEGIN
namespace io {

/// Reads JSON (RFC 8259) strictly: no comments, no key twice in an object, no number beyond double precision's range,
/// at most 256 lists and objects inside one another. `source` is the file's name for messages. Throws io_error that
/// names line and column.
[[nodiscard]] describe::value parse_json(std::string_view text, std::string_view source = {});
/// JSON text; numbers read back to the same double. `indent` 0 gives one line. Throws io_error for NaN and infinities,
/// which JSON does not have.
[[nodiscard]] std::string to_json(const describe::value& v, int indent = 2);

}  // namespace io
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/io/impl/json.ipp"
#endif
