/// The inner loops for this machine: the fastest build that its CPU can run, with the same bits as every other.
#pragma once

#include "quindex/config.hpp"
#include "quindex/numeric/kernel_table.hpp"

QUINDEX_BEGIN
namespace numeric {

using kernel::absence;
using kernel::affine_map;
using kernel::kernels;
using kernel::mean_job;
using kernel::mean_of;

/// An instruction set for which the inner loops may have been built.
enum class isa {
  portable,  ///< What the translation unit was compiled for.
  v2,        ///< x86-64-v2: SSE4.2.
  v3,        ///< x86-64-v3: AVX2.
  v4,        ///< x86-64-v4: AVX-512.
};

/// The inner loops in use. Header-only they are those of the compiler's own target; the compiled library takes the best
/// its CPU can run, or the one named by the environment variable QUINDEX_ISA (portable, v2, v3 or v4; read once;
/// ignored if the CPU lacks it), so that an audit can repeat a computation on every path.
[[nodiscard]] const kernels& active_kernels() noexcept;

/// The inner loops for one instruction set; null when they were not built or the CPU cannot run them.
[[nodiscard]] const kernels* kernels_for(isa set) noexcept;

}  // namespace numeric
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/numeric/impl/dispatch.ipp"
#endif
