// The words everyone speaks: labels, paths, numbers as text, missing values.
#include <gtest/gtest.h>

#include "quindex/base/labels.hpp"
#include "quindex/base/path.hpp"
#include "quindex/base/text.hpp"
#include "quindex/base/types.hpp"

namespace {

namespace qx = quindex;

TEST(Labels, know_their_positions) {
  const qx::labels units{"Oslo", "Bergen", "Tromsø"};
  EXPECT_EQ(units.size(), 3U);
  EXPECT_EQ(units[2], "Tromsø");
  EXPECT_EQ(units.find("Bergen"), 1U);
  EXPECT_EQ(units.find("bergen"), std::nullopt);
  EXPECT_TRUE(units.has("Oslo"));
}

TEST(Labels, report_the_first_code_that_stands_twice) {
  EXPECT_EQ(qx::labels({"a", "b", "c"}).duplicate(), std::nullopt);
  const qx::labels twice{"a", "b", "b", "a"};
  EXPECT_EQ(twice.duplicate(), 2U);
  EXPECT_EQ(twice.find("b"), 1U);
}

TEST(Labels, are_equal_by_their_codes) {
  const qx::labels a{"x", "y"};
  const qx::labels copy = a;
  EXPECT_EQ(a, copy);
  EXPECT_EQ(a, qx::labels({"x", "y"}));
  EXPECT_NE(a, qx::labels({"y", "x"}));
  EXPECT_TRUE(qx::labels().is_empty());
}

TEST(Path, joins_its_steps) {
  const qx::path root;
  const qx::path normalise("normalise");
  EXPECT_EQ(root.text(), "");
  EXPECT_EQ((normalise / "except" / "gdp").text(), "normalise.except.gdp");
  EXPECT_EQ((root / "weigh").text(), "weigh");
}

TEST(NumberText, is_the_shortest_that_reads_back) {
  EXPECT_EQ(qx::number_text(0.1), "0.1");
  EXPECT_EQ(qx::number_text(100), "100");
  EXPECT_EQ(qx::number_text(1e300), "1e+300");
  EXPECT_EQ(qx::number_text(qx::missing_value), "nan");
  EXPECT_EQ(std::stod(qx::number_text(1.0 / 3)), 1.0 / 3);
}

TEST(DidYouMean, names_the_nearest_word) {
  const std::vector<std::string> words{"rank", "min_max", "gdp", "UK"};
  EXPECT_EQ(qx::did_you_mean("rnak", words), "did you mean 'rank'?");
  EXPECT_EQ(qx::did_you_mean("minmaxx", words), "did you mean 'min_max'?");
  EXPECT_EQ(qx::did_you_mean("gpd", words), "did you mean 'gdp'?");
  EXPECT_EQ(qx::did_you_mean("UL", words), "did you mean 'UK'?");
}

TEST(DidYouMean, lists_the_choices_where_less_than_half_of_a_word_is_right) {
  EXPECT_EQ(qx::did_you_mean("Q", {"u", "v"}), "there are 'u', 'v'");
  EXPECT_EQ(qx::did_you_mean("xy", {"ab"}), "there are 'ab'");
  EXPECT_EQ(qx::did_you_mean("gdp", {"hdi"}), "there are 'hdi'");
  EXPECT_EQ(qx::did_you_mean("", {"a"}), "there are 'a'");
  EXPECT_EQ(qx::did_you_mean("gdp", {}), "");
}

TEST(Listed, quotes_words_and_counts_what_it_leaves_out) {
  EXPECT_EQ(qx::listed({"a", "b"}), "'a', 'b'");
  EXPECT_EQ(qx::listed({"a", "b", "c", "d"}, 2), "'a', 'b' and 2 more");
}

TEST(Missing, is_what_arithmetic_carries_on) {
  EXPECT_TRUE(qx::is_missing(qx::missing_value));
  EXPECT_TRUE(qx::is_missing(qx::missing_value + 1));
  EXPECT_FALSE(qx::is_missing(0));
}

TEST(Columns, lie_one_after_another) {
  qx::matrix m(2, 2);
  m << 1, 2, 3, 4;
  EXPECT_EQ(qx::column_of(std::as_const(m), 1)[0], 2);
  qx::column_of(m, 1)[0] = 7;
  EXPECT_EQ(m(0, 1), 7);
}

}  // namespace
