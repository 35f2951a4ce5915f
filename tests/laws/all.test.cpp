// Laws of every method of every family.
#include <set>

#include "laws.hpp"
#include "quindex/aggregate/methods.hpp"
#include "quindex/denominate/methods.hpp"
#include "quindex/draw/methods.hpp"
#include "quindex/impute/methods.hpp"
#include "quindex/missing/methods.hpp"
#include "quindex/normalise/methods.hpp"
#include "quindex/screen/methods.hpp"
#include "quindex/treat/methods.hpp"
#include "quindex/vary/methods.hpp"
#include "quindex/weigh/methods.hpp"
#include "schema.hpp"

namespace {

using namespace laws;
using qx::describe::field_view;
using qx::describe::method_view;

/// Calls `f.operator()<Method, M>()` for each method of each family.
template <class F>
void for_each_family_method(F&& f) {
  const auto family = [&]<class List>(List list) {
    for_each_method(list, [&]<class M>() { f.template operator()<qx::any_method<List>, M>(); });
  };
  family(qx::screen::methods{});
  family(qx::denominate::methods{});
  family(qx::treat::methods{});
  family(qx::impute::methods{});
  family(qx::normalise::methods{});
  family(qx::weigh::methods{});
  family(qx::aggregate::methods{});
  family(qx::missing::methods{});
  family(qx::draw::methods{});
  family(qx::vary::methods{});
}

bool is_sentence(std::string_view text) { return text.size() > 5 && text.back() == '.'; }
bool is_snake_case(std::string_view text) {
  return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789") == text.npos;
}

TEST(EveryMethod, is_the_same_after_writing_and_reading) {
  for_each_family_method([]<class Method, class M>() {
    const M m = example<M>();
    const qx::describe::extensions functions = extensions_of(m);
    EXPECT_EQ(Method::read(Method(m).write(), qx::path("method"), {&functions}), Method(m));
  });
}

TEST(EveryMethod, passes_its_own_checks) {
  for_each_family_method(
      []<class Method, class M>() { EXPECT_NO_THROW(Method(example<M>()).check(qx::path("method"))); });
}

TEST(EveryMethod, is_accepted_by_the_schema_of_its_family_and_by_no_other_branch) {
  for_each_family_method([]<class Method, class M>() {
    const value schema = qx::describe::codec<Method>::schema({});
    EXPECT_TRUE(accepts(schema, Method(example<M>()).write()));
    EXPECT_TRUE(accepts(schema, std::string(M::info.name)));
    value::object wrong = *Method(example<M>()).write().as_object();
    wrong.emplace_back("wrong", 1);
    EXPECT_FALSE(accepts(schema, wrong));
  });
}

TEST(EveryMethod, is_documented) {
  for_each_family_method([]<class Method, class M>() {
    const qx::method_info& info = M::info;
    EXPECT_TRUE(is_snake_case(info.name));
    EXPECT_FALSE(info.title.empty());
    EXPECT_TRUE(is_sentence(info.summary)) << info.summary;
    EXPECT_FALSE(info.formula.empty());
    EXPECT_FALSE(info.reference.empty());
    EXPECT_TRUE(is_sentence(info.details)) << info.details;
  });
}

TEST(EveryMethod, documents_every_parameter) {
  for_each_family_method([]<class Method, class M>() {
    std::set<std::string_view> names;
    for (const field_view& field : qx::describe::view_of<M>.fields) {
      EXPECT_TRUE(is_snake_case(field.name)) << field.name;
      EXPECT_TRUE(names.insert(field.name).second) << field.name;
      EXPECT_TRUE(is_sentence(field.summary)) << field.name;
      EXPECT_FALSE(field.python.empty()) << field.name;
    }
  });
}

TEST(EveryMethod, has_a_name_of_its_own_in_its_family) {
  for_each_family_method([]<class Method, class M>() {
    const auto all = Method::all();
    EXPECT_EQ(std::count_if(all.begin(), all.end(), [](const method_view& v) { return v.info->name == M::info.name; }),
              1);
  });
}

TEST(EveryMethod, refuses_a_misspelt_parameter_and_offers_the_right_one) {
  for_each_family_method([]<class Method, class M>() {
    for (const field_view& field : qx::describe::view_of<M>.fields) {
      const std::string misspelt = std::string(field.name) + "x";
      const value v = value::object{{"method", M::info.name}, {misspelt, 1}};
      EXPECT_EQ(trial::refused<qx::spec_error>([&] { (void)Method::read(v, qx::path("spec")); }),
                "spec." + misspelt + ": " + std::string(M::info.name) + " has no such parameter; did you mean '" +
                    std::string(field.name) + "'?");
    }
  });
}

TEST(EveryMethod, refuses_parameters_outside_their_range) {
  for_each_family_method([]<class Method, class M>() {
    for (const field_view& field : qx::describe::view_of<M>.fields) {
      if (field.python != "float" && field.python != "int") continue;
      for (const double outside : {field.range.low - 1, field.range.high + 1}) {
        if (!std::isfinite(outside)) continue;
        const value v = value::object{{"method", M::info.name}, {std::string(field.name), outside}};
        EXPECT_EQ(trial::refused<qx::spec_error>([&] {
                    (void)Method::read(v, qx::path("spec"));
                  }).rfind("spec." + std::string(field.name) + ": ", 0),
                  0U)
            << field.name << " = " << outside;
      }
    }
  });
}

/// Another value that the parameter may have; nothing for parameters that are no numbers and no truth values.
value another(const field_view& field, const value& before) {
  if (before.as_bool() != nullptr) return !*before.as_bool();
  if (before.as_number() == nullptr) return {};
  const double x = *before.as_number();
  for (const double candidate : {x + 1, x - 1, x + 0.01, x - 0.01, x / 2})
    if (candidate != x && field.range.has(candidate) && (field.python == "float" || candidate == std::floor(candidate)))
      return candidate;
  return {};
}

TEST(EveryMethod, differs_from_itself_with_another_parameter) {
  for_each_family_method([]<class Method, class M>() {
    for (const field_view& field : qx::describe::view_of<M>.fields) {
      const M m = example<M>();
      M changed = m;
      const value other = another(field, field.get(&m));
      if (other.is_null()) continue;
      field.set(&changed, other, qx::path("spec"), {});
      EXPECT_FALSE(changed == m) << field.name;
      EXPECT_EQ(field.get(&changed), other) << field.name;
    }
  });
}

}  // namespace
