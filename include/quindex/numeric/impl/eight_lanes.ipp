/// Eight values in as many packs as the machine needs for them: the unit in which every reduction runs.
#pragma once

#include "quindex/numeric/impl/lanes.ipp"

namespace quindex::kernel {

template <class Isa>
struct eight_lanes {
  static constexpr int width = Isa::width;
  static constexpr int parts = 8 / width;
  using many = pack<Isa, width>;
  using one = pack<Isa, 1>;

  /// Eight lanes, in as many packs as that takes.
  struct eight {
    many part[parts];

    [[gnu::always_inline]] static eight all(double x) {
      eight out;
      for (int i = 0; i < parts; ++i) out.part[i] = many::all(x);
      return out;
    }
    [[gnu::always_inline]] static eight load(const double* from) {
      eight out;
      for (int i = 0; i < parts; ++i) out.part[i] = many::load(from + i * width);
      return out;
    }
    [[gnu::always_inline]] void save(double* to) const {
      for (int i = 0; i < parts; ++i) part[i].save(to + i * width);
    }
    /// The sum of the lanes in a fixed order.
    [[nodiscard]] double total() const {
      double l[8];
      save(l);
      return ((l[0] + l[1]) + (l[2] + l[3])) + ((l[4] + l[5]) + (l[6] + l[7]));
    }
  };

  /// The last `count` < 8 values, filled up with missing ones. Built lane by lane in registers: eight values that went
  /// through memory one by one would have to arrive there before they could be read as one pack.
  static eight rest(const double* x, std::size_t count) {
    switch (count) {
      case 1:
        return first<1>(x);
      case 2:
        return first<2>(x);
      case 3:
        return first<3>(x);
      case 4:
        return first<4>(x);
      case 5:
        return first<5>(x);
      case 6:
        return first<6>(x);
      case 7:
        return first<7>(x);
      default:
        return eight::all(__builtin_nan(""));
    }
  }

 private:
  template <int Count>
  [[gnu::always_inline]] static eight first(const double* x) {
    const auto lane = [x](int l) __attribute__((always_inline)) { return l < Count ? x[l] : __builtin_nan(""); };
    eight out;
    for (int p = 0; p < parts; ++p) {
      const int l = p * width;
      if constexpr (width == 1) {
        out.part[p].v = lane(l);
      } else if constexpr (width == 2) {
        out.part[p].v = typename many::reals{lane(l), lane(l + 1)};
      } else if constexpr (width == 4) {
        out.part[p].v = typename many::reals{lane(l), lane(l + 1), lane(l + 2), lane(l + 3)};
      } else {
        out.part[p].v = typename many::reals{lane(0), lane(1), lane(2), lane(3), lane(4), lane(5), lane(6), lane(7)};
      }
    }
    return out;
  }
};

}  // namespace quindex::kernel
