/// What functions that are no method of a spec say of themselves.
#include <span>

#include "bindings.hpp"
#include "quindex/diagnose/methods.hpp"
#include "quindex/frontier/methods.hpp"
#include "quindex/robustness/methods.hpp"

namespace quindex_python {
namespace {

using namespace py::literals;

py::dict described(const char* family, const char* summary, std::span<const qx::method_info> methods) {
  py::list out;
  for (const qx::method_info& about : methods)
    out.append(py::dict("name"_a = about.name, "title"_a = about.title, "summary"_a = about.summary,
                        "formula"_a = about.formula, "reference"_a = about.reference, "details"_a = about.details));
  return py::dict("name"_a = family, "summary"_a = summary, "methods"_a = out);
}

/// The families of functions, in the order in which they are asked.
py::list function_catalogue() {
  py::list out;
  out.append(described("frontier", "How far units are from the best that the others show to be possible.",
                       qx::frontier::methods));
  out.append(described("diagnose", "Questions to ask of indicators and scores before an index is published.",
                       qx::diagnose::methods));
  out.append(described("robustness",
                       "What the scores and ranks would have been, had the spec or the data been different.",
                       qx::robustness::methods));
  return out;
}

}  // namespace

void bind_catalogue(py::module_& m) {
  m.def("function_catalogue", &function_catalogue, "Families of functions as plain data.");
}

}  // namespace quindex_python
