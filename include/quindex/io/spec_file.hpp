/// Spec files: what an index is, as JSON.
#pragma once

#include <filesystem>
#include <string_view>

#include "quindex/compute/spec.hpp"
#include "quindex/io/json.hpp"

QUINDEX_BEGIN
namespace io {

/// Reads a spec file; `functions` are what its custom methods are bound to. Throws io_error for what is wrong with the
/// file, and spec_error or framework_error, naming file and place, for what is wrong with the spec.
[[nodiscard]] spec read_spec(const std::filesystem::path& file, const describe::extensions& functions = {});
/// Reads the text of a spec file; `source` is its name for messages.
[[nodiscard]] spec parse_spec(std::string_view text, std::string_view source = {},
                              const describe::extensions& functions = {});
/// Writes a spec file; reading it gives an equal spec. Nobody ever sees half of the file. Throws io_error.
void write_spec(const spec& s, const std::filesystem::path& file);

}  // namespace io
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/io/impl/spec_file.ipp"
#endif
