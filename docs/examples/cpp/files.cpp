#include <iostream>

#include "quindex/io/io.hpp"
#include "quindex/quindex.hpp"
namespace qx = quindex;

int main() {
  const qx::spec wellbeing = qx::io::read_spec("docs/examples/data/wellbeing.json");
  const qx::table towns = qx::io::read_table("docs/examples/data/wellbeing.csv");
  for (const qx::issue& problem : qx::validate(wellbeing, towns)) std::cout << problem.text() << "\n";

  const qx::fitted index = qx::fit(wellbeing, towns);
  const qx::result result = index(towns);
  std::cout << qx::explanation_text(qx::explain(result, "D"));

  qx::io::write_result(result, "build/wellbeing");  // makes the folder
  qx::io::write_spec(qx::freeze(index), "build/wellbeing/frozen.json");
}
