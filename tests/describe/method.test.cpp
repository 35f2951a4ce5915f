// One struct and one list line: everything that follows from them, shown with methods made up for this test.
#include "methods.hpp"
#include "quindex/describe/any_method.hpp"
#include "quindex/describe/impl/method_list.ipp"  // needed for a list of one's own with the compiled library

namespace example {

namespace qx = quindex;

enum class mood { calm, lively };

/// A method with a parameter of every kind.
struct recipe {
  double dose = 0.5;
  int rounds = 3;
  bool stirred = false;
  std::string served_in{};
  mood music = mood::calm;
  std::optional<double> limit{};
  std::vector<std::pair<double, double>> curve{};
  std::vector<std::pair<std::string, double>> shares{};

  static constexpr qx::method_info info{.name = "recipe",
                                        .title = "A recipe",
                                        .summary = "Shows every kind of parameter.",
                                        .formula = "x",
                                        .reference = "made up"};
  static constexpr qx::claim_set claims = qx::claim::bounded | qx::claim::monotone;
  static constexpr auto fields() {
    return qx::fields_of(qx::field("dose", &recipe::dose, "How much.").within(0, 1),
                         qx::field("rounds", &recipe::rounds, "How often.").at_least(1),
                         qx::field("stirred", &recipe::stirred, "Whether it is stirred."),
                         qx::field("served_in", &recipe::served_in, "What it is served in."),
                         qx::field("music", &recipe::music, "What is played."),
                         qx::field("limit", &recipe::limit, "The most there may be.").above(0),
                         qx::field("curve", &recipe::curve, "Points."),
                         qx::field("shares", &recipe::shares, "Shares by name.").within(0, 1));
  }
  void check(const qx::path& where) const {
    if (stirred && rounds > 9) throw qx::spec_error({where.text(), "too much stirring", ""});
  }
  friend bool operator==(const recipe&, const recipe&) = default;
};

struct nothing {
  static constexpr qx::method_info info{
      .name = "nothing", .title = "Nothing", .summary = "Does nothing.", .formula = "x", .reference = "made up"};
  static constexpr auto fields() { return qx::fields_of(); }
  friend bool operator==(const nothing&, const nothing&) = default;
};

using methods = qx::method_list<recipe, nothing>;
using method = qx::any_method<methods>;

}  // namespace example

template <>
struct quindex::describe::enum_names<example::mood> {
  static constexpr auto names = std::to_array<std::string_view>({"calm", "lively"});
};

namespace {

using namespace trial;
using namespace example;
using quindex::describe::value;

std::string refused_spec(const value& v) {
  return refused<qx::spec_error>([&] { (void)method::read(v, qx::path("step")); });
}
value with(const std::string& key, value v) { return value::object{{"method", "recipe"}, {key, std::move(v)}}; }

const recipe full{.dose = 0.25,
                  .rounds = 7,
                  .stirred = true,
                  .served_in = "a \"cup\"",
                  .music = mood::lively,
                  .limit = 2,
                  .curve = {{0, 1}, {2, 3}},
                  .shares = {{"milk", 0.1}, {"tea", 0.9}}};

TEST(AnyMethod, starts_as_the_first_of_its_list) {
  EXPECT_EQ(method{}, method(recipe{}));
  EXPECT_EQ(method{}.name(), "recipe");
  EXPECT_NE(method{}, method(nothing{}));
  EXPECT_EQ(method(full).as<recipe>()->rounds, 7);
  EXPECT_EQ(method(full).as<nothing>(), nullptr);
}

TEST(AnyMethod, is_the_same_after_writing_and_reading) {
  for (const method& m : {method(full), method(recipe{}), method(nothing{})})
    EXPECT_EQ(method::read(m.write(), qx::path("step")), m);
}

TEST(AnyMethod, writes_every_parameter) {
  EXPECT_EQ(
      qx::describe::json_text(method(full).write()),
      R"({"method":"recipe","dose":0.25,"rounds":7,"stirred":true,"served_in":"a \"cup\"","music":"lively","limit":2,)"
      R"("curve":[[0,1],[2,3]],"shares":{"milk":0.1,"tea":0.9}})");
}

TEST(AnyMethod, is_read_from_a_name_or_from_some_of_its_parameters) {
  EXPECT_EQ(method::read("nothing", qx::path("step")), method(nothing{}));
  EXPECT_EQ(method::read(with("dose", 1), qx::path("step")), method(recipe{.dose = 1}));
}

TEST(AnyMethod, names_what_it_does_not_know_and_what_was_meant) {
  EXPECT_EQ(refused_spec("recip"), "step.method: unknown method 'recip'; did you mean 'recipe'?");
  EXPECT_EQ(refused_spec("entropy"), "step.method: unknown method 'entropy'; there are 'recipe', 'nothing'");
  EXPECT_EQ(refused_spec(with("dosis", 1)), "step.dosis: recipe has no such parameter; did you mean 'dose'?");
  EXPECT_EQ(refused_spec(value::object{{"method", "nothing"}, {"dose", 1}}),
            "step.dose: nothing has no such parameter; it has no parameters");
  EXPECT_EQ(refused_spec(with("music", "livly")), "step.music: unknown choice 'livly'; did you mean 'lively'?");
}

TEST(AnyMethod, refuses_values_out_of_range_and_of_another_kind) {
  EXPECT_EQ(refused_spec(with("dose", 2)), "step.dose: 2 is outside [0, 1]");
  EXPECT_EQ(refused_spec(with("dose", none)), "step.dose: the value is nan; expected a finite number");
  EXPECT_EQ(refused_spec(with("limit", 0)), "step.limit: 0 is not above 0");
  EXPECT_EQ(refused_spec(with("rounds", 2.5)), "step.rounds: 2.5 is not a whole number; expected a whole number");
  EXPECT_EQ(refused_spec(with("rounds", 0)), "step.rounds: 0 is below 1");
  EXPECT_EQ(refused_spec(with("dose", "much")), "step.dose: found a text 'much'; expected a number");
  EXPECT_EQ(refused_spec(with("stirred", 1)), "step.stirred: found a number 1; expected true or false");
  EXPECT_EQ(refused_spec(with("curve", value::list{value::list{1, 2}, 3})),
            "step.curve.1: found a number 3; expected a list of two numbers");
  EXPECT_EQ(refused_spec(with("shares", value::object{{"milk", 7}})), "step.shares.milk: 7 is outside [0, 1]");
}

TEST(AnyMethod, refuses_what_is_no_method) {
  EXPECT_EQ(refused_spec(7),
            "step: found a number 7; expected the name of a method, or an object with the key 'method'");
  EXPECT_EQ(refused_spec(value::object{{"dose", 1}}),
            "step: the key 'method' is missing; write {\"method\": \"recipe\"}");
  EXPECT_EQ(refused_spec(value::object{{"method", 7}}), "step.method: found a number 7; expected the name of a method");
  EXPECT_EQ(refused_spec(value::object{{"method", "recipe"}, {"dose", 0.1}, {"dose", 0.2}}),
            "step: the key 'dose' stands twice; keep one of them");
}

TEST(AnyMethod, checks_what_parameters_have_to_keep_together) {
  EXPECT_EQ(refused_spec(value::object{{"method", "recipe"}, {"stirred", true}, {"rounds", 10}}),
            "step: too much stirring");
  EXPECT_EQ(refused<qx::spec_error>([] { method(recipe{.rounds = 10, .stirred = true}).check(qx::path("step")); }),
            "step: too much stirring");
}

TEST(MethodView, lists_parameters_without_their_types) {
  const qx::describe::method_view& view = *method::all().begin();
  EXPECT_EQ(view.info->title, "A recipe");
  EXPECT_TRUE(view.claims.has(qx::claim::monotone));
  EXPECT_FALSE(view.claims.has(qx::claim::idempotent));
  ASSERT_EQ(view.fields.size(), 8U);
  EXPECT_EQ(view.fields[0].name, "dose");
  EXPECT_EQ(view.fields[0].range.text(), "[0, 1]");
  EXPECT_EQ(view.fields[5].python, "float");
  EXPECT_EQ(*view.defaults().find("rounds")->as_number(), 3);
}

TEST(MethodView, varies_a_parameter_by_its_name) {
  recipe changed{};
  const auto& dose = method::all()[0].fields[0];
  dose.set(&changed, 0.75, qx::path("step.dose"), {});
  EXPECT_EQ(changed, recipe{.dose = 0.75});
  EXPECT_EQ(*dose.get(&changed).as_number(), 0.75);
}

TEST(Schema, describes_each_method_of_a_family) {
  EXPECT_EQ(
      qx::describe::json_text(qx::describe::codec<method>::schema({})),
      R"({"oneOf":[{"enum":["recipe","nothing"]},)"
      R"({"title":"A recipe","description":"Shows every kind of parameter.","type":"object","properties":{)"
      R"("method":{"const":"recipe"},)"
      R"("dose":{"type":"number","minimum":0,"maximum":1,"description":"How much.","default":0.5},)"
      R"("rounds":{"type":"integer","minimum":1,"description":"How often.","default":3},)"
      R"("stirred":{"type":"boolean","description":"Whether it is stirred.","default":false},)"
      R"("served_in":{"type":"string","description":"What it is served in.","default":""},)"
      R"("music":{"enum":["calm","lively"],"description":"What is played.","default":"calm"},)"
      R"("limit":{"anyOf":[{"type":"number","exclusiveMinimum":0},{"type":"null"}],)"
      R"("description":"The most there may be.","default":null},)"
      R"("curve":{"type":"array","items":{"type":"array","items":{"type":"number"},"minItems":2,"maxItems":2},)"
      R"("description":"Points.","default":[]},)"
      R"("shares":{"type":"object","additionalProperties":{"type":"number","minimum":0,"maximum":1},)"
      R"("description":"Shares by name.","default":{}}},)"
      R"("required":["method"],"additionalProperties":false},)"
      R"({"title":"Nothing","description":"Does nothing.","type":"object","properties":{"method":{"const":"nothing"}},)"
      R"("required":["method"],"additionalProperties":false}]})");
}

}  // namespace
