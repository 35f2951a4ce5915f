#include <iomanip>
#include <iostream>

#include "quindex/io/io.hpp"
#include "quindex/quindex.hpp"
#include "quindex/robustness/acceptability.hpp"
#include "quindex/robustness/run.hpp"
#include "quindex/robustness/uncertainty.hpp"
namespace qx = quindex;
namespace rb = quindex::robustness;

int main() {
  const qx::spec hdi = qx::io::read_spec("docs/examples/data/hdi_index.json");
  const qx::table countries =
      qx::io::read_table("docs/examples/data/hdi_2022.csv", {.indicators = {"le", "eys", "mys", "gnipc"}});

  // What varies: how to aggregate, the scale's lower end, and every weight by up to a quarter.
  rb::design what;
  what.factors = {
      {"aggregate", qx::vary::options{"aggregate", {"geometric_mean", "arithmetic_mean"}, {}}},
      {"normalise.low", qx::vary::parameter{"normalise.low", qx::draw::uniform{.low = 1, .high = 20}}},
      {"weights", qx::vary::noise{.spread = 0.25}},
  };
  what.draws = 500;
  what.seed = 7;
  for (const qx::issue& problem : rb::validate(hdi, countries, what)) std::cout << problem.text() << "\n";

  const rb::outcomes all = rb::run(hdi, countries, what);
  const rb::unit_summary ranks = rb::rank_summary(all);
  const rb::acceptability_table places = rb::acceptability(all);
  for (std::size_t i = 0; i < ranks.units.size(); ++i)
    if (ranks.nominal[i] <= 5)
      std::cout << std::left << std::setw(12) << ranks.units[i] << " rank " << ranks.nominal[i] << " in ["
                << ranks.low[i] << ", " << ranks.high[i] << "], first in "
                << 100 * places.shares(static_cast<Eigen::Index>(i), 0) << "%\n";
  std::cout << all.done() << " replicates, " << all.failures().size() << " failed\n";

  // Halves of a run, on two machines say, add up to the whole.
  const rb::outcomes halves =
      rb::run(hdi, countries, what, {.last = 250}) + rb::run(hdi, countries, what, {.first = 250});
  std::cout << std::boolalpha << (halves == all) << "\n";
}
