#include "quindex/model/framework.hpp"

#include "methods.hpp"

namespace {

using namespace trial;
using quindex::describe::value;

qx::framework tree() {
  return qx::group(
      "wellbeing",
      {qx::indicator("income"),
       qx::group("life", {qx::indicator("pollution", qx::direction::worse_when_high), qx::indicator("schooling")},
                 {.weight = 2, .name = "Life", .names = {{"zh", "生活"}}})});
}
std::string refused_tree(const qx::node& root) {
  return refused<qx::framework_error>([&] { (void)qx::framework(root); });
}

TEST(Framework, numbers_groups_before_their_children) {
  const qx::framework t = tree();
  EXPECT_EQ(t.codes(), qx::labels({"wellbeing", "income", "life", "pollution", "schooling"}));
  EXPECT_EQ(t.indicators(), (std::vector<std::size_t>{1, 3, 4}));
  EXPECT_EQ(t.groups_inside_out(), (std::vector<std::size_t>{2, 0}));
}

TEST(Framework, knows_the_place_of_each_node) {
  const qx::framework t = tree();
  EXPECT_EQ(t.at(0).parent, qx::framework::none);
  EXPECT_EQ(t.at(3).parent, 2U);
  EXPECT_EQ(t.at(0).level, 3U);  // one above the highest child, though income is an indicator
  EXPECT_EQ(t.at(2).level, 2U);
  EXPECT_EQ(t.at(3).depth, 2U);
  EXPECT_EQ(t.children_of(2), (std::vector<std::string>{"pollution", "schooling"}));
  EXPECT_TRUE(t.is_within(4, 2));
  EXPECT_TRUE(t.is_within(2, 2));
  EXPECT_FALSE(t.is_within(1, 2));
}

TEST(Framework, has_names_in_several_languages) {
  const qx::framework t = tree();
  EXPECT_EQ(t.name_of(2, "zh"), "生活");
  EXPECT_EQ(t.name_of(2, "fr"), "Life");
  EXPECT_EQ(t.name_of(1), "income");
}

TEST(Framework, refuses_trees_that_are_no_index) {
  EXPECT_EQ(refused_tree(qx::indicator("income")),
            "income: the framework is a single indicator; put it into a group: group(\"index\", {…})");
  EXPECT_EQ(refused_tree(qx::group("index", {})),
            "index: the group has no children; add an indicator or remove the group");
  EXPECT_EQ(refused_tree(qx::group("index", {qx::indicator("a"), qx::indicator("a")})),
            "a: the code stands twice in the framework; give every node a code of its own");
  EXPECT_EQ(refused_tree(qx::group("index", {qx::indicator("")})),
            "framework: a node has an empty code; give every node a code");
  EXPECT_EQ(refused_tree(qx::group(
                "index", {qx::group("pillar", {qx::indicator("a")}, {.better = qx::direction::optimal_point(3)})})),
            "pillar: a group cannot have an optimal interval; give it to the indicators");
}

TEST(Framework, refuses_options_that_mean_nothing) {
  const auto with = [](qx::node_options options) {
    return refused_tree(qx::group("index", {qx::indicator("a", std::move(options))}));
  };
  EXPECT_EQ(with({.weight = -1}),
            "a: the weight -1 is not a number of 0 or more; weights are relative to the siblings'");
  EXPECT_EQ(with({.weight = none}),
            "a: the weight nan is not a number of 0 or more; weights are relative to the siblings'");
  EXPECT_EQ(with({.weight = 0}), "index: the weights of all children are 0; give at least one child a positive weight");
  EXPECT_EQ(with({.target = HUGE_VAL}), "a: the target inf is not finite; leave it out or give a number");
  EXPECT_EQ(with({.goalposts = {{5, 5}}}),
            "a: the goalposts [5, 5] are equal; write the smaller value first; better='low' turns the direction");
  EXPECT_EQ(with({.goalposts = {{9, 5}}}),
            "a: the goalposts [9, 5] are reversed; write the smaller value first; better='low' turns the direction");
  EXPECT_EQ(with({.better = qx::direction::optimal_point(7), .goalposts = {{0, 2}}}),
            "a: the goalposts [0, 2] do not hold the optimum 7; goalposts are values, not distances: write the worst "
            "value on each side of the optimum");
  EXPECT_EQ(with({.better = qx::direction::optimal_interval(6, 8), .goalposts = {{7, 9}}}),
            "a: the goalposts [7, 9] do not hold the optimum [6, 8]; goalposts are values, not distances: write the "
            "worst value on each side of the optimum");
  EXPECT_EQ(with({.better = qx::direction::optimal_interval(8, 6)}),
            "a: the optimal interval [8, 6] is reversed or not finite; write the lower end first");
}

TEST(Framework, tells_all_that_is_wrong_at_once) {
  const qx::node wrong = qx::group("index", {qx::indicator("a", qx::node_options{.weight = -1}), qx::group("b", {})});
  EXPECT_EQ(qx::framework::problems(wrong).size(), 2U);
  EXPECT_TRUE(qx::framework::problems(tree().root()).empty());
}

TEST(FrameworkRows, are_read_in_any_order) {
  const std::vector<qx::framework_row> rows = qx::framework_rows(tree());
  EXPECT_EQ(rows[3].parent, "life");
  EXPECT_EQ(qx::framework_from_rows(rows), tree());
  const std::vector<qx::framework_row> shuffled{{"a", "index"}, {"index", ""}, {"b", "pillar"}, {"pillar", "index"}};
  EXPECT_EQ(qx::framework_from_rows(shuffled),
            qx::framework(qx::group("index", {qx::indicator("a"), qx::group("pillar", {qx::indicator("b")})})));
}

TEST(FrameworkRows, refuse_what_is_no_tree) {
  const auto text = [](const std::vector<qx::framework_row>& rows) {
    return refused<qx::framework_error>([&] { (void)qx::framework_from_rows(rows); });
  };
  EXPECT_EQ(text({{"index", ""}, {"a", "indx"}}), "a: its parent 'indx' has no row; did you mean 'index'?");
  EXPECT_EQ(text({{"index", ""}, {"a", "index"}, {"a", "index"}}),
            "a: the code stands in two rows; give every row a code of its own");
  EXPECT_EQ(text({{"a", "b"}, {"b", "a"}}),
            "framework: every row has a parent, so the rows run in a circle; leave the parent of the index empty");
  EXPECT_EQ(text({{"index", ""}, {"x", "index"}, {"a", "b"}, {"b", "a"}}),
            "a: its parents run in a circle and never reach 'index'; mend the column 'parent'");
  EXPECT_EQ(text({{"one", ""}, {"two", ""}}),
            "framework: two rows have no parent: 'one' and 'two'; only the index itself has none");
}

TEST(Node, is_the_same_after_writing_and_reading) {
  const qx::node full = qx::group(
      "index",
      {qx::indicator("ph", {.better = qx::direction::optimal_interval(6.5, 7.5),
                            .weight = 3,
                            .unit = "1",
                            .target = 7,
                            .goalposts = {{0, 14}}}),
       qx::indicator("t", qx::direction::optimal_point(20)), qx::indicator("s", qx::direction::worse_when_high)},
      {.name = "Water", .names = {{"zh", "水"}}});
  EXPECT_EQ(qx::describe::read_node(qx::describe::write_node(full), qx::path("framework")), full);
}

TEST(Node, names_the_place_of_what_it_cannot_read) {
  const auto text = [](const value& child) {
    const value root = value::object{{"code", "index"}, {"children", value::list{child}}};
    return refused<qx::error>([&] { (void)qx::describe::read_node(root, qx::path("framework")); });
  };
  EXPECT_EQ(text(value::object{{"code", "a"}, {"wieght", 2}}),
            "framework.index.a.wieght: a node has no such key; did you mean 'weight'?");
  EXPECT_EQ(text(value::object{{"code", "a"}, {"better", "hihg"}}),
            "framework.index.a.better: unknown direction 'hihg'; did you mean 'high'? (or an optimal point 7, or an "
            "optimal interval "
            "[6.5, 8.5])");
  EXPECT_EQ(text(value::object{{"code", "a"}, {"better", value::list{8, 6}}}),
            "framework.index.a.better: the optimal interval [8, 6] is reversed; write the lower end first");
  EXPECT_EQ(text(value::object{{"weight", 2}}), "framework.index: the key 'code' is missing; give every node a code");
  EXPECT_EQ(text("income"), "framework.index: found a text 'income'; expected an object with the key 'code'");
  value deep = value::object{{"code", "x"}};
  for (int i = 0; i < 70; ++i) deep = value::object{{"code", "g"}, {"children", value::list{deep}}};
  EXPECT_EQ(text(deep), "g: the node is more than 64 levels below the index; nest fewer groups");
}

TEST(Direction, measures_the_way_to_an_optimal_interval) {
  const qx::direction ph = qx::direction::optimal_interval(6.5, 7.5);
  EXPECT_EQ(ph.deviation(5), 1.5);
  EXPECT_EQ(ph.deviation(7), 0);
  EXPECT_EQ(ph.deviation(8), 0.5);
  EXPECT_TRUE(std::isnan(ph.deviation(none)));
}

}  // namespace
