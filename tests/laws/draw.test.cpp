// Laws of distributions, for every one in the list: quantiles ascend, are finite, and the same every time.
#include <cmath>

#include "laws.hpp"
#include "quindex/draw/methods.hpp"

namespace {

using namespace laws;

/// Coordinates from the first that there is to the last.
std::vector<double> coordinates() {
  std::vector<double> out{0x1p-53, 1e-12, 1e-6};
  for (int k = 1; k < 200; ++k) out.push_back(k / 200.0);
  out.insert(out.end(), {1 - 1e-6, 1 - 1e-12, 1 - 0x1p-53});
  return out;
}

TEST(Distributions, never_fall_and_are_finite_for_every_coordinate) {
  for_each_method(qx::draw::methods{}, []<class M>() {
    const M m = example<M>();
    double before = -INFINITY;
    for (const double u : coordinates()) {
      const double x = m.quantile(u);
      EXPECT_TRUE(std::isfinite(x)) << u;
      EXPECT_GE(x, before) << u;
      before = x;
    }
    EXPECT_GT(before, m.quantile(0x1p-53)) << "it draws one number only";
  });
}

TEST(Distributions, depend_on_the_coordinate_alone) {
  for_each_method(qx::draw::methods{}, []<class M>() {
    const qx::draw::method erased = example<M>();
    for (const double u : coordinates()) EXPECT_EQ(qx::draw::quantile(erased, u), example<M>().quantile(u));
  });
}

}  // namespace
