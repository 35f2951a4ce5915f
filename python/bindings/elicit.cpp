/// Judgements: their consistency, completion, priorities and agreement.
#include "bindings.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/weigh/judgements.hpp"
#include "quindex/weigh/methods.hpp"

namespace quindex_python {
namespace {

using namespace py::literals;
using names = std::vector<std::string>;

template <class T>
T read(const py::object& data, const char* where) {
  const qx::path here(where);
  return qx::describe::codec<T>::read(to_value(data, here), here, {}, {});
}

/// Comparisons as Python has them: rows of numbers, None where nobody judged.
qx::matrix judged(const py::object& data, const char* where, const names& criteria) {
  return qx::weigh::comparisons(read<qx::weigh::judged_matrix>(data, where), qx::path(where), criteria);
}

py::dict consistency(const py::object& comparisons, const std::string& table, std::optional<double> random_index,
                     const names& criteria) {
  const auto whose = read<qx::weigh::random_index_table>(py::cast(table), "elicit.table");
  const qx::weigh::consistency_report r =
      qx::weigh::consistency(judged(comparisons, "elicit.comparisons", criteria), {whose, random_index});
  return py::dict("principal_value"_a = r.principal_value, "consistency_index"_a = r.index, "ratio"_a = r.ratio,
                  "geometric_index"_a = r.geometric_index, "koczkodaj"_a = r.koczkodaj, "congruence"_a = r.congruence,
                  "dissonance"_a = r.dissonance, "row"_a = r.row, "column"_a = r.column, "given"_a = r.given,
                  "proposed"_a = r.proposed, "ratio_after"_a = r.ratio_after);
}

py::array complete(const py::object& comparisons, const std::string& completion, const names& criteria) {
  const auto rule = read<qx::weigh::completion>(py::cast(completion), "elicit.completion");
  return to_array(qx::weigh::completed(judged(comparisons, "elicit.comparisons", criteria), rule, "elicit", criteria));
}

py::array priorities(const py::object& comparisons, const std::string& prioritisation, const std::string& completion,
                     const names& criteria) {
  const auto how = read<qx::weigh::prioritisation>(py::cast(prioritisation), "elicit.prioritisation");
  const auto rule = read<qx::weigh::completion>(py::cast(completion), "elicit.completion");
  const qx::matrix whole =
      qx::weigh::completed(judged(comparisons, "elicit.comparisons", criteria), rule, "elicit", criteria);
  return to_array(qx::weigh::priorities(whole, how));
}

py::array join(const py::list& judges, const std::vector<double>& weights) {
  std::vector<qx::matrix> all;
  for (const auto& judge : judges)
    all.push_back(judged(py::reinterpret_borrow<py::object>(judge), "elicit.judges", {}));
  if (all.empty()) throw qx::spec_error({"elicit.judges", "there are no judges", "give one matrix for each"});
  for (const qx::matrix& judge : all)
    if (judge.rows() != all.front().rows())
      throw qx::spec_error(
          {"elicit.judges", "the matrices have different sizes", "every judge compares the same criteria"});
  if (!weights.empty() && weights.size() != all.size())
    throw qx::spec_error(
        {"elicit.weights",
         "there are " + std::to_string(weights.size()) + " weights for " + std::to_string(all.size()) + " judges",
         "give one for each"});
  return to_array(qx::weigh::joint_judgements(all, weights));
}

py::dict kendall_w(const py::array_t<double, py::array::c_style | py::array::forcecast>& ratings) {
  if (ratings.ndim() != 2)
    throw qx::spec_error({"elicit.ratings", "found an array of " + std::to_string(ratings.ndim()) + " dimensions",
                          "give a row for each judge and a column for each object"});
  qx::matrix table(ratings.shape(0), ratings.shape(1));
  for (py::ssize_t i = 0; i < ratings.shape(0); ++i)
    for (py::ssize_t j = 0; j < ratings.shape(1); ++j) table(i, j) = ratings.at(i, j);
  const qx::weigh::agreement a = qx::weigh::kendall_w(table);
  return py::dict("w"_a = a.w, "chi_square"_a = a.chi_square, "judges"_a = a.judges, "objects"_a = a.objects);
}

/// What a method finds for a group without scores: weights, what its paper reports beside them, notes.
py::dict judged_weights(const py::object& method, const names& children) {
  const qx::path where("elicit.method");
  const qx::weigh::group group{"judgements", children, std::vector<double>(children.size(), 1.0),
                               std::vector<qx::column_view>(children.size())};
  py::dict measures;
  names notes;
  std::vector<double> weights = qx::weigh::method::read(to_value(method, where), where).visit([&](const auto& m) {
    if constexpr (requires { m.remarks(group); }) notes = m.remarks(group);
    if constexpr (requires { m.solve(group).deviation; }) {
      const auto found = m.solve(group);
      measures["deviation"] = found.deviation;
      measures["ratio"] = found.ratio;
    }
    if constexpr (requires { m.solve(group).probability; }) {
      auto found = m.solve(group);
      measures["probability"] = to_array(std::move(found.probability));
      return found.weights;
    } else {
      return m.fit(group);
    }
  });
  const double total = qx::numeric::sum(weights);
  for (double& w : weights) w /= total;
  return py::dict("weights"_a = weights, "measures"_a = measures, "notes"_a = notes);
}

}  // namespace

void bind_elicit(py::module_& m) {
  m.def("consistency", &consistency, "comparisons"_a, "table"_a, "random_index"_a, "criteria"_a,
        "How consistent one matrix of comparisons is.");
  m.def("complete", &complete, "comparisons"_a, "completion"_a, "criteria"_a,
        "Comparisons with a value for every pair.");
  m.def("priorities", &priorities, "comparisons"_a, "prioritisation"_a, "completion"_a, "criteria"_a,
        "The weights that comparisons stand for.");
  m.def("join_judgements", &join, "judges"_a, "weights"_a, "One matrix of comparisons for several judges.");
  m.def("judged_weights", &judged_weights, "method"_a, "children"_a, "The weights that judgements give.");
  m.def("kendall_w", &kendall_w, "ratings"_a, "How much judges agree.");
}

}  // namespace quindex_python
