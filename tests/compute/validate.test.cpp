// All that is wrong, at once.
#include <gtest/gtest.h>
#include <stdexcept>

#include "compute/support.hpp"

namespace qx = quindex;
using example::data;
using example::recipe;

namespace {

std::vector<std::string> problems(const qx::spec& s, const qx::table& t) {
  std::vector<std::string> out;
  for (const qx::issue& one : qx::validate(s, t)) out.push_back(one.where + ": " + one.what);
  return out;
}
using texts = std::vector<std::string>;

/// Neither income nor pollution; schooling has no value.
qx::table poor() {
  return {{"A", "B"}, {"schooling"}, (qx::matrix(2, 1) << qx::missing_value, qx::missing_value).finished()};
}

TEST(validate, finds_missing_columns_and_empty_ones_together) {
  const texts found = problems(recipe(), poor());
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].rfind("indicators/income: ", 0), 0U);
  EXPECT_EQ(found[1].rfind("indicators/pollution: ", 0), 0U);
  EXPECT_EQ(found[2], "indicators/schooling: all values are missing");
}

TEST(validate, finds_what_is_wrong_with_the_table_beside_what_is_wrong_with_groups) {
  qx::spec s = recipe();
  s.aggregate = {qx::aggregate::arithmetic_mean{}, {{"lief", qx::aggregate::minimum{}}}};
  const texts found = problems(s, poor());
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0], "aggregate.except.lief: the framework has no node 'lief'");
  EXPECT_EQ(found[3], "indicators/schooling: all values are missing");
}

TEST(validate, does_not_try_what_the_spec_has_wrong_on_the_table) {
  qx::spec s = recipe();
  s.normalise = qx::normalise::min_max{.low = 5, .high = 1};
  const texts found = problems(s, poor());
  EXPECT_EQ(found.size(), 3U) << "the method, and two columns that are not there";
}

TEST(validate, goes_on_without_a_column_to_divide_by) {
  qx::spec s = recipe();
  s.prepare = {{qx::denominate::ratio{.by = "people"}, {"income"}}};
  EXPECT_EQ(problems(s, example::data_with(0, 1, 1e300)).size(), 1U);
}

/// Fails where it is asked about pollution, or for a group.
struct failing {
  std::vector<double> operator()(qx::column_view x, const qx::node& about) const {
    if (about.code == "pollution") throw std::runtime_error("no idea\nat line 7");
    return {x.begin(), x.end()};
  }
  double operator()(qx::column_view, qx::column_view) const { throw std::out_of_range("nothing there"); }
  std::vector<double> operator()(const qx::weigh::group&) const { throw std::logic_error("too heavy"); }
};

TEST(validate, names_the_node_and_the_custom_function_that_failed) {
  qx::spec s = recipe();
  s.normalise = qx::normalise::custom_function("mine", failing{});
  EXPECT_EQ(problems(s, data()), texts{"indicators/pollution: the custom function 'mine' failed: no idea"});
  s = recipe();
  s.aggregate = {qx::aggregate::arithmetic_mean{}, {{"life", qx::aggregate::custom_function("mine", failing{})}}};
  EXPECT_EQ(problems(s, data()), texts{"groups/life: the custom function 'mine' failed: nothing there"});
  s = recipe();
  s.weigh = {qx::weigh::given{}, {{"life", qx::weigh::custom_function("mine", failing{})}}};
  EXPECT_EQ(problems(s, data()), texts{"weigh/life: the custom function 'mine' failed: too heavy"});
}

TEST(compute, keeps_what_a_custom_function_threw_within_its_error) {
  qx::spec s = recipe();
  s.normalise = qx::normalise::custom_function("mine", failing{});
  std::string innermost;
  const std::function<void(const std::exception&)> look = [&](const std::exception& e) {
    innermost = e.what();
    try {
      std::rethrow_if_nested(e);
    } catch (const std::exception& inner) {
      look(inner);
    }
  };
  try {
    (void)qx::compute(s, data());
  } catch (const qx::spec_error& e) {
    look(e);
  }
  EXPECT_EQ(innermost, "no idea\nat line 7");
}

}  // namespace
