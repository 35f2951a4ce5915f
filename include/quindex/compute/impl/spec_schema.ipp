#pragma once

#include "quindex/compute/spec.hpp"

QUINDEX_BEGIN

QUINDEX_INLINE describe::value spec_json_schema() {
  using describe::value;
  const auto reference = [](const std::string& name) { return value::object{{"$ref", "#/$defs/" + name}}; };
  const auto text = value::object{{"type", "string"}};
  const auto codes = value::object{{"type", "array"}, {"items", text}};
  const auto or_nothing = [&](const std::string& name) {
    return value::object{{"anyOf", value::list{reference(name), value::object{{"type", "null"}}}}};
  };
  value::object definitions{
      {"node",
       value::object{
           {"type", "object"},
           {"properties",
            value::object{
                {"code", text},
                {"better", describe::codec<direction>::schema({})},
                {"weight", value::object{{"type", "number"}, {"minimum", 0}}},
                {"name", text},
                {"names", value::object{{"type", "object"}, {"additionalProperties", text}}},
                {"unit", text},
                {"target", describe::codec<std::optional<double>>::schema({})},
                {"goalposts", describe::codec<std::optional<std::pair<double, double>>>::schema({})},
                {"children", value::object{{"type", "array"}, {"minItems", 1}, {"items", reference("node")}}}}},
           {"required", value::list{"code"}},
           {"additionalProperties", false}}},
      {"step", value::object{{"type", "object"},
                             {"properties", value::object{{"treat", reference("treat")},
                                                          {"impute", reference("impute")},
                                                          {"denominate", reference("denominate")},
                                                          {"only", codes},
                                                          {"except", codes}}},
                             {"additionalProperties", false}}},
  };
  value::object nested;
  const auto define = [&](const std::string& name, const value& schema) {
    value::object shared = describe::share_families(*schema.as_object(), name, nested);
    definitions.emplace_back(name, std::move(shared));
  };
  for (const describe::family_view& family : catalogue())
    if (family.name != "draw" && family.name != "vary")  // what varies stands in designs, not in specs
      define(std::string(family.name), describe::family_schema(family.methods));
  define("normalise_choice", describe::choice_schema(normalise::method::all(), reference("normalise")));
  define("weigh_choice", describe::choice_schema(weigh::method::all(), reference("weigh")));
  define("aggregate_choice", describe::choice_schema(aggregate::method::all(), reference("aggregate")));
  definitions.insert(definitions.end(), nested.begin(), nested.end());
  return value::object{
      {"$schema", "https://json-schema.org/draft/2020-12/schema"},
      {"title", "quindex spec"},
      {"type", "object"},
      {"properties",
       value::object{{"quindex", value::object{{"const", spec_schema}}},
                     {"version", text},
                     {"framework", reference("node")},
                     {"screen", or_nothing("screen")},
                     {"prepare", value::object{{"type", "array"}, {"items", reference("step")}}},
                     {"normalise", reference("normalise_choice")},
                     {"weigh", reference("weigh_choice")},
                     {"aggregate", reference("aggregate_choice")},
                     {"missing", reference("missing")},
                     {"ties", describe::codec<ties>::schema({})},
                     {"rank_decimals", describe::codec<std::optional<int>>::schema({.low = 0, .high = 15})},
                     {"publish", or_nothing("normalise_choice")}}},
      {"required", value::list{"quindex", "framework"}},
      {"additionalProperties", false},
      {"$defs", definitions}};
}

QUINDEX_END
