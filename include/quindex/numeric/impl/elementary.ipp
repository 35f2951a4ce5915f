/// Bodies of numeric/elementary.hpp.
#pragma once

#include "quindex/numeric/elementary.hpp"
#include "quindex/numeric/kernels.hpp"

QUINDEX_BEGIN
namespace numeric {

QUINDEX_INLINE void log(column_view x, std::span<double> out) { active_kernels().log(x.data(), x.size(), out.data()); }
QUINDEX_INLINE void exp(column_view x, std::span<double> out) { active_kernels().exp(x.data(), x.size(), out.data()); }
QUINDEX_INLINE void pow(column_view x, double p, std::span<double> out) {
  active_kernels().pow(x.data(), x.size(), p, out.data());
}

}  // namespace numeric
QUINDEX_END
