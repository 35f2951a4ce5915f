/// What the laws share: every method of a list in turn, and an example of each that lacks nothing.
#pragma once

#include <algorithm>
#include <functional>
#include <gtest/gtest.h>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "judgements.hpp"
#include "methods.hpp"
#include "quindex/model/fills.hpp"

namespace laws {

namespace qx = quindex;

/// How much was tested: the laws of each suite, the methods they went through, and the examples that these met.
/// Printed when a program of laws ends; the report of a test names its methods.
class tally : public testing::Environment {
 public:
  /// The law that runs has been tried on a method; it is a case where it counted none of its own.
  void covers(std::string_view method, std::size_t cases_before) {
    if (std::exchange(is_left_out_, false)) return;
    testing::Test::RecordProperty(std::string(method), "covered");
    suite& s = now();
    s.methods.emplace(method);
    s.laws.emplace(testing::UnitTest::GetInstance()->current_test_info()->name());
    if (s.cases == cases_before) ++s.cases;
  }
  void adds_case() { ++now().cases; }
  /// The law that runs is not for the method at hand.
  void leaves_out() { is_left_out_ = true; }
  [[nodiscard]] std::size_t cases() { return now().cases; }
  void TearDown() override {
    for (const auto& [name, s] : suites_)
      std::cout << "[laws] " << name << ": " << s.methods.size() << " methods x " << s.laws.size() << " laws, "
                << s.cases << " cases" << std::endl;
  }

 private:
  struct suite {
    std::set<std::string> methods, laws;
    std::size_t cases = 0;
  };
  suite& now() { return suites_[testing::UnitTest::GetInstance()->current_test_info()->test_suite_name()]; }

  std::map<std::string, suite> suites_;
  bool is_left_out_ = false;
};
/// That of the program, which owns it.
inline tally* const counted = static_cast<tally*>(testing::AddGlobalTestEnvironment(new tally));

/// Calls `f.operator()<M>()` for each method of a list; a method added to the list needs no edit here.
template <class... Methods, class F>
void for_each_method(qx::method_list<Methods...>, F&& f) {
  const auto traced = [&]<class M>() {
    SCOPED_TRACE(std::string(M::info.name));
    const std::size_t before = counted->cases();
    f.template operator()<M>();
    counted->covers(M::info.name, before);
  };
  (traced.template operator()<Methods>(), ...);
}

template <class M>
constexpr bool claims(qx::claim c) {
  if constexpr (requires { M::claims; })
    return qx::claim_set(M::claims).has(c);
  else
    return false;
}

/// Is the method a function of the user's?
template <class M>
concept Custom = requires(const M& m) {
  typename M::function;
  m.call;
};

/// The values that examples are made for: positive, with a tie.
inline const std::vector<double> sample{3, 7, 1, trial::none, 9, 4, 7};
/// Ends beyond all values of the sample.
inline constexpr double below = 0.5, above = 12;

/// An indicator with everything that a method may ask for.
inline qx::node indicator(const qx::direction& better) {
  const double target = better == qx::direction::better_when_high ? above : below;
  return qx::indicator("x", {.better = better, .target = target, .goalposts = {{below, above}}});
}

/// A function in the place of a user's: a straight line in the indicator's direction, a mean, equal weights.
struct plain_function {
  std::vector<double> operator()(qx::column_view x, const qx::node& about) const {
    std::vector<double> out(x.begin(), x.end());
    for (double& v : out) v = about.about.better.better == qx::direction::kind::high ? v : above - v;
    return out;
  }
  double operator()(qx::column_view z, qx::column_view w) const {
    double out = 0;
    for (std::size_t j = 0; j < z.size(); ++j) out += w[j] == 0 ? 0 : w[j] * z[j];
    return out;
  }
  template <class Group>
  requires requires(const Group& g) { g.children; }
  std::vector<double> operator()(const Group& g) const { return std::vector<double>(g.children.size(), 1.0); }
};

/// A method with its defaults, and with what it cannot do without, found by the names of its parameters.
template <class M>
M example(bool better_when_high = true) {
  M m{};
  const auto line = [&](double x) { return better_when_high ? x : above - x; };
  if constexpr (requires { m.points = {std::pair<double, double>{}}; })
    m.points = {{below, line(below)}, {4, line(5)}, {above, line(above)}};
  if constexpr (requires { m.scores; })
    for (const double x : sample)
      if (x != 7 && !qx::is_missing(x)) m.scores.emplace_back(x, line(x));
  if constexpr (requires { m.scores; }) m.scores.emplace_back(7, line(7));
  if constexpr (requires { m.scale.map; })
    m.scale.map = qx::maps::affine{.origin = 1, .range = better_when_high ? 2.0 : -2.0};
  if constexpr (requires { m.by_group; }) m.value = 2.5;
  if constexpr (requires { m.series; }) m.series = {{2000, line(below)}, {2010, line(4)}, {2020, line(above)}};
  if constexpr (requires { m.edges; }) m.high = 1000;
  if constexpr (requires { m.outcome; }) m.child = "c1";
  if constexpr (requires {
                  m.by;
                  m.factor;
                })
    m.by = "size";
  if constexpr (requires { m.fill; })
    m.fill = qx::fills::normal{{{"a", 1}, {"b", 2}, {"c", 3}}, {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
  add_judgements(m);
  if constexpr (Custom<M>) {
    m.name = "ours";
    m.call = std::make_shared<const typename M::function>(plain_function{});
  }
  return m;
}

/// The functions that the custom methods of a file are bound to.
template <class M>
qx::describe::extensions extensions_of(const M& m) {
  if constexpr (Custom<M>) return {{m.name, m.call}};
  return {};
}

/// Reproducible numbers in (0, 1): a multiplicative generator of Park and Miller (1988).
class numbers {
 public:
  double next() {
    state_ = state_ * 16807 % 2147483647;
    return static_cast<double>(state_) / 2147483647.0;
  }
  std::vector<double> several(std::size_t n, double low, double high) {
    std::vector<double> out(n);
    for (double& x : out) x = low + (high - low) * next();
    return out;
  }

 private:
  unsigned long long state_ = 20240229;
};

/// The values in another order: the last first.
inline std::vector<double> reversed(std::vector<double> x) { return {x.rbegin(), x.rend()}; }
/// The values in yet another order: the last two thirds first.
inline std::vector<double> rotated(std::vector<double> x) {
  std::rotate(x.begin(), x.begin() + static_cast<std::ptrdiff_t>(x.size() / 3), x.end());
  return x;
}
/// The values and two units more of which nothing is known.
inline std::vector<double> with_unknown_units(std::vector<double> x) {
  x.insert(x.begin(), trial::none);
  x.push_back(trial::none);
  return x;
}

}  // namespace laws
