/// Preparation on its own: availability, suspicious indicators, imputation and how good it is.
#include "bindings.hpp"
#include "quindex/compute/compute.hpp"
#include "quindex/diagnose/imputation_quality.hpp"
#include "quindex/impute/multiple.hpp"
#include "quindex/model/panel_change.hpp"

namespace quindex_python {
namespace {

using namespace py::literals;

qx::numeric::executor executor(std::size_t threads) {
  return threads == 1 ? qx::numeric::executor::serial() : qx::numeric::executor::threads(threads);
}

qx::table prepare(const qx::spec& recipe, const qx::table& data, std::size_t threads) {
  const py::gil_scoped_release unlocked;
  return qx::prepare(recipe, data, {executor(threads)});
}

std::vector<std::size_t> select_rows(const qx::spec& recipe, const qx::table& data) {
  if (!recipe.screen) return {};
  return qx::select_units(data, recipe.framework, *recipe.screen).rows;
}

py::list flag_indicators(const qx::spec& recipe, const qx::table& data, double most_common) {
  return to_python(qx::flag_indicators(data, recipe.framework, {most_common}));
}

/// The quality of the only step of a spec.
py::list impute_quality(const qx::spec& recipe, const qx::table& data, double share, std::uint64_t seed, int repeats) {
  std::vector<qx::diagnose::imputation_quality> found;
  {
    const py::gil_scoped_release unlocked;
    found = qx::diagnose::impute_quality(recipe.prepare.at(0), data, recipe.framework, {share, seed, repeats});
  }
  py::list out;
  for (const auto& q : found)
    out.append(py::make_tuple(q.indicator, q.hidden, q.filled, q.rmse, q.mae, q.r_squared, q.willmott_d));
  return out;
}

/// The completed tables, their means and the standard errors of these.
py::tuple impute_multiple(const py::object& method, const qx::table& data, int tables, std::uint64_t seed,
                          std::size_t threads) {
  const qx::path where("method");
  const auto how = qx::impute::method::read(to_value(method, where), where);
  qx::impute::multiple_imputation found;
  {
    const py::gil_scoped_release unlocked;
    found = qx::impute::multiple(data, how, {tables, seed, executor(threads)});
  }
  py::list completed;
  for (const qx::table& t : found.completed) completed.append(to_array(qx::matrix(t.values())));
  return py::make_tuple(completed, to_array(qx::matrix(found.pooled.values())),
                        to_array(qx::matrix(found.pooled.standard_errors())));
}

/// "difference" or "ratio".
qx::change measure_of(const std::string& name) {
  if (name == "difference") return qx::change::difference;
  if (name == "ratio") return qx::change::ratio;
  throw qx::spec_error({"measure", "there is no measure '" + name + "'", "write 'difference' or 'ratio'"});
}

std::vector<qx::table> panel_changes(const std::vector<qx::table>& tables, const std::string& measure) {
  const qx::change by = measure_of(measure);
  const py::gil_scoped_release unlocked;
  return qx::changes(qx::panel(tables), by).tables();
}

std::vector<qx::table> panel_cycles(const std::vector<qx::table>& tables, double mean) {
  const py::gil_scoped_release unlocked;
  return qx::cycles(qx::panel(tables), mean).tables();
}

}  // namespace

void bind_prepare(py::module_& m) {
  m.def("prepare", &prepare, "spec"_a, "table"_a, "threads"_a = 1, "The table after selection and preparation.");
  m.def("select_rows", &select_rows, "spec"_a, "table"_a, "Where the units that take part stand; empty for all.");
  m.def(
      "data_availability",
      [](const qx::spec& s, const qx::table& t) { return to_array(qx::data_availability(t, s.framework)); }, "spec"_a,
      "table"_a, "Units × nodes: the share of the indicators below that a unit has.");
  m.def("flag_indicators", &flag_indicators, "spec"_a, "table"_a, "most_common"_a);
  m.def("impute_quality", &impute_quality, "spec"_a, "table"_a, "share"_a, "seed"_a, "repeats"_a);
  m.def("panel_changes", &panel_changes, "tables"_a, "measure"_a);
  m.def("panel_cycles", &panel_cycles, "tables"_a, "mean"_a);
  m.def("impute_multiple", &impute_multiple, "method"_a, "table"_a, "tables"_a, "seed"_a, "threads"_a = 1);
}

}  // namespace quindex_python
