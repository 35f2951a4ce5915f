// Benefit of the doubt behind a C interface, for frontier.py. Columns stand one after another.
#include <algorithm>
#include <cstddef>
#include <vector>

#include "quindex/numeric/envelopment.hpp"

extern "C" {

/// Scores of n units by p criteria; returns the number of units on the frontier.
std::size_t benefit_of_the_doubt(const double* y, std::size_t n, std::size_t p, double* scores) {
  std::vector<quindex::column_view> columns;
  for (std::size_t j = 0; j < p; ++j) columns.emplace_back(y + j * n, n);
  const quindex::numeric::envelopment found = quindex::numeric::envelop(columns, {.peers = false});
  std::copy(found.scores.begin(), found.scores.end(), scores);
  return found.frontier.size();
}

}  // extern "C"
