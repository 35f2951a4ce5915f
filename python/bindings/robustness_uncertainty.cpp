/// Questions to outcomes: how sure ranks and scores are.
#include <array>

#include "quindex/robustness/acceptability.hpp"
#include "quindex/robustness/consensus.hpp"
#include "quindex/robustness/uncertainty.hpp"
#include "robustness.hpp"

namespace quindex_python {
namespace {

using namespace py::literals;

bool is_rank(const std::string& of) {
  if (of == "rank" || of == "score") return of == "rank";
  throw qx::spec_error({"of", "there is no " + of, "write \"rank\" or \"score\""});
}

/// Nominal value, mean, sd, extremes, median and interval of each unit.
py::dict spread(const rb::outcomes& all, const std::string& node, const std::string& of, double level) {
  rb::unit_summary s = is_rank(of) ? rb::rank_summary(all, node, level) : rb::score_summary(all, node, level);
  return py::dict("nominal"_a = to_array(std::move(s.nominal)), "mean"_a = to_array(std::move(s.mean)),
                  "sd"_a = to_array(std::move(s.sd)), "lowest"_a = to_array(std::move(s.minimum)),
                  "low"_a = to_array(std::move(s.low)), "median"_a = to_array(std::move(s.median)),
                  "high"_a = to_array(std::move(s.high)), "highest"_a = to_array(std::move(s.maximum)),
                  "present"_a = to_array(std::move(s.present)));
}

py::dict simultaneous(const rb::outcomes& all, const std::string& node, const std::string& of, double level) {
  rb::simultaneous_intervals s;
  {
    const py::gil_scoped_release unlocked;
    s = is_rank(of) ? rb::simultaneous_ranks(all, node, level) : rb::simultaneous_scores(all, node, level);
  }
  return py::dict("low"_a = to_array(std::move(s.low)), "high"_a = to_array(std::move(s.high)),
                  "attained"_a = s.attained, "depth"_a = s.depth);
}

py::array quantiles(const rb::outcomes& all, const std::string& node, const std::string& of,
                    const std::vector<double>& probabilities) {
  return to_array(is_rank(of) ? rb::rank_quantiles(all, probabilities, node)
                              : rb::score_quantiles(all, probabilities, node));
}

py::tuple acceptability(const rb::outcomes& all, const std::string& node) {
  rb::acceptability_table found = rb::acceptability(all, node);
  return py::make_tuple(to_array(std::move(found.ranks)), to_array(std::move(found.shares)));
}

py::list at_risk(const rb::outcomes& all, const std::string& node, std::size_t k, double level) {
  py::list out;
  for (const rb::unit_at_risk& one : rb::units_at_risk(all, k, level, node))
    out.append(py::make_tuple(one.unit, one.nominal_rank, one.is_in, one.probability));
  return out;
}

py::tuple bands(const rb::outcomes& all, const std::string& node, const std::vector<double>& limits) {
  rb::band_table found = limits.empty() ? rb::bands(all, node) : rb::bands(all, limits, node);
  return py::make_tuple(found.limits, to_array(std::move(found.shares)));
}

py::dict pairs(const rb::outcomes& all, const std::string& node) {
  rb::pair_table found;
  {
    const py::gil_scoped_release unlocked;
    found = rb::pairs(all, node, stoppable_of(1));
  }
  return py::dict("ahead"_a = to_array(std::move(found.beats)), "tied"_a = to_array(std::move(found.tied)),
                  "together"_a = to_array(std::move(found.together)));
}

py::dict written(rb::robust_order&& order) {
  return py::dict("ranks"_a = to_array(std::move(order.ranks)), "value"_a = to_array(std::move(order.value)),
                  "kendall"_a = order.kendall, "disagreement"_a = order.disagreement, "is_proved"_a = order.is_proved);
}

py::dict consensus(const rb::outcomes& all, const std::string& node) {
  rb::consensus_table found;
  {
    const py::gil_scoped_release unlocked;
    found = rb::consensus(all, node, stoppable_of(1));
  }
  return py::dict("nominal"_a = to_array(std::move(found.nominal_ranks)), "disagreement"_a = found.disagreement,
                  "expected_rank"_a = written(std::move(found.expected)), "borda"_a = written(std::move(found.borda)),
                  "kemeny"_a = written(std::move(found.kemeny)), "kemeny_orders"_a = found.kemeny_orders);
}

py::dict central_weights(const rb::outcomes& all, const std::string& node) {
  rb::central_weights_table found = rb::central_weights(all, node);
  return py::dict("nodes"_a = found.nodes.codes(), "first"_a = to_array(std::move(found.first_share)),
                  "weights"_a = to_array(std::move(found.weights)));
}

py::dict confidence(const rb::outcomes& all, const qx::spec& recipe, const qx::table& data, const std::string& node,
                    std::size_t threads) {
  rb::run_options how;
  how.executor = executor_of(threads);
  watcher watch{py::none()};
  how.on_progress = [&watch](rb::progress p) { return watch(p.done, p.of); };
  rb::confidence_table found;
  {
    const py::gil_scoped_release unlocked;
    found = rb::confidence_factors(recipe, data, all, node, how);
  }
  if (*watch.reason() != '\0') {
    PyErr_SetNone(PyExc_KeyboardInterrupt);
    throw py::error_already_set();
  }
  return py::dict("factor"_a = to_array(std::move(found.factor)), "replicates"_a = found.replicates);
}

py::dict shift(const rb::outcomes& all, const std::string& node, double level) {
  const rb::shift_summary s = rb::rank_shift(all, node, level);
  return py::dict("node"_a = s.node, "replicates"_a = s.replicates, "failures"_a = all.failures().size(),
                  "mean_shift"_a = s.mean, "sd"_a = s.sd, "low"_a = s.low, "median"_a = s.median, "high"_a = s.high,
                  "same_order"_a = s.same_order, "same_leader"_a = s.same_leader);
}

}  // namespace

void bind_uncertainty(py::module_& /*unused*/, py::class_<rb::outcomes>& outcomes) {
  outcomes.def("spread", &spread, "node"_a, "of"_a, "level"_a)
      .def("simultaneous", &simultaneous, "node"_a, "of"_a, "level"_a)
      .def("quantiles", &quantiles, "node"_a, "of"_a, "probabilities"_a)
      .def("acceptability", &acceptability, "node"_a)
      .def(
          "top",
          [](const rb::outcomes& all, const std::string& node, std::size_t k) {
            return to_array(rb::top_shares(all, k, node));
          },
          "node"_a, "k"_a)
      .def("at_risk", &at_risk, "node"_a, "k"_a, "level"_a)
      .def("bands", &bands, "node"_a, "limits"_a = std::vector<double>{})
      .def("pairs", &pairs, "node"_a)
      .def("consensus", &consensus, "node"_a)
      .def("central_weights", &central_weights, "node"_a)
      .def("confidence", &confidence, "spec"_a, "table"_a, "node"_a, "threads"_a = 1)
      .def(
          "holistic",
          [](const rb::outcomes& all, const std::string& node, const std::string& weights) {
            constexpr std::array<std::string_view, 3> names{"centroid", "linear", "inverse"};
            for (std::size_t i = 0; i < names.size(); ++i)
              if (names[i] == weights)
                return to_array(rb::holistic_acceptability(all, static_cast<rb::meta_weights>(i), node));
            throw qx::spec_error(
                {"weights", "there is no " + weights, "write \"centroid\", \"linear\" or \"inverse\""});
          },
          "node"_a, "weights"_a)
      .def("shift", &shift, "node"_a, "level"_a);
}

}  // namespace quindex_python
