/// A small index that every test of this folder can compute by hand.
#pragma once

#include "quindex/quindex.hpp"

namespace example {

namespace qx = quindex;

/// Four units, three indicators; "pollution" is better when low.
inline qx::table data() {
  return {{"A", "B", "C", "D"},
          {"income", "pollution", "schooling"},
          (qx::matrix(4, 3) << 40, 12, 11, 25, 30, 13, 60, 45, 9, 33, 20, 12).finished()};
}

/// wellbeing = (income, life = (pollution, schooling)).
inline qx::framework tree() {
  return qx::group(
      "wellbeing",
      {qx::indicator("income"),
       qx::group("life", {qx::indicator("pollution", qx::direction::worse_when_high), qx::indicator("schooling")})});
}

inline qx::spec recipe() { return {.framework = tree(), .normalise = qx::normalise::min_max{.low = 1, .high = 100}}; }

/// The same table with a value replaced.
inline qx::table data_with(Eigen::Index i, Eigen::Index j, double x) {
  qx::matrix values = data().values();
  values(i, j) = x;
  return {data().units(), data().indicators(), values};
}

/// The text of the error `f` throws; empty when it throws none.
template <class F>
std::string message_of(F&& f) {
  try {
    f();
  } catch (const qx::error& e) {
    return e.what();
  }
  return {};
}

}  // namespace example
