/// All the inner loops on one column, for comparing two builds of them bit by bit.
#pragma once

#include <vector>

#include "quindex/numeric/kernel_table.hpp"

namespace sample {

inline std::vector<double> everything(const quindex::kernel::kernels& k, const std::vector<double>& x) {
  std::vector<double> out, buffer(x.size());
  const auto keep = [&out](const std::vector<double>& values) { out.insert(out.end(), values.begin(), values.end()); };
  const auto keep_moments = [&keep](const quindex::kernel::column_moments& m) {
    keep({m.mean, m.m2, m.m3, m.m4, m.low, m.high, static_cast<double>(m.n)});
  };
  const auto extent = k.extent(x.data(), x.size());
  const auto sum = k.sum(x.data(), x.size());
  keep({extent.low, extent.high, static_cast<double>(extent.n), sum.sum, static_cast<double>(sum.n)});
  const auto summary = k.summary(x.data(), x.size());
  keep({summary.low, summary.high, summary.sum, static_cast<double>(summary.n)});
  const auto squares = k.squares(x.data(), x.size());
  keep({squares.low, squares.high, squares.sum, static_cast<double>(squares.n)});
  std::vector<double> sums(x.size() / 256 + 1);
  for (const double excess : {0.0, 1.0}) {
    const std::size_t blocks =
        k.entropy_sums(x.data(), x.size(), {1 - excess, 0.7, 0.1 * (1 - excess), excess}, sums.data());
    keep({sums.begin(), sums.begin() + static_cast<std::ptrdiff_t>(blocks)});
  }
  using quindex::kernel::distance_of;
  for (const distance_of kind : {distance_of::squares, distance_of::sizes, distance_of::largest}) {
    std::vector<double> to_best(x.size(), 0.25), to_worst(x.size(), 0.5);
    k.distances(x.data(), x.size(), {2.5, -1.5, 0.3, kind}, to_best.data(), to_worst.data());
    keep(to_best);
    keep(to_worst);
  }
  keep_moments(k.moments(x.data(), x.size()));
  keep_moments(k.moments_between(x.data(), x.size(), -0.4, 0.6));
  k.affine(x.data(), x.size(), {0.3, 1.7, 1, 99, 2, 98}, buffer.data());
  keep(buffer);
  k.log(x.data(), x.size(), buffer.data());
  keep(buffer);
  k.exp(x.data(), x.size(), buffer.data());
  keep(buffer);
  for (const double p : {2.0, 0.5, -1.25}) {
    k.pow(x.data(), x.size(), p, buffer.data());
    keep(buffer);
  }
  return out;
}

/// One unit compared with a tile of others in `m` criteria, in all ways: leads, weights, counts.
inline std::vector<double> comparisons(const quindex::kernel::kernels& k, const std::vector<double>& x, std::size_t m) {
  constexpr std::size_t tile = quindex::kernel::units_tile;
  std::vector<short> places(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) places[i] = static_cast<short>(static_cast<int>(4 * x[i]));
  const std::vector<double> weights(x.begin(), x.begin() + static_cast<std::ptrdiff_t>(m)), same(m, 0.3);
  std::vector<short> leads(tile), won(tile, 5), lost(tile, 7);
  std::vector<double> out(tile);
  k.weighted_leads(x.data(), x.data() + tile * m, weights.data(), same.data(), m, out.data());
  k.leads(places.data(), places.data() + tile * m, m, leads.data());
  out.insert(out.end(), leads.begin(), leads.end());
  const auto found = k.majorities(places.data(), places.data() + tile * m, m, 3, 60, won.data(), lost.data());
  out.insert(out.end(), won.begin(), won.end());
  out.insert(out.end(), lost.begin(), lost.end());
  out.push_back(static_cast<double>(found.ahead));
  out.push_back(static_cast<double>(found.behind));
  return out;
}

/// The panel that `centre` makes of `count` columns of `rows` rows.
inline std::vector<double> panel_of(const quindex::kernel::kernels& k, const std::vector<double>& x, std::size_t rows,
                                    std::size_t count) {
  std::vector<const double*> columns;
  std::vector<double> centres;
  for (std::size_t c = 0; c < count; ++c) columns.push_back(x.data() + c * rows), centres.push_back(0.1 * double(c));
  std::vector<double> out(rows * 8, -1);
  k.centre(columns.data(), centres.data(), count, rows, out.data());
  return out;
}

inline std::vector<double> mean_of_columns(const quindex::kernel::kernels& k,
                                           const std::vector<std::vector<double>>& columns,
                                           const std::vector<double>& weights, const quindex::kernel::mean_job& job) {
  std::vector<const double*> at;
  for (const std::vector<double>& c : columns) at.push_back(c.data());
  std::vector<double> out(columns.front().size());
  k.mean(at.data(), weights.data(), at.size(), out.size(), job, out.data());
  return out;
}

inline constexpr quindex::kernel::mean_of all_means[] = {
    quindex::kernel::mean_of::values, quindex::kernel::mean_of::logarithms, quindex::kernel::mean_of::reciprocals,
    quindex::kernel::mean_of::powers};
inline constexpr quindex::kernel::absence all_absences[] = {
    quindex::kernel::absence::propagate, quindex::kernel::absence::renormalise, quindex::kernel::absence::zero};

}  // namespace sample
