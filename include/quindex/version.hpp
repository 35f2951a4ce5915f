/// The only place where the version is written; CMake, the Python package and spec files read it from here.
#pragma once

#define QUINDEX_VERSION "0.1.0"

namespace quindex {
/// The version of the library, "major.minor.patch".
inline constexpr const char* version = QUINDEX_VERSION;
}  // namespace quindex
