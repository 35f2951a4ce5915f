/// Tables that look at arrays, fitting and computing without the interpreter lock, and results as views.
#include <chrono>
#include <thread>

#include "bindings.hpp"
#include "quindex/compute/compute.hpp"
#include "quindex/compute/explain.hpp"
#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/order.hpp"

namespace quindex_python {
namespace {

using namespace py::literals;
using fortran_array = py::array_t<double, py::array::f_style | py::array::forcecast>;

constexpr double long_work = 4e6;  // cells; below, a computation ends before anyone could interrupt it

/// An executor whose rounds on the calling thread look for Ctrl-C now and then.
qx::numeric::executor interruptible(const qx::numeric::executor& inner) {
  const auto caller = std::this_thread::get_id();
  return qx::numeric::executor([inner, caller](std::size_t n, const std::function<void(std::size_t)>& round) {
    using clock = std::chrono::steady_clock;
    auto looked = clock::now();
    inner.run(n, [&](std::size_t i) {
      round(i);
      if (std::this_thread::get_id() != caller || clock::now() - looked < std::chrono::milliseconds(50)) return;
      looked = clock::now();
      const py::gil_scoped_acquire lock;
      if (PyErr_CheckSignals() != 0) throw py::error_already_set();
    });
  });
}

qx::run_options options(std::size_t threads, const qx::table& data) {
  const auto plain = threads == 1 ? qx::numeric::executor::serial() : qx::numeric::executor::threads(threads);
  const double cells = static_cast<double>(data.units().size()) * static_cast<double>(data.indicators().size());
  return {cells < long_work ? plain : interruptible(plain)};
}

qx::matrix copied(const py::object& values) {
  const fortran_array a = fortran_array::ensure(values);
  if (!a || a.ndim() != 2)
    throw qx::data_error({"table", "the values are no array of two dimensions", "give units × indicators"});
  return Eigen::Map<const qx::matrix>(a.data(), a.shape(0), a.shape(1));
}

/// Looks at arrays of doubles in Fortran order; anything else is copied once.
qx::table make_table(const qx::labels& units, const qx::labels& indicators, const py::array& values,
                     std::vector<std::string> groups, std::vector<double> sizes, const py::object& errors,
                     std::string period) {
  qx::table_options more{std::move(groups), std::move(sizes), {}, std::move(period)};
  if (!errors.is_none()) more.standard_errors = copied(errors);
  const fortran_array seen = fortran_array::ensure(values);
  if (!seen || seen.ndim() != 2)
    throw qx::data_error({"table", "the values are no array of two dimensions", "give units × indicators"});
  const qx::matrix_view view(seen.data(), seen.shape(0), seen.shape(1));
  const auto owner = kept(seen);
  const py::gil_scoped_release unlocked;
  return {units, indicators, view, owner, std::move(more)};
}

qx::fitted fit(const qx::spec& recipe, const qx::table& data, std::size_t threads) {
  const py::gil_scoped_release unlocked;
  return qx::fit(recipe, data, options(threads, data));
}

qx::fitted fit_panel(const qx::spec& recipe, const std::vector<qx::table>& tables,
                     const std::optional<std::string>& base, std::size_t threads) {
  const py::gil_scoped_release unlocked;
  const qx::panel data(tables);
  return qx::fit(recipe, data, base, options(threads, tables.front()));
}

qx::result compute(const qx::spec& recipe, const qx::table& data, std::size_t threads) {
  const py::gil_scoped_release unlocked;
  return qx::compute(recipe, data, options(threads, data));
}

qx::result apply(const qx::fitted& index, const qx::table& data, std::size_t threads) {
  const py::gil_scoped_release unlocked;
  return index(data, options(threads, data));
}

std::vector<qx::result> apply_panel(const qx::fitted& index, const std::vector<qx::table>& tables,
                                    std::size_t threads) {
  const py::gil_scoped_release unlocked;
  return index(qx::panel(tables), options(threads, tables.front()));
}

/// {group: {child: weight}}, groups from the inside out.
py::dict weights(const qx::fitted& index) {
  py::dict out;
  const qx::framework& tree = index.framework();
  for (const std::size_t g : tree.groups_inside_out()) {
    py::dict own;
    for (std::size_t c = 0; c < tree.at(g).children.size(); ++c)
      own[py::str(tree.about(tree.at(g).children[c]).code)] = index.state().groups[g].weights[c];
    out[py::str(tree.about(g).code)] = own;
  }
  return out;
}

py::list lineage(const qx::result& r) {
  py::list out;
  for (const qx::lineage_entry& e : r.lineage())
    out.append(py::make_tuple(e.node, e.step, e.method, to_python(e.parameters), e.present, e.changed));
  return out;
}

py::list changes(const qx::result& r) {
  std::vector<qx::cell_change> all;
  {
    const py::gil_scoped_release unlocked;
    all = r.changes();
  }
  py::list out;
  for (const qx::cell_change& c : all)
    out.append(py::make_tuple(c.step, c.method, c.indicator, c.unit, c.before, c.after));
  return out;
}

py::list notes(const qx::result& r) { return to_python(r.notes()); }

/// One entry per node: values present, their range, middle and spread.
py::list summary(const qx::result& r) {
  py::list out;
  for (std::size_t j = 0; j < r.nodes().size(); ++j) {
    const qx::column_view x = qx::column_of(r.scores(), static_cast<Eigen::Index>(j));
    const qx::numeric::moments m(x);
    out.append(py::make_tuple(r.nodes()[j], m.n, x.size() - m.n, m.minimum, qx::numeric::median(x), m.mean, m.maximum,
                              m.sd()));
  }
  return out;
}

py::list explained(const qx::result& r, const std::string& unit) {
  py::list out;
  for (const qx::explained_node& e : qx::explain(r, unit))
    out.append(py::dict("node"_a = e.node, "depth"_a = e.depth, "is_group"_a = e.is_group, "raw"_a = e.raw,
                        "prepared"_a = e.prepared, "how"_a = e.how, "score"_a = e.score, "weight"_a = e.weight,
                        "contribution"_a = e.contribution, "rank"_a = e.rank));
  return out;
}

py::dict growth(const qx::result& earlier, const qx::result& later) {
  qx::growth g = qx::growth_between(earlier, later);
  return py::dict("units"_a = g.units.codes(), "nodes"_a = g.nodes.codes(),
                  "difference"_a = to_array(std::move(g.difference)), "ratio"_a = to_array(std::move(g.ratio)),
                  "rank_change"_a = to_array(std::move(g.rank_change)));
}

py::array scores(const py::object& self) {
  const qx::matrix& m = self.cast<const qx::result&>().scores();
  return array_view(m.data(), m.rows(), m.cols(), self);
}

py::array published(const py::object& self) {
  const qx::matrix& m = self.cast<const qx::result&>().published();
  return array_view(m.data(), m.rows(), m.cols(), self);
}

py::array table_values(const py::object& self) {
  const auto m = self.cast<const qx::table&>().values();
  return array_view(m.data(), m.rows(), m.cols(), self);
}

qx::matrix ranks(const qx::result& r) {
  const py::gil_scoped_release unlocked;
  return r.ranks();
}

qx::matrix contributions(const qx::result& r, const std::string& group) {
  const py::gil_scoped_release unlocked;
  return r.contributions(group);
}

}  // namespace

void bind_result(py::module_& m) {
  py::class_<qx::labels>(m, "Labels", "Ordered codes; copies share their storage.")
      .def(py::init<std::vector<std::string>>(), "codes"_a)
      .def("__len__", &qx::labels::size);
  py::class_<qx::table>(m, "Table", "Units × indicators.")
      .def(py::init(&make_table), "units"_a, "indicators"_a, "values"_a, "groups"_a = std::vector<std::string>{},
           "sizes"_a = std::vector<double>{}, "errors"_a = py::none(), "period"_a = "")
      .def_property_readonly("units", [](const qx::table& t) { return t.units().codes(); })
      .def_property_readonly("indicators", [](const qx::table& t) { return t.indicators().codes(); })
      .def_property_readonly("period", &qx::table::period)
      .def_property_readonly("values", &table_values)
      .def("digest", &qx::digest_of);
  py::class_<qx::fitted>(m, "Fitted", "A spec whose parameters have been estimated.")
      .def("__call__", &apply, "table"_a, "threads"_a = 1)
      .def("panel", &apply_panel, "tables"_a, "threads"_a = 1)
      .def("freeze", [](const qx::fitted& f) { return qx::freeze(f); })
      .def("weights", &weights)
      .def("effective_weights", &qx::fitted::effective_weights)
      .def(
          "__eq__", [](const qx::fitted& a, const qx::fitted& b) { return a == b; }, py::is_operator());
  py::class_<qx::result>(m, "Result", "The scores of a table.")
      .def_property_readonly("scores", &scores)
      .def_property_readonly("published", &published)
      .def_property_readonly("units", [](const qx::result& r) { return r.units().codes(); })
      .def_property_readonly("rows", &qx::result::rows)
      .def_property_readonly("fitted", &qx::result::index)
      .def("ranks", [](const qx::result& r) { return to_array(ranks(r)); })
      .def("prepared", [](const qx::result& r) { return to_array(r.prepared()); })
      .def(
          "contributions",
          [](const qx::result& r, const std::string& group) { return to_array(contributions(r, group)); }, "group"_a)
      .def("lineage", &lineage)
      .def("changes", &changes)
      .def("notes", &notes)
      .def("summary", &summary)
      .def("digest", &qx::result::digest)
      .def("explain", &explained, "unit"_a)
      .def(
          "explanation",
          [](const qx::result& r, const std::string& unit) { return qx::explanation_text(qx::explain(r, unit)); },
          "unit"_a);
  m.def("fit", &fit, "spec"_a, "table"_a, "threads"_a = 1);
  m.def("fit_panel", &fit_panel, "spec"_a, "tables"_a, "base"_a = py::none(), "threads"_a = 1);
  m.def("compute", &compute, "spec"_a, "table"_a, "threads"_a = 1);
  m.def(
      "validate", [](const qx::spec& s, const qx::table& t) { return to_python(qx::validate(s, t)); }, "spec"_a,
      "table"_a, "All that is wrong with a spec and with a table for it.");
  m.def("growth", &growth, "earlier"_a, "later"_a);
}

}  // namespace quindex_python
