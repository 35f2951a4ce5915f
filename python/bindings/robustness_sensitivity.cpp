/// What drives the uncertainty: variance, screening, one factor at a time, an index without one of its parts.
#include "quindex/robustness/index_shapley.hpp"
#include "quindex/robustness/leave_one_out.hpp"
#include "quindex/robustness/one_at_a_time.hpp"
#include "quindex/robustness/sensitivity.hpp"
#include "robustness.hpp"

namespace quindex_python {
namespace {

using namespace py::literals;

rb::unit_output output_of(const std::string& of) {
  if (of == "rank") return rb::unit_output::rank;
  if (of == "score") return rb::unit_output::score;
  throw qx::spec_error({"of", "there is no " + of, "write \"rank\" or \"score\""});
}

/// The enumerator with a name, in the order of the enumeration.
template <class Enum, std::size_t N>
Enum named(const std::string& word, const char* where, const std::array<const char*, N>& names) {
  for (std::size_t i = 0; i < N; ++i)
    if (word == names[i]) return static_cast<Enum>(i);
  std::string known;
  for (const char* name : names) known += (known.empty() ? "" : ", ") + std::string(name);
  throw qx::spec_error({where, "there is no estimator " + word, "there are " + known});
}

rb::interval_options intervals_of(std::size_t resamples, double level, std::uint64_t seed, std::size_t threads) {
  return {resamples, level, seed, stoppable_of(threads)};
}

py::dict written(rb::estimates&& e) {
  return py::dict("value"_a = to_array(std::move(e.value)), "error"_a = to_array(std::move(e.error)),
                  "low"_a = to_array(std::move(e.low)), "high"_a = to_array(std::move(e.high)));
}

py::dict written(rb::sobol_indices&& s) {
  py::dict out("factors"_a = s.factors.codes(), "base_rows"_a = s.base_rows, "dropped"_a = s.dropped, "mean"_a = s.mean,
               "variance"_a = s.variance, "first"_a = written(std::move(s.first)),
               "total"_a = written(std::move(s.total)), "sum_of_first"_a = s.sum_of_first,
               "notes"_a = to_python(s.notes));
  if (s.second.size() != 0) {
    out["second"] = to_array(std::move(s.second));
    out["second_low"] = to_array(std::move(s.second_low));
    out["second_high"] = to_array(std::move(s.second_high));
  }
  return out;
}

py::dict written(rb::all_unit_indices&& all) {
  return py::dict("first"_a = to_array(std::move(all.first)), "first_low"_a = to_array(std::move(all.first_low)),
                  "first_high"_a = to_array(std::move(all.first_high)), "total"_a = to_array(std::move(all.total)),
                  "total_low"_a = to_array(std::move(all.total_low)),
                  "total_high"_a = to_array(std::move(all.total_high)), "mean"_a = to_array(std::move(all.mean)),
                  "variance"_a = to_array(std::move(all.variance)), "base_rows"_a = all.base_rows);
}

py::dict written(rb::convergence_check&& c) {
  return py::dict("base_rows"_a = c.base_rows, "first"_a = to_array(std::move(c.first)),
                  "total"_a = to_array(std::move(c.total)), "first_width"_a = to_array(std::move(c.first_width)),
                  "total_width"_a = to_array(std::move(c.total_width)), "widest"_a = c.widest, "limit"_a = c.limit,
                  "has_converged"_a = c.has_converged, "base_rows_needed"_a = c.base_rows_needed,
                  "verdict"_a = c.verdict);
}

py::list written(const std::vector<rb::failed_run>& failures) {
  py::list out;
  for (const rb::failed_run& f : failures)
    out.append(py::make_tuple(f.base_row, f.run, f.why.where + ": " + f.why.what));
  return out;
}

/// What is asked of a Saltelli design, and by which estimators.
struct sensitivity_request {
  std::size_t base_rows;
  std::string node;
  std::vector<std::string> units;
  bool all_units;
  std::vector<std::pair<std::string, std::vector<std::string>>> groups;
  std::string first, total;
  bool second;
  std::size_t resamples;
  double level;
  std::uint64_t seed;
};

rb::sensitivity_options options_of(const sensitivity_request& asked, std::size_t threads) {
  constexpr std::array first{"saltelli_2010", "jansen_1999", "janon_2014", "azzini_2021"};
  constexpr std::array total{"jansen_1999", "homma_saltelli_1996", "sobol_2007", "janon_2014", "azzini_2021"};
  rb::sensitivity_options how;
  how.base_rows = asked.base_rows;
  how.node = asked.node;
  how.units = asked.units;
  how.all_units = asked.all_units;
  for (const auto& [name, members] : asked.groups) how.groups.push_back({name, members});
  how.sobol = {named<rb::first_order>(asked.first, "first", first), named<rb::total_order>(asked.total, "total", total),
               asked.second, intervals_of(asked.resamples, asked.level, asked.seed, threads)};
  how.executor = executor_of(threads);
  return how;
}

py::tuple sensitivity(const qx::spec& recipe, const qx::table& data, const rb::design& d,
                      const sensitivity_request& asked, std::size_t threads, const py::object& callback) {
  rb::sensitivity_options how = options_of(asked, threads);
  watcher watch(callback);
  how.on_progress = [&watch](rb::progress p) { return watch(p.done, p.of); };
  rb::sensitivity_result found;
  {
    const py::gil_scoped_release unlocked;
    found = rb::sensitivity(recipe, data, d, how);
  }
  py::list of_units;
  for (rb::unit_indices& one : found.of_units)
    of_units.append(py::make_tuple(one.unit, one.output == rb::unit_output::rank ? "rank" : "score",
                                   written(std::move(one.indices))));
  py::dict out("node"_a = found.node, "units"_a = found.units.codes(), "factors"_a = found.factors.codes(),
               "base_rows"_a = found.base_rows, "dropped"_a = found.dropped, "runs"_a = found.runs,
               "shift"_a = written(std::move(found.shift)), "convergence"_a = written(std::move(found.convergence)),
               "of_units"_a = of_units, "failures"_a = written(found.failures), "notes"_a = to_python(found.notes));
  if (asked.all_units) {
    out["ranks"] = written(std::move(found.ranks));
    out["scores"] = written(std::move(found.scores));
  }
  return py::make_tuple(out, watch.reason());
}

py::dict screening(const qx::spec& recipe, const qx::table& data, const rb::design& d, std::size_t trajectories,
                   std::size_t levels, const std::string& node, std::size_t resamples, double level, std::uint64_t seed,
                   std::size_t threads) {
  const rb::screening_options how{trajectories, levels, node, intervals_of(resamples, level, seed, threads)};
  rb::morris_effects found;
  {
    const py::gil_scoped_release unlocked;
    found = rb::screening(recipe, data, d, how);
  }
  return py::dict("factors"_a = found.factors.codes(), "trajectories"_a = found.trajectories,
                  "dropped"_a = found.dropped, "mu"_a = written(std::move(found.mu)),
                  "mu_star"_a = written(std::move(found.mu_star)), "sigma"_a = written(std::move(found.sigma)),
                  "effects"_a = to_array(std::move(found.effects)), "notes"_a = to_python(found.notes));
}

py::dict shapley(const qx::spec& recipe, const qx::table& data, const rb::design& d, std::size_t base_rows,
                 const std::string& node, const std::string& unit, const std::string& of, std::size_t resamples,
                 double level, std::uint64_t seed, std::size_t threads) {
  rb::shapley_options how;
  how.base_rows = base_rows;
  how.seed = seed;
  how.intervals = intervals_of(resamples, level, seed, threads);
  rb::shapley_effects found;
  {
    const py::gil_scoped_release unlocked;
    found = rb::shapley(recipe, data, d, how, node, unit, output_of(of));
  }
  return py::dict("factors"_a = found.factors.codes(), "base_rows"_a = found.base_rows, "dropped"_a = found.dropped,
                  "runs"_a = found.runs, "mean"_a = found.mean, "variance"_a = found.variance,
                  "effect"_a = written(std::move(found.effect)), "notes"_a = to_python(found.notes));
}

py::dict written(rb::factor_curve&& c) {
  return py::dict("factor"_a = c.factor, "has_levels"_a = c.has_levels,
                  "coordinates"_a = to_array(std::move(c.coordinates)), "numbers"_a = to_array(std::move(c.numbers)),
                  "levels"_a = c.levels, "shift"_a = to_array(std::move(c.shift)),
                  "ranks"_a = to_array(std::move(c.ranks)), "scores"_a = to_array(std::move(c.scores)),
                  "failures"_a = written(c.failures));
}

py::dict one_at_a_time(const qx::spec& recipe, const qx::table& data, const rb::design& d, std::size_t levels,
                       double low, double high, std::size_t draws, const std::string& node, const std::string& unit,
                       const std::string& of, std::size_t threads) {
  const rb::one_at_a_time_options how{levels, low, high, draws, node, stoppable_of(threads)};
  rb::one_at_a_time_result found;
  {
    const py::gil_scoped_release unlocked;
    found = rb::one_at_a_time(recipe, data, d, how);
  }
  rb::tornado bars = rb::tornado_of(found, unit, output_of(of));
  py::list curves;
  for (rb::factor_curve& curve : found.factors) curves.append(written(std::move(curve)));
  return py::dict("node"_a = found.node, "units"_a = found.units.codes(), "curves"_a = curves, "output"_a = bars.output,
                  "nominal"_a = bars.nominal, "factors"_a = bars.factors.codes(),
                  "at_low"_a = to_array(std::move(bars.at_low)), "at_high"_a = to_array(std::move(bars.at_high)),
                  "lowest"_a = to_array(std::move(bars.lowest)), "highest"_a = to_array(std::move(bars.highest)));
}

py::dict written(rb::without_node&& w) {
  py::list failed;
  for (const qx::issue& i : w.failed) failed.append(i.what.empty() ? "" : i.where + ": " + i.what);
  return py::dict("shift"_a = to_array(std::move(w.shift)), "largest"_a = to_array(std::move(w.largest)),
                  "unit"_a = w.unit, "ranks"_a = to_array(std::move(w.ranks)),
                  "scores"_a = to_array(std::move(w.scores)), "failed"_a = failed);
}

py::dict leave_one_out(const qx::spec& recipe, const qx::table& data, const std::vector<std::string>& nodes,
                       std::size_t threads) {
  rb::leave_one_out_result found;
  {
    const py::gil_scoped_release unlocked;
    found = rb::leave_one_out(recipe, data, nodes, {stoppable_of(threads)});
  }
  py::list importance;
  for (const rb::importance_row& row : rb::importance_by_removal(found))
    importance.append(py::make_tuple(row.node, row.weight, row.importance, row.ratio));
  return py::dict("nodes"_a = found.nodes.codes(), "units"_a = found.units.codes(),
                  "weight"_a = to_array(std::move(found.weight)), "removed"_a = written(std::move(found.removed)),
                  "zero_weight"_a = written(std::move(found.zero_weight)), "importance"_a = importance);
}

py::dict given_data(const qx::spec& recipe, const qx::table& data, const rb::outcomes& all, const std::string& node,
                    const std::string& unit, const std::string& of, std::size_t slices, std::size_t resamples,
                    double level, std::uint64_t seed, std::size_t threads) {
  rb::pawn_options how;
  how.slices = slices;
  how.intervals = intervals_of(resamples, level, seed, threads);
  rb::given_data_result found;
  {
    const py::gil_scoped_release unlocked;
    found = rb::given_data_sensitivity(rb::given_data(recipe, data, all, node, unit, output_of(of)), how);
  }
  rb::regression_indices& fit = found.regression;
  return py::dict("factors"_a = found.sample.factors.codes(), "of"_a = found.sample.of,
                  "output"_a = found.sample.output, "rows"_a = found.pawn.rows, "dropped"_a = found.pawn.dropped,
                  "pawn"_a = written(std::move(found.pawn.index)), "dummy"_a = found.pawn.dummy,
                  "standardised"_a = written(std::move(fit.standardised)),
                  "partial"_a = written(std::move(fit.partial)),
                  "ranks_standardised"_a = written(std::move(fit.ranks_standardised)),
                  "ranks_partial"_a = written(std::move(fit.ranks_partial)), "r_squared"_a = fit.r_squared,
                  "ranks_r_squared"_a = fit.ranks_r_squared, "notes"_a = to_python(found.pawn.notes));
}

}  // namespace

void bind_sensitivity(py::module_& m) {
  m.def(
      "robustness_sensitivity",
      [](const qx::spec& recipe, const qx::table& data, const rb::design& d, std::size_t base_rows, std::string node,
         std::vector<std::string> units, bool all_units,
         std::vector<std::pair<std::string, std::vector<std::string>>> groups, std::string first, std::string total,
         bool second, std::size_t resamples, double level, std::uint64_t seed, std::size_t threads,
         const py::object& callback) {
        const sensitivity_request asked{base_rows,
                                        std::move(node),
                                        std::move(units),
                                        all_units,
                                        std::move(groups),
                                        std::move(first),
                                        std::move(total),
                                        second,
                                        resamples,
                                        level,
                                        seed};
        return sensitivity(recipe, data, d, asked, threads, callback);
      },
      "spec"_a, "table"_a, "design"_a, "base_rows"_a, "node"_a, "units"_a, "all_units"_a, "groups"_a, "first"_a,
      "total"_a, "second"_a, "resamples"_a, "level"_a, "seed"_a, "threads"_a = 1, "callback"_a = py::none());
  m.def("robustness_screening", &screening, "spec"_a, "table"_a, "design"_a, "trajectories"_a, "levels"_a, "node"_a,
        "resamples"_a, "level"_a, "seed"_a, "threads"_a = 1);
  m.def("robustness_shapley", &shapley, "spec"_a, "table"_a, "design"_a, "base_rows"_a, "node"_a, "unit"_a, "of"_a,
        "resamples"_a, "level"_a, "seed"_a, "threads"_a = 1);
  m.def("robustness_one_at_a_time", &one_at_a_time, "spec"_a, "table"_a, "design"_a, "levels"_a, "low"_a, "high"_a,
        "draws"_a, "node"_a, "unit"_a, "of"_a, "threads"_a = 1);
  m.def("robustness_leave_one_out", &leave_one_out, "spec"_a, "table"_a, "nodes"_a, "threads"_a = 1);
  m.def("robustness_given_data", &given_data, "spec"_a, "table"_a, "outcomes"_a, "node"_a, "unit"_a, "of"_a, "slices"_a,
        "resamples"_a, "level"_a, "seed"_a, "threads"_a = 1);
}

}  // namespace quindex_python
