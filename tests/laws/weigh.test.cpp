// Laws of weighing methods, for every one in the list, on tables with all sorts of columns.
//
// A method may refuse a table with an error, but what it weighs has to obey; each has to weigh some of the tables.
#include <algorithm>
#include <numeric>
#include <optional>

#include "laws.hpp"
#include "quindex/weigh/methods.hpp"

namespace {

using namespace laws;
using namespace trial;
using table = std::vector<std::vector<double>>;  // columns

/// Three children that share a part and have one of their own.
table common(numbers& random, std::size_t n, double noise) {
  table out(3, std::vector<double>(n));
  for (std::size_t i = 0; i < n; ++i) {
    const double f = random.next() + random.next() + random.next();
    for (auto& column : out) column[i] = 40 + 20 * f + noise * random.next();
  }
  return out;
}

struct table_case {
  std::string name;
  table columns;
};

std::vector<table_case> cases() {
  numbers random;
  std::vector<table_case> out;
  for (const std::size_t n : {9U, 24U, 60U})
    for (const double noise : {15.0, 40.0, 90.0})
      out.push_back({"common part " + std::to_string(n) + "/" + std::to_string(noise), common(random, n, noise)});
  table tied = common(random, 24, 40);
  for (auto& column : tied)
    for (double& x : column) x = std::round(x / 10) * 10;
  out.push_back({"ties", tied});
  table skewed = common(random, 24, 40);
  for (double& x : skewed[0]) x = x * x * x;
  out.push_back({"skewed", skewed});
  table apart(3);
  for (auto& column : apart) column = random.several(24, 1, 2);
  out.push_back({"nothing in common", apart});
  table constant = common(random, 24, 40);
  constant[1].assign(24, 7);
  out.push_back({"constant child", constant});
  table zero = common(random, 24, 40);
  zero[0][3] = 0;
  out.push_back({"zero", zero});
  out.push_back({"two units", {{1, 2}, {3, 1}, {2, 5}}});
  return out;
}

qx::weigh::group group_of(const table& columns, const std::vector<std::size_t>& order = {0, 1, 2}) {
  qx::weigh::group out{.code = "g", .children = {}, .given = {}, .scores = {}};
  for (std::size_t j = 0; j < columns.size(); ++j) {
    out.children.push_back("c" + std::to_string(order[j]));
    out.given.push_back(1 + static_cast<double>(order[j]));
    out.scores.emplace_back(columns[j]);
  }
  return out;
}

/// The weights as they enter a score, or nothing when the method refuses the table.
template <class M>
std::optional<std::vector<double>> weights(const M& method, const qx::weigh::group& g) {
  std::vector<double> w;
  try {
    w = method.fit(g);
  } catch (const qx::error& e) {
    EXPECT_EQ(e.where().rfind("weigh", 0), 0U) << e.what();
    return std::nullopt;
  }
  double total = 0;
  for (const double x : w) total += x;
  for (double& x : w) x /= total;
  return w;
}

/// Calls `law.operator()<M>(method, case, weights)` for every method and every table it weighs.
template <class Law>
void for_each_weighing(Law law) {
  for_each_method(qx::weigh::methods{}, [&]<class M>() {
    const M method = example<M>();
    std::size_t weighed = 0;
    for (const table_case& c : cases()) {
      SCOPED_TRACE(c.name);
      const auto w = weights(method, group_of(c.columns));
      if (!w || testing::Test::HasFailure()) continue;
      law.template operator()<M>(method, c.columns, *w);
      counted->adds_case();
      ++weighed;
    }
    EXPECT_GT(weighed, 3U) << "the method weighs next to nothing";
  });
}

/// Does the method look at the scores at all?
template <class M>
bool looks_at_scores(const M& method) {
  const auto all = cases();
  const auto a = weights(method, group_of(all[3].columns)), b = weights(method, group_of(all[4].columns));
  return a != b;
}

TEST(Weighers, give_every_child_a_weight_of_0_or_more_and_one_more_than_0) {
  for_each_weighing([]<class M>(const M&, const table& t, const std::vector<double>& w) {
    ASSERT_EQ(w.size(), t.size());
    for (const double x : w) EXPECT_TRUE(std::isfinite(x) && x >= 0 && x <= 1) << x;
  });
}

TEST(Weighers, are_the_same_every_time) {
  for_each_weighing([]<class M>(const M& method, const table& t, const std::vector<double>& w) {
    const table copy = t;
    EXPECT_EQ(weights(M(method), group_of(copy)), w);
  });
}

TEST(Weighers, move_weights_with_their_children) {
  for_each_weighing([]<class M>(const M& method, const table& t, const std::vector<double>& w) {
    for (const std::vector<std::size_t>& order : {std::vector<std::size_t>{2, 1, 0}, {1, 2, 0}}) {
      table moved;
      std::vector<double> expected;
      for (const std::size_t j : order) moved.push_back(t[j]), expected.push_back(w[j]);
      const auto found = weights(method, group_of(moved, order));
      ASSERT_TRUE(found);
      expect_near(*found, expected, 1e-9);
    }
  });
}

TEST(Weighers, do_not_care_about_the_order_of_units) {
  for_each_weighing([]<class M>(const M& method, const table& t, const std::vector<double>& w) {
    table moved;
    for (const auto& column : t) moved.push_back(reversed(column));
    const auto found = weights(method, group_of(moved));
    ASSERT_TRUE(found);
    expect_near(*found, w, 1e-9);
  });
}

TEST(Weighers, that_look_at_scores_give_identical_children_the_same_weight) {
  for_each_method(qx::weigh::methods{}, [&]<class M>() {
    const M method = example<M>();
    if (!looks_at_scores(method)) return;
    for (const table_case& c : cases()) {
      SCOPED_TRACE(c.name);
      const auto w = weights(method, group_of({c.columns[0], c.columns[1], c.columns[0]}));
      if (!w) continue;
      expect_near({(*w)[0]}, {(*w)[2]}, 1e-9);
      counted->adds_case();
    }
  });
}

TEST(Weighers, that_claim_it_do_not_care_about_units_of_measurement) {
  for_each_weighing([]<class M>(const M& method, const table& t, const std::vector<double>& w) {
    const double factor[] = {0.001, 3, 40};
    table scaled = t, moved = t;
    for (std::size_t j = 0; j < t.size(); ++j) {
      for (double& x : scaled[j]) x *= factor[j];
      for (double& x : moved[j]) x = 5 + factor[j] * x;
    }
    if (claims<M>(qx::claim::scale_invariant)) {
      const auto found = weights(method, group_of(scaled));
      ASSERT_TRUE(found);
      expect_near(*found, w, 1e-9);
    }
    if (claims<M>(qx::claim::unit_invariant)) {
      const auto found = weights(method, group_of(moved));
      ASSERT_TRUE(found);
      expect_near(*found, w, 1e-9);
    }
  });
}

TEST(Weighers, that_need_positive_scores_refuse_zero) {
  for_each_method(qx::weigh::methods{}, []<class M>() {
    if (!claims<M>(qx::claim::needs_positive)) return;
    table t = cases()[4].columns;
    t[2][5] = 0;
    EXPECT_EQ(
        refused<qx::data_error>([&] { (void)example<M>().fit(group_of(t)); }).rfind("weigh/g/c2: a score is 0; ", 0),
        0U);
  });
}

TEST(Weighers, do_not_change_when_every_unit_stands_twice) {
  for_each_weighing([]<class M>(const M& method, const table& t, const std::vector<double>& w) {
    // psi sums over units by its formula, and the n - 1 of lopcow does not cancel: both depend on how many there are.
    if (M::info.name == "psi" || M::info.name == "lopcow") return;
    table twice = t;
    for (auto& column : twice)
      column.insert(column.end(), column.begin(), column.begin() + static_cast<std::ptrdiff_t>(t[0].size()));
    const auto found = weights(method, group_of(twice));
    ASSERT_TRUE(found);
    expect_near(*found, w, 1e-9);
  });
}

TEST(Weighers, leave_incomplete_units_out_or_use_what_they_have) {
  for_each_weighing([]<class M>(const M& method, const table& t, const std::vector<double>& w) {
    table more = t;
    for (std::size_t j = 0; j < t.size(); ++j) more[j].push_back(j == 1 ? none : t[j].back());
    const auto found = weights(method, group_of(more));
    ASSERT_TRUE(found);
    for (const double x : *found) EXPECT_TRUE(x >= 0 && x <= 1);
    if constexpr (requires(M m) { m.rows = qx::weigh::rows_used::complete; }) {
      M complete = method;
      complete.rows = qx::weigh::rows_used::complete;
      expect_near(*weights(complete, group_of(more)), *weights(complete, group_of(t)), 1e-12);
    } else if (!looks_at_scores(method)) {
      expect_near(*found, w, 0);
    }
  });
}

TEST(Weighers, that_look_at_scores_give_an_only_child_everything_and_refuse_what_is_no_table) {
  for_each_method(qx::weigh::methods{}, []<class M>() {
    const M method = example<M>();
    if (!looks_at_scores(method)) return;
    expect_near(method.fit(group_of({{5, 5}})), {1}, 0);
    const table infinite{{1, 2, 3}, {2, INFINITY, 4}, {1, 5, 3}}, one{{1}, {2}, {3}};
    EXPECT_EQ(refused<qx::data_error>([&] { (void)method.fit(group_of(infinite)); }),
              "weigh/g/c1: unit 2 of 3 has the score inf; give a number, or nothing where there is none");
    EXPECT_EQ(refused<qx::data_error>([&] { (void)method.fit(group_of(one)); }),
              "weigh/g/c0: 1 unit has a score; " + std::string(M::info.name) + " needs 2");
    const table ragged{{1, 2, 3}, {2, 4}, {1, 5, 3}};
    EXPECT_EQ(
        refused<qx::spec_error>([&] { (void)method.fit(group_of(ragged)); }),
        "weigh/g: " + std::string(M::info.name) + " got columns of 3 and 2 rows; give every child a row for each unit");
  });
}

}  // namespace
