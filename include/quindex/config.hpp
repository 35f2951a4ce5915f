/// How the library is built: the ABI namespace, the linkage macro, and the builds that are refused.
#pragma once

#include <Eigen/Core>

#if defined(__FINITE_MATH_ONLY__) && __FINITE_MATH_ONLY__
#error "quindex: -ffast-math and -ffinite-math-only delete every test for missing values; build without them"
#endif

// Header-only is the default; the target quindex::compiled defines QUINDEX_COMPILED for itself and its users.
#ifdef QUINDEX_COMPILED
#define QUINDEX_INLINE
#define QUINDEX_MODE c_a
#else
#define QUINDEX_INLINE inline
#define QUINDEX_MODE h_a
#endif

// What changes layout or ownership is part of the namespace, so that mixing it is a link error: v0h_a16, v0c_a32, ...
#define QUINDEX_PASTE(a, b, c) a##b##c
#define QUINDEX_ABI_NAME(a, b, c) QUINDEX_PASTE(a, b, c)
#define QUINDEX_BEGIN \
  namespace quindex { \
  inline namespace QUINDEX_ABI_NAME(v0, QUINDEX_MODE, EIGEN_DEFAULT_ALIGN_BYTES) {
#define QUINDEX_END \
  }                 \
  }
