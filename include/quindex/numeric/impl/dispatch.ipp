/// Bodies of numeric/kernels.hpp: which build of the inner loops runs.
#pragma once

#include <cstdlib>
#include <string_view>

#include "quindex/numeric/impl/kernels.ipp"
#include "quindex/numeric/kernels.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

// In the ABI namespace: two translation units with different targets never share this build.
struct native_target {
  static constexpr const char* name = "portable";
#if !defined(__GNUC__)
  static constexpr int width = 1;
#elif defined(__AVX512F__)
  static constexpr int width = 8;
#elif defined(__AVX2__)
  static constexpr int width = 4;
#else
  static constexpr int width = 2;
#endif
};

#if defined(QUINDEX_COMPILED) && defined(__x86_64__) && defined(__GNUC__)
inline bool cpu_has(isa set) noexcept {
  switch (set) {
    case isa::portable:
      return true;
    case isa::v2:
      return __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("popcnt");
    case isa::v3:
      return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") &&
             __builtin_cpu_supports("fma");
    case isa::v4:
      return cpu_has(isa::v3) && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
             __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") &&
             __builtin_cpu_supports("avx512vl");
  }
  return false;
}
#endif

inline const kernels& chosen_kernels() noexcept {
  constexpr isa best_first[] = {isa::v4, isa::v3, isa::v2};
  const char* wish = std::getenv("QUINDEX_ISA");
  if (wish != nullptr) {
    constexpr isa all[] = {isa::portable, isa::v2, isa::v3, isa::v4};
    for (const isa set : all) {
      const kernels* found = kernels_for(set);
      if (found != nullptr && std::string_view(found->name) == wish) return *found;
    }
  }
  for (const isa set : best_first)
    if (const kernels* found = kernels_for(set)) return *found;
  return *kernels_for(isa::portable);
}

}  // namespace detail

QUINDEX_INLINE const kernels* kernels_for(isa set) noexcept {
  if (set == isa::portable) return &kernel::kernel_set<detail::native_target>::table();
#if defined(QUINDEX_COMPILED) && defined(__x86_64__) && defined(__GNUC__)
  if (!detail::cpu_has(set)) return nullptr;
  switch (set) {
    case isa::portable:
      break;
    case isa::v2:
      return &kernel::table_v2();
    case isa::v3:
      return &kernel::table_v3();
    case isa::v4:
      return &kernel::table_v4();
  }
#endif
  return nullptr;
}

QUINDEX_INLINE const kernels& active_kernels() noexcept {
  static const kernels& chosen = detail::chosen_kernels();
  return chosen;
}

}  // namespace numeric
QUINDEX_END
