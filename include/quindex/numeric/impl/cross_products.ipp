/// Sums of products of many columns at once: centring, packing and multiplying panels of eight.
#pragma once

#include "quindex/numeric/impl/eight_lanes.ipp"
#include "quindex/numeric/kernel_table.hpp"

namespace quindex::kernel {

template <class Isa>
struct cross_products {
  using lanes = eight_lanes<Isa>;
  using eight = typename lanes::eight;
  using many = typename lanes::many;
  static constexpr int parts = lanes::parts;
  static constexpr int width = lanes::width;

#if defined(__GNUC__)
  template <int... Lane>
  struct lane_list {};
  template <int Count, int... Lane>
  struct first_lanes : first_lanes<Count - 1, Count - 1, Lane...> {};
  template <int... Lane>
  struct first_lanes<0, Lane...> {
    using list = lane_list<Lane...>;
  };

  /// One step of a transposition: the lanes of `a` whose place has the bit `Step` for those of `b` without it.
  template <int Step, int... Lane>
  [[gnu::always_inline]] static void exchange(many& a, many& b, lane_list<Lane...> /*lanes*/) {
    const many low{__builtin_shufflevector(a.v, b.v, ((Lane & Step) != 0 ? Lane - Step + width : Lane)...)};
    b.v = __builtin_shufflevector(a.v, b.v, ((Lane & Step) != 0 ? Lane + width : Lane + Step)...);
    a = low;
  }
  template <int Step>
  [[gnu::always_inline]] static void turn(many (&square)[width]) {
    if constexpr (Step < width) {
      for (int i = 0; i < width; ++i)
        if ((i & Step) == 0) exchange<Step>(square[i], square[i + Step], typename first_lanes<width>::list{});
      turn<2 * Step>(square);
    }
  }
#endif

  /// Eight rows of eight columns, less their centres, as rows.
  [[gnu::always_inline]] static void centre_square(const double* const (&columns)[8], std::size_t row,
                                                   const double (&centres)[8], double* to) {
#if defined(__GNUC__)
    if constexpr (width > 1) {
      for (int left = 0; left < 8; left += width)
        for (int top = 0; top < 8; top += width) {
          many square[width];
          for (int c = 0; c < width; ++c) {
            const many x = many::load(columns[left + c] + row + static_cast<std::size_t>(top));
            square[c] = keep(x == x, x - many::all(centres[left + c]));
          }
          turn<1>(square);
          for (int r = 0; r < width; ++r) square[r].save(to + 8 * (top + r) + left);
        }
      return;
    }
#endif
    for (int r = 0; r < 8; ++r)
      for (int c = 0; c < 8; ++c) {
        const double x = columns[c][row + static_cast<std::size_t>(r)];
        to[8 * r + c] = x == x ? x - centres[c] : 0.0;
      }
  }

  static void centre(const double* const* from, const double* centres, std::size_t count, std::size_t rows,
                     double* panel) {
    // Columns that are not there are zeros: the first one less itself would be missing for an infinite value.
    if (count < 8 || rows < 8) {
      for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t c = 0; c < 8; ++c) {
          const double x = c < count ? from[c][r] : 0.0;
          panel[8 * r + c] = x == x && c < count ? x - centres[c] : 0.0;
        }
      return;
    }
    const double* columns[8];
    double by[8];
    for (int c = 0; c < 8; ++c) columns[c] = from[c], by[c] = centres[c];
    for (std::size_t row = 0; row < rows; row += 8) {
      const std::size_t at = row + 8 <= rows ? row : rows - 8;  // the last square overlaps the one before
      centre_square(columns, at, by, panel + 8 * at);
      // The next block's rows are on their way from memory while this one's products are summed.
      for (int c = 0; c < 8; ++c) __builtin_prefetch(columns[c] + rows + row, 0, 2);
    }
  }

  /// Products of some columns of one panel with the eight of another; each product is summed row by row.
  static constexpr int tall = width == 8 ? 8 : 4;
  [[gnu::always_inline]] static void product_tile(const double* left, const double* right, std::size_t rows,
                                                  double (&out)[tall][8]) {
    constexpr int at_once = width == 2 ? 2 : tall;  // as many accumulators as there are registers
    for (int from = 0; from < tall; from += at_once) {
      eight sums[at_once];
      for (int t = 0; t < at_once; ++t) sums[t] = eight::all(0.0);
      for (std::size_t r = 0; r < rows; ++r) {
        const eight b = eight::load(right + 8 * r);
        for (int t = 0; t < at_once; ++t) {
          const many a = many::all(left[8 * r + static_cast<std::size_t>(from + t)]);
          for (int p = 0; p < parts; ++p) sums[t].part[p] = sums[t].part[p] + a * b.part[p];
        }
      }
      for (int t = 0; t < at_once; ++t) sums[t].save(out[from + t]);
    }
  }

  static void products(const double* packed, std::size_t rows, std::size_t m, double* out) {
    for (std::size_t j = 0; j < m; j += 8) {
      for (std::size_t i = 0; i < m && i < j + 8; i += tall) {
        double sums[tall][8];
        product_tile(packed + i / 8 * rows * 8 + i % 8, packed + j * rows, rows, sums);
        for (std::size_t a = 0; a < tall && i + a < m; ++a)
          for (std::size_t b = 0; b < 8 && j + b < m; ++b)
            if (i + a <= j + b) out[i + a + (j + b) * m] += sums[a][b];
      }
    }
  }

  static void lose(const double* row, std::size_t stride, std::size_t panels, double* out) {
    double* squares = out + 8 * panels;
    for (std::size_t p = 0; p < panels; ++p) {
      for (std::size_t c = 0; c < 8; c += width) {
        const many x = many::load(row + p * stride + c);
        (many::load(out + 8 * p + c) + x).save(out + 8 * p + c);
        (many::load(squares + 8 * p + c) + x * x).save(squares + 8 * p + c);
      }
    }
  }
};

}  // namespace quindex::kernel
