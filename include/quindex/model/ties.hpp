/// The names of the tie rules in specs.
#pragma once

#include <array>

#include "quindex/base/ties.hpp"
#include "quindex/describe/codec.hpp"

QUINDEX_BEGIN
namespace describe {
template <>
struct enum_names<ties> {
  static constexpr auto names = std::to_array<std::string_view>({"best", "worst", "average", "dense", "ordinal"});
};
}  // namespace describe
QUINDEX_END
