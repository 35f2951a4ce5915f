// Preparation: imputations that look at several indicators, denominators, and which units take part.
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "compute/support.hpp"
#include "quindex/compute/compute.hpp"

namespace qx = quindex;
using example::message_of;

namespace {

constexpr double none = qx::missing_value;

/// index = (a, b, c).
qx::framework flat() { return qx::group("index", {qx::indicator("a"), qx::indicator("b"), qx::indicator("c")}); }

/// Eight units; b = 1 + 2 a where both are there, c has nothing to do with them.
qx::table gapped() {
  const qx::matrix x =
      (qx::matrix(8, 3) << 1, 3, 5, 2, 5, 1, 3, 7, 4, 4, none, 1, 5, 11, 5, none, 13, 9, 7, 15, 2, 8, 17, none)
          .finished();
  return {{"A", "B", "C", "D", "E", "F", "G", "H"}, {"a", "b", "c"}, x};
}

qx::spec with(std::vector<qx::prepare_step> steps) { return {.framework = flat(), .prepare = std::move(steps)}; }

double prepared(const qx::result& r, const char* unit, Eigen::Index column) {
  return r.prepared()(static_cast<Eigen::Index>(*r.units().find(unit)), column);
}

TEST(JointSteps, look_at_the_indicators_they_are_for) {
  const qx::result r = qx::compute(with({{qx::impute::regression{}, {"a", "b"}}, {qx::impute::mean{}}}), gapped());
  EXPECT_NEAR(prepared(r, "D", 1), 9, 1e-9);
  EXPECT_NEAR(prepared(r, "F", 0), 6, 1e-9);
  EXPECT_NEAR(prepared(r, "H", 2), 27.0 / 7, 1e-12);
}

TEST(JointSteps, stand_in_the_analysts_order) {
  // Clipped first, the regression of b on a is that of the clipped values; filled first, it is not.
  const qx::prepare_step clip{qx::treat::clip{.low = 0, .high = 6}, {"a"}};
  const qx::prepare_step regress{qx::impute::regression{}, {"a", "b"}};
  const double first = prepared(qx::compute(with({clip, regress, {qx::impute::mean{}}}), gapped()), "D", 1);
  const double last = prepared(qx::compute(with({regress, clip, {qx::impute::mean{}}}), gapped()), "D", 1);
  EXPECT_NEAR(last, 9, 1e-9);
  EXPECT_GT(std::abs(first - 9), 0.1);
}

TEST(JointSteps, say_what_they_filled_and_what_stays_missing) {
  const qx::result r = qx::compute(with({{qx::impute::regression{}, {"a", "b"}}, {qx::impute::group_mean{}, {"c"}}}),
                                   qx::table(gapped().units(), gapped().indicators(), gapped().values(),
                                             {.groups = {"s", "n", "n", "n", "n", "n", "n", ""}}));
  std::vector<std::string> notes;
  for (const qx::note& n : r.notes()) notes.push_back(n.where + ": " + n.what);
  EXPECT_EQ(notes[0], "indicators/a: regression filled missing values: 1");
  EXPECT_EQ(notes[1], "indicators/b: regression filled missing values: 1");
  EXPECT_EQ(notes[2], "indicators/c: missing values that no imputation filled: 1");
  const qx::lineage_entry line = r.lineage()[0];
  EXPECT_EQ(line.node, "a");
  EXPECT_EQ(line.step, "prepare.0");
  EXPECT_EQ(line.method, "regression");
  EXPECT_EQ(line.changed, 1U);
  EXPECT_EQ(qx::describe::json_text(line.parameters), R"({"fill":"normal"})");
}

const std::vector<qx::prepare_step> joint_steps{{qx::impute::expectation_maximisation{.draw = true, .seed = 3}},
                                                {qx::impute::regression{}, {"a", "b"}},
                                                {qx::impute::iterative{}},
                                                {qx::impute::nearest_neighbours{.neighbours = 2}},
                                                {qx::impute::hot_deck{}},
                                                {qx::impute::row_mean{}}};

TEST(JointSteps, fill_a_later_table_from_what_they_have_learnt_and_freeze_into_a_file) {
  const qx::table later({"X", "Y"}, {"a", "b", "c"}, (qx::matrix(2, 3) << none, 9, 3, 6, none, 2).finished());
  for (const qx::prepare_step& step : joint_steps) {
    SCOPED_TRACE(std::string(step.name()));
    const qx::spec recipe = with({step, {qx::impute::mean{}}});
    const qx::result there = qx::compute(recipe, gapped());
    EXPECT_EQ(there.index()(gapped()).scores(), there.scores())
        << "the fitted index gives the same table the same scores";
    const qx::spec frozen = qx::freeze(there.index());
    EXPECT_EQ(qx::read_spec(qx::write_spec(frozen)), frozen);
    EXPECT_EQ(qx::compute(frozen, gapped()).scores(), there.scores());
    EXPECT_EQ(qx::compute(frozen, later).scores(), there.index()(later).scores());
    EXPECT_FALSE(there.index()(later).scores().hasNaN());
    EXPECT_EQ(qx::freeze(qx::fit(frozen, later)), frozen) << "twice is the same as once";
  }
}

TEST(JointSteps, are_the_same_for_any_number_of_threads) {
  for (const qx::prepare_step& step : joint_steps) {
    const qx::spec recipe = with({step, {qx::impute::mean{}}});
    EXPECT_EQ(qx::compute(recipe, gapped(), {qx::numeric::executor::threads(3)}).scores(),
              qx::compute(recipe, gapped()).scores());
  }
}

TEST(JointSteps, report_what_is_wrong_with_their_place) {
  const qx::spec recipe = with({{qx::impute::expectation_maximisation{.rounds = 1}}});
  EXPECT_EQ(message_of([&] { (void)qx::compute(recipe, gapped()); }).rfind("prepare.0: expectation-maximisation", 0),
            0U);
  const std::vector<qx::issue> found = qx::validate(recipe, gapped());
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].where, "prepare.0");
}

/// Doctors and income of three units, with their populations.
qx::table sizes() {
  return {{"A", "B", "C"},
          {"doctors", "income", "people"},
          (qx::matrix(3, 3) << 200, 30, 1000, 900, 40, 3000, 50, 20, none).finished()};
}
qx::spec per_head() {
  qx::spec s{.framework = qx::group("index", {qx::indicator("doctors"), qx::indicator("income")})};
  s.prepare = {{qx::denominate::ratio{.by = "people", .factor = 1000}, {"doctors"}}};
  return s;
}

TEST(Denominate, divides_by_another_column) {
  const qx::result r = qx::compute(per_head(), sizes());
  EXPECT_EQ(prepared(r, "A", 0), 200);
  EXPECT_EQ(prepared(r, "B", 0), 300);
  EXPECT_TRUE(qx::is_missing(prepared(r, "C", 0)));
  EXPECT_EQ(prepared(r, "B", 1), 40);
  EXPECT_EQ(r.notes()[0].what, "ratio divided values: 2") << "the column of people is in use, and so is no surplus";
  EXPECT_EQ(qx::describe::json_text(r.lineage()[0].parameters), R"({"by":"people","factor":1000})");
}

TEST(Denominate, survives_freezing) {
  const qx::result r = qx::compute(per_head(), sizes());
  const qx::spec frozen = qx::freeze(r.index());
  EXPECT_EQ(frozen.prepare, per_head().prepare);
  EXPECT_EQ(qx::read_spec(qx::write_spec(frozen)), frozen);
}

TEST(Denominate, refuses_what_nothing_can_be_divided_by) {
  qx::matrix x = sizes().values();
  x(1, 2) = 0;
  EXPECT_EQ(message_of([&] {
              (void)qx::compute(per_head(), {sizes().units(), sizes().indicators(), x});
            }),
            "indicators/doctors/B: the denominator 'people' is 0; give a number above 0, or leave it missing");
  qx::spec s = per_head();
  s.prepare = {{qx::denominate::ratio{.by = "peple"}, {"doctors"}}};
  EXPECT_EQ(message_of([&] { (void)qx::compute(s, sizes()); }),
            "denominate: the table has no column 'peple' to divide by; did you mean 'people'?");
  s.prepare = {{qx::denominate::ratio{}, {"doctors"}}};
  EXPECT_EQ(message_of([&] { (void)qx::compute(s, sizes()); }),
            "prepare.0: ratio has no column to divide by; give 'by', the code of a column");
}

/// index = (first = (a, b), second = (c, d)).
qx::framework halves() {
  return qx::group("index", {qx::group("first", {qx::indicator("a"), qx::indicator("b")}),
                             qx::group("second", {qx::indicator("c"), qx::indicator("d")})});
}
/// P has everything, Q three of four, R two of four and nothing in the second half, S only zeros but for one.
qx::table sparse() {
  return {{"P", "Q", "R", "S"},
          {"a", "b", "c", "d"},
          (qx::matrix(4, 4) << 1, 2, 3, 4, 5, none, 6, 7, 8, 9, none, none, 0, 0, 0, 1).finished(),
          {.groups = {"x", "x", "y", "y"}, .sizes = {1, 2, 3, 4}}};
}

TEST(DataAvailability, is_counted_for_every_unit_and_node) {
  const qx::matrix found = qx::data_availability(sparse(), halves());
  const auto at = [&](Eigen::Index unit, const char* node) {
    return found(unit, static_cast<Eigen::Index>(*halves().codes().find(node)));
  };
  EXPECT_EQ(at(0, "index"), 1);
  EXPECT_EQ(at(1, "index"), 0.75);
  EXPECT_EQ(at(1, "first"), 0.5);
  EXPECT_EQ(at(2, "second"), 0);
  EXPECT_EQ(at(2, "a"), 1);
  EXPECT_EQ(at(2, "c"), 0);
}

std::vector<std::string> who(const qx::screen::availability& rule) {
  return qx::select_units(sparse(), halves(), rule).data.units().codes();
}
using names = std::vector<std::string>;

TEST(SelectUnits, by_their_data) {
  EXPECT_EQ(who({}), (names{"P", "Q", "S"}));
  EXPECT_EQ(who({.at_least = 0.75}), (names{"P", "Q", "S"})) << "a share equal to the limit is enough";
  EXPECT_EQ(who({.at_least = 0.76}), (names{"P", "S"}));
  EXPECT_EQ(who({.at_least = 0, .in_every_group = 0.5}), (names{"P", "Q", "S"}));
  EXPECT_EQ(who({.at_least = 0, .in_every_group = 0.6}), (names{"P", "S"}));
  EXPECT_EQ(who({.at_least = 0, .non_zero = 0.5}), (names{"P", "Q", "R"}));
  EXPECT_EQ(who({.keep = {"R"}, .drop = {"P"}}), (names{"Q", "R", "S"}));
}

TEST(SelectUnits, keeps_what_belongs_to_them_and_says_why_others_are_left_out) {
  const qx::selected_units found =
      qx::select_units(sparse(), halves(), qx::screen::availability{.keep = {"Q"}, .drop = {"S"}});
  EXPECT_EQ(found.rows, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(found.data.groups(), (names{"x", "x"}));
  EXPECT_EQ(found.data.sizes(), (std::vector<double>{1, 2}));
  EXPECT_EQ(found.data.column(3)[1], 7);
  ASSERT_EQ(found.notes.size(), 2U);
  EXPECT_EQ(found.notes[0].where, "units/R");
  EXPECT_EQ(found.notes[0].what, "does not take part: it has 0.5 of all indicators, below 0.6667");
  EXPECT_EQ(found.notes[1].what, "does not take part: it is to be dropped");
}

TEST(SelectUnits, refuses_a_rule_that_leaves_nobody) {
  EXPECT_EQ(message_of([] {
              (void)who({.drop = {"P", "Q", "R", "S"}});
            }),
            "screen: availability leaves no unit; the first of them: does not take part: it is to be dropped");
}

TEST(FlagIndicators, that_tell_nothing_or_nothing_of_their_own) {
  const qx::table data({"A", "B", "C", "D"}, {"a", "b", "c", "d", "e", "f", "g"},
                       (qx::matrix(4, 7) << 1, 7, none, 1, 5, 0, 9,  //
                        2, 7, none, 2, 3, 0, 9,                      //
                        3, none, none, 3, 1, 0, 9,                   //
                        4, 7, none, 4, -1, 2, 1)
                           .finished());
  const qx::framework tree =
      qx::group("index", {qx::indicator("a"), qx::indicator("b"), qx::indicator("c"), qx::indicator("d"),
                          qx::indicator("e"), qx::indicator("f"), qx::indicator("g")});
  std::vector<std::string> found;
  for (const qx::note& n : qx::flag_indicators(data, tree, {.most_common = 0.75}))
    found.push_back(n.where + ": " + n.what);
  const std::vector<std::string> expected{"indicators/b: it is constant: all 3 values are 7",
                                          "indicators/c: it has no value",
                                          "indicators/d: it has the values of 'a'",
                                          "indicators/e: its values are a straight line of those of 'a'",
                                          "indicators/f: it is nearly constant: 3 of 4 values are 0",
                                          "indicators/g: it is nearly constant: 3 of 4 values are 9",
                                          "indicators/g: its values are a straight line of those of 'f'"};
  EXPECT_EQ(found, expected);
}

TEST(Screen, is_part_of_the_spec) {
  qx::spec s{.framework = halves(), .screen = qx::screen::availability{}};
  s.missing = qx::missing::renormalise{};
  const qx::result r = qx::compute(s, sparse());
  EXPECT_EQ(r.units().codes(), (names{"P", "Q", "S"}));
  EXPECT_EQ(r.rows(), (std::vector<std::size_t>{0, 1, 3}));
  EXPECT_EQ(r.notes()[0].where, "units/R");
  qx::spec without = s;
  without.screen.reset();
  EXPECT_EQ(r.scores().col(0),
            qx::compute(without, qx::select_units(sparse(), halves(), *s.screen).data).scores().col(0));
  EXPECT_EQ(qx::read_spec(qx::write_spec(s)), s);
  EXPECT_TRUE(qx::validate(s, sparse()).empty());
  EXPECT_EQ(qx::freeze(r.index()).screen, s.screen);
  s.screen = qx::screen::availability{.keep = {"P"}, .drop = {"P"}};
  EXPECT_EQ(message_of([&] { (void)qx::compute(s, sparse()); }),
            "screen.keep: 'P' is to be kept and to be dropped; name it in one of the two lists");
}

TEST(Screen, leaves_the_table_alone_where_everyone_takes_part) {
  qx::spec s{.framework = halves(), .screen = qx::screen::availability{.at_least = 0}};
  const qx::table data = sparse();
  const qx::result r = qx::compute(s, data);
  EXPECT_TRUE(r.rows().empty());
  EXPECT_EQ(r.data().values().data(), data.values().data());
}

TEST(Treatments, note_a_power_at_the_end_of_the_search) {
  const qx::table data(
      {"A", "B", "C", "D", "E", "F", "G"}, {"a", "b", "c"},
      (qx::matrix(7, 3) << 1010, 1, 2, 1012, 2, 1, 1013, 3, 5, 1015, 4, 4, 1020, 5, 3, 1022, 6, 7, 1040, 7, 6)
          .finished());
  const qx::result r =
      qx::compute(with({{qx::treat::box_cox{}, {"a"}}, {qx::treat::box_cox{.lambda = -5}, {"b"}}}), data);
  std::vector<std::string> remarks;
  for (const qx::note& n : r.notes())
    if (n.what.find("end of its search") != std::string::npos) remarks.push_back(n.where);
  EXPECT_EQ(remarks, std::vector<std::string>{"indicators/a"});
  EXPECT_GT(r.scores("a")[1], 7);  // of 100: it does not collapse to the highest score
  const qx::spec frozen = qx::freeze(qx::fit(with({{qx::treat::box_cox{}, {"a"}}}), data));
  EXPECT_EQ(qx::compute(frozen, data).scores(), qx::compute(with({{qx::treat::box_cox{}, {"a"}}}), data).scores());
}

}  // namespace
