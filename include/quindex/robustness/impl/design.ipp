/// Designs as plain data.
#pragma once

#include <charconv>
#include <cmath>

#include "quindex/base/text.hpp"
#include "quindex/robustness/design.hpp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

using describe::codec;
using describe::value;
using matrix_rows = std::vector<std::vector<double>>;

inline const std::vector<std::string> design_keys{"factors",         "draws",  "seed",  "sampler",
                                                  "correlation",     "nodes",  "bands", "pairs",
                                                  "central_weights", "scores", "keep",  "largest_failure_share"};

/// A whole number: as a number where a double holds it, else as text.
QUINDEX_INLINE value write_whole(std::uint64_t x) {
  if (x <= (std::uint64_t{1} << 53U)) return static_cast<double>(x);
  return std::to_string(x);
}

QUINDEX_INLINE std::uint64_t read_whole(const value& v, const path& where) {
  if (const double* x = v.as_number())
    if (*x >= 0 && *x == std::floor(*x) && *x <= 0x1p53) return static_cast<std::uint64_t>(*x);
  if (const std::string* text = v.as_text()) {
    std::uint64_t out = 0;
    const auto end = std::from_chars(text->data(), text->data() + text->size(), out);
    if (!text->empty() && end.ec == std::errc{} && end.ptr == text->data() + text->size()) return out;
  }
  describe::wrong_kind(where, v, "a whole number of 0 or more; above 2^53 as a text of digits");
}

QUINDEX_INLINE factor read_factor(const value& v, const path& where, const describe::reader& r) {
  const value::object* members = v.as_object();
  if (members == nullptr) describe::wrong_kind(where, v, "an object with the keys 'name' and 'what'");
  factor out;
  bool has_method = false;
  for (const auto& [key, item] : *members) {
    if (key == "name") {
      out.name = codec<std::string>::read(item, where / key, {}, r);
    } else if (key == "what") {
      out.what = vary::method::read(item, where / key, r), has_method = true;
    } else {
      throw spec_error({(where / key).text(), "a factor has no such key", did_you_mean(key, {"name", "what"})});
    }
  }
  if (!has_method) throw spec_error({where.text(), "the key 'what' is missing", "say what varies, and how"});
  return out;
}

QUINDEX_INLINE void read_member(design& d, const std::string& key, const value& v, const path& where,
                                const describe::reader& r) {
  const path at = where / key;
  if (key == "factors") {
    const value::list* items = v.as_list();
    if (items == nullptr) describe::wrong_kind(at, v, "a list of factors");
    for (std::size_t i = 0; i < items->size(); ++i) {
      const std::string number = std::to_string(i);
      d.factors.push_back(read_factor((*items)[i], at / number, r));
    }
  } else if (key == "draws") {
    d.draws = read_whole(v, at);
  } else if (key == "seed") {
    d.seed = read_whole(v, at);
  } else if (key == "sampler") {
    d.sampler = codec<sampling>::read(v, at, {}, r);
  } else if (key == "correlation") {
    d.correlation = codec<matrix_rows>::read(v, at, {.low = -1, .high = 1}, r);
  } else if (key == "nodes") {
    d.nodes = codec<std::vector<std::string>>::read(v, at, {}, r);
  } else if (key == "bands") {
    d.bands = codec<std::vector<double>>::read(v, at, {}, r);
  } else if (key == "pairs") {
    d.pairs = codec<bool>::read(v, at, {}, r);
  } else if (key == "central_weights") {
    d.central_weights = codec<bool>::read(v, at, {}, r);
  } else if (key == "scores") {
    d.scores = codec<bool>::read(v, at, {}, r);
  } else if (key == "keep") {
    d.keep = codec<std::optional<bool>>::read(v, at, {}, r);
  } else if (key == "largest_failure_share") {
    d.largest_failure_share = codec<double>::read(v, at, {.low = 0, .high = 1}, r);
  } else {
    throw spec_error({at.text(), "a design has no such key", did_you_mean(key, design_keys)});
  }
}

}  // namespace detail

QUINDEX_INLINE describe::value write_design(const design& d) {
  using describe::codec;
  using describe::value;
  value::list factors;
  for (const factor& one : d.factors) factors.push_back(value::object{{"name", one.name}, {"what", one.what.write()}});
  return value::object{{"factors", factors},
                       {"draws", detail::write_whole(d.draws)},
                       {"seed", detail::write_whole(d.seed)},
                       {"sampler", codec<sampling>::write(d.sampler)},
                       {"correlation", codec<detail::matrix_rows>::write(d.correlation)},
                       {"nodes", codec<std::vector<std::string>>::write(d.nodes)},
                       {"bands", codec<std::vector<double>>::write(d.bands)},
                       {"pairs", d.pairs},
                       {"central_weights", d.central_weights},
                       {"scores", d.scores},
                       {"keep", codec<std::optional<bool>>::write(d.keep)},
                       {"largest_failure_share", d.largest_failure_share}};
}

QUINDEX_INLINE design read_design(const describe::value& v, const describe::extensions& functions) {
  const path where("design");
  const describe::value::object* members = v.as_object();
  if (members == nullptr) describe::wrong_kind(where, v, "an object with the key 'factors'");
  if (v.find("factors") == nullptr) throw spec_error({"design.factors", "the key is missing", "list what varies"});
  design d;
  for (const auto& [key, item] : *members) detail::read_member(d, key, item, where, describe::reader{&functions});
  return d;
}

QUINDEX_INLINE describe::value design_json_schema() {
  using describe::codec;
  using describe::value;
  const value whole = value::object{{"anyOf", value::list{value::object{{"type", "integer"}, {"minimum", 0}},
                                                          value::object{{"type", "string"}, {"pattern", "^[0-9]+$"}}}}};
  const value one = value::object{{"type", "object"},
                                  {"properties", value::object{{"name", codec<std::string>::schema({})},
                                                               {"what", codec<vary::method>::schema({})}}},
                                  {"required", value::list{"name", "what"}},
                                  {"additionalProperties", false}};
  return value::object{
      {"$schema", "https://json-schema.org/draft/2020-12/schema"},
      {"title", "quindex robustness design"},
      {"type", "object"},
      {"properties", value::object{{"factors", value::object{{"type", "array"}, {"items", one}}},
                                   {"draws", whole},
                                   {"seed", whole},
                                   {"sampler", codec<sampling>::schema({})},
                                   {"correlation", codec<detail::matrix_rows>::schema({.low = -1, .high = 1})},
                                   {"nodes", codec<std::vector<std::string>>::schema({})},
                                   {"bands", codec<std::vector<double>>::schema({})},
                                   {"pairs", codec<bool>::schema({})},
                                   {"central_weights", codec<bool>::schema({})},
                                   {"scores", codec<bool>::schema({})},
                                   {"keep", codec<std::optional<bool>>::schema({})},
                                   {"largest_failure_share", codec<double>::schema({.low = 0, .high = 1})}}},
      {"required", value::list{"factors"}},
      {"additionalProperties", false}};
}

}  // namespace robustness
QUINDEX_END
