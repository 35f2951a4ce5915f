/// Bodies of presets/presets.hpp.
#pragma once

#include "quindex/base/text.hpp"
#include "quindex/presets/presets.hpp"

QUINDEX_BEGIN
namespace presets {

QUINDEX_INLINE std::span<const describe::method_view> all() { return preset::all(); }

QUINDEX_INLINE spec load(std::string_view name, const describe::value& parameters) {
  std::vector<std::string> names;
  for (const describe::method_view& known : all()) names.emplace_back(known.info->name);
  if (std::find(names.begin(), names.end(), name) == names.end())
    throw spec_error({"presets", "there is no preset " + quoted(name), did_you_mean(name, names)});
  const path root("presets");
  const path where = root / name;
  describe::value::object given{{"method", name}};
  if (!parameters.is_null()) {
    if (parameters.as_object() == nullptr) describe::wrong_kind(where, parameters, "an object of parameters");
    for (const auto& parameter : *parameters.as_object()) given.push_back(parameter);
  }
  return preset::read(given, where).visit([](const auto& chosen) { return chosen.make(); });
}

}  // namespace presets
QUINDEX_END
