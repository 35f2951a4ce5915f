// Parameters given per criterion are written to plain data and read back, and refused with their place.
#include <gtest/gtest.h>

#include "methods.hpp"
#include "quindex/aggregate/comet.hpp"
#include "quindex/aggregate/fuzzy_main_factor.hpp"
#include "quindex/aggregate/mpi.hpp"
#include "quindex/aggregate/rim.hpp"
#include "quindex/describe/any_method.hpp"
#include "quindex/describe/impl/method_list.ipp"  // needed for a list of one's own with the compiled library

namespace {

using namespace trial;
using namespace quindex::aggregate;
using quindex::describe::value;
using some = qx::any_method<qx::method_list<rim, comet, fuzzy_main_factor, mpi>>;

void expect_round_trip(const some& method, const std::string& text) {
  const value written = method.write();
  EXPECT_EQ(qx::describe::json_text(written), text);
  EXPECT_EQ(some::read(written, qx::path("aggregate")), method);
}

TEST(ParametersByCriterion, are_written_and_read_back) {
  expect_round_trip(rim{.ranges = {{"gdp", {0, 9}}}, .ideals = {{"gdp", {3, 4}}}},
                    R"({"method":"rim","ranges":{"gdp":[0,9]},"ideals":{"gdp":[3,4]}})");
  expect_round_trip(comet{.characteristic_values = {{"gdp", {0, 5, 9}}}, .judgements = {{0.5, 0}, {1, 0.5}}},
                    R"({"method":"comet","characteristic_values":{"gdp":[0,5,9]},"judgements":[[0.5,0],[1,0.5]]})");
  expect_round_trip(
      fuzzy_main_factor{.grades = {1, 2}, .thresholds = {{"gdp", {3, 5}}}, .compose_by = main_factor::product_maximum},
      R"({"method":"fuzzy_main_factor","grades":[1,2],"thresholds":{"gdp":[3,5]},)"
      R"("compose_by":"product_maximum"})");
}

TEST(ParametersByCriterion, are_refused_with_their_place) {
  const auto refusal = [](const value& v) {
    return refused<qx::spec_error>([&] { (void)some::read(v, qx::path("aggregate")); });
  };
  EXPECT_EQ(refusal(value::object{{"method", "rim"}, {"ranges", value::object{{"gdp", value::list{1, 2, 3}}}}}),
            "aggregate.ranges.gdp: found a list of 3; expected a list of two numbers");
  EXPECT_EQ(refusal(value::object{{"method", "comet"}, {"judgements", value::list{value(value::list{2})}}}),
            "aggregate.judgements.0.0: 2 is outside [0, 1]");
  EXPECT_EQ(refusal(value::object{{"method", "mpi"}, {"imbalance", "plus"}}),
            "aggregate.imbalance: unknown choice 'plus'; there are 'subtract', 'add'");
}

}  // namespace
