/// Python callables as the functions of custom methods.
#include "bindings.hpp"
#include "quindex/aggregate/custom.hpp"
#include "quindex/base/text.hpp"
#include "quindex/model/maps.hpp"
#include "quindex/weigh/custom.hpp"

namespace quindex_python {
namespace {

using numbers = py::array_t<double, py::array::c_style | py::array::forcecast>;

/// A copy, so that a function may keep or change what it gets.
py::array copied(qx::column_view x) { return numbers(static_cast<py::ssize_t>(x.size()), x.data()); }

/// What a function returns. What it raises is what the library makes an error of, with the function's name.
template <class... Arguments>
py::object called(const py::object& function, Arguments&&... arguments) {
  try {
    return function(std::forward<Arguments>(arguments)...);
  } catch (const py::error_already_set& raised) {
    if (!raised.matches(PyExc_Exception)) throw interruption(raised);
    throw;
  }
}

[[noreturn]] void refuse(const std::string& family, const std::string& name, py::handle found, const char* expected) {
  throw qx::spec_error({family,
                        "the custom function " + qx::quoted(name) + " returned a " +
                            py::type::of(found).attr("__name__").cast<std::string>(),
                        expected});
}

std::vector<double> list(const std::string& family, const std::string& name, const py::object& found,
                         const char* expected) {
  if (py::isinstance<py::str>(found) || found.is_none()) refuse(family, name, found, expected);
  const numbers out = numbers::ensure(found);
  if (!out || out.ndim() != 1) refuse(family, name, found, expected);
  return {out.data(), out.data() + out.size()};
}

/// Calls `function(values, node)`; the node as plain data.
qx::maps::custom::function column_function(const std::string& family, const std::string& name,
                                           const py::object& function) {
  return [family, name, call = kept(function)](qx::column_view x, const qx::node& about) {
    const py::gil_scoped_acquire lock;
    const py::object found = called(*call, copied(x), to_python(qx::describe::write_node(about)));
    return list(family, name, found, "return one number for each value");
  };
}

/// Calls `function(group)` with code, children, given weights and scores (units × children).
qx::weigh::custom::function weigher(const std::string& name, const py::object& function) {
  return [name, call = kept(function)](const qx::weigh::group& group) {
    const py::gil_scoped_acquire lock;
    const std::size_t rows = group.scores.empty() ? 0 : group.scores.front().size();
    qx::matrix scores(static_cast<Eigen::Index>(rows), static_cast<Eigen::Index>(group.scores.size()));
    for (std::size_t j = 0; j < group.scores.size(); ++j)
      std::copy(group.scores[j].begin(), group.scores[j].end(),
                qx::column_of(scores, static_cast<Eigen::Index>(j)).begin());
    py::dict about;
    about["code"] = group.code;
    about["children"] = py::tuple(py::cast(group.children));
    about["given"] = copied(group.given);
    about["scores"] = to_array(std::move(scores));
    return list("weigh", name, called(*call, about), "return one weight for each child");
  };
}

/// Calls `function(scores, weights)` of one unit.
qx::aggregate::custom::function aggregator(const std::string& name, const py::object& function) {
  return [name, call = kept(function)](qx::column_view z, qx::column_view w) {
    const py::gil_scoped_acquire lock;
    const py::object found = called(*call, copied(z), copied(w));
    const double out = PyFloat_AsDouble(found.ptr());
    if (out == -1.0 && PyErr_Occurred() != nullptr) {
      PyErr_Clear();
      refuse("aggregate", name, found, "return the score as a number");
    }
    return out;
  };
}

}  // namespace

qx::describe::extensions to_extensions(const py::dict& functions) {
  qx::describe::extensions out;
  for (const auto& item : functions) {
    const auto name = item.first.cast<std::string>();
    const auto [family, function] = item.second.cast<std::pair<std::string, py::object>>();
    if (family == "weigh")
      out.emplace(name, weigher(name, function));
    else if (family == "aggregate")
      out.emplace(name, aggregator(name, function));
    else
      out.emplace(name, column_function(family, name, function));
  }
  return out;
}

}  // namespace quindex_python
