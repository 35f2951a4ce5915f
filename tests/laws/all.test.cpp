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

/// A method without its type: compiling these laws once for every method would take minutes.
struct method_case {
  const qx::describe::method_view* view;
  std::span<const qx::describe::method_view> family;
  std::shared_ptr<void> example, copy;
  qx::describe::extensions functions;

  value written() const { return qx::describe::write_fields(*view, example.get()); }
  qx::describe::chosen_method read(const value& v, std::string_view where) const {
    return qx::describe::read_method(family, v, qx::path(std::string(where)), {&functions});
  }
};

template <class List>
void add_family(std::vector<method_case>& cases, List list) {
  using method = qx::any_method<List>;
  std::size_t k = 0;
  for_each_method(list, [&]<class M>() {
    const M m = example<M>();
    cases.push_back(
        {&method::all()[k++], method::all(), std::make_shared<M>(m), std::make_shared<M>(m), extensions_of(m)});
  });
}

/// Calls `f` with each method of each family.
void for_each_case(const std::function<void(const method_case&)>& f) {
  static const std::vector<method_case> cases = [] {
    std::vector<method_case> out;
    add_family(out, qx::screen::methods{});
    add_family(out, qx::denominate::methods{});
    add_family(out, qx::treat::methods{});
    add_family(out, qx::impute::methods{});
    add_family(out, qx::normalise::methods{});
    add_family(out, qx::weigh::methods{});
    add_family(out, qx::aggregate::methods{});
    add_family(out, qx::missing::methods{});
    add_family(out, qx::draw::methods{});
    add_family(out, qx::vary::methods{});
    return out;
  }();
  for (const method_case& m : cases) {
    SCOPED_TRACE(std::string(m.view->info->name));
    const std::size_t before = counted->cases();
    f(m);
    counted->covers(m.view->info->name, before);
  }
}

bool is_sentence(std::string_view text) { return text.size() > 5 && text.back() == '.'; }
bool is_snake_case(std::string_view text) {
  return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789") == text.npos;
}

TEST(EveryMethod, is_the_same_after_writing_and_reading) {
  for_each_case([](const method_case& m) {
    const qx::describe::chosen_method read = m.read(m.written(), "method");
    EXPECT_EQ(&m.family[read.index], m.view);
    EXPECT_TRUE(m.view->equal(read.value.get(), m.example.get()));
  });
}

TEST(EveryMethod, passes_its_own_checks) {
  for_each_case([](const method_case& m) {
    EXPECT_NO_THROW(qx::describe::check_fields(*m.view, m.example.get(), qx::path("method")));
    EXPECT_NO_THROW(m.view->check(m.example.get(), qx::path("method")));
  });
}

TEST(EveryMethod, is_accepted_by_the_schema_of_its_family_and_by_no_other_branch) {
  for_each_case([](const method_case& m) {
    const value schema = qx::describe::family_schema(m.family);
    EXPECT_TRUE(accepts(schema, m.written()));
    EXPECT_TRUE(accepts(schema, std::string(m.view->info->name)));
    value::object wrong = *m.written().as_object();
    wrong.emplace_back("wrong", 1);
    EXPECT_FALSE(accepts(schema, wrong));
  });
}

TEST(EveryMethod, is_documented) {
  for_each_case([](const method_case& m) {
    const qx::method_info& info = *m.view->info;
    EXPECT_TRUE(is_snake_case(info.name));
    EXPECT_FALSE(info.title.empty());
    EXPECT_TRUE(is_sentence(info.summary)) << info.summary;
    EXPECT_FALSE(info.formula.empty());
    EXPECT_FALSE(info.reference.empty());
    EXPECT_TRUE(is_sentence(info.details)) << info.details;
  });
}

TEST(EveryMethod, documents_every_parameter) {
  for_each_case([](const method_case& m) {
    std::set<std::string_view> names;
    for (const field_view& field : m.view->fields) {
      EXPECT_TRUE(is_snake_case(field.name)) << field.name;
      EXPECT_TRUE(names.insert(field.name).second) << field.name;
      EXPECT_TRUE(is_sentence(field.summary)) << field.name;
      EXPECT_FALSE(field.python.empty()) << field.name;
    }
  });
}

TEST(EveryMethod, has_a_name_of_its_own_in_its_family) {
  for_each_case([](const method_case& m) {
    EXPECT_EQ(std::count_if(m.family.begin(), m.family.end(),
                            [&](const method_view& v) { return v.info->name == m.view->info->name; }),
              1);
  });
}

TEST(EveryMethod, refuses_a_misspelt_parameter_and_offers_the_right_one) {
  for_each_case([](const method_case& m) {
    for (const field_view& field : m.view->fields) {
      const std::string name(m.view->info->name), misspelt = std::string(field.name) + "x";
      const value v = value::object{{"method", name}, {misspelt, 1}};
      EXPECT_EQ(
          trial::refused<qx::spec_error>([&] { (void)m.read(v, "spec"); }),
          "spec." + misspelt + ": " + name + " has no such parameter; did you mean '" + std::string(field.name) + "'?");
    }
  });
}

TEST(EveryMethod, refuses_parameters_outside_their_range) {
  for_each_case([](const method_case& m) {
    for (const field_view& field : m.view->fields) {
      if (field.python != "float" && field.python != "int") continue;
      for (const double outside : {field.range.low - 1, field.range.high + 1}) {
        if (!std::isfinite(outside)) continue;
        const value v = value::object{{"method", m.view->info->name}, {std::string(field.name), outside}};
        EXPECT_EQ(trial::refused<qx::spec_error>([&] {
                    (void)m.read(v, "spec");
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
  for_each_case([](const method_case& m) {
    for (const field_view& field : m.view->fields) {
      const value before = field.get(m.example.get()), other = another(field, before);
      if (other.is_null()) continue;
      field.set(m.copy.get(), other, qx::path("spec"), {});
      EXPECT_FALSE(m.view->equal(m.copy.get(), m.example.get())) << field.name;
      EXPECT_EQ(field.get(m.copy.get()), other) << field.name;
      field.set(m.copy.get(), before, qx::path("spec"), {});
      EXPECT_TRUE(m.view->equal(m.copy.get(), m.example.get())) << field.name;
    }
  });
}

}  // namespace
