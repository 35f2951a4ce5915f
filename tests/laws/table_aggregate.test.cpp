// Laws of aggregators that compare all units, for every one in the list.
#include <algorithm>

#include "quindex/aggregate/methods.hpp"
#include "tables.hpp"

namespace {

using namespace laws;
using namespace trial;

template <class M>
bool refuses(const M& m, const table& t) {
  try {
    (void)m.scores(t.view());
    return false;
  } catch (const qx::numeric_error&) {
    return true;
  }
}

/// Calls `f.operator()<M>(m)` for every method that compares units, with every choice it offers.
template <class F>
void for_each_table_method(F&& f) {
  for_each_method(qx::aggregate::methods{}, [&]<class M>() {
    if constexpr (qx::aggregate::TableAggregator<M>) {
      for (const M& m : variants_of<M>()) f.template operator()<M>(m);
    } else {
      counted->leaves_out();
    }
  });
}
/// Calls `f(table)` for many random tables; few may be such that the method has to refuse them.
template <class M, class F>
void for_many_tables(const M& m, F&& f) {
  numbers random;
  int refused = 0;
  for (int repeat = 0; repeat < 40; ++repeat) {
    table t = random_table(random, 8, 4, repeat % 2 == 1);
    improve(t, 7, 2, random);
    if (refuses(m, t)) {
      ++refused;
      continue;
    }
    f(t);
    counted->adds_case();
  }
  EXPECT_LT(refused, 10);
}

void expect_same(const std::vector<double>& found, const std::vector<double>& expected) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i)
    EXPECT_NEAR(found[i], expected[i], 1e-9 * std::max(1.0, std::abs(expected[i]))) << "unit " << i + 1;
}

/// The score of the better of two units less that of the other; where it is negative, dominance is broken.
double margin(const std::vector<double>& scores, std::size_t better, std::size_t other) {
  return (scores[better] - scores[other]) / std::max(1.0, std::abs(scores[other]));
}

TEST(Tables, that_claim_it_never_score_a_unit_below_one_it_dominates) {
  for_each_table_method([]<class M>(const M& m) {
    if constexpr (claims<M>(qx::claim::dominance))
      for_many_tables(m, [&](const table& t) {
        const std::vector<double> scores = m.scores(t.view());
        for (std::size_t a = 0; a < t.size(); ++a)
          for (std::size_t b = 0; b < t.size(); ++b)
            if (t.dominates(a, b)) {
              EXPECT_GE(margin(scores, a, b), -1e-12) << a << " " << b;
            }
      });
  });
}

/// Does a unit score below one that it dominates, in one of many tables?
template <class M>
bool breaks_dominance(const M& m) {
  numbers random;
  for (int repeat = 0; repeat < 20000; ++repeat) {
    const std::size_t criteria = 2 + static_cast<std::size_t>(repeat / 2 % 3);
    table t = random_table(random, repeat / 6 % 2 == 0 ? 4 : 9, criteria, repeat % 2 == 1);
    improve(t, 3, 0, random);
    counted->adds_case();
    if (!refuses(m, t) && margin(m.scores(t.view()), 3, 0) < -1e-9) return true;
  }
  return false;
}

TEST(Tables, that_do_not_claim_it_can_score_a_unit_below_one_it_dominates) {
  for_each_table_method([]<class M>(const M& m) {
    if constexpr (!claims<M>(qx::claim::dominance)) {
      const std::vector<M> variants = variants_of<M>();
      if (m == variants.front()) {
        EXPECT_TRUE(std::any_of(variants.begin(), variants.end(), breaks_dominance<M>)) << "it could claim dominance";
      }
    }
  });
}

TEST(Tables, do_not_care_about_the_order_of_units) {
  for_each_table_method([]<class M>(const M& m) {
    for_many_tables(m, [&](const table& t) {
      table turned = t;
      for (auto& x : turned.columns) x = reversed(x);
      expect_same(m.scores(turned.view()), reversed(m.scores(t.view())));
    });
  });
}

TEST(Tables, do_not_care_about_the_order_of_criteria) {
  for_each_table_method([]<class M>(const M& m) {
    for_many_tables(m, [&](const table& t) {
      table turned = t;
      std::reverse(turned.columns.begin(), turned.columns.end());
      std::reverse(turned.weights.begin(), turned.weights.end());
      std::reverse(turned.high.begin(), turned.high.end());
      std::reverse(turned.criteria.begin(), turned.criteria.end());
      expect_same(m.scores(turned.view()), m.scores(t.view()));
    });
  });
}

TEST(Tables, that_claim_it_do_not_care_about_units_of_measurement) {
  for_each_table_method([]<class M>(const M& m) {
    for_many_tables(m, [&](const table& t) {
      table scaled = t;
      for (std::size_t j = 0; j < t.columns.size(); ++j)
        for (double& x : scaled.columns[j]) x *= 0.3 + 2.7 * static_cast<double>(j);
      if constexpr (claims<M>(qx::claim::scale_invariant) || claims<M>(qx::claim::unit_invariant))
        expect_same(m.scores(scaled.view()), m.scores(t.view()));
      for (std::size_t j = 0; j < t.columns.size(); ++j)
        for (double& x : scaled.columns[j]) x += 20 - 7 * static_cast<double>(j);
      if constexpr (claims<M>(qx::claim::unit_invariant)) expect_same(m.scores(scaled.view()), m.scores(t.view()));
    });
  });
}

/// Is a criterion that is better when low the same to it as its negative that is better when high? So it is where only
/// differences count, unless the formula has a reciprocal for costs, as that of rafsi has.
template <class M>
constexpr bool is_signed() {
  constexpr std::string_view others[] = {"topsis",    "modified_topsis", "promethee_1", "promethee_2",
                                         "electre_1", "electre_2",       "electre_3",   "moora"};
  return (claims<M>(qx::claim::unit_invariant) && M::info.name != "rafsi") ||
         std::find(std::begin(others), std::end(others), M::info.name) != std::end(others);
}

TEST(Tables, take_a_cost_for_a_negative_benefit) {
  for_each_table_method([]<class M>(const M& m) {
    if constexpr (is_signed<M>())
      for_many_tables(m, [&](const table& t) {
        table turned = t;
        for (std::size_t j = 0; j < t.columns.size(); ++j) {
          if (t.high[j]) continue;
          turned.high[j] = true;
          for (double& x : turned.columns[j]) x = -x;
        }
        if (refuses(m, turned)) return;  // a scale that needs values above 0
        expect_same(m.scores(turned.view()), m.scores(t.view()));
      });
  });
}

TEST(Tables, score_units_that_are_the_same_the_same) {
  for_each_table_method([]<class M>(const M& m) {
    for_many_tables(m, [&](table t) {
      for (auto& x : t.columns) x[5] = x[1];
      const std::vector<double> scores = m.scores(t.view());
      EXPECT_NEAR(margin(scores, 5, 1), 0, 1e-12);
    });
  });
}

TEST(Tables, give_every_unit_a_number_and_the_same_bits_again) {
  for_each_table_method([]<class M>(const M& m) {
    for_many_tables(m, [&](const table& t) {
      const std::vector<double> scores = m.scores(t.view());
      EXPECT_EQ(scores, m.scores(t.view()));
      EXPECT_TRUE(std::all_of(scores.begin(), scores.end(), [](double s) { return std::isfinite(s); }));
      if constexpr (requires { m.measures(t.view()); })
        for (const auto& measure : m.measures(t.view())) {
          EXPECT_EQ(measure.values.size(), t.size()) << measure.name;
          for (const double x : measure.values) EXPECT_TRUE(std::isfinite(x)) << measure.name;
        }
    });
  });
}

/// The scores, each a number; or an error that names the place and says what would be right.
template <class M>
void expect_scores_or_a_sentence(const M& m, const table& t) {
  counted->adds_case();
  try {
    for (const double score : m.scores(t.view())) EXPECT_TRUE(std::isfinite(score)) << score;
  } catch (const qx::error& e) {
    EXPECT_EQ(e.where().rfind("groups/all", 0), 0U) << e.what();
    EXPECT_FALSE(e.hint().empty()) << e.what();
  }
}

TEST(Tables, score_the_edges_or_say_what_is_wrong) {
  for_each_table_method([]<class M>(const M& m) {
    numbers random;
    for (const std::size_t n : {1U, 2U, 5U})
      for (const std::size_t criteria : {1U, 3U})
        for (const double value : {0.0, -5.0, 0.1, 40.0}) {
          table t = random_table(random, n, criteria, false);
          t.columns[0].assign(n, value);  // constant
          expect_scores_or_a_sentence(m, t);
          for (auto& x : t.columns) x.assign(n, value);  // all units the same
          expect_scores_or_a_sentence(m, t);
          table negative = random_table(random, n, criteria, true);
          negative.columns.back()[0] = value;
          expect_scores_or_a_sentence(m, negative);
        }
  });
}

TEST(Tables, that_claim_it_refuse_values_at_and_below_0) {
  for_each_table_method([]<class M>(const M& m) {
    if constexpr (claims<M>(qx::claim::needs_positive))
      for (const double value : {0.0, -2.0}) {
        numbers random;
        table t = random_table(random, 4, 3, false);
        t.columns[2][1] = value;
        counted->adds_case();
        EXPECT_EQ(refused<qx::numeric_error>([&] { (void)m.scores(t.view()); }).rfind("groups/all/u2/c3: ", 0), 0U);
      }
  });
}

}  // namespace
