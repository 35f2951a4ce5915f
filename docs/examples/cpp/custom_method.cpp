#include <algorithm>
#include <iostream>

#include "quindex/io/io.hpp"
#include "quindex/quindex.hpp"
namespace qx = quindex;

int main() {
  // A group is as good as its worst child, plus a tenth of the mean of all.
  const auto weakest_link = qx::aggregate::custom_function("weakest_link", [](qx::column_view z, qx::column_view w) {
    double mean = 0;
    for (std::size_t j = 0; j < z.size(); ++j) mean += w[j] * z[j];
    return 0.9 * *std::min_element(z.begin(), z.end()) + 0.1 * mean;
  });
  qx::spec wellbeing = qx::io::read_spec("docs/examples/data/wellbeing.json");
  wellbeing.aggregate = weakest_link;

  // A file holds the name only, so whoever reads it hands the function back.
  const std::string text = qx::io::to_json(qx::write_spec(wellbeing));
  const qx::spec again = qx::io::parse_spec(text, "wellbeing.json", {{"weakest_link", *weakest_link.call}});

  const qx::table towns = qx::io::read_table("docs/examples/data/wellbeing.csv");
  const qx::result result = qx::compute(again, towns);
  for (std::size_t i = 0; i < towns.units().size(); ++i)
    std::cout << towns.units()[i] << "  " << result.scores("wellbeing")[i] << "\n";
  try {
    (void)qx::io::parse_spec(text, "wellbeing.json");
  } catch (const qx::spec_error& e) {
    std::cout << e.what() << "\n";
  }
}
