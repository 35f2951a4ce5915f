/// Logarithm, exponential and power from additions, multiplications and divisions only: the same bits everywhere.
#pragma once

#include "quindex/numeric/impl/lanes.ipp"

namespace quindex::kernel {

// ln 2 = high + low; the high part has 32 bits, so that its products with exponents are exact.
inline constexpr double ln2_high = 0x1.62e42feep-1;
inline constexpr double ln2_low = 0x1.a39ef35793c76p-33;
inline constexpr double infinite = __builtin_huge_val();

/// An unrounded value high + low.
template <class Pack>
struct doubled {
  Pack high, low;
};

/// x = 2^exponent * (1 + excess) with 1 + excess between sqrt(1/2) and sqrt(2), for positive finite x.
template <class Pack>
struct split_parts {
  Pack exponent, excess;
};

template <class Pack>
[[gnu::always_inline]] inline split_parts<Pack> split(Pack x) {
  using words = typename Pack::words;
  const auto is_tiny = x < Pack::all(0x1p-1022);
  x = select(is_tiny, x * Pack::all(0x1p54), x);
  // Shifting the exponent by the bits of sqrt(1/2) puts the cut between two exponents there.
  const words shifted = x.bits() - std::uint64_t{0x3FE6A09E667F3BCD} + (std::uint64_t{1023} << 52);
  const words mantissa = (shifted & std::uint64_t{0x000FFFFFFFFFFFFF}) + std::uint64_t{0x3FE6A09E667F3BCD};
  // 2^52 + k has k in its last bits: a conversion that needs no instruction for it.
  const Pack biased = Pack::of_bits((shifted >> 52) | std::uint64_t{0x4330000000000000});
  const Pack exponent = biased - select(is_tiny, Pack::all(0x1p52 + 1023 + 54), Pack::all(0x1p52 + 1023));
  return {exponent, Pack::of_bits(mantissa) - Pack::all(1.0)};
}

/// ln x.
///
/// With s = f / (2 + f), ln(1 + f) = 2 atanh s = f - s (f - R(s^2)); R by a polynomial of degree 7.
template <class Pack>
[[gnu::always_inline]] inline Pack log_lanes(Pack x) {
  const auto c = [](double a) { return Pack::all(a); };
  const split_parts<Pack> part = split(x);
  const Pack f = part.excess, k = part.exponent;
  const Pack s = f / (c(2.0) + f);
  const Pack z = s * s, z2 = z * z;
  const Pack odd = c(0x1.99999999952d7p-2) + z2 * (c(0x1.c71c62e3f11e6p-3) + z2 * c(0x1.39fe51a7c18f9p-3));
  const Pack even = c(0x1.5555555555558p-1) +
                    z2 * (c(0x1.2492492df281ap-2) + z2 * (c(0x1.7462b51cb66b1p-3) + z2 * c(0x1.2b5900de53b32p-3)));
  const Pack remainder = z * even + z2 * odd;
  const Pack half_square = c(0.5) * f * f;
  const Pack small = half_square - (s * (half_square + remainder) + k * c(ln2_low));
  Pack y = k * c(ln2_high) - (small - f);
  y = select(x == c(infinite), x, y);
  y = select(x == c(0.0), c(-infinite), y);
  return select(c(0.0) <= x, y, c(__builtin_nan("")));
}

/// e^(x + extra) for |x| < 746 and |extra| tiny.
template <class Pack>
[[gnu::always_inline]] inline Pack exp_in_range(Pack x, Pack extra) {
  using words = typename Pack::words;
  const auto c = [](double a) { return Pack::all(a); };
  const Pack round_to_whole = c(0x1.8p52);
  const Pack shifted = x * c(0x1.71547652b82fep+0) + round_to_whole;
  const Pack k = shifted - round_to_whole;
  const Pack high = x - k * c(ln2_high);
  const Pack low = extra - k * c(ln2_low);
  const Pack r = high + low;
  const Pack rest = (high - r) + low;
  const Pack r2 = r * r, r4 = r2 * r2;
  const Pack p01 = c(0.5) + r * c(0x1.5555555555557p-3);
  const Pack p23 = c(0x1.5555555555556p-5) + r * c(0x1.11111111100cep-7);
  const Pack p45 = c(0x1.6c16c16c162ccp-10) + r * c(0x1.a01a01abef415p-13);
  const Pack p67 = c(0x1.a01a01a6dcaffp-16) + r * c(0x1.71de021a90822p-19);
  const Pack p8 = c(0x1.27e4db57442fbp-22) + r * (c(0x1.af4e196027428p-26) + r * c(0x1.1f731ea5352cap-29));
  const Pack p = (p01 + r2 * p23) + r4 * ((p45 + r2 * p67) + r4 * p8);
  const Pack y = c(1.0) + (r + (rest + r2 * p));
  // 2^k in two halves: the first product is exact, the second rounds once even where the result is denormal.
  const Pack half_shifted = k * c(0.5) + round_to_whole;
  const Pack half_k = half_shifted - round_to_whole;
  const Pack other_shifted = (k - half_k) + round_to_whole;
  const words one = Pack::all(1.0).bits();
  const Pack first = Pack::of_bits((half_shifted.bits() << 52) + one);
  const Pack second = Pack::of_bits((other_shifted.bits() << 52) + one);
  return (y * first) * second;
}

template <class Pack>
[[gnu::always_inline]] inline Pack exp_doubled(Pack x, Pack extra) {
  const auto c = [](double a) { return Pack::all(a); };
  const auto is_large = c(0x1.62e42fefa39efp+9) < x;   // above 1024 ln 2
  const auto is_small = x < c(-0x1.74910d52d3052p+9);  // below -1075 ln 2
  const Pack safe = select(is_large | is_small, c(0.0), x);
  Pack y = exp_in_range(safe, extra);
  y = select(is_large, c(infinite), y);
  return select(is_small, c(0.0), y);
}

/// e^x.
template <class Pack>
[[gnu::always_inline]] inline Pack exp_lanes(Pack x) {
  return select(x == x, exp_doubled(x, Pack::all(0.0)), x);
}

/// a b = high + low exactly, by splitting the factors in halves of 26 bits.
template <class Pack>
[[gnu::always_inline]] inline doubled<Pack> product(Pack a, Pack b) {
  const Pack factor = Pack::all(0x1p27 + 1);
  const Pack ta = factor * a, tb = factor * b;
  const Pack a1 = ta - (ta - a), b1 = tb - (tb - b);
  const Pack a2 = a - a1, b2 = b - b1;
  const Pack p = a * b;
  return {p, ((a1 * b1 - p) + a1 * b2 + a2 * b1) + a2 * b2};
}

/// ln x to about 64 bits, for positive finite x.
template <class Pack>
[[gnu::always_inline]] inline doubled<Pack> log_doubled(Pack x) {
  const auto c = [](double a) { return Pack::all(a); };
  const split_parts<Pack> part = split(x);
  const Pack f = part.excess, k = part.exponent;
  // s = f / (2 + f) with the remainder of the division.
  const Pack d = c(2.0) + f;
  const Pack d_low = f - (d - c(2.0));
  const Pack s = f / d;
  const doubled<Pack> back = product(s, d);
  const Pack s_low = (((f - back.high) - back.low) - s * d_low) / d;
  // 2 atanh s = 2 s + s^3 (2/3 + z q(z)).
  const Pack z = s * s, z2 = z * z;
  const Pack odd = c(0x1.249249248e532p-2) + z2 * (c(0x1.745d09f06d811p-3) + z2 * c(0x1.1018ae366a914p-3));
  const Pack even = c(0x1.999999999999ep-2) +
                    z2 * (c(0x1.c71c71d7e7fc3p-3) + z2 * (c(0x1.3b18b8ee7a308p-3) + z2 * c(0x1.08788c3e01713p-3)));
  const Pack q = z * (even + z * odd);
  const Pack coefficient = c(0x1.5555555555555p-1) + q;
  const Pack coefficient_low = (q - (coefficient - c(0x1.5555555555555p-1))) + c(0x1.5555555555555p-55);
  const doubled<Pack> square = product(s, s);
  const doubled<Pack> cube = product(square.high, s);
  const Pack cube_low = cube.low + square.low * s + c(3.0) * square.high * s_low;
  const doubled<Pack> tail = product(cube.high, coefficient);
  const Pack tail_low = tail.low + cube.high * coefficient_low + cube_low * coefficient;
  // k ln 2 + 2 s + tail, the largest first.
  const Pack twice = s + s;
  const Pack whole = k * c(ln2_high);
  const Pack t1 = whole + twice, e1 = sum_error(whole, twice, t1);
  const Pack t2 = t1 + tail.high, e2 = sum_error(t1, tail.high, t2);
  const Pack low = e1 + (e2 + (tail_low + (s_low + s_low) + k * c(ln2_low)));
  const Pack high = t2 + low;
  return {high, (t2 - high) + low};
}

/// x^p for positive finite x and finite p.
template <class Pack>
[[gnu::always_inline]] inline Pack pow_positive(Pack x, double p) {
  const auto c = [](double a) { return Pack::all(a); };
  const doubled<Pack> l = log_doubled(x);
  // Beyond 1e300 the halves of p would overflow; such a power is 0, 1 or infinite anyway.
  const double bounded = p > 0x1p900 ? 0x1p900 : p < -0x1p900 ? -0x1p900 : p;
  const Pack y = c(bounded);
  const doubled<Pack> t = product(l.high, y);
  const Pack extra = t.low + l.low * y;
  const Pack sum = t.high + extra;
  const Pack rest = (t.high - sum) + extra;
  const auto fits = (c(-800.0) < sum) & (sum < c(800.0));
  return exp_doubled(sum, keep(fits, rest));
}

/// x^p with the special cases of C: p is the same for all lanes, so its own cases are plain branches.
template <class Pack>
[[gnu::always_inline]] inline Pack pow_lanes(Pack x, double p) {
  const auto c = [](double a) { return Pack::all(a); };
  if (p == 0.0) return c(1.0);
  if (p != p) return select(x == c(1.0), x, c(p));
  const Pack nothing = c(__builtin_nan(""));
  const double size = p < 0 ? -p : p;
  const bool is_whole = size >= 0x1p52 || (size + 0x1p52) - 0x1p52 == size;
  const double half = 0.5 * size;
  const bool is_odd = is_whole && size < 0x1p53 && (half >= 0x1p52 || (half + 0x1p52) - 0x1p52 != half);
  const Pack magnitude = select(x < c(0.0), c(0.0) - x, x);
  const auto is_plain = (c(0.0) < magnitude) & (magnitude < c(infinite));
  Pack y = pow_positive(select(is_plain, magnitude, c(1.0)), p);
  const bool is_positive = p > 0;
  y = select(magnitude == c(0.0), c(is_positive ? 0.0 : infinite), y);
  y = select(magnitude == c(infinite), c(is_positive ? infinite : 0.0), y);
  const bool is_infinite = size == infinite;
  if (is_odd) {
    const auto sign = x.bits() & std::uint64_t{0x8000000000000000};
    y = Pack::of_bits(y.bits() | sign);
  } else if (!is_whole && !is_infinite) {
    y = select((c(-infinite) < x) & (x < c(0.0)), nothing, y);
  }
  return select(x == x, y, x);
}

}  // namespace quindex::kernel
