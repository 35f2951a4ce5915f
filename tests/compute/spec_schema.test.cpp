// The schema of spec files says everything once.
#include <gtest/gtest.h>
#include <set>

#include "quindex/compute/spec.hpp"

namespace qx = quindex;
using qx::describe::value;

namespace {

void collect_references(const value& v, std::set<std::string>& found) {
  if (const auto* items = v.as_list())
    for (const value& item : *items) collect_references(item, found);
  if (v.as_object() == nullptr) return;
  for (const auto& [key, item] : *v.as_object()) {
    if (key == "$ref") found.insert(*item.as_text());
    collect_references(item, found);
  }
}

std::size_t times(const std::string& text, const std::string& word) {
  std::size_t count = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++count;
  return count;
}

TEST(spec_json_schema, refers_to_what_it_defines_and_defines_nothing_else) {
  const value schema = qx::spec_json_schema();
  std::set<std::string> references;
  collect_references(schema, references);
  std::set<std::string> defined;
  for (const auto& [name, definition] : *schema.find("$defs")->as_object())
    EXPECT_TRUE(defined.insert("#/$defs/" + name).second) << name << " is defined twice";
  EXPECT_EQ(references, defined);
}

TEST(spec_json_schema, describes_a_method_once_for_its_family_and_once_with_exceptions) {
  const std::string text = qx::describe::json_text(qx::spec_json_schema());
  EXPECT_LT(text.size(), 500'000U);
  EXPECT_EQ(times(text, R"("const":"geometric_mean"})"), 2U);
  EXPECT_EQ(times(text, R"("const":"piecewise_linear"},"points")"), 3U) << "the normaliser's two, and the map";
  EXPECT_EQ(times(text, R"("const":"winsorise"})"), 1U) << "a treatment has no exceptions of this kind";
}

TEST(spec_json_schema, names_a_family_within_a_method_by_its_place) {
  const value schema = qx::spec_json_schema();
  const value& treat = *schema.find("$defs")->find("treat");
  for (const value& branch : *treat.find("oneOf")->as_list()) {
    const value* properties = branch.find("properties");
    if (properties == nullptr || properties->find("map") == nullptr) continue;
    EXPECT_EQ(*properties->find("map")->find("$ref"), value("#/$defs/treat.fixed.map"));
    EXPECT_NE(properties->find("map")->find("description"), nullptr);
  }
}

TEST(direction_in_data, is_an_interval_where_a_number_would_be_a_sign) {
  using codec = qx::describe::codec<qx::direction>;
  for (const double x : {1.0, -1.0, 7.0}) {
    const qx::direction best = qx::direction::optimal_point(x);
    EXPECT_EQ(codec::write(best).as_list() != nullptr, x != 7) << x;
    EXPECT_EQ(codec::read(codec::write(best), qx::path("better"), {}, {}), best) << x;
  }
}

}  // namespace
