/// What the translation units of the extension share: conversions, the parts that are wired together, nothing else.
#pragma once

#include <memory>
#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <string>
#include <vector>

#include "quindex/base/types.hpp"
#include "quindex/describe/codec.hpp"
#include "quindex/model/note.hpp"

namespace quindex_python {

namespace py = pybind11;
namespace qx = quindex;

/// A Python object as plain data. Numbers, texts, truth values, None, sequences, mappings with texts as keys, arrays,
/// and anything with `to_data()`. Throws spec_error, naming the place, for anything else and for numbers that are not
/// finite.
[[nodiscard]] qx::describe::value to_value(py::handle object, const qx::path& where = {});
/// Plain data as Python objects; whole numbers become int.
[[nodiscard]] py::object to_python(const qx::describe::value& v);

/// A view of numbers that `owner` keeps alive: rows × columns, column after column, not to be written.
[[nodiscard]] py::array array_view(const double* data, Eigen::Index rows, Eigen::Index columns, py::handle owner);
/// A matrix that becomes an array.
[[nodiscard]] py::array to_array(qx::matrix&& m);
/// A list that becomes an array.
[[nodiscard]] py::array to_array(std::vector<double>&& x);

/// Keeps a Python object alive from places that may not hold the interpreter lock when they let go of it.
[[nodiscard]] std::shared_ptr<const py::object> kept(py::object object);

/// Issues as (where, what, hint).
[[nodiscard]] py::list to_python(const std::vector<qx::issue>& issues);
/// Notes as (where, what, count).
[[nodiscard]] py::list to_python(const std::vector<qx::note>& notes);

/// Ctrl-C, or an exit, within a function of the user's. No std::exception, so that nobody takes it for a failure of the
/// function.
class interruption {
 public:
  explicit interruption(const py::error_already_set& raised)
      : raised_(std::make_shared<py::error_already_set>(raised)) {}
  /// Hands it back to Python.
  void raise() const { raised_->restore(); }

 private:
  std::shared_ptr<py::error_already_set> raised_;
};

/// Python callables as the functions of custom methods: name -> (family, callable).
[[nodiscard]] qx::describe::extensions to_extensions(const py::dict& functions);

/// Python's exceptions for the library's.
void bind_errors(py::module_& m);
/// Methods, frameworks, specs, presets.
void bind_spec(py::module_& m);
/// What functions say of themselves.
void bind_catalogue(py::module_& m);
/// What files hold.
void bind_io(py::module_& m);
/// Looking at the data and filling their gaps.
void bind_prepare(py::module_& m);
/// Data envelopment and benefit of the doubt.
void bind_frontier(py::module_& m);
/// Tables, fitting, results.
void bind_result(py::module_& m);
/// Ranking without a framework.
void bind_ranking(py::module_& m);
/// Diagnoses of columns.
void bind_diagnose(py::module_& m);
/// Diagnoses of units and scores.
void bind_diagnose_scores(py::module_& m);
/// Judgements: consistency and agreement.
void bind_elicit(py::module_& m);
/// How sure a rank is, and what makes it unsure.
void bind_robustness(py::module_& m);

}  // namespace quindex_python
