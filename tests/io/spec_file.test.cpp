#include "quindex/io/spec_file.hpp"

#include <gtest/gtest.h>

#include "compute/support.hpp"
#include "io/support.hpp"

namespace qx = quindex;

namespace {

std::string spec_problem_of(std::string_view text) {
  return thrown_by([&] { (void)qx::io::parse_spec(text, "s.json"); });
}

}  // namespace

TEST(spec_file, a_written_spec_reads_back_to_an_equal_one) {
  const auto file = scratch() / "s.json";
  qx::spec s = example::recipe();
  s.prepare = {qx::treat::winsorise{}, qx::impute::median{}};
  s.normalise = {qx::normalise::min_max{.low = 1}, {{"income", qx::normalise::z_score{}}}};
  s.aggregate = {qx::aggregate::geometric_mean{}, {{"level:2", qx::aggregate::arithmetic_mean{}}}};
  s.missing = qx::missing::renormalise{.at_least = 2.0 / 3};
  s.rank_decimals = 1;
  qx::io::write_spec(s, file);
  EXPECT_EQ(qx::io::read_spec(file), s);
}

TEST(spec_file, a_frozen_index_reads_back_to_an_equal_one_and_the_same_scores) {
  const auto file = scratch() / "frozen.json";
  const qx::fitted index = qx::fit(example::recipe(), example::data());
  const qx::spec frozen = qx::freeze(index);
  qx::io::write_spec(frozen, file);
  const qx::spec back = qx::io::read_spec(file);
  EXPECT_EQ(back, frozen);
  EXPECT_EQ(qx::compute(back, example::data()).scores(), index(example::data()).scores());
}

TEST(spec_file, the_least_there_is_to_write) {
  const qx::spec s = qx::io::parse_spec(R"({"quindex": 1, "framework": {"code": "i", "children": [{"code": "x"}]}})");
  EXPECT_EQ(s, (qx::spec{.framework = qx::group("i", {qx::indicator("x")})}));
}

TEST(spec_file, custom_methods_are_handed_back) {
  const auto file = scratch() / "s.json";
  const auto half = qx::aggregate::custom_function("half", [](qx::column_view z, qx::column_view) { return z[0] / 2; });
  qx::spec s = example::recipe();
  s.aggregate = half;
  qx::io::write_spec(s, file);
  EXPECT_EQ(thrown_by([&] { (void)qx::io::read_spec(file); }),
            "spec_error: " + file.string() + ": aggregate.method: 'half' is custom; pass it in `extensions`");
  EXPECT_EQ(qx::io::read_spec(file, {{"half", *half.call}}).aggregate.base.name(), "custom");
}

TEST(spec_file, what_is_wrong_names_file_and_place) {
  const std::string framework = R"("framework": {"code": "i", "children": [{"code": "x"}]})";
  const std::pair<std::string, const char*> bad[] = {
      {"[1]", "spec_error: s.json: spec: found a list; expected an object with the key 'framework'"},
      {"{" + framework + "}", "spec_error: s.json: quindex: the schema number is missing; write \"quindex\": 1"},
      {R"({"quindex": "1", )" + framework + "}", "spec_error: s.json: quindex: found a text '1'; expected a number"},
      {R"({"quindex": 1.5, )" + framework + "}",
       "spec_error: s.json: quindex: 1.5 is not a whole number; expected a whole number"},
      {R"({"quindex": 1})",
       "spec_error: s.json: framework: the key is missing; write the tree of groups and indicators"},
      {R"({"quindex": 1, "normalize": "min_max", )" + framework + "}",
       "spec_error: s.json: normalize: a spec has no such key; did you mean 'normalise'?"},
      {R"({"quindex": 1, "framework": {"code": "i", "children": []}})",
       "framework_error: s.json: i: the group has no children; add an indicator or remove the group"},
      {"{\"quindex\": 1,\n \"framework\": }",
       "io_error: s.json:2:15: the JSON is malformed at '}'; look for a missing comma, colon, quotation mark or "
       "bracket here or just before"},
  };
  for (const auto& [text, message] : bad) EXPECT_EQ(spec_problem_of(text), message) << text;
}

TEST(spec_file, a_schema_of_another_version_is_refused) {
  EXPECT_EQ(spec_problem_of(R"({"quindex": 2, "framework": {}})"),
            "spec_error: s.json: quindex: the file has schema 2; this version (" + std::string(qx::version) +
                ") reads schema 1");
}
