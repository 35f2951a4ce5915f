// Laws of imputations of all three shapes, for every one in their list.
#include <algorithm>

#include "impute/support.hpp"
#include "laws.hpp"
#include "quindex/impute/methods.hpp"

namespace {

using namespace laws;
using namespace trial;
using gaps::columns;
using gaps::frame;

template <class M>
inline constexpr bool by_column = qx::impute::Imputation<M>;
template <class M>
inline constexpr bool by_table = qx::impute::TableImputation<M>;

/// Sixteen units in two groups, three indicators that go together, five gaps; every unit has a value.
frame sample_with_gaps() {
  numbers random;
  columns x(3);
  std::vector<std::string> groups;
  for (std::size_t i = 0; i < 16; ++i) {
    const double common = random.next();
    for (std::size_t j = 0; j < 3; ++j) x[j].push_back(10 + 5 * static_cast<double>(j) + 4 * common + random.next());
    groups.emplace_back(i % 2 == 0 ? "n" : "s");
  }
  x[0][3] = x[0][10] = x[1][10] = x[1][7] = x[2][12] = none;
  return frame(x, {}, groups);
}

/// The columns as a method leaves them that is fitted to them: column by column, together, or as series over time.
template <class M>
columns completed(const M& method, const frame& data, const qx::numeric::executor& how = {}) {
  columns out = data.x;
  if constexpr (by_table<M>) {
    qx::impute::indicators seen = data.seen();
    seen.how = &how;
    const qx::joint_fill fill = method.fit(seen);
    fill.visit([&](const auto& f) { out = gaps::filled(f, data, {}, how); });
  } else if constexpr (by_column<M>) {
    for (std::size_t j = 0; j < out.size(); ++j) {
      const qx::fill fill = method.fit(qx::impute::column{data.x[j], data.groups, &data.codes[j]});
      for (std::size_t i = 0; i < out[j].size(); ++i)
        if (std::isnan(out[j][i])) out[j][i] = fill.at(data.groups, i).value_or(none);
    }
  } else {
    std::vector<double> times(data.units.size());
    for (std::size_t t = 0; t < times.size(); ++t) times[t] = static_cast<double>(t);
    for (auto& x : out) method.complete({times}, x);
  }
  return out;
}

template <class F>
void for_each_imputation(F&& f) {
  for_each_method(qx::impute::methods{}, f);
}

TEST(Imputations, never_touch_an_observed_value) {
  for_each_imputation([]<class M>() {
    const frame data = sample_with_gaps();
    const columns found = completed(example<M>(), data);
    for (std::size_t j = 0; j < found.size(); ++j)
      for (std::size_t i = 0; i < found[j].size(); ++i)
        if (!std::isnan(data.x[j][i])) {
          EXPECT_EQ(found[j][i], data.x[j][i]);
        }
  });
}

TEST(Imputations, leave_no_gap_where_every_unit_and_every_group_has_values) {
  for_each_imputation([]<class M>() {
    const columns found = completed(example<M>(), sample_with_gaps());
    for (const auto& x : found)
      for (const double value : x) EXPECT_TRUE(std::isfinite(value));
  });
}

TEST(Imputations, do_not_care_about_the_order_of_units) {
  for_each_imputation([]<class M>() {
    if constexpr (by_column<M> || by_table<M>) {
      const frame data = sample_with_gaps();
      frame back = data;
      for (auto& x : back.x) x = reversed(x);
      std::reverse(back.units.begin(), back.units.end());
      std::reverse(back.groups.begin(), back.groups.end());
      const columns there = completed(example<M>(), data);
      columns again = completed(example<M>(), back);
      for (std::size_t j = 0; j < there.size(); ++j) expect_near(reversed(again[j]), there[j], 1e-9);
    }
  });
}

TEST(Imputations, give_the_same_bits_for_any_number_of_threads) {
  for_each_imputation([]<class M>() {
    const frame data = sample_with_gaps();
    EXPECT_EQ(completed(example<M>(), data, qx::numeric::executor::threads(3)), completed(example<M>(), data));
  });
}

TEST(Imputations, give_the_same_bits_when_read_from_a_file) {
  for_each_imputation([]<class M>() {
    if constexpr (by_table<M>) {
      const frame data = sample_with_gaps();
      const qx::joint_fill fill = example<M>().fit(data.seen());
      const auto read = qx::joint_fill::read(fill.write(), qx::path("fill"));
      read.visit([&](const auto& f) { EXPECT_EQ(gaps::filled(f, data), completed(example<M>(), data)); });
    }
  });
}

TEST(Imputations, fill_another_unit_from_what_they_have_learnt) {
  for_each_imputation([]<class M>() {
    if constexpr (by_table<M>) {
      const qx::joint_fill fill = example<M>().fit(sample_with_gaps().seen());
      const frame other(columns{{12.0, none}, {none, 18.0}, {none, 23.0}}, {"p", "q"}, {"n", "s"});
      fill.visit([&](const auto& f) {
        const columns found = gaps::filled(f, other);
        for (const auto& x : found)
          for (const double value : x) EXPECT_TRUE(std::isfinite(value));
      });
    }
  });
}

TEST(Imputations, give_a_constant_indicator_its_constant_or_what_somebody_decided) {
  for_each_imputation([]<class M>() {
    frame data = sample_with_gaps();
    for (double& x : data.x[1]) x = std::isnan(x) ? x : 7;
    if constexpr (
        !requires(const M& m) { m.value; } && !requires(const M& m) { m.fill; }) {
      const columns found = completed(example<M>(), data);
      for (const double x : found[1]) EXPECT_NEAR(x, 7, 1e-12);
    }
  });
}

TEST(Imputations, go_along_with_a_change_of_units_of_measurement) {
  for_each_imputation([]<class M>() {
    if constexpr (
        !requires(const M& m) { m.value; } && !requires(const M& m) { m.fill; }) {
      const frame data = sample_with_gaps();
      frame other = data;
      for (double& x : other.x[1]) x = 32 + 1.8 * x;
      const columns plain = completed(example<M>(), data);
      const columns changed = completed(example<M>(), other);
      std::vector<double> expected = plain[1];
      for (double& x : expected) x = 32 + 1.8 * x;
      expect_near(changed[1], expected, 1e-6);
      expect_near(changed[0], plain[0], 1e-6);
    }
  });
}

}  // namespace
