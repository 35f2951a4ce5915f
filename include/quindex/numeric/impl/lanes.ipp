/// One to eight doubles side by side: the arithmetic in which the inner loops are written once for every CPU.
#pragma once

#include <cstddef>
#include <cstdint>

#if defined(__FMA__) || defined(__AVX512F__)
#include <immintrin.h>
#endif

namespace quindex::kernel {

// Storage by width. Only widths that the target has in hardware are used: wider ones fall apart through memory.
template <int Width>
struct storage;
template <>
struct storage<1> {
  using reals = double;
  using words = std::uint64_t;
  using marks = std::int64_t;
};
#if defined(__GNUC__)
template <>
struct storage<2> {
  typedef double reals __attribute__((vector_size(16)));
  typedef std::uint64_t words __attribute__((vector_size(16)));
  typedef std::int64_t marks __attribute__((vector_size(16)));
};
template <>
struct storage<4> {
  typedef double reals __attribute__((vector_size(32)));
  typedef std::uint64_t words __attribute__((vector_size(32)));
  typedef std::int64_t marks __attribute__((vector_size(32)));
};
template <>
struct storage<8> {
  typedef double reals __attribute__((vector_size(64)));
  typedef std::uint64_t words __attribute__((vector_size(64)));
  typedef std::int64_t marks __attribute__((vector_size(64)));
};
#endif

// True lanes are all ones. `Isa` is part of every name, so that no build can borrow the code of another.
template <class Isa, int Width>
struct mark {
  typename storage<Width>::marks m;

  [[gnu::always_inline]] friend mark operator&(mark a, mark b) { return {a.m & b.m}; }
  [[gnu::always_inline]] friend mark operator|(mark a, mark b) { return {a.m | b.m}; }
  /// The bits of all lanes.
  [[gnu::always_inline]] [[nodiscard]] std::int64_t joined() const {
    if constexpr (Width == 1) {
      return m;
    } else {
      std::int64_t all = 0;
      for (int i = 0; i < Width; ++i) all |= m[i];
      return all;
    }
  }
  [[gnu::always_inline]] [[nodiscard]] bool any() const { return joined() != 0; }
};

template <class Isa, int Width>
struct pack {
  using store = storage<Width>;
  using reals = typename store::reals;
  using words = typename store::words;
  using marks = typename store::marks;
  using mark_type = mark<Isa, Width>;
  static constexpr int width = Width;

  reals v;

  [[gnu::always_inline]] static pack load(const double* from) {
    pack out;
    __builtin_memcpy(&out.v, from, sizeof out.v);
    return out;
  }
  [[gnu::always_inline]] void save(double* to) const { __builtin_memcpy(to, &v, sizeof v); }
  [[gnu::always_inline]] static pack all(double x) {
    if constexpr (Width == 1) {
      return {x};
    } else {
      return {x - reals{}};  // x - 0 keeps every x, -0 included
    }
  }
  [[gnu::always_inline]] static pack of_bits(words w) {
    pack out;
    __builtin_memcpy(&out.v, &w, sizeof w);
    return out;
  }
  [[gnu::always_inline]] [[nodiscard]] words bits() const {
    words out;
    __builtin_memcpy(&out, &v, sizeof out);
    return out;
  }

  /// Counts below 2^52 as doubles, without an instruction for it: they are the last bits of 2^52 plus the count.
  [[gnu::always_inline]] static pack of_count(marks count) {
    words w;
    __builtin_memcpy(&w, &count, sizeof w);
    return of_bits(w | std::uint64_t{0x4330000000000000}) - all(0x1p52);
  }

  [[gnu::always_inline]] friend pack operator+(pack a, pack b) { return {a.v + b.v}; }
  [[gnu::always_inline]] friend pack operator-(pack a, pack b) { return {a.v - b.v}; }
  [[gnu::always_inline]] friend pack operator*(pack a, pack b) { return {a.v * b.v}; }
  [[gnu::always_inline]] friend pack operator/(pack a, pack b) { return {a.v / b.v}; }
  [[gnu::always_inline]] friend mark_type operator<(pack a, pack b) { return made(a.v < b.v); }
  [[gnu::always_inline]] friend mark_type operator<=(pack a, pack b) { return made(a.v <= b.v); }
  [[gnu::always_inline]] friend mark_type operator==(pack a, pack b) { return made(a.v == b.v); }
  [[gnu::always_inline]] friend pack select(mark_type where, pack a, pack b) { return {where.m ? a.v : b.v}; }
  /// `a` where the lane is marked, 0 elsewhere.
  [[gnu::always_inline]] friend pack keep(mark_type where, pack a) {
    words w;
    __builtin_memcpy(&w, &where.m, sizeof w);
    return of_bits(a.bits() & w);
  }

 private:
  template <class Compared>
  [[gnu::always_inline]] static mark_type made(Compared c) {
    if constexpr (Width == 1) {
      return {-static_cast<std::int64_t>(c)};
    } else {
      mark_type out;
      __builtin_memcpy(&out.m, &c, sizeof out.m);
      return out;
    }
  }
};

/// The error of the rounded sum s = a + b, exactly.
template <class Pack>
[[gnu::always_inline]] inline Pack sum_error(Pack a, Pack b, Pack s) {
  const Pack t = s - a;
  return (a - (s - t)) + (b - t);
}

/// a b + c, rounded once where the machine can do that and twice where it cannot: for numbers whose last bits do not
/// count.
template <class Pack>
[[gnu::always_inline]] inline Pack about(Pack a, Pack b, Pack c) {
#if defined(__AVX512F__)
  if constexpr (Pack::width == 8) return {_mm512_fmadd_pd(a.v, b.v, c.v)};
#endif
#if defined(__FMA__)
  if constexpr (Pack::width == 4) return {_mm256_fmadd_pd(a.v, b.v, c.v)};
#endif
  return a * b + c;
}

}  // namespace quindex::kernel
