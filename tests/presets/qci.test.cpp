// The quality competitiveness index: what is published is fixed, what is not has to be given and shows.
#include <cmath>
#include <functional>
#include <gtest/gtest.h>

#include "quindex/compute/compute.hpp"
#include "quindex/presets/presets.hpp"

namespace qx = quindex;
using qx::describe::value;

namespace {

const std::vector<std::string> indicators{"grading_rate",      "microelectronic_share", "certification_rate",
                                          "quality_loss_rate", "spot_check_pass_rate",  "export_pass_rate",
                                          "research_share",    "renovation_share",      "patents",
                                          "new_product_share", "average_sales",         "international_share"};
const std::vector<std::string> parts{"standards_and_technology", "quality_management", "supervision_and_inspection",
                                     "research_and_renovation",  "core_technology",    "market_adaptability"};

/// Thresholds 0 and 10 for every indicator.
value::object thresholds() {
  value::object out;
  for (const std::string& code : indicators) out.emplace_back(code, value::list{0, 10});
  return out;
}
/// Every weight 1 but that of the first part, which is 4.
value::object weights() {
  value::object out;
  for (const std::string& code : parts) out.emplace_back(code, code == parts.front() ? 4 : 1);
  for (const std::string& code : indicators) out.emplace_back(code, 1);
  return out;
}
qx::spec load(const value::object& parameters) { return qx::presets::load("qci", parameters); }
qx::spec assumed(const char* curve) {
  return load({{"lower_weights", "equal_weights_assumption"}, {"thresholds", thresholds()}, {"curve", curve}});
}
/// Units whose indicators all have one value.
qx::table uniform(const std::vector<double>& values) {
  qx::matrix x(static_cast<Eigen::Index>(values.size()), static_cast<Eigen::Index>(indicators.size()));
  std::vector<std::string> units;
  for (std::size_t i = 0; i < values.size(); ++i) {
    x.row(static_cast<Eigen::Index>(i)).setConstant(values[i]);
    units.push_back("unit " + std::to_string(i));
  }
  return {units, indicators, x};
}
std::string refusal(const value::object& parameters) {
  try {
    (void)load(parameters);
  } catch (const qx::spec_error& e) {
    return e.what();
  }
  return "nothing was thrown";
}

TEST(qci, has_two_blocks_six_parts_and_twelve_indicators) {
  const qx::framework tree = assumed("linear").framework;
  EXPECT_EQ(tree.indicators().size(), 12U);
  EXPECT_EQ(tree.size(), 1U + 2U + 6U + 12U);
  for (const std::string& code : parts) EXPECT_EQ(tree.at(*tree.codes().find(code)).children.size(), 2U) << code;
  const std::size_t loss = *tree.codes().find("quality_loss_rate");
  EXPECT_EQ(tree.about(loss).about.better, qx::direction::worse_when_high);
  EXPECT_EQ(tree.name_of(loss, "zh"), "质量损失率");
  EXPECT_EQ(tree.name_of(loss), "Quality loss rate");
}

TEST(qci, asks_for_what_nobody_has_published) {
  EXPECT_EQ(
      refusal({}),
      "presets.qci.lower_weights: nobody has published the weights inside the two blocks, and none are given; give a "
      "weight for each of the 6 parts and the 12 indicators, or \"equal_weights_assumption\", which will be part of "
      "the "
      "index's name");
  EXPECT_EQ(refusal({{"lower_weights", "equal_weights_assumption"}}),
            "presets.qci.thresholds: nobody has published the thresholds, and none are given; give two values for each "
            "of the "
            "12 indicators, the lower one first");
  EXPECT_EQ(
      refusal({{"lower_weights", "equal_weights_assumption"}, {"thresholds", thresholds()}}),
      "presets.qci.curve: nobody has published the curve between the thresholds, and none is given; say \"linear\" or "
      "\"exponential\"");
  EXPECT_THROW((void)qx::presets::qci{}.make(), qx::spec_error);
}

TEST(qci, refuses_weights_and_thresholds_that_do_not_match) {
  value::object more = weights();
  more.emplace_back("patent", 1);
  EXPECT_EQ(refusal({{"lower_weights", more}}),
            "presets.qci.lower_weights.patent: the index has no such node here; did you mean 'patents'?");
  value::object fewer = thresholds();
  fewer.pop_back();
  EXPECT_EQ(refusal({{"lower_weights", weights()}, {"thresholds", fewer}}),
            "presets.qci.thresholds: there is none for 'international_share'; give one for each code");
  value::object reversed = thresholds();
  reversed[3].second = value::list{10, 0};
  EXPECT_EQ(refusal({{"lower_weights", weights()}, {"thresholds", reversed}}),
            "presets.qci.thresholds.quality_loss_rate: the first value (10) must be below the second (0); the lower "
            "value comes "
            "first, also where low is better");
  EXPECT_EQ(refusal({{"lower_weights", "equal"}}),
            "presets.qci.lower_weights: unknown choice 'equal'; there are 'equal_weights_assumption'");
}

TEST(qci, scores_60_at_the_worse_and_100_at_the_better_threshold) {
  for (const char* curve : {"linear", "exponential"}) {
    const qx::result r = qx::compute(assumed(curve), uniform({0, 10}));
    EXPECT_NEAR(r.scores("patents")[0], 60, 1e-12) << curve;
    EXPECT_NEAR(r.scores("patents")[1], 100, 1e-12) << curve;
    EXPECT_NEAR(r.scores("quality_loss_rate")[0], 100, 1e-12) << curve;
    EXPECT_NEAR(r.scores("quality_loss_rate")[1], 60, 1e-12) << curve;
  }
}

TEST(qci, follows_the_curve_that_is_given) {
  EXPECT_NEAR(qx::compute(assumed("linear"), uniform({0, 5})).scores("patents")[1], 80, 1e-12);
  EXPECT_NEAR(qx::compute(assumed("exponential"), uniform({0, 5})).scores("patents")[1],
              60 * std::exp(-std::log(0.6) / 2), 1e-12);
}

TEST(qci, says_in_its_name_that_equal_weights_are_an_assumption) {
  const qx::result r = qx::compute(assumed("linear"), uniform({0, 10}));
  EXPECT_EQ(r.nodes()[0], "qci_equal_weights_assumption");
  EXPECT_EQ(r.framework().name_of(0),
            "Quality competitiveness index (equal weights inside the blocks are an assumption)");
  EXPECT_EQ(r.framework().name_of(0, "zh"), "质量竞争力指数(板块内等权为假设)");
  // Eleven indicators at 60 and one, of weight 1/12, at 100; and the other way round.
  EXPECT_NEAR(r.scores("qci_equal_weights_assumption")[0], 60 + 40.0 / 12, 1e-12);
  EXPECT_NEAR(r.scores("qci_equal_weights_assumption")[1], 100 - 40.0 / 12, 1e-12);
}

TEST(qci, weighs_as_given_inside_the_blocks_and_equally_between_them) {
  const qx::result r = qx::compute(
      load({{"lower_weights", weights()}, {"thresholds", thresholds()}, {"curve", "linear"}}), uniform({0, 10}));
  EXPECT_EQ(r.nodes()[0], "qci");
  // The loss rate is half of its part, which is 1/6 of its block, which is half of the index.
  EXPECT_NEAR(r.scores("qci")[0], 60 + 40.0 / 24, 1e-12);
  const std::vector<double> shares = r.effective_weights();
  EXPECT_DOUBLE_EQ(shares[*r.nodes().find("quality_level")], 0.5);
  EXPECT_DOUBLE_EQ(shares[*r.nodes().find("standards_and_technology")], 0.5 * 4 / 6);
  EXPECT_DOUBLE_EQ(shares[*r.nodes().find("patents")], 0.5 / 3 / 2);
}

TEST(qci, is_the_same_by_name_and_by_type) {
  qx::presets::qci typed{.lower_weights = {.equal_weights_assumption = true},
                         .curve = qx::normalise::efficacy_form::linear};
  for (const std::string& code : indicators) typed.thresholds.emplace_back(code, std::pair(0.0, 10.0));
  EXPECT_EQ(typed.make(), assumed("linear"));
}

using qx::presets::qci_band;
using qx::presets::qci_scheme;

TEST(qci_bands, begin_with_their_lower_limit) {
  EXPECT_EQ(qci_band(74.999, qci_scheme::aqsiq_2011)->name_zh, "没有竞争力");
  EXPECT_EQ(qci_band(75, qci_scheme::aqsiq_2011)->name_zh, "竞争力不足");
  EXPECT_EQ(qci_band(80, qci_scheme::aqsiq_2011)->name_zh, "具备初步(初等)竞争力");
  EXPECT_EQ(qci_band(85, qci_scheme::aqsiq_2011)->name_zh, "具备中等竞争力");
  EXPECT_EQ(qci_band(90, qci_scheme::aqsiq_2011)->name, "fairly strong");
  EXPECT_EQ(qci_band(100, qci_scheme::aqsiq_2011)->name, "fairly strong");
}

TEST(qci_bands, differ_between_their_sources) {
  EXPECT_EQ(qci_band(87, qci_scheme::aqsiq_2011)->name, "medium");
  EXPECT_EQ(qci_band(87, qci_scheme::anhui_2009)->name, "fairly strong");
  EXPECT_EQ(qci_band(87, qci_scheme::press_2008)->name, "strong");
}

TEST(qci_bands, are_silent_where_nothing_was_published) {
  EXPECT_FALSE(qci_band(80, qci_scheme::press_2008));
  EXPECT_FALSE(qci_band(59.9, qci_scheme::aqsiq_2011));
  EXPECT_FALSE(qci_band(100.1, qci_scheme::anhui_2009));
  EXPECT_FALSE(qci_band(qx::missing_value, qci_scheme::aqsiq_2011));
}

}  // namespace
