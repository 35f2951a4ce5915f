/// Robustness: designs as plain data, runs without the interpreter lock, and what they were counted into.
#include "robustness.hpp"

#include <chrono>
#include <thread>

#include "quindex/base/text.hpp"

namespace quindex_python {

using namespace py::literals;

rb::design design_of(const py::object& data, const py::dict& functions) {
  const qx::describe::extensions extensions = to_extensions(functions);
  return rb::read_design(to_value(data, qx::path("design")), extensions);
}

qx::numeric::executor executor_of(std::size_t threads) {
  return threads == 1 ? qx::numeric::executor::serial() : qx::numeric::executor::threads(threads);
}

qx::numeric::executor stoppable_of(std::size_t threads) {
  using clock = std::chrono::steady_clock;
  const auto caller = std::this_thread::get_id();
  const auto looked = std::make_shared<clock::time_point>(clock::now());  // of the calling thread alone
  const qx::numeric::executor inner = executor_of(threads);
  return qx::numeric::executor([=](std::size_t n, const std::function<void(std::size_t)>& round) {
    inner.run(n, [&](std::size_t i) {
      round(i);
      if (std::this_thread::get_id() != caller || clock::now() - *looked < std::chrono::milliseconds(20)) return;
      *looked = clock::now();
      const py::gil_scoped_acquire lock;
      if (PyErr_CheckSignals() != 0) throw py::error_already_set();
    });
  });
}

bool watcher::operator()(std::size_t done, std::size_t of) {
  return goes_on([&] {
    if (callback_.is_none()) return;
    const py::object answer = callback_(done, of);
    if (answer.is(py::bool_(false))) reason_ = "stopped";
  });
}

bool watcher::is_interrupted() {
  return !goes_on([] {});
}

template <class Ask>
bool watcher::goes_on(Ask&& ask) {
  const py::gil_scoped_acquire lock;
  try {
    if (PyErr_CheckSignals() != 0) throw py::error_already_set();
    ask();
  } catch (py::error_already_set& e) {
    if (!e.matches(PyExc_KeyboardInterrupt)) throw;
    reason_ = "interrupted";
  }
  return *reason_ == '\0';
}

namespace {

/// The outcomes, and why they are not complete: "", "interrupted", "stopped".
py::tuple run(const qx::spec& recipe, const qx::table& data, const rb::design& d, std::size_t threads,
              std::size_t first, std::optional<std::size_t> last, std::size_t batch, const py::object& callback,
              bool fast) {
  watcher watch(callback);
  rb::run_options how;
  how.executor = executor_of(threads);
  how.batch = batch;
  how.first = first;
  if (last) how.last = *last;
  how.fast = fast;
  how.on_progress = [&watch](rb::progress p) { return watch(p.done, p.of); };
  how.is_stopped = [&watch] { return watch.is_interrupted(); };
  std::optional<rb::outcomes> out;
  {
    const py::gil_scoped_release unlocked;
    out.emplace(rb::run(recipe, data, d, how));
  }
  return py::make_tuple(py::cast(std::move(*out)), watch.reason());
}

py::dict points(const qx::spec& recipe, const qx::table& data, const rb::design& d, std::size_t first,
                std::size_t last) {
  rb::design_points found;
  {
    const py::gil_scoped_release unlocked;
    found = rb::points(recipe, data, d, first, last);
  }
  return py::dict("replicates"_a = found.replicates, "factors"_a = found.factors,
                  "numbers"_a = to_array(std::move(found.numbers)), "levels"_a = found.levels,
                  "coordinates"_a = to_array(std::move(found.coordinates)),
                  "first_coordinate"_a = found.first_coordinate);
}

/// What the watched node's scores and ranks are without any change, and in how many replicates a unit has them.
py::dict nominal(const rb::outcomes& all, const std::string& node) {
  const rb::node_counts& own = all.at(node);
  std::vector<double> present;
  for (const rb::unit_counts& unit : own.units) present.push_back(unit.present);
  return py::dict("node"_a = own.node, "scores"_a = to_array(std::vector<double>(own.nominal_scores)),
                  "ranks"_a = to_array(std::vector<double>(own.nominal_ranks)),
                  "present"_a = to_array(std::move(present)));
}

void refuse_unkept(const rb::outcomes& all) {
  if (!all.is_kept())
    throw qx::spec_error({"keep", "the scores of the replicates were not kept", "run the design with keep=True"});
}

/// Replicates × units: the kept scores of a node, looked at.
py::array kept_scores(const py::object& self, const std::string& node) {
  const auto& all = self.cast<const rb::outcomes&>();
  const std::vector<double>& kept = all.at(node).kept;
  refuse_unkept(all);
  const auto units = static_cast<py::ssize_t>(all.units().size());
  const py::ssize_t rows = static_cast<py::ssize_t>(kept.size()) / std::max<py::ssize_t>(units, 1);
  const auto wide = static_cast<py::ssize_t>(sizeof(double));
  py::array out(py::dtype::of<double>(), {rows, units}, {wide * units, wide}, kept.data(), self);
  out.attr("setflags")("write"_a = false);
  return out;
}

/// The average rank shift of each replicate done.
py::array shifts(const rb::outcomes& all, const std::string& node) {
  refuse_unkept(all);
  return to_array(std::vector<double>(all.at(node).shifts));
}

std::vector<std::pair<std::size_t, std::size_t>> ranges(const rb::outcomes& all) {
  std::vector<std::pair<std::size_t, std::size_t>> out;
  for (const rb::replicate_range& range : all.ranges()) out.emplace_back(range.first, range.last);
  return out;
}

std::vector<std::size_t> replicates(const rb::outcomes& all) {
  std::vector<std::size_t> out;
  for (const rb::replicate_range& range : all.ranges())
    for (std::size_t r = range.first; r < range.last; ++r) out.push_back(r);
  return out;
}

py::list failures(const rb::outcomes& all) {
  py::list out;
  for (const rb::failure& f : all.failures()) out.append(py::make_tuple(f.replicate, f.message, to_python(f.spec)));
  return out;
}

std::vector<std::string> watched(const rb::outcomes& all) {
  std::vector<std::string> out;
  for (const rb::node_counts& node : all.watched()) out.push_back(node.node);
  return out;
}

py::tuple replicate(const qx::spec& recipe, const qx::table& data, const rb::design& d, std::size_t number) {
  rb::replicate found = rb::replicate_of(recipe, data, d, number);
  return py::make_tuple(std::move(found.recipe), std::move(found.data));
}

/// What `Table` is made from, to be pickled.
py::tuple table_parts(const qx::table& t) {
  qx::matrix values = t.values();
  const auto groups = t.groups();
  const auto sizes = t.sizes();
  py::object errors = py::none();
  if (t.standard_errors().size() != 0) errors = to_array(qx::matrix(t.standard_errors()));
  return py::make_tuple(t.units().codes(), t.indicators().codes(), to_array(std::move(values)), groups, sizes, errors,
                        t.period());
}

void bind_outcomes(py::class_<rb::outcomes>& type) {
  type.def_property_readonly("design", [](const rb::outcomes& o) { return o.design(); })
      .def_property_readonly("units", [](const rb::outcomes& o) { return o.units().codes(); })
      .def_property_readonly("nodes", [](const rb::outcomes& o) { return o.nodes().codes(); })
      .def_property_readonly("watched", &watched)
      .def_property_readonly("done", &rb::outcomes::done)
      .def_property_readonly("draws", [](const rb::outcomes& o) { return o.design().draws; })
      .def_property_readonly("is_complete", &rb::outcomes::is_complete)
      .def_property_readonly("is_kept", &rb::outcomes::is_kept)
      .def_property_readonly("digest", [](const rb::outcomes& o) { return o.digest(); })
      .def("nominal", &nominal, "node"_a)
      .def("kept", &kept_scores, "node"_a)
      .def("shifts", &shifts, "node"_a)
      .def("replicates", &replicates)
      .def_property_readonly("ranges", &ranges)
      .def("failures", &failures)
      .def(
          "merged", [](const rb::outcomes& a, const rb::outcomes& b) { return a + b; }, "other"_a)
      .def(
          "__eq__", [](const rb::outcomes& a, const rb::outcomes& b) { return a == b; }, py::is_operator())
      .def("to_bytes", [](const rb::outcomes& o) { return py::bytes(o.to_bytes()); })
      .def_static(
          "from_bytes",
          [](const py::bytes& bytes, const py::dict& functions) {
            return rb::outcomes::from_bytes(std::string_view(bytes), to_extensions(functions));
          },
          "data"_a, "functions"_a = py::dict());
}

}  // namespace

void bind_robustness(py::module_& m) {
  py::class_<rb::design>(m, "Design", "What is varied, how often, and by which random numbers.")
      .def(py::init(&design_of), "data"_a, "functions"_a = py::dict())
      .def("to_data", [](const rb::design& d) { return to_python(rb::write_design(d)); })
      .def(
          "__eq__", [](const rb::design& a, const rb::design& b) { return a == b; }, py::is_operator());
  py::class_<rb::outcomes> type(m, "Outcomes", "What the replicates of a design were counted into.");
  bind_outcomes(type);
  m.def("robustness_run", &run, "spec"_a, "table"_a, "design"_a, "threads"_a = 1, "first"_a = 0, "last"_a = py::none(),
        "batch"_a = 0, "callback"_a = py::none(), "fast"_a = true);
  m.def(
      "robustness_validate",
      [](const qx::spec& s, const qx::table& t, const rb::design& d) {
        std::vector<qx::issue> found;
        {
          const py::gil_scoped_release unlocked;
          found = rb::validate(s, t, d);
        }
        return to_python(found);
      },
      "spec"_a, "table"_a, "design"_a, "All that keeps a design from being run.");
  m.def("robustness_points", &points, "spec"_a, "table"_a, "design"_a, "first"_a, "last"_a);
  m.def("robustness_replicate", &replicate, "spec"_a, "table"_a, "design"_a, "number"_a);
  m.def("table_parts", &table_parts, "table"_a);
  m.def("design_schema", [] { return to_python(rb::design_json_schema()); });
  bind_uncertainty(m, type);
  bind_sensitivity(m);
  bind_stability(m);
}

}  // namespace quindex_python
