/// The logarithm of the gamma function of the compiled library. It has no header: nobody but one method needs it.
#pragma once

#include "quindex/base/types.hpp"

#ifdef QUINDEX_COMPILED
QUINDEX_BEGIN
namespace weigh::detail {
double log_gamma(double x);
}
QUINDEX_END
#endif
