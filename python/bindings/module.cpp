/// quindex._core: wiring only. What a method is comes from its description, so none is named here.
#include "bindings.hpp"
#include "quindex/version.hpp"

PYBIND11_MODULE(_core, m, pybind11::mod_gil_not_used()) {
  m.doc() = "The compiled part of quindex; use the package quindex instead.";
  m.attr("__version__") = quindex::version;
  quindex_python::bind_errors(m);
  quindex_python::bind_spec(m);
  quindex_python::bind_catalogue(m);
  quindex_python::bind_io(m);
  quindex_python::bind_result(m);
  quindex_python::bind_frontier(m);
  quindex_python::bind_ranking(m);
  quindex_python::bind_prepare(m);
  quindex_python::bind_diagnose(m);
  quindex_python::bind_diagnose_scores(m);
  quindex_python::bind_elicit(m);
  quindex_python::bind_robustness(m);
}
