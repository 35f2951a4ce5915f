/// What the machine can do at best, measured in the process that measures the library.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <ctime>
#include <vector>

namespace bench {

/// Thread CPU time in seconds.
inline double thread_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// The least time of some runs.
template <class Work>
double least_seconds(int runs, Work&& work) {
  double least = 1e99;
  for (int i = 0; i < runs; ++i) {
    const double start = thread_seconds();
    work();
    least = std::min(least, thread_seconds() - start);
  }
  return least;
}

// Written as instructions, because the compiler must neither join the operations nor drop them. Twelve chains that do
// not wait for each other keep both units busy.
#if defined(__x86_64__) && defined(__GNUC__)
#define QUINDEX_FLOOR_LOOP(name, target_text, lanes, instructions)                                \
  __attribute__((target(target_text), noinline)) inline void name(std::size_t times) {            \
    typedef double pack __attribute__((vector_size(8 * (lanes))));                                \
    pack s[12] = {}, x = pack{} + 0.999, t[12];                                                   \
    for (std::size_t k = 0; k < times; ++k)                                                       \
      for (int i = 0; i < 12; ++i) asm volatile(instructions : "+v"(s[i]), "=&v"(t[i]) : "v"(x)); \
  }
QUINDEX_FLOOR_LOOP(fused_512, "avx512f", 8, "vfmadd231pd %2, %2, %0")
QUINDEX_FLOOR_LOOP(fused_256, "avx2,fma", 4, "vfmadd231pd %2, %2, %0")
QUINDEX_FLOOR_LOOP(separate_512, "avx512f", 8, "vmulpd %2, %2, %1\n\tvaddpd %1, %0, %0")
QUINDEX_FLOOR_LOOP(separate_256, "avx2", 4, "vmulpd %2, %2, %1\n\tvaddpd %1, %0, %0")
#undef QUINDEX_FLOOR_LOOP

/// Thousand million operations a second of a loop above; a multiplication with an addition counts as two.
inline double rate_of(void (*loop)(std::size_t), int lanes) {
  constexpr std::size_t times = 20'000;
  return 24e-9 * lanes * times / least_seconds(200, [&] { loop(times); });
}
/// The fastest multiply-adds, fused and apart.
inline double fused_rate() {
  return __builtin_cpu_supports("avx512f") ? rate_of(fused_512, 8)
         : __builtin_cpu_supports("fma")   ? rate_of(fused_256, 4)
                                           : 0;
}
inline double separate_rate() {
  return __builtin_cpu_supports("avx512f") ? rate_of(separate_512, 8)
         : __builtin_cpu_supports("avx2")  ? rate_of(separate_256, 4)
                                           : 0;
}
#else
inline double fused_rate() { return 0; }
inline double separate_rate() { return 0; }
#endif

/// Thousand million bytes a second, read and written, between two buffers of so many bytes together.
inline double copy_rate(std::size_t bytes) {
  std::vector<char> from(bytes / 2, 1), to(bytes / 2, 2);
  const auto copy = [&] {
    std::memcpy(to.data(), from.data(), from.size());
    asm volatile("" : : "r"(to.data()) : "memory");
  };
  copy();
  return 1e-9 * static_cast<double>(bytes) / least_seconds(200, copy);
}

}  // namespace bench
