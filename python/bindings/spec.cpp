/// Methods, frameworks, specs and presets, as plain data that the C++ reader has checked.
#include <algorithm>
#include <array>

#include "bindings.hpp"
#include "quindex/base/text.hpp"
#include "quindex/compute/compute.hpp"
#include "quindex/presets/presets.hpp"

namespace quindex_python {
namespace {

using qx::describe::value;

py::dict about(const qx::describe::field_view& field, const value& defaults) {
  using namespace py::literals;
  return py::dict("name"_a = field.name, "summary"_a = field.summary, "python"_a = field.python,
                  "low"_a = field.range.low, "high"_a = field.range.high, "low_open"_a = field.range.low_open,
                  "high_open"_a = field.range.high_open, "default"_a = to_python(*defaults.find(field.name)),
                  "schema"_a = to_python(field.schema()));
}

py::list about(std::span<const qx::describe::method_view> methods) {
  using namespace py::literals;
  py::list out;
  for (const qx::describe::method_view& method : methods) {
    const value defaults = method.defaults();
    py::list fields;
    py::list claims;
    for (const auto& field : method.fields) fields.append(about(field, defaults));
    for (const auto& claim : qx::describe::all_claims)
      if (method.claims.has(claim.what)) claims.append(py::make_tuple(claim.name, claim.meaning));
    const qx::method_info& info = *method.info;
    out.append(py::dict("name"_a = info.name, "title"_a = info.title, "summary"_a = info.summary,
                        "formula"_a = info.formula, "reference"_a = info.reference, "details"_a = info.details,
                        "claims"_a = claims, "fields"_a = fields));
  }
  return out;
}

py::list catalogue() {
  using namespace py::literals;
  py::list out;
  for (const qx::describe::family_view& family : qx::catalogue())
    out.append(py::dict("name"_a = family.name, "summary"_a = family.summary, "methods"_a = about(family.methods)));
  return out;
}

template <class Method>
value canonical(const value& v, const qx::path& where, const qx::describe::reader& r) {
  return Method::read(v, where, r).write();
}

struct family_reader {
  std::string_view name;
  value (*read)(const value&, const qx::path&, const qx::describe::reader&);
};
constexpr std::array readers{family_reader{"screen", &canonical<qx::screen::method>},
                             family_reader{"denominate", &canonical<qx::denominate::method>},
                             family_reader{"treat", &canonical<qx::treat::method>},
                             family_reader{"impute", &canonical<qx::impute::method>},
                             family_reader{"normalise", &canonical<qx::normalise::method>},
                             family_reader{"weigh", &canonical<qx::weigh::method>},
                             family_reader{"aggregate", &canonical<qx::aggregate::method>},
                             family_reader{"missing", &canonical<qx::missing::method>},
                             family_reader{"draw", &canonical<qx::draw::method>},
                             family_reader{"vary", &canonical<qx::vary::method>}};

py::object read_method(const std::string& family, const py::object& data, const py::dict& functions,
                       const std::string& where) {
  const qx::describe::extensions extensions = to_extensions(functions);
  const qx::path here(where);
  for (const family_reader& reader : readers)
    if (reader.name == family) return to_python(reader.read(to_value(data, here), here, {&extensions}));
  std::vector<std::string> families;
  for (const family_reader& reader : readers) families.emplace_back(reader.name);
  throw qx::spec_error({where, "there is no family " + qx::quoted(family), qx::did_you_mean(family, families)});
}

py::object read_node(const py::object& data, const std::string& where) {
  const qx::path here(where);
  return to_python(qx::describe::write_node(qx::describe::read_node(to_value(data, here), here)));
}

py::list framework_problems(const py::object& data) {
  return to_python(
      qx::framework::problems(qx::describe::read_node(to_value(data, qx::path("framework")), qx::path("framework"))));
}

/// The root of the tree that the rows (code, parent and options of a node) describe.
py::object framework_from_rows(const py::list& rows) {
  std::vector<qx::framework_row> all;
  const qx::path where("framework");
  for (const py::handle item : rows) {
    const auto pair = item.cast<std::pair<std::string, py::object>>();
    const qx::node n = qx::describe::read_node(to_value(pair.second, where), where);
    all.push_back({n.code, pair.first, n.about});
  }
  return to_python(qx::describe::write_node(qx::framework_from_rows(all).root()));
}

qx::spec read_spec(const py::object& data, const py::dict& functions) {
  return qx::read_spec(to_value(data), to_extensions(functions));
}

/// What faces ask of a framework: one entry per node, in order.
py::dict nodes(const qx::spec& recipe) {
  using namespace py::literals;
  const qx::framework& tree = recipe.framework;
  py::list codes;
  py::list parents;
  py::list levels;
  py::list names;
  py::list indicators;
  py::list groups;
  for (std::size_t i = 0; i < tree.size(); ++i) {
    const auto& place = tree.at(i);
    codes.append(tree.about(i).code);
    parents.append(place.parent == qx::framework::none ? py::object(py::none())
                                                       : py::str(tree.about(place.parent).code));
    levels.append(place.level);
    names.append(tree.name_of(i));
    if (!tree.about(i).is_group) indicators.append(tree.about(i).code);
  }
  for (const std::size_t g : tree.groups_inside_out()) groups.append(tree.about(g).code);
  py::list denominators;
  for (const qx::prepare_step& step : recipe.prepare)
    if (const auto* ratio = std::get_if<qx::denominate::method>(&step.what))
      denominators.append(ratio->visit([](const auto& m) { return m.by_what().by; }));
  return py::dict("code"_a = codes, "parent"_a = parents, "level"_a = levels, "name"_a = names,
                  "indicators"_a = indicators, "groups"_a = groups, "denominators"_a = denominators);
}

qx::spec load_preset(const std::string& name, const py::object& parameters) {
  const qx::path presets("presets");
  return qx::presets::load(name, to_value(parameters, presets / name));
}

/// The published word for a score of the quality competitiveness index, or None.
py::object qci_band(double score, const std::string& scheme) {
  using namespace py::literals;
  constexpr std::array<std::string_view, 3> names{"aqsiq_2011", "anhui_2009", "press_2008"};
  const auto at = std::find(names.begin(), names.end(), scheme);
  if (at == names.end())
    throw qx::spec_error({"qci_band.scheme", "unknown scheme " + qx::quoted(scheme),
                          qx::did_you_mean(scheme, {names.begin(), names.end()})});
  const auto band = qx::presets::qci_band(score, static_cast<qx::presets::qci_scheme>(at - names.begin()));
  if (!band) return py::none();
  return py::dict("low"_a = band->low, "high"_a = band->high, "name"_a = band->name, "name_zh"_a = band->name_zh);
}

}  // namespace

void bind_spec(py::module_& m) {
  m.def("catalogue", &catalogue, "Families, methods and parameters as plain data.");
  m.def("read_method", &read_method, py::arg("family"), py::arg("data"), py::arg("functions") = py::dict(),
        py::arg("where") = "", "A method of a family, checked and complete, as plain data.");
  m.def("read_node", &read_node, py::arg("data"), py::arg("where") = "framework",
        "A node of a framework, checked, as plain data.");
  m.def("framework_problems", &framework_problems, py::arg("data"), "All that is wrong with a tree.");
  m.def("framework_from_rows", &framework_from_rows, py::arg("rows"), "The tree that (parent, node) pairs describe.");
  m.def(
      "schema", [] { return to_python(qx::spec_json_schema()); }, "JSON Schema of spec files.");
  m.def(
      "presets", [] { return about(qx::presets::all()); }, "The official indices there are, as plain data.");
  m.def("load_preset", &load_preset, py::arg("name"), py::arg("parameters") = py::dict(),
        "The spec of an official index.");
  m.def("qci_band", &qci_band, py::arg("score"), py::arg("scheme"), "The published word for a score, or None.");
  py::class_<qx::spec>(m, "Spec", "A spec that the C++ reader has checked.")
      .def(py::init(&read_spec), py::arg("data"), py::arg("functions") = py::dict())
      .def(
          "to_data", [](const qx::spec& s) { return to_python(qx::write_spec(s)); }, "The spec as plain data.")
      .def("nodes", &nodes, "The nodes of its framework.");
  m.def(
      "validate", [](const qx::spec& s) { return to_python(qx::validate(s)); }, py::arg("spec"),
      "All that is wrong with a spec.");
}

}  // namespace quindex_python
