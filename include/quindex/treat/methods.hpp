/// The treatments: the list that is added to.
#pragma once

#include "quindex/describe/any_method.hpp"
#include "quindex/treat/clip.hpp"

QUINDEX_BEGIN
namespace treat {

using methods = method_list<clip>;
using method = any_method<methods>;
inline constexpr std::string_view summary = "What is done about outliers and skewed values before they are normalised.";

}  // namespace treat
QUINDEX_END
