// The recipe: methods, parameters, keys and codes that are not there, values out of range, weights that do not match.
#include "bad_input/bad_input.hpp"

namespace bad_input {

TEST(bad_spec, unknown_methods_parameters_and_keys) {
  expect_messages({
      {"method with a typing error", reading(R"("normalise": "minmax")"),
       "spec_error: normalise.method: unknown method 'minmax'; did you mean 'min_max'?"},
      {"method of another family", reading(R"("aggregate": "z_score")"),
       "spec_error: aggregate.method: unknown method 'z_score'; there are 'arithmetic_mean', 'geometric_mean', "
       "'harmonic_mean', 'power_mean', 'minimum', 'maximum', 'median', 'sum' and 61 more; the catalogue lists them"},
      {"method of an exception", reading(R"("aggregate": {"method": "sum", "except": {"wellbeing": "summ"}})"),
       "spec_error: aggregate.except.wellbeing.method: unknown method 'summ'; did you mean 'sum'?"},
      {"no method", reading(R"("normalise": {"low": 1})"),
       "spec_error: normalise: the key 'method' is missing; write {\"method\": \"min_max\"}"},
      {"method that is a number", reading(R"("normalise": 1)"),
       "spec_error: normalise: found a number 1; expected the name of a method, or an object with the key 'method'"},
      {"parameter with a typing error", reading(R"("normalise": {"method": "min_max", "hihg": 1})"),
       "spec_error: normalise.hihg: min_max has no such parameter; did you mean 'high'?"},
      {"parameter of a method that has none", reading(R"("aggregate": {"method": "geometric_mean", "power": 1})"),
       "spec_error: aggregate.power: geometric_mean has no such parameter; it has no parameters"},
      {"parameter of another kind", reading(R"("normalise": {"method": "min_max", "low": "0"})"),
       "spec_error: normalise.low: found a text '0'; expected a number"},
      {"choice with a typing error", reading(R"("normalise": {"method": "efficacy", "form": "exponental"})"),
       "spec_error: normalise.form: unknown choice 'exponental'; did you mean 'exponential'?"},
      {"key in American spelling", reading(R"("normalize": "min_max")"),
       "spec_error: normalize: a spec has no such key; did you mean 'normalise'?"},
      {"key of a preparation step", reading(R"("prepare": [{"treet": "winsorise"}])"),
       "spec_error: prepare.0.treet: a preparation step has no such key; did you mean 'treat'?"},
      {"preparation step without a method", reading(R"("prepare": [{"only": ["income"]}])"),
       "spec_error: prepare.0: there is no method; give one of 'treat', 'impute' and 'denominate'"},
      {"preparation step with two methods", reading(R"("prepare": [{"treat": "winsorise", "impute": "mean"}])"),
       "spec_error: prepare.0: there are two methods; give one of 'treat', 'impute' and 'denominate'"},
      {"preparation that is no list", reading(R"("prepare": "winsorise")"),
       "spec_error: prepare: found a text 'winsorise'; expected a list of steps"},
      {"method of a preparation step", reading(R"("prepare": [{"treat": "winsorize"}])"),
       "spec_error: prepare.0.treat.method: unknown method 'winsorize'; did you mean 'winsorise'?"},
      {"tie rule", reading(R"("ties": "min")"),
       "spec_error: ties: unknown choice 'min'; there are 'best', 'worst', 'average', 'dense', 'ordinal'"},
      {"rule for missing scores", reading(R"("missing": "drop")"),
       "spec_error: missing.method: unknown method 'drop'; there are 'propagate', 'renormalise', 'zero', 'group_mean'"},
      {"custom method without its function", reading(R"("aggregate": {"method": "custom", "name": "ours"})"),
       "spec_error: aggregate.method: 'ours' is custom; pass it in `extensions`"},
      {"key of a node", reading_framework(R"({"code": "i", "children": [{"code": "x", "wieght": 1}]})"),
       "framework_error: framework.i.x.wieght: a node has no such key; did you mean 'weight'?"},
      {"node without a code", reading_framework(R"({"code": "i", "children": [{"weight": 1}]})"),
       "framework_error: framework.i: the key 'code' is missing; give every node a code"},
      {"node that is a text", reading_framework(R"({"code": "i", "children": ["x"]})"),
       "spec_error: framework.i: found a text 'x'; expected an object with the key 'code'"},
      {"children that are no list", reading_framework(R"({"code": "i", "children": {"code": "x"}})"),
       "spec_error: framework.i.children: found an object; expected a list of nodes"},
  });
}

TEST(bad_spec, values_out_of_range) {
  expect_messages({
      {"exponent in a file", reading(R"("aggregate": {"method": "power_mean", "exponent": 99})"),
       "spec_error: aggregate.exponent: 99 is outside [-10, 10]"},
      {"exponent in code", computing([](qx::spec& s) { s.aggregate = qx::aggregate::power_mean{.exponent = 99}; }),
       "spec_error: aggregate.exponent: 99 is outside [-10, 10]"},
      {"exponent that is not a number",
       computing([](qx::spec& s) { s.aggregate = qx::aggregate::power_mean{.exponent = qx::missing_value}; }),
       "spec_error: aggregate.exponent: the value is nan; expected a finite number"},
      {"parameter that is infinite",
       computing([](qx::spec& s) { s.normalise = qx::normalise::min_max{.high = INFINITY}; }),
       "spec_error: normalise.high: the value is inf; expected a finite number"},
      {"parameter above a bound only", reading(R"("normalise": {"method": "z_score", "sd": 0})"),
       "spec_error: normalise.sd: 0 is not above 0"},
      {"whole number", reading(R"("normalise": {"method": "z_score", "ddof": 0.5})"),
       "spec_error: normalise.ddof: 0.5 is not a whole number; expected a whole number"},
      {"low above high", reading(R"("normalise": {"method": "min_max", "low": 100, "high": 0})"),
       "spec_error: normalise: low (100) must be below high (0)"},
      {"low above high of one indicator", computing([](qx::spec& s) {
         s.normalise = {qx::normalise::min_max{}, {{"income", qx::normalise::min_max{.low = 9, .high = 1}}}};
       }),
       "spec_error: normalise.except.income: low (9) must be below high (1)"},
      {"share of weight", reading(R"("missing": {"method": "renormalise", "at_least": 60})"),
       "spec_error: missing.at_least: 60 is outside [0, 1]"},
      {"quantiles that cross",
       reading(
           R"("prepare": [{"treat": {"method": "winsorise", "rule": "quantiles", "low_quantile": 0.9, "high_quantile": 0.1}}])"),
       "spec_error: prepare.0.treat: low_quantile (0.9) must be below high_quantile (0.1)"},
      {"limits that cross", reading(R"("prepare": [{"treat": {"method": "clip", "low": 2, "high": 1}}])"),
       "spec_error: prepare.0.treat: low (2) must be below high (1)"},
      {"imputed constant without a value", reading(R"("prepare": [{"impute": "constant"}])"),
       "spec_error: prepare.0.impute: constant has no value to fill in; give 'value', 'by_group' or both"},
      {"rank decimals in a file", reading(R"("rank_decimals": 99)"),
       "spec_error: rank_decimals: 99 is outside [0, 15]"},
      {"rank decimals in code", computing([](qx::spec& s) { s.rank_decimals = -1; }),
       "spec_error: rank_decimals: -1 is outside [0, 15]"},
      {"points of a curve", reading(R"("normalise": {"method": "piecewise_linear", "points": [[0, 0]]})"),
       "spec_error: normalise.points: a curve needs at least two points, found 1; write pairs [value, score]"},
      {"points out of order", reading(R"("normalise": {"method": "piecewise_linear", "points": [[1, 0], [0, 1]]})"),
       "spec_error: normalise.points: the value 0 follows 1; values have to ascend"},
      {"curve against the direction", computing([](qx::spec& s) {
         s.normalise = qx::normalise::piecewise_linear{.points = {{0, 100}, {100, 0}}};
       }),
       "spec_error: indicators/income: the curve only falls with the value, high values are better; turn the scores of "
       "the points, or the indicator's direction"},
      {"a ratio of three", computing([](qx::spec& s) {
         s.framework =
             qx::group("i", {qx::indicator("income"), qx::indicator("pollution"), qx::indicator("schooling")});
         s.aggregate = qx::aggregate::ratio{};
       }),
       "spec_error: aggregate/i: ratio has 3 children; a ratio is of exactly two: the first divided by the second"},
      {"group turned without known ends", computing([](qx::spec& s) {
         s.framework = qx::group("i", {qx::indicator("income"), qx::group("g", {qx::indicator("schooling")},
                                                                          {.better = qx::direction::worse_when_high})});
         s.normalise = qx::normalise::identity{};
       }),
       "spec_error: framework.g.better: the group's scores cannot be turned: identity has no known ends; normalise its "
       "indicators by min_max, goalposts, z_score or percentile_rank, or turn the indicators instead"},
  });
}

TEST(bad_spec, codes_that_are_not_in_the_framework) {
  using qx::normalise::min_max;
  using qx::normalise::z_score;
  expect_messages({
      {"no framework", [] { (void)qx::compute(qx::spec{}, table_of(values())); },
       "spec_error: framework: the spec has no framework; give it a group of indicators"},
      {"exception for an unknown node", computing([](qx::spec& s) {
         s.normalise = {min_max{}, {{"incme", z_score{}}}};
       }),
       "spec_error: normalise.except.incme: the framework has no node 'incme'; did you mean 'income'?"},
      {"exception for an unknown level", computing([](qx::spec& s) {
         s.aggregate = {qx::aggregate::sum{}, {{"level:9", qx::aggregate::sum{}}}};
       }),
       "spec_error: aggregate.except.level:9: there is no such level; the framework has levels 2 to 3"},
      {"normalisation of a level of groups", computing([](qx::spec& s) {
         s.normalise = {min_max{}, {{"level:2", z_score{}}}};
       }),
       "spec_error: normalise.except.level:2: there is no such level; indicators are of level 1; for those of a group "
       "write the group's code"},
      {"aggregation of an indicator", computing([](qx::spec& s) {
         s.aggregate = {qx::aggregate::sum{}, {{"income", qx::aggregate::sum{}}}};
       }),
       "spec_error: aggregate.except.income: 'income' is an indicator; name a group"},
      {"preparation of an unknown indicator", computing([](qx::spec& s) {
         s.prepare = {{qx::impute::mean{}, {"incme"}}};
       }),
       "spec_error: prepare.0.only: the framework has no node 'incme'; did you mean 'income'?"},
      {"preparation that leaves out an unknown indicator", computing([](qx::spec& s) {
         s.prepare = {{qx::impute::mean{}, {}, {"incme"}}};
       }),
       "spec_error: prepare.0.except: the framework has no node 'incme'; did you mean 'income'?"},
      {"scores of an unknown node",
       [] { (void)qx::compute({.framework = tree()}, table_of(values())).scores("incme"); },
       "spec_error: result: there is no node 'incme'; did you mean 'income'?"},
      {"contributions of an indicator",
       [] { (void)qx::compute({.framework = tree()}, table_of(values())).contributions("income"); },
       "spec_error: contributions: 'income' is an indicator; ask for one of its groups"},
      {"contributions of an unknown node",
       [] { (void)qx::compute({.framework = tree()}, table_of(values())).contributions("lief"); },
       "spec_error: contributions: there is no node 'lief'; did you mean 'life'?"},
      {"explanation of an unknown unit",
       [] { (void)qx::explain(qx::compute({.framework = tree()}, table_of(values())), "Peroo"); },
       "data_error: explain: there is no unit 'Peroo'; did you mean 'Peru'?"},
  });
}

TEST(bad_spec, weights) {
  using qx::weigh::given;
  const auto weighing = [](std::vector<std::pair<std::string, double>> weights) {
    return computing([weights](qx::spec& s) { s.weigh = given{.weights = weights}; });
  };
  expect_messages({
      {"negative", weighing({{"income", -1}, {"life", 1}}), "spec_error: weigh.weights.income: -1 is below 0"},
      {"not a number", weighing({{"income", qx::missing_value}, {"life", 1}}),
       "spec_error: weigh.weights.income: the value is nan; expected a finite number"},
      {"infinite", weighing({{"income", INFINITY}, {"life", 1}}),
       "spec_error: weigh.weights.income: the value is inf; expected a finite number"},
      {"all zero", weighing({{"income", 0}, {"life", 0}}),
       "spec_error: weigh/wellbeing: all weights are 0; give at least one child a weight above 0"},
      {"for some children only", weighing({{"income", 1}}),
       "spec_error: weigh/wellbeing: there are weights for some children, none for 'life'; give every child of the "
       "group a weight; 0 leaves it out"},
      {"for a node that is not there", weighing({{"income", 1}, {"life", 1}, {"helth", 1}}),
       "spec_error: weigh.weights.helth: there is no such child to weigh; there are 'income', 'life', 'pollution', "
       "'schooling'"},
      {"twice", weighing({{"income", 1}, {"life", 1}, {"life", 2}}),
       "spec_error: weigh.weights.life: the code stands twice; keep one of them"},
      {"negative in a file", reading(R"("weigh": {"method": "given", "weights": {"income": -1, "schooling": 1}})"),
       "spec_error: weigh.weights.income: -1 is below 0"},
      {"text in a file", reading(R"("weigh": {"method": "given", "weights": {"income": "1/3", "schooling": 1}})"),
       "spec_error: weigh.weights.income: found a text '1/3'; expected a number"},
      {"importance for a node that is not there", computing([](qx::spec& s) {
         s.weigh = qx::weigh::equalised_importance{.targets = {{"helth", 1}}};
       }),
       "spec_error: weigh.targets.helth: there is no such child to weigh; there are 'income', 'life', 'pollution', "
       "'schooling'"},
      {"an outcome that is not there",
       computing([](qx::spec& s) { s.weigh = qx::weigh::regression{.child = "incme"}; }),
       "spec_error: weigh.child: there is no such child to weigh; did you mean 'income'?"},
      {"custom, too few", computing([](qx::spec& s) {
         s.weigh = qx::weigh::custom_function("one", [](const qx::weigh::group&) { return std::vector<double>{1}; });
       }),
       "spec_error: weigh/life: the custom function 'one' returned 1 weights for 2 children; return one for each"},
      {"custom, negative", computing([](qx::spec& s) {
         s.weigh = qx::weigh::custom_function(
             "odd", [](const qx::weigh::group& g) { return std::vector<double>(g.children.size(), -1); });
       }),
       "spec_error: weigh/life: the custom function 'odd' gave 'pollution' the weight -1; weights are 0 or more"},
  });
}

TEST(bad_spec, functions_of_the_users) {
  expect_messages({
      {"normaliser that returns too few values", computing([](qx::spec& s) {
         s.normalise = qx::normalise::custom_function(
             "short", [](qx::column_view, const qx::node&) { return std::vector<double>{1}; });
       }),
       "spec_error: indicators/income: the custom function 'short' returned 1 values for 4; return one for each"},
      {"normaliser that returns an infinity", computing([](qx::spec& s) {
         s.normalise = qx::normalise::custom_function(
             "big", [](qx::column_view x, const qx::node&) { return std::vector<double>(x.size(), INFINITY); });
       }),
       "spec_error: indicators/income: the custom function 'big' returned inf for 40; return finite values, or NaN for "
       "a missing score"},
      {"aggregation that returns an infinity", computing([](qx::spec& s) {
         s.aggregate = qx::aggregate::custom_function("big", [](qx::column_view, qx::column_view) { return INFINITY; });
       }),
       "spec_error: aggregate: the custom function 'big' returned inf; return a finite score, or NaN for none"},
      {"no function", computing([](qx::spec& s) { s.aggregate = qx::aggregate::custom{.name = "ours"}; }),
       "spec_error: aggregate: the custom function 'ours' is not there; pass it in `extensions`"},
  });
}

}  // namespace bad_input
