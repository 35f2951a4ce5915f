#include "quindex/io/framework_file.hpp"

#include <gtest/gtest.h>

#include "io/support.hpp"

namespace qx = quindex;
using qx::direction;

namespace {

qx::framework tree_in(std::string text) {
  return qx::io::framework_from_csv(qx::io::csv::parse(std::move(text), "f.csv"));
}
std::string framework_problem_of(std::string text) {
  return thrown_by([&] { (void)tree_in(std::move(text)); });
}
direction direction_of(std::string_view text) { return qx::io::direction_from_text(text, "x"); }

}  // namespace

TEST(framework_file, a_flat_table_is_a_tree) {
  const qx::framework tree = tree_in(
      "code,parent,weight,direction,unit,name_en,name_zh,goalpost_low,goalpost_high,target\n"
      "ph,water,2,\"[6.5, 8.5]\",,pH,酸碱度,,,\n"
      "city,,,,,Liveable city,宜居城市,,,\n"
      "water,city,,,,,,,,\n"
      "noise,city,0.5,low,dB,Noise,,30,80,45\n");
  const qx::framework expected =
      qx::group("city",
                {qx::group("water", {qx::indicator("ph", {.better = direction::optimal_interval(6.5, 8.5),
                                                          .weight = 2,
                                                          .names = {{"en", "pH"}, {"zh", "酸碱度"}}})}),
                 qx::indicator("noise", {.better = direction::worse_when_high,
                                         .weight = 0.5,
                                         .names = {{"en", "Noise"}},
                                         .unit = "dB",
                                         .target = 45,
                                         .goalposts = {{30, 80}}})},
                {.names = {{"en", "Liveable city"}, {"zh", "宜居城市"}}});
  EXPECT_EQ(tree, expected);
}

TEST(framework_file, two_columns_are_enough) {
  EXPECT_EQ(tree_in("parent,code\n,index\nindex,a\nindex,b\n"),
            qx::framework(qx::group("index", {qx::indicator("a"), qx::indicator("b")})));
}

TEST(framework_file, directions_are_read_as_people_write_them) {
  for (const char* high : {"", "high", "+", "1", "正", "正向", " high "})
    EXPECT_EQ(direction_of(high), direction::better_when_high) << high;
  for (const char* low : {"low", "-", "-1", "−", "负", "负向"})
    EXPECT_EQ(direction_of(low), direction::worse_when_high) << low;
  EXPECT_EQ(direction_of("7"), direction::optimal_point(7));
  EXPECT_EQ(direction_of("[6.5, 8.5]"), direction::optimal_interval(6.5, 8.5));
  EXPECT_EQ(direction_of("-1..1"), direction::optimal_interval(-1, 1));
  EXPECT_EQ(direction_of("[1, 1]"), direction::optimal_point(1));
  EXPECT_EQ(thrown_by([] { (void)direction_of("hihg"); }),
            "framework_error: x: unknown direction 'hihg'; did you mean 'high'? (or an optimal point 7, or an optimal "
            "interval [6.5, 8.5])");
  EXPECT_EQ(thrown_by([] { (void)direction_of("[8, 6]"); }),
            "framework_error: x: the optimal interval '[8, 6]' is reversed; write the lower end first");
}

TEST(framework_file, what_is_written_as_a_direction_reads_back_to_the_same) {
  for (const direction& d : {direction::better_when_high, direction::worse_when_high, direction::optimal_point(7),
                             direction::optimal_point(1), direction::optimal_point(-1), direction::optimal_point(0.1),
                             direction::optimal_interval(-0.5, 1e300)})
    EXPECT_EQ(direction_of(qx::io::direction_text(d)), d) << qx::io::direction_text(d);
}

TEST(framework_file, a_written_framework_reads_back_to_the_same) {
  const auto file = scratch() / "f.csv";
  const qx::framework tree = qx::group(
      "a, b",
      {qx::indicator("x", {.better = direction::optimal_point(1), .weight = 1.0 / 3, .name = "X \"x\"", .unit = "%"}),
       qx::group("g",
                 {qx::indicator("y", {.goalposts = {{-1, 1e9}}}),
                  qx::indicator("z", {.names = {{"en", "Z"}, {"zh", "丙"}}, .target = 0})},
                 {.better = direction::worse_when_high})});
  for (const char delimiter : {',', ';', '\t'}) {
    qx::io::write_framework(tree, file, {delimiter});
    EXPECT_EQ(qx::io::read_framework(file, {delimiter}), tree);
  }
}

TEST(framework_file, what_is_wrong_names_line_and_node) {
  const std::pair<const char*, const char*> bad[] = {
      {"code,weight\na,1\n",
       "f.csv:1: the column 'parent' is missing; the columns are 'code', 'parent', 'weight', 'direction', 'unit', "
       "'name', 'name_en', 'name_zh', 'goalpost_low', 'goalpost_high', 'target'"},
      {"code,parent,wieght\na,,1\n", "f.csv:1: a framework has no column 'wieght'; did you mean 'weight'?"},
      {"code,parent\n", "f.csv: there is a header and no row; give the index a row, and every group and indicator"},
      {"code,parent\na,\n,a\n", "f.csv:3: the row has no code; give every row a code"},
      {"code,parent\na,\nb,a\nb,a\n", "f.csv:4: b: the code stands in two rows; give every row a code of its own"},
      {"code,parent\na,\nb,aa\n", "f.csv:3: b: its parent 'aa' has no row; did you mean 'a'?"},
      {"code,parent\na,b\nb,a\n",
       "f.csv: framework: every row has a parent, so the rows run in a circle; leave the parent of the index empty"},
      {"code,parent\nr,\nx,r\na,b\nb,a\n",
       "f.csv:4: a: its parents run in a circle and never reach 'r'; mend the column 'parent'"},
      {"code,parent\na,\nb,\n",
       "f.csv: framework: two rows have no parent: 'a' and 'b'; only the index itself has none"},
      {"code,parent\na,\n",
       "f.csv:2: a: the framework is a single indicator; put it into a group: group(\"index\", {…})"},
      {"code,parent,weight\na,,\nb,a,-1\n",
       "f.csv:3: b: the weight -1 is not a number of 0 or more; weights are relative to the siblings'"},
      {"code,parent,weight\na,,\nb,a,0\nc,a,0\n",
       "f.csv:2: a: the weights of all children are 0; give at least one child a positive weight"},
      {"code,parent,weight\na,,\nb,a,NaN\n",
       "f.csv:3: b/weight: 'NaN' is not a number; write a number, or leave the cell empty"},
      {"code,parent,weight\na,,\nb,a,50%\n", "f.csv:3: b/weight: '50%' has a percent sign; write 50"},
      {"code,parent,direction\na,,\nb,a,heigh\n",
       "f.csv:3: b/direction: unknown direction 'heigh'; did you mean 'high'? (or an optimal point 7, or an optimal "
       "interval [6.5, 8.5])"},
      {"code,parent,goalpost_low,goalpost_high\na,,,\nb,a,80,20\n",
       "f.csv:3: b: the goalposts [80, 20] are reversed; write the smaller value first; better='low' turns the "
       "direction"},
      {"code,parent,goalpost_low,goalpost_high\na,,,\nb,a,80,80\n",
       "f.csv:3: b: the goalposts [80, 80] are equal; write the smaller value first; better='low' turns the direction"},
      {"code,parent,goalpost_low,goalpost_high\na,,,\nb,a,80,\n",
       "f.csv:3: b: it has a lower goalpost only; give both goalposts, or none"},
  };
  for (const auto& [text, message] : bad)
    EXPECT_EQ(framework_problem_of(text), std::string("framework_error: ") + message);
}
