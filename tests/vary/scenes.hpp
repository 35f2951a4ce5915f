/// What the tests of factors share: a spec as plain data, its tree, its table, and factors drawn from it.
#pragma once

#include <optional>

#include "methods.hpp"
#include "quindex/compute/spec.hpp"
#include "quindex/vary/ready.hpp"

namespace scenes {

namespace qx = quindex;
using qx::describe::value;

/// index = {wealth: {gdp, debt}, life: {health, school, water}}, with a few methods of every kind.
struct example {
  qx::spec recipe{};
  qx::table data{};
  value plain{};

  example() {
    using qx::indicator;
    recipe.framework = qx::group(
        "index",
        {qx::group("wealth", {indicator("gdp", {.weight = 2}), indicator("debt", qx::direction::worse_when_high)}),
         qx::group("life", {indicator("health", {.weight = 3}), indicator("school", {.goalposts = {{0, 15}}}),
                            indicator("water")})});
    recipe.prepare = {qx::impute::method(qx::impute::stochastic_regression{.seed = 3}),
                      {qx::treat::method(qx::treat::winsorise{}), {"gdp", "health"}}};
    recipe.normalise = {qx::normalise::min_max{}, {{"gdp", qx::normalise::z_score{}}}};
    recipe.aggregate = qx::aggregate::power_mean{.exponent = 0.5};
    qx::matrix x(4, 6), errors(4, 6);
    x << 1, 9, 3, 4, 5, 1, 2, 8, 1, 7, trial::none, 1, 3, 5, 2, 9, 2, 1, 8, 2, 9, 1, 4, 1;
    errors << 1, .5, 0, 0, .1, 0, 1, .5, 0, 0, .1, 0, 2, .5, 0, 0, .2, 0, 2, .5, 0, 0, .2, 0;
    data = qx::table({"Oslo", "Bern", "Rome", "Kiel"}, {"gdp", "debt", "health", "school", "water", "extra"}, x,
                     {.standard_errors = errors});
    plain = qx::write_spec(recipe);
  }
  [[nodiscard]] qx::vary::scene scene() const { return {plain, recipe.framework, data, qx::catalogue()}; }
  [[nodiscard]] qx::vary::ready ready(const qx::vary::method& m) const {
    return {m, scene(), qx::path("factors") / "f"};
  }
  /// The spec with something else at a place.
  [[nodiscard]] value with(const std::string& address, const value& what) const {
    const qx::vary::edit e{address, what};
    return qx::vary::with_edits(plain, recipe.framework, {&e, 1}, qx::catalogue());
  }
  /// The text of the refusal of a factor.
  template <class Error = qx::spec_error>
  [[nodiscard]] std::string refusal(const qx::vary::method& m) const {
    return trial::refused<Error>([&] { (void)ready(m); });
  }
};

inline const qx::numeric::random_stream stream{7, "test"};

/// What differs with these coordinates.
inline qx::vary::alternative changed(const qx::vary::ready& r, const std::vector<double>& u,
                                     const qx::numeric::random_stream& random = stream) {
  qx::vary::alternative out;
  r.change(u, random, out);
  return out;
}

/// The weights of index, wealth, gdp, debt, life, health, school, water with these coordinates.
inline std::vector<double> reweighed(const qx::vary::ready& r, const std::vector<double>& u,
                                     std::vector<double> weights = {0, .5, .6, .4, .5, .5, .3, .2}) {
  r.reweigh(u, stream, weights);
  return weights;
}

}  // namespace scenes
