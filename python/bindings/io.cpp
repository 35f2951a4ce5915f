/// Text of files: comma-separated values, JSON, numbers and directions as people write them in cells.
#include "bindings.hpp"
#include "quindex/io/framework_file.hpp"
#include "quindex/io/json.hpp"
#include "quindex/io/table_file.hpp"

namespace quindex_python {
namespace {

/// {column: texts}, every text a row.
py::dict parse_csv(const std::string& text, const std::string& source, const std::string& delimiter) {
  const qx::io::csv parsed = qx::io::csv::parse(text, source, {delimiter.at(0)});
  py::dict out;
  for (std::size_t j = 0; j < parsed.header().size(); ++j) {
    py::list column(parsed.rows());
    for (std::size_t i = 0; i < parsed.rows(); ++i)
      column[i] = py::str(parsed.cell(i, j).data(), parsed.cell(i, j).size());
    out[py::str(parsed.header()[j])] = column;
  }
  return out;
}

/// The number in a text, or (what is wrong, hint).
py::object number_in(const std::string& text) {
  const qx::io::number_in_text found = qx::io::number_in(text);
  if (found.value) return py::float_(*found.value);
  return py::make_tuple(found.problem, found.hint);
}

py::object direction_in(const std::string& text, const std::string& where) {
  return to_python(qx::describe::codec<qx::direction>::write(qx::io::direction_from_text(text, where)));
}

std::string direction_text(const py::object& better) {
  return qx::io::direction_text(qx::describe::codec<qx::direction>::read(to_value(better), qx::path("better"), {}, {}));
}

}  // namespace

void bind_io(py::module_& m) {
  m.attr("MISSING_WORDS") = py::tuple(py::cast(qx::io::table_columns{}.missing));
  m.def("parse_csv", &parse_csv, py::arg("text"), py::arg("source"), py::arg("delimiter") = ",", "Columns of texts.");
  m.def(
      "parse_json",
      [](const std::string& text, const std::string& source) { return to_python(qx::io::parse_json(text, source)); },
      py::arg("text"), py::arg("source"), "Plain data.");
  m.def("number_in", &number_in, py::arg("text"), "A number, or what is wrong with it and a hint.");
  m.def("direction_in", &direction_in, py::arg("text"), py::arg("where"), "A direction as people write it in a cell.");
  m.def("direction_text", &direction_text, py::arg("better"), "A direction as `direction_in` reads it.");
}

}  // namespace quindex_python
