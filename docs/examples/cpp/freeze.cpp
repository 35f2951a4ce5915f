#include <iostream>

#include "quindex/quindex.hpp"
namespace qx = quindex;

int main() {
  const qx::labels towns{"A", "B", "C"};
  const qx::labels indicators{"income", "schooling"};
  const qx::panel years(
      {qx::table(towns, indicators, (qx::matrix(3, 2) << 20, 9, 30, 12, 40, 11).finished(), {.period = "2020"}),
       qx::table(towns, indicators, (qx::matrix(3, 2) << 25, 10, 30, 12, 50, 13).finished(), {.period = "2021"})});
  const qx::spec wellbeing{.framework = qx::group("wellbeing", {qx::indicator("income"), qx::indicator("schooling")})};

  // Fitted to its base year the index says how far a town has come since, beyond 100 too; fitted to each year, who
  // leads.
  const qx::fitted index = qx::fit(wellbeing, years, "2020");
  const std::vector<qx::result> results = years.each([&](const qx::table& year) { return index(year); });
  for (const qx::result& result : results)
    for (std::size_t i = 0; i < towns.size(); ++i)
      std::cout << result.data().period() << "  " << towns[i] << "  " << result.scores("wellbeing")[i] << "\n";

  // Frozen, it is a recipe of constants: the same scores without the base year.
  const qx::spec constants = qx::freeze(index);
  std::cout << std::boolalpha << (qx::compute(constants, years.at("2021")).scores() == results[1].scores()) << "\n";
  std::cout << "A has grown by " << qx::growth_between(results[0], results[1]).difference(0, 0) << "\n";
}
