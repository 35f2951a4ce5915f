/// Bodies of robustness/fast_scorer.hpp.
#pragma once

#include "quindex/robustness/fast_scorer.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

struct fast_program {};

QUINDEX_INLINE std::shared_ptr<const fast_program> compile_fast(const variant& /*of*/,
                                                                const std::vector<std::size_t>& /*watched*/) {
  return nullptr;
}

QUINDEX_INLINE void run_fast(const fast_program& /*program*/, const score_job& /*job*/, fast_memory& /*own*/,
                             std::vector<std::size_t>& /*left*/) {}

}  // namespace robustness::detail
QUINDEX_END
