/// What the tests of methods share: error texts, and an indicator scored as an index would.
#pragma once

#include <gtest/gtest.h>
#include <limits>
#include <string>
#include <vector>

#include "quindex/normalise/methods.hpp"

namespace trial {

namespace qx = quindex;

inline constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// The text of the `Error` that `f` throws, or what happened instead.
template <class Error, class F>
std::string refused(F&& f) {
  try {
    f();
  } catch (const Error& e) {
    return e.what();
  } catch (const std::exception& e) {
    return std::string("another kind of error: ") + e.what();
  }
  return "nothing was refused";
}

/// An indicator called "x".
inline qx::node about(qx::node_options options = {}) { return qx::indicator("x", std::move(options)); }
inline qx::node low_is_better() { return qx::indicator("x", qx::direction::worse_when_high); }

/// A normaliser fitted to the values of an indicator, by way of the deviations where it has an optimum.
template <class M>
qx::scale fitted(const M& method, const std::vector<double>& x, const qx::node& indicator = about()) {
  const qx::direction& better = indicator.about.better;
  qx::scale out;
  std::vector<double> seen = x;
  qx::normalise::column column{
      .x = seen, .better_when_high = better.better == qx::direction::kind::high, .about = &indicator};
  if (better.is_optimal()) {
    out.optimum = {better.optimum_low, better.optimum_high};
    for (double& v : seen) v = better.deviation(v);
    column.best = 0.0;
  }
  out.map = method.fit(column);
  return out;
}

inline std::vector<double> applied(const qx::scale& scale, const std::vector<double>& x) {
  std::vector<double> out(x.size());
  scale.apply(x, out);
  return out;
}

/// The scores of the values that a normaliser is fitted to.
template <class M>
std::vector<double> scores(const M& method, const std::vector<double>& x, const qx::node& indicator = about()) {
  return applied(fitted(method, x, indicator), x);
}

/// Are the numbers the same, missing ones in the same places, to `tolerance`?
inline void expect_near(const std::vector<double>& found, const std::vector<double>& expected,
                        double tolerance = 1e-12) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (std::isnan(expected[i]))
      EXPECT_TRUE(std::isnan(found[i])) << "number " << i << " is " << found[i];
    else
      EXPECT_NEAR(found[i], expected[i], tolerance) << "number " << i;
  }
}

}  // namespace trial
