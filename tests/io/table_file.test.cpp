#include "quindex/io/table_file.hpp"

#include <fstream>
#include <gtest/gtest.h>

#include "io/support.hpp"

namespace qx = quindex;
using qx::io::csv;
using qx::io::table_columns;

namespace {

qx::table table_in(std::string text, const table_columns& columns = {}) {
  return qx::io::table_from_csv(csv::parse(std::move(text), "x.csv", columns.format), columns);
}
qx::panel panel_in(std::string text, const table_columns& columns) {
  return qx::io::panel_from_csv(csv::parse(std::move(text), "x.csv", columns.format), columns);
}
std::string table_problem_of(std::string text, const table_columns& columns = {}) {
  return thrown_by([&] { (void)table_in(std::move(text), columns); });
}
std::string panel_problem_of(std::string text, const table_columns& columns) {
  return thrown_by([&] { (void)panel_in(std::move(text), columns); });
}

}  // namespace

TEST(table_file, the_first_column_holds_the_units_and_the_others_indicators) {
  const qx::table t = table_in("country,gdp,life\nNorway,1.5,80\n中国,,70\n");
  EXPECT_EQ(t.units(), qx::labels({"Norway", "中国"}));
  EXPECT_EQ(t.indicators(), qx::labels({"gdp", "life"}));
  EXPECT_EQ(t.values()(0, 0), 1.5);
  EXPECT_TRUE(qx::is_missing(t.values()(1, 0)));
  EXPECT_EQ(t.values()(1, 1), 70);
}

TEST(table_file, every_word_for_a_missing_value_is_missing) {
  const qx::table t = table_in("u,x\na,NA\nb,NaN\nc,n/a\nd, \ne,..\nf,null\n");
  for (Eigen::Index i = 0; i < 6; ++i) EXPECT_TRUE(qx::is_missing(t.values()(i, 0))) << i;
  EXPECT_TRUE(qx::is_missing(table_in("u,x\na,-999\n", {.missing = {"-999"}}).values()(0, 0)));
}

TEST(table_file, columns_are_called_by_name) {
  const qx::table t =
      table_in("gdp,year,name,region,pop,gdp_se,iso\n1,2020,Norway,north,5,0.1,NOR\n2,2020,Chad,south,,,TCD\n",
               {.unit = "iso",
                .group = "region",
                .size = "pop",
                .period = "year",
                .error_suffix = "_se",
                .indicators = {"gdp"}});
  EXPECT_EQ(t.units(), qx::labels({"NOR", "TCD"}));
  EXPECT_EQ(t.indicators(), qx::labels({"gdp"}));
  EXPECT_EQ(t.groups(), (std::vector<std::string>{"north", "south"}));
  EXPECT_EQ(t.sizes()[0], 5);
  EXPECT_TRUE(qx::is_missing(t.sizes()[1]));
  EXPECT_EQ(t.standard_errors()(0, 0), 0.1);
  EXPECT_TRUE(qx::is_missing(t.standard_errors()(1, 0)));
  EXPECT_EQ(t.period(), "2020");
}

TEST(table_file, indicators_come_in_the_order_asked_for) {
  EXPECT_EQ(table_in("u,a,b,c\nx,1,2,3\n", {.indicators = {"c", "a"}}).indicators(), qx::labels({"c", "a"}));
}

TEST(table_file, what_is_wrong_names_line_unit_and_column) {
  EXPECT_EQ(table_problem_of("u,gdp\nA,1\nNorway,abc\n"),
            "data_error: x.csv:3: indicators/gdp/Norway: 'abc' is not a number; write a number; a missing value is '', "
            "'NA', 'N/A', "
            "'n/a' and 5 more; a column of text is no indicator");
  EXPECT_EQ(table_problem_of("u,gdp\nNorway,\"1,234\"\n"),
            "data_error: x.csv:2: indicators/gdp/Norway: '1,234' has a thousands separator; write 1234");
  EXPECT_EQ(table_problem_of("u,gdp\nNorway,12%\n"),
            "data_error: x.csv:2: indicators/gdp/Norway: '12%' has a percent sign; write 12");
  EXPECT_EQ(
      table_problem_of("u,gdp\nNorway,inf\n"),
      "data_error: x.csv:2: indicators/gdp/Norway: the value is inf; give a finite number, or leave the cell missing");
  EXPECT_EQ(table_problem_of("u,gdp\nA,1\nB,2\nA,3\n"),
            "data_error: x.csv:4: units/A: it stands twice, first on line 2; give every unit one row, or name the "
            "column of periods");
  EXPECT_EQ(table_problem_of("u,gdp\n,1\n"),
            "data_error: x.csv:2: units: the unit has no name; fill in the column 'u'");
  EXPECT_EQ(table_problem_of("u,gdp\n"), "data_error: x.csv: there is a header and no row; give it at least one unit");
  EXPECT_EQ(table_problem_of("u;gdp\nA;1\n"),
            "io_error: x.csv: there is no column for an indicator, only 'u;gdp'; check the delimiter: it is ','");
  EXPECT_EQ(table_problem_of("u,gdp\nA,1\n", {.unit = "unit"}),
            "data_error: x.csv: units: the file has no column 'unit'; there are 'u', 'gdp'");
  EXPECT_EQ(table_problem_of("u,gdp\nA,1\n", {.indicators = {"gpd"}}),
            "data_error: x.csv: indicators: the file has no column 'gpd'; did you mean 'gdp'?");
  EXPECT_EQ(table_problem_of("u,gdp,pop\nA,1,many\n", {.size = "pop"}).substr(0, 49),
            "data_error: x.csv:2: sizes/pop/A: 'many' is not a");
  EXPECT_EQ(table_problem_of("u,gdp,gdp_se\nA,1,-1\n", {.error_suffix = "_se"}),
            "data_error: standard_errors/gdp/A: the standard error is -1; give 0 or more, or leave the cell missing");
  EXPECT_EQ(table_problem_of("u,y,gdp\nA,2020,1\nB,2021,1\n", {.period = "y"}),
            "data_error: x.csv:3: periods/2021: a table has one period, found '2021' beside '2020'; read the file as a "
            "panel");
}

TEST(table_file, a_panel_has_its_periods_in_order) {
  const qx::panel p = panel_in("u,year,gdp\nA,2021,3\nA,999,1\nB,2021,4\nA,2020,2\n", {.period = "year"});
  EXPECT_EQ(p.periods(), (std::vector<std::string>{"999", "2020", "2021"}));
  EXPECT_EQ(p.at("2021").units(), qx::labels({"A", "B"}));
  EXPECT_EQ(p.at("2020").values()(0, 0), 2);
  EXPECT_EQ(panel_in("u,q,x\nA,2020-Q2,1\nA,2020-Q1,2\n", {.period = "q"}).periods(),
            (std::vector<std::string>{"2020-Q1", "2020-Q2"}));
}

TEST(table_file, a_panel_is_read_from_a_file) {
  const auto file = scratch() / "panel.csv";
  std::ofstream(file) << "u,year,gdp\nA,2021,3\nB,2021,4\nA,2020,2\n";
  const qx::panel p = qx::io::read_panel(file, {.period = "year"});
  EXPECT_EQ(p.periods(), (std::vector<std::string>{"2020", "2021"}));
  EXPECT_EQ(p.at("2021").column(0)[1], 4);
  EXPECT_EQ(thrown_by([] { (void)qx::io::read_panel("no/such.csv", {.period = "year"}); }).substr(0, 24),
            "io_error: no/such.csv: t");
}

TEST(table_file, what_is_wrong_with_a_panel_is_said) {
  const table_columns by_year{.period = "year"};
  EXPECT_EQ(panel_problem_of("u,year,x\nA,2020,1\nA,,2\n", by_year),
            "data_error: x.csv:3: units/A: the row has no period; fill in the column 'year'");
  EXPECT_EQ(panel_problem_of("u,year,x\nA,2020,1\nA,2020,2\n", by_year),
            "data_error: x.csv:3: units/A: it stands twice in period '2020', first on line 2; give every unit one row "
            "a period");
  EXPECT_EQ(panel_problem_of("u,year,x\nA,2020,1\nA,later,2\n", by_year),
            "data_error: x.csv:3: periods/later: some periods are numbers and some are not: found 'later' beside "
            "'2020'; write all periods "
            "alike, so that they have an order");
  EXPECT_EQ(panel_problem_of("u,year,x\n", by_year),
            "data_error: x.csv: there is a header and no row; give it at least one unit");
  EXPECT_EQ(panel_problem_of("u,x\nA,1\n", {}),
            "data_error: periods: no column of periods is named; say which column holds them");
  EXPECT_EQ(panel_problem_of("u,yeer,x\nA,1,2\n", by_year),
            "data_error: x.csv: periods: the file has no column 'year'; did you mean 'yeer'?");
}

TEST(table_file, a_written_table_reads_back_to_the_same) {
  const auto file = scratch() / "t.csv";
  const qx::matrix errors = (qx::matrix(2, 2) << 0.1, qx::missing_value, 0, 1e-300).finished();
  const qx::table t(
      {"A, \"B\"", "中"}, {"x", "y z"}, (qx::matrix(2, 2) << 1.0 / 3, qx::missing_value, -0.1, 1e300).finished(),
      {.groups = {"g", ""}, .sizes = {1, qx::missing_value}, .standard_errors = errors, .period = "2020"});
  for (const char delimiter : {',', ';', '\t'}) {
    const table_columns names{.unit = "unit",
                              .group = "group",
                              .size = "size",
                              .period = "period",
                              .error_suffix = "_se",
                              .format = {delimiter}};
    qx::io::write_table(t, file, names);
    const qx::table back = qx::io::read_table(file, names);
    EXPECT_EQ(back.units(), t.units());
    EXPECT_EQ(back.indicators(), t.indicators());
    EXPECT_EQ(back.groups(), t.groups());
    EXPECT_EQ(back.period(), t.period());
    for (Eigen::Index i = 0; i < 2; ++i) {
      for (Eigen::Index j = 0; j < 2; ++j) {
        EXPECT_TRUE(back.values()(i, j) == t.values()(i, j) || qx::is_missing(t.values()(i, j)));
        EXPECT_EQ(qx::is_missing(back.values()(i, j)), qx::is_missing(t.values()(i, j)));
        EXPECT_EQ(qx::is_missing(back.standard_errors()(i, j)), qx::is_missing(errors(i, j)));
      }
    }
    EXPECT_EQ(back.sizes()[0], 1);
    EXPECT_TRUE(qx::is_missing(back.sizes()[1]));
    EXPECT_EQ(back.standard_errors()(1, 1), 1e-300);
  }
}

TEST(table_file, two_columns_of_one_name_are_not_written) {
  const qx::table t({"A"}, {"unit"}, qx::matrix::Ones(1, 1));
  EXPECT_EQ(thrown_by([&] { qx::io::write_table(t, "t.csv"); }),
            "data_error: t.csv: two columns would be called 'unit'; call the column of the table otherwise");
}

TEST(table_file, a_million_indicators_are_read_in_seconds) {
  constexpr int columns = 1000000;
  std::string header = "unit";
  std::string rows;
  for (int j = 0; j < columns; ++j) header += ",c" + std::to_string(j);
  for (const char* unit : {"A", "B"}) {
    rows += unit;
    for (int j = 0; j < columns; ++j) rows += "," + std::to_string(j) + ".5";
    rows += "\n";
  }
  const double began = processor_seconds();
  const qx::table t = table_in(header + "\n" + rows);
  EXPECT_LT(processor_seconds() - began, 60);
  EXPECT_EQ(t.values()(1, columns - 1), 999999.5);
}
