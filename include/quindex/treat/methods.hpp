/// The treatments: the list that is added to.
#pragma once

#include "quindex/describe/any_method.hpp"
#include "quindex/treat/box_cox.hpp"
#include "quindex/treat/clip.hpp"
#include "quindex/treat/fixed.hpp"
#include "quindex/treat/log_shift.hpp"
#include "quindex/treat/logit.hpp"
#include "quindex/treat/winsorise.hpp"
#include "quindex/treat/yeo_johnson.hpp"

QUINDEX_BEGIN
namespace treat {

using methods = method_list<winsorise, log_shift, box_cox, yeo_johnson, logit, clip, fixed>;
static_assert(describe::all_are(methods{}, []<Treatment M>() { return true; }));
using method = any_method<methods>;
inline constexpr std::string_view summary = "What is done about outliers and skewed values before they are normalised.";

}  // namespace treat
QUINDEX_END
