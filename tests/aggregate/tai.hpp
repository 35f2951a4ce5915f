/// The Technology Achievement Index: 23 countries, 8 indicators, as the Handbook prints them.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "quindex/base/types.hpp"

namespace tai {

/// OECD/JRC, Handbook on constructing composite indicators (2008), Table A.2: patents, royalties, internet, exports,
/// telephones and electricity (both as common logarithms), schooling, university.
inline quindex::matrix data() {
  const std::array<double, 23 * 8> rows{
      187,   125.6, 200.2, 50.7, 3.08, 4.15,  10,   27.4,  289,  130,  179.1, 66.2, 3.0,   4.07, 12,   13.9,  271,
      156.6, 125.8, 59.7,  3.1,  4.14, 11.4,  15.3, 994,   64.6, 49,   80.8,  3.0,  3.86,  9.5,  10,   779,   9.8,
      4.8,   66.7,  2.97,  3.65, 10.8, 23.2,  189,  151.2, 136,  50.9, 3.02,  3.77, 9.4,   9.5,  82,   134,   57.4,
      61.9,  3.02,  3.73,  9.4,  14.9, 31,    38.6, 108,   48.7, 2.94, 4.18,  11.6, 14.2,  75,   18.2, 125.9, 16.2,
      2.94,  3.94,  10.9,  25.3, 8,    25.5,  72.3, 74.9,  2.95, 3.83, 7.1,   24.2, 235,   36.8, 41.2, 64.2,  2.94,
      3.75,  10.2,  14.4,  103,  20.2, 193.6, 19,   3.12,  4.39, 11.9, 11.2,  106,  110.3, 48.6, 53.6, 2.97,  3.68,
      9.4,   12.3,  72,    73.9, 58.9, 47.6,  2.91, 3.86,  9.3,  13.6, 103,   13,   146.7, 15.4, 2.86, 3.91,  11.7,
      13.1,  165,   14.8,  84.2, 50.3, 2.99,  3.79, 8.4,   13.6, 205,  33.6,  36.4, 58.9,  2.97, 3.8,  7.9,   12.6,
      74,    43.6,  43.2,  45,   2.96, 3.74,  9.6,  11,    42,   8.6,  21,    53.4, 2.86,  3.62, 7.3,  15.6,  13,
      9.8,   30.4,  51,    3.0,  3.65, 7.2,   13,   28,    4.2,  25,   51.7,  2.75, 3.68,  9.5,  8.2,  26,    6.2,
      21.6,  63.5,  2.73,  3.46, 9.1,  7.7,   105,  4,     20.3, 49.5, 2.84,  3.71, 7.1,   10.6};
  quindex::matrix out(23, 8);
  for (Eigen::Index i = 0; i < 23; ++i)
    for (Eigen::Index j = 0; j < 8; ++j) out(i, j) = rows[static_cast<std::size_t>(8 * i + j)];
  return out;
}

/// The same, each indicator from 0 to 1.
inline quindex::matrix min_max() {
  quindex::matrix out = data();
  for (Eigen::Index j = 0; j < 8; ++j) {
    const double low = out.col(j).minCoeff();
    const double high = out.col(j).maxCoeff();
    out.col(j) = (out.col(j).array() - low) / (high - low);
  }
  return out;
}

/// Table 19: benefit of the doubt, every indicator with 10% to 15% of the weight; two decimals, in the order of A.2.
inline constexpr std::array<double, 23> table_19{1,   1,    1,    0.87, 0.8,  0.75, 0.71, 0.73, 0.66, 0.62, 0.62, 0.86,
                                                 0.6, 0.54, 0.58, 0.52, 0.51, 0.49, 0.34, 0.38, 0.31, 0.27, 0.28};

inline const std::vector<std::string> countries{
    "Finland",   "United States", "Sweden",  "Japan",  "Korea",          "Netherlands", "United Kingdom", "Canada",
    "Australia", "Singapore",     "Germany", "Norway", "Ireland",        "Belgium",     "New Zealand",    "Austria",
    "France",    "Israel",        "Spain",   "Italy",  "Czech Republic", "Hungary",     "Slovenia"};
inline const std::vector<std::string> indicators{"patents",    "royalties",   "internet",  "exports",
                                                 "telephones", "electricity", "schooling", "university"};

}  // namespace tai
