// Laws of treatments, for every one in their list.
#include "laws.hpp"
#include "quindex/treat/methods.hpp"

namespace {

using namespace laws;
using namespace trial;

const std::string code = "x";
/// Positive, skewed, with a tie and missing values.
const std::vector<double> skewed{1, 2, 2, none, 3, 4, 5, 6, 7, 8, 9, 10, 400, none};

template <class M>
std::vector<double> treated(const std::vector<double>& x) {
  return applied({.map = example<M>().fit(qx::treat::column{x, &code})}, x);
}

TEST(Treatments, keep_missing_missing_and_everything_else_finite) {
  for_each_method(qx::treat::methods{}, []<class M>() {
    const std::vector<double> y = treated<M>(skewed);
    for (std::size_t i = 0; i < y.size(); ++i) EXPECT_EQ(std::isfinite(y[i]), !qx::is_missing(skewed[i])) << skewed[i];
  });
}

TEST(Treatments, never_change_the_order_of_two_values) {
  for_each_method(qx::treat::methods{}, []<class M>() {
    const std::vector<double> y = treated<M>(skewed);
    for (std::size_t i = 0; i < y.size(); ++i)
      for (std::size_t k = 0; k < y.size(); ++k)
        if (skewed[i] <= skewed[k]) {
          EXPECT_LE(y[i], y[k]) << skewed[i] << " and " << skewed[k];
        }
  });
}

TEST(Treatments, do_not_care_about_the_order_of_units) {
  for_each_method(qx::treat::methods{}, []<class M>() {
    expect_near(reversed(treated<M>(reversed(skewed))), treated<M>(skewed), 1e-9);
    expect_near(treated<M>(rotated(skewed)), rotated(treated<M>(skewed)), 1e-9);
  });
}

TEST(Treatments, are_not_moved_by_units_without_a_value) {
  for_each_method(qx::treat::methods{}, []<class M>() {
    expect_near(treated<M>(with_unknown_units(skewed)), with_unknown_units(treated<M>(skewed)), 1e-9);
  });
}

TEST(Treatments, once_fitted_change_each_value_on_its_own) {
  for_each_method(qx::treat::methods{}, []<class M>() {
    const qx::scale scale{.map = example<M>().fit(qx::treat::column{skewed, &code})};
    const std::vector<double> together = applied(scale, skewed);
    for (std::size_t i = 0; i < skewed.size(); ++i) expect_near(applied(scale, {skewed[i]}), {together[i]}, 0);
  });
}

TEST(Treatments, name_an_indicator_without_values_or_leave_it_alone) {
  for_each_method(qx::treat::methods{}, []<class M>() {
    try {
      expect_near(treated<M>({none, none}), {none, none}, 0);
    } catch (const qx::data_error& refused) {
      EXPECT_EQ(
          refused.what(),
          std::string("indicators/x: all values are missing; remove the indicator, or impute it from another source"));
    }
  });
}

TEST(Treatments, give_the_same_bits_when_frozen_and_read_from_a_file) {
  for_each_method(qx::treat::methods{}, []<class M>() {
    const qx::any_map map = example<M>().fit(qx::treat::column{skewed, &code});
    const auto frozen = qx::any_map::read(map.write(), qx::path("map"));
    expect_near(applied({.map = frozen}, skewed), treated<M>(skewed), 0);
  });
}

TEST(Treatments, name_a_constant_indicator_or_treat_all_its_values_alike) {
  for_each_method(qx::treat::methods{}, []<class M>() {
    try {
      const std::vector<double> y = treated<M>({7, 7, none});
      expect_near(y, {y[0], y[0], none}, 0);
    } catch (const qx::data_error& refused) {
      EXPECT_EQ(refused.where(), "indicators/x");
    }
  });
}

}  // namespace
