// Laws of normalisers, for every one in the list and in every direction.
#include "laws.hpp"
#include "quindex/normalise/methods.hpp"

namespace {

using namespace laws;
using namespace trial;
using qx::normalise::fixed;

const std::vector<qx::direction> directions{qx::direction::better_when_high, qx::direction::worse_when_high,
                                            qx::direction::optimal_interval(4, 5)};

bool is_high(const qx::direction& d) { return d == qx::direction::better_when_high; }

/// The scale of the sample, or nothing where the method says that it does not go with the direction.
template <class M>
std::optional<qx::scale> scale_of(const std::vector<double>& x, const qx::direction& better) {
  const M method = example<M>(is_high(better));
  if constexpr (std::same_as<M, fixed>)
    if (better.is_optimal()) return std::nullopt;
  try {
    return fitted(method, x, indicator(better));
  } catch (const qx::spec_error& refused) {
    EXPECT_EQ(refused.where(), "indicators/x") << refused.what();
    EXPECT_FALSE(is_high(better)) << "no normaliser may refuse high values that are better: " << refused.what();
    return std::nullopt;
  }
}

/// Calls `f.operator()<M>(better)` for each normaliser and direction.
template <class F>
void for_each_case(F&& f) {
  for_each_method(qx::normalise::methods{}, [&]<class M>() {
    for (const qx::direction& better : directions) {
      SCOPED_TRACE(qx::describe::json_text(qx::describe::codec<qx::direction>::write(better)));
      f.template operator()<M>(better);
    }
  });
}

/// How good a value is, in the order of the direction.
double merit(double x, const qx::direction& better) {
  return better.is_optimal() ? -better.deviation(x) : is_high(better) ? x : -x;
}

/// Another unit of measurement of the sample and of everything the indicator says.
template <class M>
void expect_same_scores_in_another_unit(double a, double b) {
  for (const qx::direction& better : {directions[0], directions[1]}) {
    std::vector<double> other = sample;
    for (double& x : other) x = a + b * x;
    expect_near(scores(example<M>(), other, qx::indicator("x", better)),
                scores(example<M>(), sample, qx::indicator("x", better)), 1e-9);
  }
}

TEST(Normalisers, keep_missing_missing_and_score_everything_else) {
  for_each_case([]<class M>(const qx::direction& better) {
    const auto scale = scale_of<M>(sample, better);
    if (!scale) return;
    const std::vector<double> z = applied(*scale, sample);
    for (std::size_t i = 0; i < z.size(); ++i) EXPECT_EQ(std::isfinite(z[i]), !qx::is_missing(sample[i])) << sample[i];
  });
}

TEST(Normalisers, that_claim_it_keep_the_order_of_merit) {
  for_each_case([]<class M>(const qx::direction& better) {
    if constexpr (claims<M>(qx::claim::order_preserving)) {
      const auto scale = scale_of<M>(sample, better);
      if (!scale) return;
      const std::vector<double> z = applied(*scale, sample);
      for (std::size_t i = 0; i < z.size(); ++i)
        for (std::size_t k = 0; k < z.size(); ++k)
          if (merit(sample[i], better) >= merit(sample[k], better)) {
            EXPECT_GE(z[i], z[k]) << sample[i] << " and " << sample[k];
          }
    }
  });
}

TEST(Normalisers, do_not_care_about_the_order_of_units) {
  for_each_case([]<class M>(const qx::direction& better) {
    const auto scale = scale_of<M>(sample, better);
    if (!scale) return;
    const std::vector<double> z = applied(*scale, sample);
    expect_near(reversed(applied(*scale_of<M>(reversed(sample), better), reversed(sample))), z, 1e-12);
    expect_near(applied(*scale_of<M>(rotated(sample), better), rotated(sample)), rotated(z), 1e-12);
  });
}

TEST(Normalisers, are_not_moved_by_units_without_a_value) {
  for_each_case([]<class M>(const qx::direction& better) {
    const auto scale = scale_of<M>(sample, better);
    if (!scale) return;
    const std::vector<double> more = with_unknown_units(sample);
    expect_near(applied(*scale_of<M>(more, better), more), with_unknown_units(applied(*scale, sample)), 1e-12);
  });
}

TEST(Normalisers, that_do_not_depend_on_the_unit_turn_round_with_their_values) {
  for_each_method(qx::normalise::methods{}, []<class M>() {
    if constexpr (claims<M>(qx::claim::unit_invariant)) {
      std::vector<double> turned = sample;
      for (double& x : turned) x = -x;
      expect_near(scores(example<M>(), turned, qx::indicator("x", qx::direction::worse_when_high)),
                  scores(example<M>(), sample, qx::indicator("x")), 1e-12);
    }
  });
}

TEST(Normalisers, once_fitted_score_each_unit_on_its_own) {
  for_each_case([]<class M>(const qx::direction& better) {
    const auto scale = scale_of<M>(sample, better);
    if (!scale) return;
    const std::vector<double> together = applied(*scale, sample);
    for (std::size_t i = 0; i < sample.size(); ++i) expect_near(applied(*scale, {sample[i]}), {together[i]}, 0);
  });
}

TEST(Normalisers, give_the_same_bits_when_frozen_and_read_from_a_file) {
  for_each_case([]<class M>(const qx::direction& better) {
    if constexpr (!Custom<M>) {  // a function is not written to files
      const auto scale = scale_of<M>(sample, better);
      if (!scale) return;
      const auto frozen =
          qx::normalise::method::read(qx::normalise::method(fixed{.scale = *scale}).write(), qx::path("normalise"));
      expect_near(applied(frozen.template as<fixed>()->scale, sample), applied(*scale, sample), 0);
    }
  });
}

TEST(Normalisers, name_a_constant_indicator_or_score_all_its_units_alike) {
  for_each_method(qx::normalise::methods{}, []<class M>() {
    const std::vector<double> constant{7, 7, none, 7};
    try {
      const std::vector<double> z = scores(example<M>(), constant, indicator(qx::direction::better_when_high));
      expect_near(z, {z[0], z[0], none, z[0]}, 0);
    } catch (const qx::data_error& refused) {
      EXPECT_EQ(std::string(refused.what())
                    .rfind("indicators/x: " + std::string(M::info.name) + " needs at least two distinct values", 0),
                0U)
          << refused.what();
    }
  });
}

TEST(Normalisers, name_an_indicator_without_values_or_score_none_of_its_units) {
  for_each_method(qx::normalise::methods{}, []<class M>() {
    try {
      expect_near(scores(example<M>(), {none, none}, indicator(qx::direction::better_when_high)), {none, none}, 0);
    } catch (const qx::data_error& refused) {
      EXPECT_EQ(
          refused.what(),
          std::string("indicators/x: all values are missing; remove the indicator, or impute it from another source"));
    }
  });
}

TEST(Normalisers, that_claim_it_do_not_depend_on_the_unit_of_measurement) {
  for_each_method(qx::normalise::methods{}, []<class M>() {
    if constexpr (claims<M>(qx::claim::unit_invariant)) expect_same_scores_in_another_unit<M>(-40, 1.8);
    if constexpr (claims<M>(qx::claim::scale_invariant)) expect_same_scores_in_another_unit<M>(0, 1000);
  });
}

TEST(Normalisers, that_claim_it_stay_within_their_range_whatever_the_data) {
  for_each_method(qx::normalise::methods{}, []<class M>() {
    if constexpr (claims<M>(qx::claim::bounded)) {
      const M m = example<M>();
      double low = 0, high = 100;
      if constexpr (requires { m.low; }) low = m.low;
      if constexpr (requires { m.high; }) high = m.high;
      for (const auto& x : {sample, std::vector<double>{1e-9, 1, 2, 1e12}, std::vector<double>{5, 6, 6, 6, 6}})
        for (const double z : scores(m, x))
          EXPECT_TRUE(qx::is_missing(z) || (z >= low - 1e-9 && z <= high + 1e-9)) << z;
    }
  });
}

TEST(Normalisers, with_a_mirror_turn_scores_round_within_their_range) {
  for_each_method(qx::normalise::methods{}, []<class M>() {
    if constexpr (requires(const M& m) { m.mirror(); } && claims<M>(qx::claim::bounded)) {
      const std::vector<double> z = scores(example<M>(), sample);
      const auto mirror = example<M>().mirror();
      ASSERT_TRUE(mirror.has_value());
      for (const double score : z)
        EXPECT_TRUE(qx::is_missing(score) || (*mirror - score >= -1e-9 && *mirror - score <= *mirror + 1e-9)) << score;
    }
  });
}

}  // namespace
