/// How ranks are turned round where low values are better.
#pragma once

#include <array>

#include "quindex/describe/codec.hpp"

QUINDEX_BEGIN
namespace normalise {

/// How ranks are turned round where low values are better; the two differ only where values are tied.
enum class reversal {
  rerank,      ///< The lowest value comes first; the tie rule holds for that order.
  complement,  ///< Ranked as if high values were better, then every score is turned: low + high - score.
};

}  // namespace normalise

namespace describe {
template <>
struct enum_names<normalise::reversal> {
  static constexpr auto names = std::to_array<std::string_view>({"rerank", "complement"});
};
}  // namespace describe
QUINDEX_END
