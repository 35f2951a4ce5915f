// The Social Vulnerability Index 2018 of 3,142 counties, against the published file.
#include "golden/sets.hpp"

namespace golden {
namespace {

// Everything is published with four decimals, and so is what it is computed from: agreement is exact but for the binary
// representation of the decimals.
constexpr double exact = 1e-9;

class svi_2018 : public testing::Test {
 protected:
  static const qx::result& computed() {
    static const qx::result r = [] {
      const set s = social_vulnerability();
      return qx::compute(s.recipe, s.data);
    }();
    return r;
  }
  static const csv& published() {
    static const csv table = data("svi_2018", "published.csv");
    return table;
  }
  static qx::column_view published_by_us(const std::string& group) {
    const auto& order = computed().framework().groups_inside_out();
    const auto place = std::find(order.begin(), order.end(), *computed().nodes().find(group));
    return qx::column_of(computed().published(), place - order.begin());
  }
};

// Case normalise/percentile_rank: CDC/ATSDR, Social Vulnerability Index 2018, 47,127 ranks
TEST_F(svi_2018, percentile_ranks_of_all_indicators_are_exact) {
  std::size_t rows = 0;
  for (const std::size_t k : computed().framework().indicators()) {
    const std::string& code = computed().nodes()[k];  // EP_POV, whose rank is EPL_POV
    const comparison found = compare(computed().scores(code), published().numbers("EPL" + code.substr(2)));
    EXPECT_EQ(found.absent + found.surplus, 0U) << code;
    EXPECT_LE(found.largest, exact) << code;
    rows += found.rows;
  }
  EXPECT_EQ(rows, 47127U);
  say("svi percentile ranks", rows, "all equal to the fourth decimal");
}

TEST_F(svi_2018, sums_of_themes_and_total_are_exact) {
  for (const char* group : {"THEME1", "THEME2", "THEME3", "THEME4", "THEMES"}) {
    const bool whole =
        group != std::string("THEME2") && group != std::string("THEME3") && group != std::string("THEME4");
    const comparison found = expect_near(std::string("svi SPL_") + group, computed().scores(group),
                                         published().numbers(std::string("SPL_") + group), whole ? 3141 : 3142, exact);
    EXPECT_EQ(found.surplus, 0U);
  }
}

TEST_F(svi_2018, percentile_ranks_of_themes_and_total_are_exact) {
  for (const char* group : {"THEME1", "THEME2", "THEME3", "THEME4", "THEMES"}) {
    const bool whole = group == std::string("THEME1") || group == std::string("THEMES");
    expect_near(std::string("svi RPL_") + group, published_by_us(group),
                published().numbers(std::string("RPL_") + group), whole ? 3141 : 3142, exact);
  }
}

}  // namespace
}  // namespace golden
