/// Screening by elementary effects: which of many factors matter at all, from few runs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "quindex/base/labels.hpp"
#include "quindex/base/types.hpp"
#include "quindex/model/note.hpp"
#include "quindex/numeric/parallel.hpp"
#include "quindex/robustness/resampling.hpp"
#include "quindex/robustness/saltelli.hpp"

QUINDEX_BEGIN
namespace robustness {

/// Paths through the unit cube that change one factor at a time; Morris (1991).
struct morris_design {
  std::size_t factors = 0;
  std::size_t trajectories = 0;
  matrix points{};                     ///< Runs × factors: uniform numbers; trajectory after trajectory of d + 1 runs.
  std::vector<std::size_t> changed{};  ///< Per run: the factor that differs from the run before; `none` at a start.
  static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
};

/// Trajectories with random starts, orders and directions on a grid of `levels` per factor.
///
/// The levels are the middles of as many equal parts of (0, 1), (l + 1/2) / levels, since at 0 and 1 a distribution may
/// be infinite; a step is half the levels, thus 1/2 in uniform numbers. Random numbers: purpose "robustness.morris",
/// replicate by trajectory. Throws spec_error unless `levels` is even and above 0, and for no
/// trajectories.
[[nodiscard]] morris_design make_morris_design(std::size_t factors, std::size_t trajectories = 20,
                                               std::size_t levels = 4, std::uint64_t seed = 1,
                                               const numeric::executor& where = {});

namespace detail {

/// Where a trajectory of such a design starts, alone: a number for each of its factors.
void morris_start(std::size_t trajectory, std::size_t levels, std::uint64_t seed, std::span<double> out);

}  // namespace detail

/// What trajectories say about each factor: effects are changes of the output per change of the uniform number by 1.
struct morris_effects {
  labels factors{};
  std::size_t trajectories = 0;  ///< That count.
  std::size_t dropped = 0;       ///< Trajectories left out because a run of theirs has no output.
  estimates mu{};                ///< Mean effect; effects of both signs cancel.
  estimates mu_star{};  ///< Mean size of the effect; Campolongo, Cariboni and Saltelli (2007). The one to sort by.
  estimates sigma{};    ///< Standard deviation: large where the effect depends on other factors or is curved.
  matrix effects{};     ///< Trajectories × factors.
  std::vector<note> notes{};
};

/// The elementary effects from the outputs of a design's runs; intervals by resampling trajectories. Throws data_error
/// when there is not one output per run, spec_error when there is not one name per factor.
[[nodiscard]] morris_effects morris_from_runs(const labels& factors, const morris_design& design, column_view y,
                                              const interval_options& how = {});

/// The elementary effects of a function; see `run_saltelli` for `f` and `distributions`.
template <class F, class Distributions>
[[nodiscard]] morris_effects morris(F&& f, const Distributions& distributions, std::size_t trajectories = 20,
                                    std::size_t levels = 4, std::uint64_t seed = 1, const labels& names = {},
                                    const interval_options& how = {}) {
  const auto d = static_cast<std::size_t>(std::size(distributions));
  const morris_design design = make_morris_design(d, trajectories, levels, seed, how.executor);
  std::vector<double> y(static_cast<std::size_t>(design.points.rows()));
  numeric::parallel_for(how.executor, y.size(), [&](std::size_t k) {
    std::vector<double> u(d), x;
    for (std::size_t i = 0; i < d; ++i)
      u[i] = design.points(static_cast<Eigen::Index>(k), static_cast<Eigen::Index>(i));
    y[k] = detail::run_at(f, distributions, u, x);
  });
  return morris_from_runs(detail::complete_names(names, d), design, y, how);
}

}  // namespace robustness
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/morris.ipp"
#endif
