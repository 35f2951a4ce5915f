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

  /// The last `count` < 8 values, filled up with missing ones.
  struct padded {
    double at[8];
    padded(const double* x, std::size_t count) {
      for (std::size_t i = 0; i < 8; ++i) at[i] = i < count ? x[i] : __builtin_nan("");
    }
  };
};

}  // namespace quindex::kernel
