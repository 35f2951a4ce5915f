/// All the inner loops for many replicates, for comparing two builds of them bit by bit.
#pragma once

#include <vector>

#include "quindex/base/ties.hpp"
#include "quindex/numeric/kernel_table.hpp"
#include "quindex/numeric/kernels.hpp"
#include "sample.hpp"

namespace sample {

/// The inner loops that this machine can run.
inline std::vector<const quindex::kernel::kernels*> builds() {
  using quindex::numeric::isa;
  std::vector<const quindex::kernel::kernels*> out;
  for (const isa set : {isa::portable, isa::v2, isa::v3, isa::v4})
    if (const quindex::kernel::kernels* found = quindex::numeric::kernels_for(set)) out.push_back(found);
  return out;
}

inline constexpr quindex::ties all_ties[] = {quindex::ties::best, quindex::ties::worst, quindex::ties::average,
                                             quindex::ties::dense, quindex::ties::ordinal};

/// `n` keys: numbers without order, and each one's place in the last `bits` bits. Every `step`-th is as the one before.
inline std::vector<std::uint32_t> keys(std::size_t n, int bits, std::size_t step) {
  std::vector<std::uint32_t> out(n + quindex::kernel::key_room, 0);
  for (std::size_t i = 0; i < n; ++i) {
    const auto number = static_cast<std::uint32_t>(i - (i % step == step - 1 ? 1 : 0));
    out[i] = (number * 2654435761u) >> bits << bits | static_cast<std::uint32_t>(i);
  }
  return out;
}
/// Keys in order, and then the places of those that are as the one before, or up to `near` more, but for the last
/// `bits` bits; nothing where buckets are crowded.
inline std::vector<std::uint32_t> in_order(const quindex::kernel::kernels& k, const std::vector<std::uint32_t>& keys,
                                           int bits, int bucket_bits, std::uint32_t near = 0) {
  std::vector<std::uint32_t> places(keys.size()), sorted(keys.size()), close(keys.size());
  std::vector<std::uint16_t> counts(std::size_t{1} << bucket_bits);
  const std::size_t n = keys.size() - quindex::kernel::key_room;
  if (!k.spread({keys.data(), n, bucket_bits, places.data(), counts.data()}, sorted.data())) return {};
  close.resize(k.settle(sorted.data(), n, bits, near, close.data()));
  sorted.resize(n);
  sorted.insert(sorted.end(), close.begin(), close.end());
  return sorted;
}

/// Uniform numbers, shares of weights, and places of values.
inline std::vector<double> everything_in_batches(const quindex::kernel::kernels& k) {
  std::vector<double> out;
  for (const bool pairs : {false, true})
    for (const std::size_t draws : {1u, 7u, 31u, 62u}) {
      std::vector<double> u(5 * draws);
      k.uniforms({{17, 4}, 99, 0xFFFFFFFE, 5, 0xFFFFFFF0, draws, pairs}, u.data(), draws);
      out.insert(out.end(), u.begin(), u.end());
    }
  for (const std::size_t columns : {1u, 8u, 13u, 51u}) {
    const std::vector<double> x = column(9 * columns, shape::skewed), centre = column(columns, shape::even);
    std::vector<double> found(9 * columns);
    k.column_ends(x.data(), 9, columns, columns, found.data(), found.data() + columns, found.data() + 2 * columns);
    k.column_pieces(
        {x.data(), 9, columns, columns, centre.data(), {0x1.8p30, 0x1.8p-12, 0x1.8p40, 0x1.8p-2, 0x1.8p-40}},
        found.data() + 3 * columns);
    out.insert(out.end(), found.begin(), found.end());
  }
  const std::vector<double> weights = column(6 * 40, shape::skewed);
  std::vector<std::size_t> places;
  for (std::size_t j = 0; j < 40; ++j) places.push_back(j);
  const quindex::kernel::tree_children groups[] = {{places.data(), places.data(), nullptr, 3},
                                                   {places.data() + 3, places.data() + 3, weights.data() + 3, 30}};
  std::vector<double> tile(8 * 40), wholes(16);
  const auto state = k.shares(groups, 2, weights.data(), 6, 40, tile.data(), wholes.data());
  out.insert(out.end(), {static_cast<double>(state.bad), state.has_zero ? 1.0 : 0.0});
  out.insert(out.end(), tile.begin(), tile.end());
  out.insert(out.end(), wholes.begin(), wholes.end());
  for (const shape kind : all_shapes)
    for (const std::size_t n : {1u, 2u, 9u, 51u, 64u, 97u, 140u})
      for (const double missing : {0.0, 0.1}) {
        const std::vector<double> x = column(2 * n, kind, missing, n);
        std::vector<std::uint16_t> found(3 * n);
        k.places(x.data(), 2, n, n, n % 2 == 0, found.data(), n);
        k.equals(x.data(), n, found.data() + 2 * n);
        for (const std::uint16_t f : found) out.push_back(f);
        std::vector<std::uint32_t> cuts(n);
        if (missing == 0 && kind == shape::even) k.cuts(x.data(), n, -1.0, 32767.0, 16, cuts.data());
        for (const std::uint32_t c : cuts) out.push_back(c);
        out.push_back(static_cast<double>(k.count_less(found.data(), found.data() + n, n)));
      }
  for (const std::size_t n : {1u, 2u, 15u, 16u, 17u, 51u, 200u, 1000u, 4096u})
    for (const int bucket_bits : {6, 9, 13})
      for (const std::uint32_t near : {0u, 1u})
        for (const std::uint32_t key : in_order(k, keys(n, 12, 5), 12, bucket_bits, near)) out.push_back(key);
  return out;
}

/// A tree of means of many kinds over 40 units: (a b | c (d e) f) with the groups turned, filled and watched.
inline std::vector<double> tree_scores(const quindex::kernel::kernels& k, quindex::kernel::absence missing,
                                       quindex::kernel::mean_of inner, quindex::kernel::mean_of outer, bool has_zero) {
  namespace kernel = quindex::kernel;
  const std::vector<double> fill(64, 0.5);
  const auto step = [&](std::size_t leaf, std::size_t leaves, std::size_t depth) {
    kernel::tree_step s;
    s.leaf = leaf, s.leaves = leaves, s.depth = depth, s.opens = s.closes = true;
    s.f = depth == 1 ? outer : inner, s.power = 1.5;
    s.parent_f = depth == 1 ? inner : outer, s.parent_power = 1.5;
    s.fill = fill.data();
    return s;
  };
  std::vector<kernel::tree_step> steps{step(0, 2, 1), step(2, 1, 1), step(3, 2, 2), step(5, 1, 1), step(6, 0, 0)};
  steps[0].group = 0, steps[0].weight = 6, steps[0].watched = 0, steps[0].parent_opens = true;
  steps[1].closes = false;
  steps[2].group = 1, steps[2].weight = 7, steps[2].stays = inner == outer && missing != kernel::absence::zero;
  steps[3].opens = false, steps[3].group = 2, steps[3].weight = 8, steps[3].is_turned = true, steps[3].mirror = 40;
  steps[4].opens = false, steps[4].group = 3, steps[4].watched = 1;
  const kernel::tree_walk walk{steps.data(), steps.size(), missing, 0.4};
  const std::vector<double> leaves = column(2 * 6 * 32, shape::skewed, missing == kernel::absence::zero ? 0 : 0.15);
  std::vector<double> present = column(2 * 6 * 32, shape::even), weights = column(9 * 8, shape::skewed),
                      wholes = column(4 * 8, shape::skewed, 0, 5);
  for (double& p : present) p = p < 0.5 ? 1 : 0;
  for (std::size_t j = 0; j < weights.size(); j += 5) weights[j] = has_zero ? 0 : weights[j];
  std::vector<double> out(2 * 7 * 41, -1.0);
  for (std::size_t p = 0; p < 2; ++p)
    k.tree(walk, {leaves.data() + p * 6 * 32, present.data() + p * 6 * 32, 32, p * 32, p == 0 ? 32u : 9u},
           {weights.data(), wholes.data(), 7, has_zero}, {out.data(), 7 * 41, 41});
  return out;
}

}  // namespace sample
