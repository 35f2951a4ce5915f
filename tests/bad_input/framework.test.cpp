// The tree: codes, groups, directions, weights and goalposts.
#include "bad_input/bad_input.hpp"

namespace bad_input {

namespace {

std::function<void()> building(const qx::node& root) {
  return [root] { (void)qx::framework(root); };
}
std::function<void()> building_with(const qx::node_options& about) {
  return building(qx::group("index", {qx::indicator("x", about), qx::indicator("y")}));
}
std::function<void()> from_rows(const std::vector<qx::framework_row>& rows) {
  return [rows] { (void)qx::framework_from_rows(rows); };
}

}  // namespace

TEST(bad_framework, codes_and_groups) {
  using qx::group;
  using qx::indicator;
  expect_messages({
      {"code twice", building(group("index", {indicator("x"), group("g", {indicator("x")})})),
       "framework_error: x: the code stands twice in the framework; give every node a code of its own"},
      {"empty code", building(group("index", {indicator("")})),
       "framework_error: framework: a node has an empty code; give every node a code"},
      {"empty group", building(group("index", {indicator("x"), group("g", {})})),
       "framework_error: g: the group has no children; add an indicator or remove the group"},
      {"single indicator", building(indicator("x")),
       "framework_error: x: the framework is a single indicator; put it into a group: group(\"index\", {…})"},
      {"unknown parent", from_rows({{"index"}, {"group", "index"}, {"x", "gruop"}}),
       "framework_error: x: its parent 'gruop' has no row; did you mean 'group'?"},
      {"cycle of all", from_rows({{"a", "b"}, {"b", "a"}}),
       "framework_error: framework: every row has a parent, so the rows run in a circle; leave the parent of the index "
       "empty"},
      {"cycle beside the tree", from_rows({{"index"}, {"x", "index"}, {"a", "b"}, {"b", "a"}}),
       "framework_error: a: its parents run in a circle and never reach 'index'; mend the column 'parent'"},
      {"own parent", from_rows({{"index"}, {"x", "index"}, {"a", "a"}}),
       "framework_error: a: its parents run in a circle and never reach 'index'; mend the column 'parent'"},
      {"two roots", from_rows({{"index"}, {"x", "index"}, {"other"}}),
       "framework_error: framework: two rows have no parent: 'index' and 'other'; only the index itself has none"},
      {"code in two rows", from_rows({{"index"}, {"x", "index"}, {"x", "index"}}),
       "framework_error: x: the code stands in two rows; give every row a code of its own"},
      {"no row", from_rows({}),
       "framework_error: framework: there is no row; give the index a row, and every group and indicator"},
      {"empty group in a file", reading_framework(R"({"code": "index", "children": []})"),
       "framework_error: index: the group has no children; add an indicator or remove the group"},
      {"child without a code in a group with a long one",
       reading_framework(R"({"code": "a_code_too_long_to_be_kept_inside_a_text", "children": [{"aode": "income"}]})"),
       "framework_error: framework.a_code_too_long_to_be_kept_inside_a_text: the key 'code' is missing; give every "
       "node a code"},
      {"tree too deep in a file",
       [] {
         std::string text;
         for (int i = 0; i < 80; ++i) text += R"({"code": "g)" + std::to_string(i) + R"(", "children": [)";
         text += R"({"code": "x"})";
         for (int i = 0; i < 80; ++i) text += "]}";
         reading_framework(text)();
       },
       "framework_error: g65: the node is more than 64 levels below the index; nest fewer groups"},
  });
}

TEST(bad_framework, directions) {
  expect_messages({
      {"misspelt", reading_framework(R"({"code": "index", "children": [{"code": "x", "better": "hgih"}]})"),
       "framework_error: framework.index.x.better: unknown direction 'hgih'; did you mean 'high'? (or an optimal point "
       "7, or an optimal interval [6.5, 8.5])"},
      {"another word", reading_framework(R"({"code": "index", "children": [{"code": "x", "better": "positive"}]})"),
       "framework_error: framework.index.x.better: unknown direction 'positive'; there are 'high', 'low' (or an "
       "optimal point 7, or an optimal interval [6.5, 8.5])"},
      {"truth value", reading_framework(R"({"code": "index", "children": [{"code": "x", "better": true}]})"),
       "spec_error: framework.index.x.better: found a truth value; expected 'high', 'low', an optimal point or an "
       "optimal interval"},
      {"sign as a number", reading_framework(R"({"code": "index", "children": [{"code": "x", "better": -1}]})"),
       "framework_error: framework.index.x.better: -1 may be a sign or an optimum; write 'low', or [-1, -1] for an "
       "optimum at -1"},
      {"interval reversed in a file",
       reading_framework(R"({"code": "index", "children": [{"code": "x", "better": [8, 6]}]})"),
       "framework_error: framework.index.x.better: the optimal interval [8, 6] is reversed; write the lower end first"},
      {"interval of three", reading_framework(R"({"code": "index", "children": [{"code": "x", "better": [6, 7, 8]}]})"),
       "spec_error: framework.index.x.better: found a list of 3; expected a list of two numbers"},
      {"interval reversed", building_with({.better = qx::direction::optimal_interval(8, 6)}),
       "framework_error: x: the optimal interval [8, 6] is reversed or not finite; write the lower end first"},
      {"interval of nothing", building_with({.better = qx::direction::optimal_point(qx::missing_value)}),
       "framework_error: x: the optimal interval [nan, nan] is reversed or not finite; write the lower end first"},
      {"group with an optimum",
       building(
           qx::group("index", {qx::group("g", {qx::indicator("x")}, {.better = qx::direction::optimal_point(7)})})),
       "framework_error: g: a group cannot have an optimal interval; give it to the indicators"},
  });
}

TEST(bad_framework, weights) {
  using qx::group;
  using qx::indicator;
  expect_messages({
      {"negative", building_with({.weight = -0.5}),
       "framework_error: x: the weight -0.5 is not a number of 0 or more; weights are relative to the siblings'"},
      {"not a number", building_with({.weight = qx::missing_value}),
       "framework_error: x: the weight nan is not a number of 0 or more; weights are relative to the siblings'"},
      {"infinite", building_with({.weight = INFINITY}),
       "framework_error: x: the weight inf is not a number of 0 or more; weights are relative to the siblings'"},
      {"all zero", building(group("index", {indicator("x", {.weight = 0}), indicator("y", {.weight = 0})})),
       "framework_error: index: the weights of all children are 0; give at least one child a positive weight"},
      {"sum too large", computing([](qx::spec& s) {
         s.framework =
             group("index", {indicator("income", {.weight = 1e308}), indicator("schooling", {.weight = 1e308})});
       }),
       "spec_error: weigh/index: the weights are too large to be added; weights are relative: divide them all by the "
       "same number"},
  });
}

TEST(bad_framework, goalposts_and_targets) {
  expect_messages({
      {"reversed", building_with({.goalposts = {{85, 20}}}),
       "framework_error: x: the goalposts [85, 20] are reversed; write the smaller value first; better='low' turns the "
       "direction"},
      {"equal", building_with({.goalposts = {{20, 20}}}),
       "framework_error: x: the goalposts [20, 20] are equal; write the smaller value first; better='low' turns the "
       "direction"},
      {"not finite", building_with({.goalposts = {{0, INFINITY}}}),
       "framework_error: x: the goalposts [0, inf] are not finite; give two finite numbers"},
      {"one only in a file", reading_framework(R"({"code": "index", "children": [{"code": "x", "goalposts": [1]}]})"),
       "spec_error: framework.index.x.goalposts: found a list of 1; expected a list of two numbers"},
      {"target not finite", building_with({.target = qx::missing_value}),
       "framework_error: x: the target nan is not finite; leave it out or give a number"},
      {"missing where the method needs them", computing([](qx::spec& s) { s.normalise = qx::normalise::goalposts{}; }),
       "spec_error: indicators/income: goalposts is asked for, the indicator has none; write its goalposts as [low, "
       "high]"},
      {"missing where the last rescaling of a group needs them",
       computing([](qx::spec& s) { s.publish = qx::normalise::goalposts{}; }),
       "spec_error: publish/life: goalposts is asked for, the group has none; write its goalposts as [low, high]"},
      {"not positive where logarithms are taken", computing([](qx::spec& s) {
         s.framework = tree({.goalposts = {{0, 100}}});
         s.normalise = {qx::normalise::min_max{},
                        {{"income", qx::normalise::goalposts{.transform = qx::maps::transform::log}}}};
       }),
       "numeric_error: indicators/income: the goalpost 0 has no logarithm; goalposts have to be above 0"},
      {"no target where the method needs one",
       computing([](qx::spec& s) { s.normalise = qx::normalise::distance_to_target{}; }),
       "spec_error: indicators/income: distance_to_target is asked for, the indicator has no target; write its target"},
      {"target that the worst value is beyond", computing([](qx::spec& s) {
         s.framework = tree({.target = 10});
         s.normalise = {qx::normalise::min_max{}, {{"income", qx::normalise::distance_to_target{}}}};
       }),
       "spec_error: indicators/income: the target 10 is not better than the worst value 25; check target and "
       "direction, or give the indicator goalposts"},
  });
}

}  // namespace bad_input
