/// Bodies of numeric/sum.hpp.
#pragma once

#include "quindex/numeric/kernels.hpp"
#include "quindex/numeric/sum.hpp"

QUINDEX_BEGIN
namespace numeric {

QUINDEX_INLINE tally total(column_view x) noexcept {
  const kernel::column_sum found = active_kernels().sum(x.data(), x.size());
  return {found.n, found.sum};
}

QUINDEX_INLINE double sum(column_view x) noexcept {
  const tally found = total(x);
  return found.n == x.size() ? found.sum : missing_value;
}

QUINDEX_INLINE double mean(column_view x) noexcept {
  const tally found = total(x);
  return found.n == x.size() ? found.mean() : missing_value;
}

}  // namespace numeric
QUINDEX_END
