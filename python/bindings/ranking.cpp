/// Ranking units on a few criteria by one method.
#include "bindings.hpp"
#include "quindex/compute/rank.hpp"

namespace quindex_python {
namespace {

using namespace py::literals;

/// A method of a family that Python has as plain data.
template <class Method>
Method method_of(const py::object& data, const char* where, const qx::describe::extensions& functions) {
  const qx::path here(where);
  return Method::read(to_value(data, here), here, qx::describe::reader{&functions});
}

py::dict rank(const qx::table& data, const py::object& method, std::vector<double> weights,
              std::vector<bool> better_when_high, const py::object& normalise, const std::string& ties,
              const py::dict& functions, std::optional<int> rank_decimals) {
  const qx::describe::extensions extensions = to_extensions(functions);
  qx::ranking_options how{std::move(weights), std::move(better_when_high)};
  if (!normalise.is_none()) how.normalise = method_of<qx::normalise::method>(normalise, "rank.normalise", extensions);
  how.ties = qx::describe::codec<qx::ties>::read(ties, qx::path("rank.ties"), {}, {&extensions});
  how.rank_decimals = rank_decimals;
  qx::ranking out = qx::rank(data, method_of<qx::aggregate::method>(method, "rank", extensions), how);
  py::dict measures;
  for (auto& measure : out.measures) measures[py::str(measure.name)] = to_array(std::move(measure.values));
  return py::dict("weights"_a = out.weights, "scores"_a = to_array(std::move(out.scores)),
                  "ranks"_a = to_array(std::move(out.ranks)), "measures"_a = measures,
                  "notes"_a = to_python(out.notes));
}

std::vector<double> criteria_weights(const qx::table& data, const py::object& method,
                                     const std::vector<bool>& better_when_high, const py::dict& functions) {
  const qx::describe::extensions extensions = to_extensions(functions);
  return qx::criteria_weights(data, method_of<qx::weigh::method>(method, "weights", extensions), better_when_high);
}

}  // namespace

void bind_ranking(py::module_& m) {
  m.def("rank", &rank, "table"_a, "method"_a, "weights"_a, "better_when_high"_a, "normalise"_a = py::none(),
        "ties"_a = "best", "functions"_a = py::dict(), "rank_decimals"_a = py::none(),
        "Scores, ranks and measures of the units of a table.");
  m.def("criteria_weights", &criteria_weights, "table"_a, "method"_a, "better_when_high"_a, "functions"_a = py::dict(),
        "The weights of the columns of a table by one method.");
}

}  // namespace quindex_python
