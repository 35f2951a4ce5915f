#include "quindex/describe/value.hpp"

#include "methods.hpp"
#include "quindex/base/text.hpp"
#include "quindex/describe/claims.hpp"

namespace {

using namespace trial;
using quindex::describe::json_text;
using quindex::describe::value;

TEST(Value, keeps_the_order_of_its_keys) {
  const value v = value::object{{"b", 1}, {"a", value::list{true, "x"}}, {"c", value{}}};
  EXPECT_EQ(json_text(v), R"({"b":1,"a":[true,"x"],"c":null})");
  EXPECT_EQ(v.find("d"), nullptr);
  EXPECT_EQ(*v.find("b"), value(1));
}

TEST(JsonText, is_laid_out_when_asked_to) {
  EXPECT_EQ(json_text(value::object{{"a", value::list{1, 2}}, {"b", value::object{}}}, 2),
            "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {}\n}");
}

TEST(JsonText, writes_numbers_that_read_back_and_what_json_has_no_word_for_as_null) {
  EXPECT_EQ(json_text(0.1), "0.1");
  EXPECT_EQ(json_text(1e300), "1e+300");
  EXPECT_EQ(json_text(none), "null");
  EXPECT_EQ(json_text(HUGE_VAL), "null");
}

TEST(JsonText, escapes_what_json_forbids) { EXPECT_EQ(json_text("a\"b\\c\nd\te\x01"), R"("a\"b\\c\nd\u0009e\u0001")"); }

TEST(DidYouMean, offers_the_nearest_word_or_all_there_are) {
  EXPECT_EQ(qx::did_you_mean("minmax", {"z_score", "min_max"}), "did you mean 'min_max'?");
  EXPECT_EQ(qx::did_you_mean("hihg", {"low", "high"}), "did you mean 'high'?");
  EXPECT_EQ(qx::did_you_mean("entropy", {"low", "high"}), "there are 'low', 'high'");
  EXPECT_EQ(qx::did_you_mean("entropy", {}), "");
  EXPECT_EQ(qx::did_you_mean(std::string(100000, 'x'), {"low"}), "there are 'low'");
}

TEST(EditDistance, counts_insertions_changes_and_swaps) {
  EXPECT_EQ(qx::edit_distance("hihg", "high"), 1U);
  EXPECT_EQ(qx::edit_distance("", "low"), 3U);
  EXPECT_EQ(qx::edit_distance("kitten", "sitting"), 3U);
}

TEST(Claims, each_has_a_name_and_a_meaning) {
  for (const auto& claim : qx::describe::all_claims) {
    EXPECT_FALSE(claim.name.empty());
    EXPECT_TRUE(qx::claim_set(claim.what).has(claim.what));
  }
}

}  // namespace
