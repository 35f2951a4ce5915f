/// Bodies of compute/spec.hpp.
#pragma once

#include "quindex/base/text.hpp"
#include "quindex/compute/spec.hpp"
#include "quindex/version.hpp"

QUINDEX_BEGIN
namespace detail {

using describe::codec;
using describe::value;

QUINDEX_INLINE value write_step(const prepare_step& step) {
  value::object out{{step.family(), std::visit([](const auto& m) { return m.write(); }, step.what)}};
  if (!step.only.empty()) out.emplace_back("only", codec<std::vector<std::string>>::write(step.only));
  if (!step.except.empty()) out.emplace_back("except", codec<std::vector<std::string>>::write(step.except));
  return out;
}

QUINDEX_INLINE prepare_step read_step(const value& v, const path& where, const describe::reader& r) {
  const value::object* members = v.as_object();
  if (members == nullptr) describe::wrong_kind(where, v, "an object with the key 'treat', 'impute' or 'denominate'");
  prepare_step out;
  int methods = 0;
  for (const auto& [key, item] : *members) {
    if (key == "treat") {
      out.what = treat::method::read(item, where / key, r), ++methods;
    } else if (key == "impute") {
      out.what = impute::method::read(item, where / key, r), ++methods;
    } else if (key == "denominate") {
      out.what = denominate::method::read(item, where / key, r), ++methods;
    } else if (key == "only") {
      out.only = codec<std::vector<std::string>>::read(item, where / key, {}, r);
    } else if (key == "except") {
      out.except = codec<std::vector<std::string>>::read(item, where / key, {}, r);
    } else {
      throw spec_error({(where / key).text(), "a preparation step has no such key",
                        did_you_mean(key, {"treat", "impute", "denominate", "only", "except"})});
    }
  }
  if (methods != 1)
    throw spec_error({where.text(), methods == 0 ? "there is no method" : "there are two methods",
                      "give one of 'treat', 'impute' and 'denominate'"});
  return out;
}

QUINDEX_INLINE void check_header(const value& v) {
  if (v.as_object() == nullptr) describe::wrong_kind(path("spec"), v, "an object with the key 'framework'");
  const value* number = v.find("quindex");
  if (number == nullptr)
    throw spec_error({"quindex", "the schema number is missing", "write \"quindex\": " + std::to_string(spec_schema)});
  const int found = codec<int>::read(*number, path("quindex"), {}, {});
  if (found != spec_schema)
    throw spec_error({"quindex", "the file has schema " + std::to_string(found),
                      "this version (" + std::string(version) + ") reads schema " + std::to_string(spec_schema)});
  if (v.find("framework") == nullptr)
    throw spec_error({"framework", "the key is missing", "write the tree of groups and indicators"});
}

QUINDEX_INLINE void read_member(spec& s, const std::string& key, const value& v, const describe::reader& r) {
  const path at(key);
  if (key == "screen") {
    if (!v.is_null()) s.screen = quindex::screen::method::read(v, at, r);
  } else if (key == "prepare") {
    const value::list* steps = v.as_list();
    if (steps == nullptr) describe::wrong_kind(at, v, "a list of steps");
    for (std::size_t i = 0; i < steps->size(); ++i) {
      const std::string number = std::to_string(i);
      s.prepare.push_back(read_step((*steps)[i], at / number, r));
    }
  } else if (key == "normalise") {
    s.normalise = codec<choice<normalise::method>>::read(v, at, {}, r);
  } else if (key == "weigh") {
    s.weigh = codec<choice<weigh::method>>::read(v, at, {}, r);
  } else if (key == "aggregate") {
    s.aggregate = codec<choice<aggregate::method>>::read(v, at, {}, r);
  } else if (key == "missing") {
    s.missing = missing::method::read(v, at, r);
  } else if (key == "ties") {
    s.ties = codec<ties>::read(v, at, {}, r);
  } else if (key == "rank_decimals") {
    s.rank_decimals = codec<std::optional<int>>::read(v, at, {.low = 0, .high = 15}, r);
  } else if (key == "publish") {
    if (!v.is_null()) s.publish = codec<choice<normalise::method>>::read(v, at, {}, r);
  } else if (key == "framework") {
    s.framework = framework(describe::read_node(v, at));
  } else if (key != "quindex" && key != "version") {
    throw spec_error({key, "a spec has no such key",
                      did_you_mean(key, {"quindex", "version", "framework", "screen", "prepare", "normalise", "weigh",
                                         "aggregate", "missing", "ties", "rank_decimals", "publish"})});
  }
}

}  // namespace detail

QUINDEX_INLINE describe::value write_spec(const spec& s) {
  using describe::codec;
  using describe::value;
  value::list steps;
  for (const prepare_step& step : s.prepare) steps.push_back(detail::write_step(step));
  return value::object{
      {"quindex", spec_schema},
      {"version", version},
      {"framework", s.framework.is_empty() ? value{} : describe::write_node(s.framework.root())},
      {"screen", s.screen ? s.screen->write() : value{}},
      {"prepare", steps},
      {"normalise", codec<choice<normalise::method>>::write(s.normalise)},
      {"weigh", codec<choice<weigh::method>>::write(s.weigh)},
      {"aggregate", codec<choice<aggregate::method>>::write(s.aggregate)},
      {"missing", s.missing.write()},
      {"ties", codec<ties>::write(s.ties)},
      {"rank_decimals", codec<std::optional<int>>::write(s.rank_decimals)},
      {"publish", s.publish ? codec<choice<normalise::method>>::write(*s.publish) : value{}},
  };
}

QUINDEX_INLINE spec read_spec(const describe::value& v, const describe::extensions& functions) {
  detail::check_header(v);
  const describe::reader r{&functions};
  spec s;
  for (const auto& [key, item] : *v.as_object()) detail::read_member(s, key, item, r);
  return s;
}

QUINDEX_INLINE const std::vector<describe::family_view>& catalogue() {
  static const std::vector<describe::family_view> families{
      {"screen", screen::summary, screen::method::all()},
      {"denominate", denominate::summary, denominate::method::all()},
      {"treat", treat::summary, treat::method::all()},
      {"impute", impute::summary, impute::method::all()},
      {"normalise", normalise::summary, normalise::method::all()},
      {"weigh", weigh::summary, weigh::method::all()},
      {"aggregate", aggregate::summary, aggregate::method::all()},
      {"missing", missing::summary, missing::method::all()},
      {"draw", draw::summary, draw::method::all()},
      {"vary", vary::summary, vary::method::all()},
  };
  return families;
}

QUINDEX_END
