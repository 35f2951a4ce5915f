/// Random numbers by counter, several counters side by side.
#pragma once

#include "quindex/numeric/batch_table.hpp"
#include "quindex/numeric/impl/eight_lanes.ipp"

// The product of the low halves of 64-bit lanes has an instruction everywhere, but the compiler does not find it.
#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace quindex::kernel {

/// The product of the low halves of each lane.
template <class Words>
[[gnu::always_inline]] inline Words low_product(Words a, Words b) {
#if defined(__AVX512F__)
  if constexpr (sizeof(Words) == 64)
    return reinterpret_cast<Words>(
        _mm512_maskz_mul_epu32(0xFF, reinterpret_cast<__m512i>(a), reinterpret_cast<__m512i>(b)));
#endif
#if defined(__AVX2__)
  if constexpr (sizeof(Words) == 32)
    return reinterpret_cast<Words>(_mm256_mul_epu32(reinterpret_cast<__m256i>(a), reinterpret_cast<__m256i>(b)));
#endif
#if defined(__SSE2__)
  if constexpr (sizeof(Words) == 16)
    return reinterpret_cast<Words>(_mm_mul_epu32(reinterpret_cast<__m128i>(a), reinterpret_cast<__m128i>(b)));
#endif
  constexpr std::uint64_t half = 0xFFFFFFFF;
  return (a & half) * (b & half);
}

template <class Isa>
struct uniform_numbers {
  using many = typename eight_lanes<Isa>::many;
  using words = typename many::words;
  static constexpr int width = many::width;
  static constexpr int together = width == 8 ? 4 : 2;  // packs: their rounds wait for each other
  static constexpr std::size_t lanes_at_once = static_cast<std::size_t>(together) * width;
  static constexpr int rounds = 10;

  /// The keys of all rounds in every lane.
  struct keys {
    words first[rounds], second[rounds];
    words purpose;

    explicit keys(const uniform_job& job) {
      std::uint32_t a = job.key[0], b = job.key[1];
      for (int r = 0; r < rounds; ++r) {
        first[r] = words{} + std::uint64_t{a};
        second[r] = words{} + std::uint64_t{b};
        a += 0x9E3779B9U;
        b += 0xBB67AE85U;
      }
      purpose = words{} + std::uint64_t{job.purpose};
    }
  };

  /// The fraction that two words make.
  [[gnu::always_inline]] static many fraction(words low, words high) {
    const words both = (high << 32) | (low & std::uint64_t{0xFFFFFFFF});
    const many whole = many::of_bits((both >> 12) | std::uint64_t{0x4330000000000000}) - many::all(0x1p52);
    return (whole + many::all(0.5)) * many::all(0x1p-52);
  }

  /// numeric::philox and the fraction of its first two words, with `Pairs` also that of the last two after it, for
  /// `Packs` packs. Only the low half of a lane is ever used.
  template <int Packs, bool Pairs>
  [[gnu::always_inline]] static void draw(const keys& k, const std::uint64_t* draws, const std::uint64_t* replicates,
                                          double* out) {
    const words first = words{} + std::uint64_t{0xD2511F53U}, second = words{} + std::uint64_t{0xCD9E8D57U};
    words c0[Packs], c1[Packs], c2[Packs], c3[Packs];
    for (int p = 0; p < Packs; ++p) {
      __builtin_memcpy(&c0[p], draws + p * width, sizeof(words));
      __builtin_memcpy(&c2[p], replicates + p * width, sizeof(words));
      c1[p] = c0[p] >> 32;
      c3[p] = k.purpose;
    }
    for (int r = 0; r < rounds; ++r)
      for (int p = 0; p < Packs; ++p) {
        const words a = low_product(first, c0[p]), b = low_product(second, c2[p]);
        c0[p] = (b >> 32) ^ c1[p] ^ k.first[r];
        c1[p] = b;
        c2[p] = (a >> 32) ^ c3[p] ^ k.second[r];
        c3[p] = a;
      }
    for (int p = 0; p < Packs; ++p) {
      if constexpr (Pairs) {
        double even[width], odd[width];
        fraction(c0[p], c1[p]).save(even);
        fraction(c2[p], c3[p]).save(odd);
        for (int l = 0; l < width; ++l) {
          out[2 * (p * width + l)] = even[l];
          out[2 * (p * width + l) + 1] = odd[l];
        }
      } else {
        fraction(c0[p], c1[p]).save(out + p * width);
      }
    }
  }

  static void uniforms(const uniform_job& job, double* out, std::size_t stride) {
    if (job.pairs)
      fill<true>(job, out, stride);
    else
      fill<false>(job, out, stride);
  }

  template <bool Pairs>
  static void fill(const uniform_job& job, double* out, std::size_t stride) {
    const keys k(job);
    constexpr std::size_t lane_count = width, each = Pairs ? 2 : 1;  // numbers of a draw
    const std::size_t whole = job.draws / each, all = (job.draws + each - 1) / each;
    std::uint64_t draws[lanes_at_once] = {}, replicates[lanes_at_once] = {};
    double found[lanes_at_once * each];
    double* places[lanes_at_once];
    bool is_whole[lanes_at_once] = {};
    std::size_t waiting = 0;  // the ends of rows are collected until there are enough of them
    const auto flush = [&] {
      draw<together, Pairs>(k, draws, replicates, found);
      for (std::size_t l = 0; l < waiting; ++l) {
        places[l][0] = found[l * each];
        if (Pairs && is_whole[l]) places[l][1] = found[l * each + 1];
      }
      waiting = 0;
    };
    for (std::size_t r = 0; r < job.replicates; ++r) {
      const std::uint64_t replicate = static_cast<std::uint32_t>(job.first_replicate + r);
      double* row = out + r * stride;
      std::uint64_t here[lanes_at_once], same[lanes_at_once];
      std::size_t d = 0;
      for (std::size_t l = 0; l < lanes_at_once; ++l) here[l] = job.first_draw + l, same[l] = replicate;
      for (; d + lanes_at_once <= whole; d += lanes_at_once) {
        draw<together, Pairs>(k, here, same, row + d * each);
        for (std::size_t l = 0; l < lanes_at_once; ++l) here[l] += lanes_at_once;
      }
      if constexpr (together == 4)
        if (d + 2 * lane_count <= whole) {
          draw<2, Pairs>(k, here, same, row + d * each);
          for (std::size_t l = 0; l < 2 * lane_count; ++l) here[l] += 2 * lane_count;
          d += 2 * lane_count;
        }
      for (; d < all; ++d) {
        draws[waiting] = job.first_draw + d;
        replicates[waiting] = replicate;
        places[waiting] = row + d * each;
        is_whole[waiting] = d < whole;
        if (++waiting == lanes_at_once) flush();
      }
    }
    if (waiting > 0) flush();
  }
};

}  // namespace quindex::kernel
