// Presets: what there is, how it is loaded, and what the specs say.
#include "quindex/presets/presets.hpp"

#include <functional>
#include <gtest/gtest.h>

#include "quindex/compute/compute.hpp"

namespace qx = quindex;
using qx::describe::value;

namespace {

/// The message of what `f` throws.
std::string message_of(const std::function<void()>& f) {
  try {
    f();
  } catch (const qx::error& e) {
    return e.what();
  }
  return "nothing was thrown";
}

TEST(presets, are_listed_with_title_summary_source_and_parameters) {
  std::vector<std::string> names;
  for (const qx::describe::method_view& preset : qx::presets::all()) {
    names.emplace_back(preset.info->name);
    EXPECT_FALSE(preset.info->title.empty() || preset.info->summary.empty() || preset.info->reference.empty())
        << names.back();
  }
  EXPECT_EQ(names, (std::vector<std::string>{"hdi_2010", "ihdi_2010", "gdi_2010", "qci", "qci_from_level_scores",
                                             "svi_2018"}));
  const qx::describe::method_view& qci = qx::presets::all()[3];
  ASSERT_EQ(qci.fields.size(), 3U);
  EXPECT_EQ(qci.fields[0].name, "lower_weights");
  EXPECT_EQ(qci.fields[1].name, "thresholds");
  EXPECT_EQ(qci.fields[2].name, "curve");
}

TEST(presets, without_parameters_are_valid_and_survive_writing_and_reading) {
  for (const char* name : {"hdi_2010", "ihdi_2010", "gdi_2010", "qci_from_level_scores", "svi_2018"}) {
    const qx::spec recipe = qx::presets::load(name);
    EXPECT_TRUE(qx::validate(recipe).empty()) << name;
    EXPECT_EQ(qx::read_spec(qx::write_spec(recipe)), recipe) << name;
  }
}

TEST(presets, are_the_same_by_name_and_by_type) {
  EXPECT_EQ(qx::presets::load("hdi_2010"), qx::presets::hdi_2010{}.make());
  EXPECT_EQ(qx::presets::load("svi_2018", value::object{}), qx::presets::svi_2018{}.make());
}

TEST(presets, that_do_not_exist_are_errors_that_say_which_do) {
  EXPECT_EQ(message_of([] { (void)qx::presets::load("hdi_2011"); }),
            "presets: there is no preset 'hdi_2011'; did you mean 'hdi_2010'?");
  EXPECT_THROW((void)qx::presets::load(""), qx::spec_error);
}

TEST(presets, refuse_parameters_they_do_not_have) {
  EXPECT_EQ(message_of([] {
              (void)qx::presets::load("hdi_2010", value::object{{"low", 0}});
            }),
            "presets.hdi_2010.low: hdi_2010 has no such parameter; it has no parameters");
  EXPECT_EQ(message_of([] { (void)qx::presets::load("hdi_2010", 3); }),
            "presets.hdi_2010: found a number 3; expected an object of parameters");
}

TEST(presets, have_names_in_chinese) {
  const qx::framework tree = qx::presets::load("hdi_2010").framework;
  EXPECT_EQ(tree.name_of(0, "zh"), "人类发展指数");
  EXPECT_EQ(tree.name_of(*tree.codes().find("education"), "zh"), "教育");
  EXPECT_EQ(tree.name_of(*tree.codes().find("education")), "Education");
}

TEST(hdi_2010, gives_the_worked_example_of_the_technical_note) {
  // Costa Rica in the report of 2014, technical note 1.
  const qx::table data({"Costa Rica"}, {"le", "eys", "mys", "gnipc"},
                       (qx::matrix(1, 4) << 79.93, 13.5, 8.37, 13011.7).finished());
  const qx::result r = qx::compute(qx::presets::hdi_2010{}.make(), data);
  EXPECT_NEAR(r.scores("health")[0], 0.922, 0.0005);
  EXPECT_NEAR(r.scores("education")[0], 0.654, 0.0005);
  EXPECT_NEAR(r.scores("income")[0], 0.735, 0.0005);
  EXPECT_NEAR(r.scores("hdi")[0], 0.763, 0.0006);  // the example multiplies indices that it has rounded
}

TEST(hdi_2010, caps_values_beyond_the_goalposts) {
  const qx::table data({"at", "beyond"}, {"le", "eys", "mys", "gnipc"},
                       (qx::matrix(2, 4) << 85, 18, 15, 75000, 90, 22, 16, 120000).finished());
  const qx::result r = qx::compute(qx::presets::hdi_2010{}.make(), data);
  EXPECT_DOUBLE_EQ(r.scores("hdi")[0], 1);
  EXPECT_DOUBLE_EQ(r.scores("hdi")[1], 1);
}

TEST(gdi_2010, is_parity_where_women_live_five_years_longer_and_all_else_is_equal) {
  const qx::table data({"A"}, {"le_f", "eys_f", "mys_f", "gnipc_f", "le_m", "eys_m", "mys_m", "gnipc_m"},
                       (qx::matrix(1, 8) << 75, 12, 8, 9000, 70, 12, 8, 9000).finished());
  EXPECT_DOUBLE_EQ(qx::compute(qx::presets::gdi_2010{}.make(), data).scores("gdi")[0], 1);
}

TEST(ihdi_2010, is_the_hdi_where_nothing_is_unequal_and_a_share_of_it_where_all_is_equally_unequal) {
  const qx::table data({"equal", "unequal"}, {"le", "eys", "mys", "gnipc", "ineq_le", "ineq_edu", "ineq_inc"},
                       (qx::matrix(2, 7) << 70, 12, 8, 9000, 0, 0, 0, 70, 12, 8, 9000, 25, 25, 25).finished());
  const qx::result r = qx::compute(qx::presets::ihdi_2010{}.make(), data);
  EXPECT_DOUBLE_EQ(r.scores("ihdi")[0], r.scores("hdi")[0]);
  EXPECT_DOUBLE_EQ(r.scores("ihdi")[1], 0.75 * r.scores("hdi")[1]);
}

}  // namespace
