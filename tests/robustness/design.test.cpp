/// Designs: plain data, what is refused, and the design as a table.
#include "quindex/robustness/design.hpp"

#include <gtest/gtest.h>

#include "boards.hpp"

namespace {

using namespace boards;
using qx::describe::value;

std::string problems(const rb::design& d) {
  std::string out;
  for (const qx::issue& one : rb::validate(middle_spec(), middle_data(), d)) out += one.text() + "\n";
  return out;
}

}  // namespace

TEST(robustness_design, plain_data_and_back) {
  rb::design d = full_design(500);
  d.sampler = rb::sampling::sobol;
  d.correlation = {{1, 0, 0, 0, 0}, {0, 1, 0.5, 0, 0}, {0, 0.5, 1, 0, 0}, {0, 0, 0, 1, 0}, {0, 0, 0, 0, 1}};
  d.bands = {0.5, 1};
  d.pairs = true;
  d.keep = false;
  d.seed = 18446744073709551615U;
  const value written = rb::write_design(d);
  EXPECT_EQ(rb::read_design(written), d);
  EXPECT_EQ(*written.find("seed")->as_text(), "18446744073709551615");
  EXPECT_EQ(*written.find("sampler")->as_text(), "sobol");
  EXPECT_EQ(rb::read_design(rb::write_design(rb::design{})), rb::design{});
}

TEST(robustness_design, reading_names_the_place) {
  const auto message = [](value::object members) {
    return message_of([&] { (void)rb::read_design(std::move(members)); });
  };
  EXPECT_EQ(message({}), "design.factors: the key is missing; list what varies");
  EXPECT_EQ(message({{"factors", value::list{}}, {"drawz", 3}}),
            "design.drawz: a design has no such key; did you mean 'draws'?");
  EXPECT_EQ(message({{"factors", value::list{}}, {"draws", 2.5}}),
            "design.draws: found a number 2.5; expected a whole number of 0 or more; above 2^53 as a text of digits");
  EXPECT_EQ(message({{"factors", value::list{value::object{{"name", "a"}}}}}),
            "design.factors.0: the key 'what' is missing; say what varies, and how");
  EXPECT_EQ(message({{"factors", value::list{value::object{{"name", "a"}, {"what", "nois"}}}}}),
            "design.factors.0.what.method: unknown method 'nois'; did you mean 'noise'?");
  EXPECT_EQ(message({{"factors", value::list{}}, {"sampler", "sobel"}}),
            "design.sampler: unknown choice 'sobel'; did you mean 'sobol'?");
  EXPECT_EQ(message({{"factors", value::list{}}, {"largest_failure_share", 2}}),
            "design.largest_failure_share: 2 is outside [0, 1]");
}

TEST(robustness_design, everything_that_cannot_run_is_listed_before_it_starts) {
  EXPECT_EQ(problems(full_design(10)), "");
  rb::design d;
  d.draws = 0;
  d.factors = {{"", qx::vary::noise{}},
               {"a", qx::vary::parameter{.address = "normalise.lo"}},
               {"a", qx::vary::options{.address = "aggregate", .values = {"arithmetic_mean", "medium"}}},
               {"b", qx::vary::options{.address = "missing", .values = {"zero", "propagate"}}},
               {"c", qx::vary::options{.address = "missing", .values = {"zero", "renormalise"}}},
               {"d", qx::vary::options{.address = "ties", .values = {"best", "worst"}}},
               {"e", qx::vary::options{.address = "publish", .values = {value{}, "min_max"}}}};
  d.nodes = {"al", "c", "c"};
  d.bands = {2, 1};
  d.correlation = {{1}};
  d.largest_failure_share = -1;
  const std::string found = problems(d);
  for (const char* expected :
       {"design.draws: there are 0 draws", "design.bands.1: 1 is not above the limit before",
        "design.largest_failure_share: -1 is outside [0, 1]", "design.nodes.0: the framework has no node 'al'",
        "design.nodes.2: 'c' stands there twice", "design.correlation: the matrix has not a row and a column",
        "design.factors.0.name: the factor has no name", "design.factors.1.what", "did you mean 'normalise.low'?",
        "design.factors.2.name: two factors are called 'a'", "design.factors.2.what",
        "design.factors.4.what: 'c' edits 'missing', which 'b' edits, too", "design.factors.5.what: 'ties' cannot vary",
        "design.factors.6.what: 'publish' cannot vary"})
    EXPECT_NE(found.find(expected), std::string::npos) << expected << "\n is not in\n" << found;
  EXPECT_THROW((void)rb::run(middle_spec(), middle_data(), d), qx::spec_error);
  qx::spec broken = middle_spec();
  broken.normalise = qx::normalise::min_max{.low = 3, .high = 1};
  EXPECT_EQ(rb::validate(broken, middle_data(), {}), qx::validate(broken, middle_data()));
}

TEST(robustness_design, a_correlation_has_to_be_one) {
  rb::design d;
  d.factors = {{"a", qx::vary::noise{.group = "a"}}, {"b", qx::vary::noise{.group = "b"}}};
  d.correlation = {{1, 2}, {2, 1}};
  EXPECT_NE(problems(d).find("design.correlation"), std::string::npos);
  d.correlation = {{1, 0.9}, {0.9, 1}};
  EXPECT_EQ(problems(d), "");
}

TEST(robustness_design, a_weight_of_the_framework_has_to_count) {
  const qx::vary::parameter own{.address = "framework.i1.weight", .draw = qx::draw::uniform{0.5, 2}};
  const qx::vary::order order{.group = "a", .codes = {"i1", "i0", "i2"}};
  qx::spec recipe = middle_spec();
  recipe.weigh = qx::weigh::given{};
  const auto with = [&](std::vector<rb::factor> factors) {
    rb::design d;
    d.factors = std::move(factors);
    std::string out;
    for (const qx::issue& one : rb::validate(recipe, middle_data(), d)) out += one.text() + "\n";
    return out;
  };
  EXPECT_EQ(with({{"own", own}, {"noise", qx::vary::noise{}}}), "");
  const std::string lost =
      ": 'order' sets the weight of 'i1', so that what 'own' has drawn for it is lost; leave out "
      "one of the two\n";
  EXPECT_EQ(with({{"own", own}, {"order", order}}), "design.factors.0.what" + lost);
  EXPECT_EQ(with({{"order", order}, {"own", own}}), "design.factors.1.what" + lost);
  const qx::vary::weight share{.node = "i0", .draw = qx::draw::uniform{0.1, 0.3}, .relative = false};
  EXPECT_EQ(with({{"own", own}, {"share", share}}), "") << "the proportions of the others stay";
  recipe.weigh = qx::weigh::entropy{};
  EXPECT_EQ(with({{"own", own}}),
            "design.factors.0.what: the weight of 'i1' in the framework counts for nothing, since 'entropy' finds the "
            "weights; vary the weights that are found, by 'weight' or 'noise'\n");
  EXPECT_EQ(with({{"own", own}, {"how", qx::vary::options{"weigh", {"given", "entropy"}, {}}}}), "");
}

TEST(robustness_design, a_factor_that_sets_weights_stands_before_those_that_change_them) {
  const qx::vary::order order{.group = "a", .codes = {"i1", "i0", "i2"}};
  const qx::vary::bounds bounds{.group = "a", .high = 0.8};
  const qx::vary::dirichlet around{.group = "a"};
  rb::design d;
  d.factors = {{"around", around}, {"order", order}};
  EXPECT_NE(problems(d).find("design.factors.1.what: 'order' sets the weight of 'i0', so that what 'around' has drawn "
                             "for it is lost; leave out one of the two, or put 'around' last if it changes weights"),
            std::string::npos)
      << problems(d);
  d.factors = {{"bounds", bounds}, {"order", order}};
  EXPECT_NE(problems(d).find("'order' sets the weight of 'i0'"), std::string::npos);
  d.factors = {{"order", order}, {"around", around}, {"noise", qx::vary::noise{}}};
  EXPECT_EQ(problems(d), "");
  d.factors = {{"others", qx::vary::noise{.group = "c"}}, {"order", order}};
  EXPECT_EQ(problems(d), "") << "other groups";
  const qx::vary::weight share{.node = "i1", .draw = qx::draw::uniform{0.1, 0.3}, .relative = false};
  d.factors = {{"order", order}, {"share", share}};
  EXPECT_NE(problems(d).find("'share' sets the weight of 'i1', so that what 'order' has drawn"), std::string::npos);
  d.factors = {{"noise", qx::vary::noise{}}, {"share", share}, {"multiple", qx::vary::weight{.node = "i1"}}};
  EXPECT_EQ(problems(d), "");
}

TEST(robustness_design, weights_that_can_never_be_fitted_are_refused) {
  using qx::describe::value;
  const value some = value::object{{"method", "given"}, {"weights", value::object{{"i0", 3.0}}}};
  rb::design d;
  d.factors = {{"weights", qx::vary::options{.address = "weigh", .values = {"equal", some}}}};
  const std::string found = problems(d);
  EXPECT_EQ(found.find("design.factors.0.what.values.1: 'weigh' cannot be "), 0U) << found;
  EXPECT_NE(found.find("there are weights for some children, none for 'i1', 'i2'"), std::string::npos) << found;
  d.factors = {{"weights", qx::vary::options{.address = "weigh", .values = {"equal", "entropy"}}}};
  EXPECT_EQ(problems(d), "");
}

TEST(robustness_design, points_are_what_the_run_draws) {
  rb::design d = full_design(64);
  d.sampler = rb::sampling::latin_hypercube;
  const rb::design_points all = rb::points(middle_spec(), middle_data(), d);
  EXPECT_EQ(all.factors, (std::vector<std::string>{"normaliser", "aggregation", "weights", "left out", "errors"}));
  EXPECT_EQ(all.coordinates.rows(), 64);
  EXPECT_EQ(all.coordinates.cols(), static_cast<Eigen::Index>(all.first_coordinate.back()) + 1);
  std::size_t medians = 0;
  for (std::size_t r = 0; r < 64; ++r) {
    const rb::replicate one = rb::replicate_of(middle_spec(), middle_data(), d, r);
    EXPECT_EQ(one.recipe.normalise.base.name(), all.levels[r][0]);
    EXPECT_EQ(one.recipe.aggregate.base.name(), all.levels[r][1]);
    medians += all.numbers(static_cast<Eigen::Index>(r), 1) == 1 ? 1 : 0;
  }
  EXPECT_EQ(medians, 32U);  // a Latin hypercube has as many as the probability says
  const rb::design_points some = rb::points(middle_spec(), middle_data(), d, 10, 12);
  EXPECT_EQ(some.replicates, (std::vector<std::size_t>{10, 11}));
  EXPECT_EQ(some.coordinates.row(1), all.coordinates.row(11));
  EXPECT_EQ(message_of([&] { (void)rb::points(middle_spec(), middle_data(), d, 60, 65); }),
            "robustness: replicates 60 to 65 are asked for; the design has replicates 0 to 63");
}

TEST(robustness_design, schema_names_every_member) {
  const value schema = rb::design_json_schema();
  const value written = rb::write_design({});
  ASSERT_EQ(schema.find("properties")->as_object()->size(), written.as_object()->size());
  for (const auto& member : *written.as_object())
    EXPECT_NE(schema.find("properties")->find(member.first), nullptr) << member.first;
}
