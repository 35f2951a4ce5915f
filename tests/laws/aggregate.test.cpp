// Laws of aggregators, for every one in the list.
#include "laws.hpp"
#include "quindex/aggregate/methods.hpp"

namespace {

using namespace laws;
using namespace trial;

/// How many children examples have: two where the method has rules on their number or order, otherwise five.
template <class M>
constexpr bool is_positional = requires(const M& m) {
  m.check_children(2, "");
};
template <class M>
constexpr std::size_t children = is_positional<M> ? 2 : 5;

struct unit {
  std::vector<double> z, w;
};
/// Positive scores and weights that sum to 1, many times.
template <class M, class F>
void for_many_units(F&& f) {
  numbers random;
  for (int repeat = 0; repeat < 50; ++repeat) {
    unit u{random.several(children<M>, 1, 100), random.several(children<M>, 0.1, 1)};
    double total = 0;
    for (const double w : u.w) total += w;
    for (double& w : u.w) w /= total;
    f(u);
    counted->adds_case();
  }
}
/// Those that score a unit from its own row; the others have laws of their own.
template <class F>
void for_each_aggregator(F&& f) {
  for_each_method(qx::aggregate::methods{}, [&]<class M>() {
    if constexpr (qx::aggregate::RowAggregator<M>)
      f.template operator()<M>();
    else
      counted->leaves_out();
  });
}
constexpr double relative = 1e-12;

TEST(Aggregators, that_claim_it_never_punish_a_better_child) {
  for_each_aggregator([]<class M>() {
    if constexpr (claims<M>(qx::claim::monotone))
      for_many_units<M>([m = example<M>()](const unit& u) {
        const double before = m.score(u.z, u.w);
        for (std::size_t j = 0; j < u.z.size(); ++j) {
          std::vector<double> better = u.z;
          better[j] += 5;
          EXPECT_GE(m.score(better, u.w), before * (1 - relative));
        }
      });
  });
}

TEST(Aggregators, that_do_not_claim_it_say_whether_a_result_has_to_note_it) {
  for_each_aggregator([]<class M>() {
    constexpr bool says = requires(const M& m) { m.breaks_dominance(); };
    constexpr bool is_by_intent = std::same_as<M, qx::aggregate::ratio> || std::same_as<M, qx::aggregate::custom>;
    EXPECT_EQ(says, !claims<M>(qx::claim::monotone) && !is_by_intent) << M::info.name;
  });
}

TEST(Aggregators, that_claim_it_give_equal_children_their_score) {
  for_each_aggregator([]<class M>() {
    if constexpr (claims<M>(qx::claim::idempotent))
      for_many_units<M>([m = example<M>()](const unit& u) {
        EXPECT_NEAR(m.score(std::vector<double>(u.z.size(), u.z[0]), u.w), u.z[0], u.z[0] * relative);
      });
  });
}

TEST(Aggregators, that_claim_it_stay_between_the_lowest_and_the_highest_child) {
  for_each_aggregator([]<class M>() {
    if constexpr (claims<M>(qx::claim::internal))
      for_many_units<M>([m = example<M>()](const unit& u) {
        const double score = m.score(u.z, u.w);
        EXPECT_GE(score, *std::min_element(u.z.begin(), u.z.end()) * (1 - relative));
        EXPECT_LE(score, *std::max_element(u.z.begin(), u.z.end()) * (1 + relative));
      });
  });
}

TEST(Aggregators, that_claim_it_grow_with_the_scale) {
  for_each_aggregator([]<class M>() {
    if constexpr (claims<M>(qx::claim::homogeneous))
      for_many_units<M>([m = example<M>()](const unit& u) {
        std::vector<double> scaled = u.z;
        for (double& z : scaled) z *= 7;
        EXPECT_NEAR(m.score(scaled, u.w), 7 * m.score(u.z, u.w), 7 * m.score(u.z, u.w) * relative);
      });
  });
}

TEST(Aggregators, do_not_look_at_a_child_without_weight) {
  for_each_aggregator([]<class M>() {
    if constexpr (!is_positional<M>)
      for_many_units<M>([m = example<M>()](const unit& u) {
        unit more = u;
        more.z.insert(more.z.begin() + 2, 12345);
        more.w.insert(more.w.begin() + 2, 0);
        EXPECT_EQ(m.score(more.z, more.w), m.score(u.z, u.w));
        more.z[2] = none;
        EXPECT_EQ(m.score(more.z, more.w), m.score(u.z, u.w));
      });
  });
}

TEST(Aggregators, do_not_care_about_the_order_of_children) {
  for_each_aggregator([]<class M>() {
    if constexpr (!is_positional<M>)
      for_many_units<M>([m = example<M>()](const unit& u) {
        const double score = m.score(u.z, u.w);
        EXPECT_NEAR(m.score(reversed(u.z), reversed(u.w)), score, score * relative);
      });
  });
}

TEST(Aggregators, in_closed_form_have_contributions_that_add_up) {
  for_each_aggregator([]<class M>() {
    if constexpr (requires(const M& m, std::span<double> out) { m.contributions(out, out, out); })
      for_many_units<M>([m = example<M>()](const unit& u) {
        std::vector<double> parts(u.z.size());
        m.contributions(u.z, u.w, parts);
        double total = 0;
        for (const double part : parts) total += part;
        EXPECT_NEAR(total, m.score(u.z, u.w), total * relative);
      });
  });
}

TEST(Aggregators, that_are_means_give_the_same_bits_by_unit_as_by_column) {
  for_each_aggregator([]<class M>() {
    if constexpr (requires(const M& m) { m.as_mean(); })
      for_many_units<M>([m = example<M>()](const unit& u) {
        std::vector<const double*> starts;
        for (const double& z : u.z) starts.push_back(&z);
        double by_column = 0;
        qx::numeric::active_kernels().mean(starts.data(), u.w.data(), u.z.size(), 1, *m.as_mean(), &by_column);
        EXPECT_EQ(m.score(u.z, u.w), by_column);
      });
  });
}

TEST(Aggregators, score_children_of_0_and_below_unless_they_say_that_they_do_not) {
  for_each_aggregator([]<class M>() {
    const M m = example<M>();
    std::vector<double> z(children<M>, 2.0);
    const std::vector<double> w(children<M>, 1.0 / static_cast<double>(children<M>));
    z[0] = 0;
    EXPECT_TRUE(std::isfinite(m.score(z, w)));
    if constexpr (requires { m.needs_non_negative(); })
      if (m.needs_non_negative()) return;
    z[0] = -3;
    EXPECT_TRUE(std::isfinite(m.score(z, w)));
  });
}

}  // namespace
