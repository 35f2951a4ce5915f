/// How far weights may move, and grids of specs.
#include "quindex/robustness/scenarios.hpp"
#include "quindex/robustness/stability.hpp"
#include "robustness.hpp"

namespace quindex_python {
namespace {

using namespace py::literals;

py::dict weight_stability(const qx::result& r, const std::string& node, std::size_t top, std::size_t reversals,
                          std::size_t steps, double resolution, std::size_t threads) {
  rb::stability found;
  {
    const py::gil_scoped_release unlocked;
    found = rb::weight_stability(r, node, {top, reversals, steps, resolution, stoppable_of(threads)});
  }
  py::list weights;
  for (const rb::stable_weight& w : found.weights)
    weights.append(py::make_tuple(w.node, w.group, w.weight, w.leader.low, w.leader.high, w.top.low, w.top.high,
                                  w.order.low, w.order.high, w.leader_change, w.top_change, w.order_change,
                                  w.is_exact));
  py::list nearest;
  for (const rb::rank_reversal& one : found.reversals)
    nearest.append(py::make_tuple(one.node, one.first, one.second, one.weight, one.change, one.relative_change));
  return py::dict("node"_a = found.node, "weights"_a = weights, "reversals"_a = nearest,
                  "reversal_count"_a = found.reversal_count, "leader"_a = found.leader, "top_set"_a = found.top_set,
                  "whole_order"_a = found.whole_order, "is_exact"_a = found.is_exact);
}

py::list pair_weights(const qx::result& r, const std::string& first, const std::string& second,
                      const std::string& node) {
  py::list out;
  for (const rb::pair_stability& w : rb::pair_weights(r, first, second, node))
    out.append(py::make_tuple(w.node, w.group, w.weight, w.order.low, w.order.high, w.change, w.is_exact));
  return out;
}

qx::matrix weight_sweep(const qx::result& r, const std::string& moved, const std::vector<double>& weights,
                        const std::string& node) {
  const py::gil_scoped_release unlocked;
  return rb::weight_sweep(r, moved, weights, node);
}

using option_parts = std::pair<std::string, std::vector<std::pair<std::string, py::object>>>;
using choice_parts = std::pair<std::string, std::vector<option_parts>>;

rb::scenario_grid grid_of(const std::vector<choice_parts>& choices, bool one_at_a_time, std::size_t most) {
  rb::scenario_grid grid;
  grid.one_at_a_time = one_at_a_time;
  grid.most = most;
  for (const auto& [name, options] : choices) {
    rb::scenario_choice choice{name, {}};
    for (const auto& [option, edits] : options) {
      rb::scenario_option one{option, {}};
      for (const auto& [address, what] : edits) one.edits.push_back({address, to_value(what, qx::path(address))});
      choice.options.push_back(std::move(one));
    }
    grid.choices.push_back(std::move(choice));
  }
  return grid;
}

py::dict effects(const rb::scenario_table& found) {
  rb::choice_effects did = rb::effects_of(found);
  return py::dict("choices"_a = did.choices.codes(), "mean_shift"_a = to_array(std::move(did.mean_shift)),
                  "of_shift"_a = to_array(std::move(did.of_shift)), "of_rank"_a = to_array(std::move(did.of_rank)),
                  "interactions_of_shift"_a = did.interactions_of_shift,
                  "interactions_of_rank"_a = to_array(std::move(did.interactions_of_rank)),
                  "is_balanced"_a = did.is_balanced);
}

py::dict ranges(const rb::scenario_table& found) {
  rb::scenario_ranges where = rb::ranges_of(found);
  return py::dict("nominal"_a = to_array(std::move(where.nominal)), "best"_a = to_array(std::move(where.best)),
                  "worst"_a = to_array(std::move(where.worst)), "mean"_a = to_array(std::move(where.mean)),
                  "best_in"_a = where.best_in, "worst_in"_a = where.worst_in, "present"_a = where.present);
}

py::dict scenarios(const qx::spec& recipe, const qx::table& data, const std::vector<choice_parts>& choices,
                   bool one_at_a_time, std::size_t most, const std::string& node, std::size_t threads) {
  const rb::scenario_grid grid = grid_of(choices, one_at_a_time, most);
  rb::scenario_table found;
  {
    const py::gil_scoped_release unlocked;
    found = rb::scenarios(recipe, data, grid, node, {stoppable_of(threads)});
  }
  py::list all;
  for (const rb::scenario& one : found.scenarios)
    all.append(py::make_tuple(one.name, one.options, one.has_failed, one.message));
  py::dict out("node"_a = found.node, "choices"_a = found.choices.codes(), "options"_a = found.options,
               "scenarios"_a = all, "ranges"_a = ranges(found), "effects"_a = effects(found),
               "is_full"_a = found.is_full);
  out["scores"] = to_array(std::move(found.scores));
  out["ranks"] = to_array(std::move(found.ranks));
  out["shift"] = to_array(std::move(found.shift));
  return out;
}

qx::spec scenario_spec(const qx::spec& recipe, const qx::table& data, const std::vector<choice_parts>& choices,
                       bool one_at_a_time, std::size_t most, std::size_t number) {
  return rb::scenario_spec(recipe, data, grid_of(choices, one_at_a_time, most), number);
}

}  // namespace

void bind_stability(py::module_& m) {
  m.def("weight_stability", &weight_stability, "result"_a, "node"_a, "top"_a, "reversals"_a, "steps"_a, "resolution"_a,
        "threads"_a = 1);
  m.def("pair_weights", &pair_weights, "result"_a, "first"_a, "second"_a, "node"_a);
  m.def(
      "weight_sweep",
      [](const qx::result& r, const std::string& moved, const std::vector<double>& weights, const std::string& node) {
        return to_array(weight_sweep(r, moved, weights, node));
      },
      "result"_a, "moved"_a, "weights"_a, "node"_a);
  m.def("scenarios", &scenarios, "spec"_a, "table"_a, "choices"_a, "one_at_a_time"_a, "most"_a, "node"_a,
        "threads"_a = 1);
  m.def("scenario_spec", &scenario_spec, "spec"_a, "table"_a, "choices"_a, "one_at_a_time"_a, "most"_a, "number"_a);
}

}  // namespace quindex_python
