#include <iostream>

#include "quindex/quindex.hpp"
namespace qx = quindex;

int main() {
  const qx::table data{{"A", "B", "C", "D"},
                       {"income", "pollution", "schooling"},
                       (qx::matrix(4, 3) << 40, 12, 11, 25, 30, 13, 60, 45, 9, 33, 20, 12).finished()};
  const qx::spec wellbeing{
      .framework = qx::group(
          "wellbeing",
          {qx::indicator("income"), qx::group("life", {qx::indicator("pollution", qx::direction::worse_when_high),
                                                       qx::indicator("schooling")})}),
      .normalise = qx::normalise::min_max{.low = 1},
      .aggregate = qx::aggregate::geometric_mean{}};
  const qx::result result = qx::compute(wellbeing, data);
  for (std::size_t i = 0; i < data.units().size(); ++i)
    std::cout << data.units()[i] << "  " << result.scores("wellbeing")[i] << "  rank " << result.ranks("wellbeing")[i]
              << "\n";
}
