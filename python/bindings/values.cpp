/// Plain data, arrays and errors between C++ and Python.
#include <cmath>
#include <exception>

#include "bindings.hpp"
#include "quindex/base/text.hpp"

namespace quindex_python {
namespace {

using qx::describe::value;

constexpr int deepest = 256;  // keeps hostile nesting from exhausting the stack; a level of a tree takes two or three

[[noreturn]] void refuse(const qx::path& where, const std::string& what, const std::string& hint) {
  throw qx::spec_error({where.text(), what, hint});
}

std::string type_name(py::handle object) { return py::type::of(object).attr("__name__").cast<std::string>(); }

value number(py::handle object, const qx::path& where) {
  const double x = PyFloat_AsDouble(object.ptr());
  if (x == -1.0 && PyErr_Occurred() != nullptr) {
    PyErr_Clear();
    refuse(where, "the number is too large", "write a number below 1e308");
  }
  if (!std::isfinite(x)) refuse(where, "the number is " + qx::number_text(x), "write a finite number, or leave it out");
  return x;
}

value convert(py::handle object, const qx::path& where, int depth);

value list(py::handle object, const qx::path& where, int depth) {
  value::list out;
  std::size_t i = 0;
  for (const py::handle item : object) {
    const std::string step = std::to_string(i++);
    out.push_back(convert(item, where / step, depth + 1));
  }
  return out;
}

value mapping(py::handle object, const qx::path& where, int depth) {
  value::object out;
  for (const py::handle item : object.attr("items")()) {
    const auto pair = py::reinterpret_borrow<py::tuple>(item);
    if (!py::isinstance<py::str>(pair[0])) refuse(where, "a key is a " + type_name(pair[0]), "keys are texts");
    const auto key = pair[0].cast<std::string>();
    out.emplace_back(key, convert(pair[1], where / key, depth + 1));
  }
  return out;
}

value convert(py::handle object, const qx::path& where, int depth) {
  if (depth > deepest) {
    const bool is_node = py::isinstance<py::dict>(object) && object.contains("code");
    refuse(is_node ? qx::path(py::str(object[py::str("code")]).cast<std::string>()) : qx::path{},
           "the data is nested more than " + std::to_string(deepest) + " levels deep", "nest less");
  }
  if (object.is_none()) return {};
  if (py::isinstance<py::bool_>(object)) return object.cast<bool>();
  if (py::isinstance<py::str>(object)) return object.cast<std::string>();
  if (PyFloat_Check(object.ptr()) != 0 || PyLong_Check(object.ptr()) != 0) return number(object, where);
  if (py::isinstance<py::list>(object) || py::isinstance<py::tuple>(object)) return list(object, where, depth);
  if (py::isinstance<py::dict>(object)) return mapping(object, where, depth);
  if (py::hasattr(object, "to_data")) return convert(object.attr("to_data")(), where, depth + 1);
  if (py::hasattr(object, "tolist"))
    return convert(object.attr("tolist")(), where, depth + 1);  // arrays and their scalars
  if (py::hasattr(object, "items")) return mapping(object, where, depth);
  if (py::hasattr(object, "__float__"))
    return number(py::reinterpret_steal<py::object>(PyNumber_Float(object.ptr())), where);
  refuse(where, "found a " + type_name(object), "expected a number, a text, a truth value, a list or a dict");
}

py::object number(double x) {
  constexpr double largest_whole = 9007199254740992.0;
  if (x == std::floor(x) && std::abs(x) < largest_whole && !(x == 0 && std::signbit(x)))
    return py::int_(static_cast<long long>(x));
  return py::float_(x);
}

/// The Python exception within an error, if there is one: what a custom function raised.
py::object cause_of(const std::exception& e) {
  try {
    std::rethrow_if_nested(e);
  } catch (const py::error_already_set& raised) {
    return py::reinterpret_borrow<py::object>(raised.value());
  } catch (const std::exception& inner) {
    return cause_of(inner);
  }
  return {};
}

/// Raises the Python exception of a class in quindex.errors.
void raise(const char* name, const qx::error& e) {
  const py::object type = py::module_::import("quindex.errors").attr(name);
  const py::object raised = type.attr("about")(e.where(), e.about().what, e.hint());
  if (py::object cause = cause_of(e)) PyException_SetCause(raised.ptr(), cause.release().ptr());
  PyErr_SetObject(type.ptr(), raised.ptr());
}

}  // namespace

value to_value(py::handle object, const qx::path& where) { return convert(object, where, 0); }

py::object to_python(const value& v) {
  if (const auto* truth = v.as_bool()) return py::bool_(*truth);
  if (const auto* x = v.as_number()) return number(*x);
  if (const auto* text = v.as_text()) return py::str(*text);
  if (const auto* items = v.as_list()) {
    py::list out;
    for (const value& item : *items) out.append(to_python(item));
    return out;
  }
  if (const auto* members = v.as_object()) {
    py::dict out;
    for (const auto& [key, item] : *members) out[py::str(key)] = to_python(item);
    return out;
  }
  return py::none();
}

py::list to_python(const std::vector<qx::issue>& issues) {
  py::list out;
  for (const qx::issue& about : issues) out.append(py::make_tuple(about.where, about.what, about.hint));
  return out;
}

py::list to_python(const std::vector<qx::note>& notes) {
  py::list out;
  for (const qx::note& about : notes) out.append(py::make_tuple(about.where, about.what, about.count));
  return out;
}

py::array array_view(const double* data, Eigen::Index rows, Eigen::Index columns, py::handle owner) {
  constexpr py::ssize_t size = sizeof(double);
  py::array_t<double> out({static_cast<py::ssize_t>(rows), static_cast<py::ssize_t>(columns)},
                          {size, size * static_cast<py::ssize_t>(rows)}, data, owner);
  py::detail::array_proxy(out.ptr())->flags &= ~py::detail::npy_api::NPY_ARRAY_WRITEABLE_;
  return out;
}

py::array to_array(qx::matrix&& m) {
  auto owned = std::make_unique<qx::matrix>(std::move(m));
  const qx::matrix& values = *owned;
  const py::capsule owner(owned.release(), [](void* p) { delete static_cast<qx::matrix*>(p); });
  return array_view(values.data(), values.rows(), values.cols(), owner);
}

py::array to_array(std::vector<double>&& x) {
  return py::array_t<double>(static_cast<py::ssize_t>(x.size()), x.data());
}

std::shared_ptr<const py::object> kept(py::object object) {
  return {new py::object(std::move(object)), [](const py::object* p) {
            const py::gil_scoped_acquire lock;
            delete p;
          }};
}

void bind_errors(py::module_& m) {
  py::register_exception_translator([](std::exception_ptr thrown) {
    try {
      if (thrown) std::rethrow_exception(thrown);
    } catch (const qx::spec_error& e) {
      raise("SpecError", e);
    } catch (const qx::framework_error& e) {
      raise("FrameworkError", e);
    } catch (const qx::data_error& e) {
      raise("DataError", e);
    } catch (const qx::numeric_error& e) {
      raise("NumericError", e);
    } catch (const qx::io_error& e) {
      raise("FileError", e);
    } catch (const qx::error& e) {
      raise("QuindexError", e);
    } catch (const interruption& e) {
      e.raise();
    }
  });
  m.def("did_you_mean", &qx::did_you_mean, py::arg("word"), py::arg("candidates"),
        "\"did you mean 'gdp'?\", or the choices there are.");
}

}  // namespace quindex_python
