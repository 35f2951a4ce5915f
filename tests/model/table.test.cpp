#include "quindex/model/table.hpp"

#include "methods.hpp"
#include "quindex/model/panel.hpp"

namespace {

using namespace trial;

qx::matrix numbers(std::initializer_list<double> x, Eigen::Index rows) {
  qx::matrix out(rows, static_cast<Eigen::Index>(x.size()) / rows);
  auto at = x.begin();
  for (Eigen::Index i = 0; i < out.rows(); ++i)
    for (Eigen::Index j = 0; j < out.cols(); ++j) out(i, j) = *at++;
  return out;
}
std::string refused_table(qx::labels units, qx::labels indicators, qx::matrix values, qx::table_options more = {}) {
  return refused<qx::data_error>(
      [&] { (void)qx::table(std::move(units), std::move(indicators), std::move(values), std::move(more)); });
}
qx::table year(const char* period, double value, qx::labels units = {"A", "B"}) {
  qx::matrix values = qx::matrix::Constant(static_cast<Eigen::Index>(units.size()), 1, value);
  return {std::move(units), {"gdp"}, std::move(values), {.period = period}};
}

TEST(Table, has_columns) {
  const qx::table t({"A", "B"}, {"gdp", "life"}, numbers({1, 2, 3, none}, 2));
  EXPECT_EQ(t.column(0)[1], 3);
  EXPECT_TRUE(std::isnan(t.column(1)[1]));
}

TEST(Table, may_look_at_values_that_somebody_else_keeps) {
  const auto kept = std::make_shared<std::vector<double>>(std::vector<double>{1, 2, 3, 4});
  const qx::table t({"A", "B"}, {"gdp", "life"}, qx::matrix_view(kept->data(), 2, 2), kept);
  EXPECT_EQ(t.column(1).data(), kept->data() + 2);
  EXPECT_EQ(kept.use_count(), 2);
}

TEST(Table, refuses_shapes_and_names_that_do_not_fit) {
  EXPECT_EQ(refused_table(qx::labels{}, {"gdp"}, numbers({}, 1).topRows(0)),
            "units: the table has no unit; give it at least one row");
  EXPECT_EQ(refused_table({"A"}, {"gdp"}, numbers({1, 2}, 2)), "units: there are 1; expected 2, one for each row");
  EXPECT_EQ(refused_table({"A", "A"}, {"gdp"}, numbers({1, 2}, 2)),
            "units/A: it stands twice, the second time at position 2; give every one a name of its own");
  EXPECT_EQ(refused_table({"A"}, {"gdp", "gdp"}, numbers({1, 2}, 1)),
            "indicators/gdp: it stands twice, the second time at position 2; give every one a name of its own");
  EXPECT_EQ(refused_table({"A", "B"}, {"gdp"}, numbers({1, 2}, 2), {.groups = {"north"}}),
            "groups: there are 1; expected 2, one for each unit");
  EXPECT_EQ(refused_table({"A"}, {"gdp"}, numbers({1}, 1), {.standard_errors = numbers({1, 1}, 1)}),
            "standard_errors: there are 1 × 2; expected one for each cell");
}

TEST(Table, refuses_numbers_that_are_none_and_names_the_cell) {
  EXPECT_EQ(refused_table({"A", "B"}, {"gdp"}, numbers({1, -HUGE_VAL}, 2)),
            "indicators/gdp/B: the value is -inf; give a finite number, or leave the cell missing");
  EXPECT_EQ(refused_table({"A"}, {"gdp"}, numbers({1}, 1), {.standard_errors = numbers({-2}, 1)}),
            "standard_errors/gdp/A: the standard error is -2; give 0 or more, or leave the cell missing");
  EXPECT_EQ(refused_table({"A"}, {"gdp"}, numbers({1}, 1), {.sizes = {-2}}),
            "sizes/A: the size is -2; give 0 or more, or leave it missing");
}

TEST(Panel, keeps_periods_in_order) {
  const qx::panel p({year("9", 1), year("10", 2)});  // numbers are compared as numbers
  EXPECT_EQ(p.periods(), (std::vector<std::string>{"9", "10"}));
  EXPECT_EQ(p.at("10").column(0)[0], 2);
  EXPECT_EQ(p.each([](const qx::table& t) { return t.column(0)[1]; }), (std::vector<double>{1, 2}));
  EXPECT_EQ(refused<qx::data_error>([&] { (void)p.at("11"); }), "panel: there is no period '11'; did you mean '10'?");
}

TEST(Panel, pools_its_periods) {
  const qx::table all = qx::panel({year("2020", 1), year("2021", 2, {"B", "C"})}).pooled();
  EXPECT_EQ(all.units(), qx::labels({"A @ 2020", "B @ 2020", "B @ 2021", "C @ 2021"}));
  expect_near({all.column(0).begin(), all.column(0).end()}, {1, 1, 2, 2}, 0);
}

TEST(Panel, refuses_periods_that_are_no_series) {
  const auto text = [](std::vector<qx::table> tables) {
    return refused<qx::data_error>([&] { (void)qx::panel(std::move(tables)); });
  };
  EXPECT_EQ(text({}), "panel: there is no table; give at least one period");
  EXPECT_EQ(text({year("", 1)}), "panel: table 1 has no period; name it: .period = \"2022\"");
  EXPECT_EQ(text({year("2021", 1), year("2020", 1)}),
            "periods/2020: it comes after '2021'; write the periods in order");
  EXPECT_EQ(text({year("2021", 1), year("2021", 1)}), "periods/2021: the period stands twice; give every period once");
  EXPECT_EQ(text({year("2020", 1), qx::table({"A"}, {"life"}, numbers({1}, 1), {.period = "2021"})}),
            "periods/2021: its indicators differ from those of '2020'; give every period the same columns");
}

}  // namespace
