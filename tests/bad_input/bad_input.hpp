#pragma once

#include <functional>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "io/support.hpp"
#include "quindex/io/io.hpp"
#include "quindex/quindex.hpp"

namespace bad_input {

namespace qx = quindex;

/// Something a user may do, and what they are told then.
struct mistake {
  const char* name;
  std::function<void()> action;
  std::string message;  ///< The kind of error and its text.
};

inline void expect_messages(const std::vector<mistake>& all) {
  for (const mistake& m : all) EXPECT_EQ(thrown_by(m.action), m.message) << "  when: " << m.name;
}

/// Four countries; pollution is better when low.
inline qx::matrix values() { return (qx::matrix(4, 3) << 40, 12, 11, 25, 30, 13, 60, 45, 9, 33, 20, 12).finished(); }
inline qx::table table_of(const qx::matrix& x) {
  return {{"Chad", "Fiji", "Iran", "Peru"}, {"income", "pollution", "schooling"}, x};
}
/// The table with one value replaced.
inline qx::table table_with(Eigen::Index unit, Eigen::Index indicator, double x) {
  qx::matrix changed = values();
  changed(unit, indicator) = x;
  return table_of(changed);
}
/// The table with one column replaced.
inline qx::table table_with_column(Eigen::Index indicator, double x) {
  qx::matrix changed = values();
  for (Eigen::Index i = 0; i < 4; ++i) changed(i, indicator) = x;
  return table_of(changed);
}

/// wellbeing = (income, life = (pollution, schooling)).
inline qx::framework tree(const qx::node_options& income = {}) {
  return qx::group(
      "wellbeing",
      {qx::indicator("income", income),
       qx::group("life", {qx::indicator("pollution", qx::direction::worse_when_high), qx::indicator("schooling")})});
}

/// Computes a spec that differs from the plain one as `change` says.
template <class Change>
std::function<void()> computing(Change change, qx::table data = table_of(values())) {
  return [change, data] {
    qx::spec s{.framework = tree()};
    change(s);
    (void)qx::compute(s, data);
  };
}

/// Reads a spec of the plain framework with further members, such as R"("ties": "best")".
inline std::function<void()> reading(const std::string& members) {
  return [members] {
    (void)qx::io::parse_spec(
        R"({"quindex": 1, "framework": {"code": "wellbeing", "children": [{"code": "income"}, {"code": "schooling"}]}, )" +
        members + "}");
  };
}

/// Reads a spec with this framework.
inline std::function<void()> reading_framework(const std::string& node) {
  return [node] { (void)qx::io::parse_spec(R"({"quindex": 1, "framework": )" + node + "}"); };
}

}  // namespace bad_input
