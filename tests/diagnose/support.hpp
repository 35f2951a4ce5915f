/// What the tests of this folder share: tables from columns, messages, sets that are published.
#pragma once

#include <string>
#include <vector>

#include "quindex/error.hpp"
#include "quindex/model/table.hpp"

namespace diagnosed {

namespace qx = quindex;

inline constexpr double gap = qx::missing_value;

/// Units are called u1, u2, …
inline qx::table table_of(const std::vector<std::string>& names, const std::vector<std::vector<double>>& columns) {
  const std::size_t rows = columns.empty() ? 0 : columns[0].size();
  qx::matrix values(static_cast<Eigen::Index>(rows), static_cast<Eigen::Index>(columns.size()));
  std::vector<std::string> units;
  for (std::size_t i = 0; i < rows; ++i) units.push_back("u" + std::to_string(i + 1));
  for (std::size_t j = 0; j < columns.size(); ++j)
    for (std::size_t i = 0; i < rows; ++i)
      values(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = columns[j][i];
  return {qx::labels(units), qx::labels(names), std::move(values)};
}

/// The same from rows.
inline qx::table table_of_rows(const std::vector<std::string>& names, const std::vector<std::vector<double>>& rows) {
  std::vector<std::vector<double>> columns(names.size());
  for (const auto& row : rows)
    for (std::size_t j = 0; j < names.size(); ++j) columns[j].push_back(row.at(j));
  return table_of(names, columns);
}

/// The text of the error `f` throws; empty when it throws none of that kind.
template <class Error, class F>
std::string refused(F&& f) {
  try {
    f();
  } catch (const Error& e) {
    return e.what();
  }
  return {};
}

/// Attitudes of the employees of 30 departments, in per cent; Chatterjee and Price (1977), Regression Analysis by
/// Example.
inline qx::table attitude() {
  return table_of_rows({"rating", "complaints", "privileges", "learning", "raises", "critical", "advance"},
                       {{43, 51, 30, 39, 61, 92, 45}, {63, 64, 51, 54, 63, 73, 47}, {71, 70, 68, 69, 76, 86, 48},
                        {61, 63, 45, 47, 54, 84, 35}, {81, 78, 56, 66, 71, 83, 47}, {43, 55, 49, 44, 54, 49, 34},
                        {58, 67, 42, 56, 66, 68, 35}, {71, 75, 50, 55, 70, 66, 41}, {72, 82, 72, 67, 71, 83, 31},
                        {67, 61, 45, 47, 62, 80, 41}, {64, 53, 53, 58, 58, 67, 34}, {67, 60, 47, 39, 59, 74, 41},
                        {69, 62, 57, 42, 55, 63, 25}, {68, 83, 83, 45, 59, 77, 35}, {77, 77, 54, 72, 79, 77, 46},
                        {81, 90, 50, 72, 60, 54, 36}, {74, 85, 64, 69, 79, 79, 63}, {65, 60, 65, 75, 55, 80, 60},
                        {65, 70, 46, 57, 75, 85, 46}, {50, 58, 68, 54, 64, 78, 52}, {50, 40, 33, 34, 43, 64, 33},
                        {64, 61, 52, 62, 66, 80, 41}, {53, 66, 52, 50, 63, 80, 37}, {40, 37, 42, 58, 50, 57, 49},
                        {63, 54, 42, 48, 66, 75, 33}, {66, 77, 66, 63, 88, 76, 72}, {78, 75, 58, 74, 80, 78, 49},
                        {48, 57, 44, 45, 51, 83, 38}, {85, 85, 71, 71, 77, 74, 55}, {82, 82, 39, 59, 64, 78, 39}});
}

/// Achievements of 23 countries, the variables 5 and 6 as logarithms; OECD and JRC (2008), Handbook on Constructing
/// Composite Indicators, table A.2.
inline qx::table tai() {
  return table_of_rows(
      {"patents", "royalties", "internet", "exports", "telephones", "electricity", "schooling", "university"},
      {{187, 125.6, 200.2, 50.7, 3.08, 4.15, 10, 27.4},  {289, 130, 179.1, 66.2, 3, 4.07, 12, 13.9},
       {271, 156.6, 125.8, 59.7, 3.1, 4.14, 11.4, 15.3}, {994, 64.6, 49, 80.8, 3, 3.86, 9.5, 10},
       {779, 9.8, 4.8, 66.7, 2.97, 3.65, 10.8, 23.2},    {189, 151.2, 136, 50.9, 3.02, 3.77, 9.4, 9.5},
       {82, 134, 57.4, 61.9, 3.02, 3.73, 9.4, 14.9},     {31, 38.6, 108, 48.7, 2.94, 4.18, 11.6, 14.2},
       {75, 18.2, 125.9, 16.2, 2.94, 3.94, 10.9, 25.3},  {8, 25.5, 72.3, 74.9, 2.95, 3.83, 7.1, 24.2},
       {235, 36.8, 41.2, 64.2, 2.94, 3.75, 10.2, 14.4},  {103, 20.2, 193.6, 19, 3.12, 4.39, 11.9, 11.2},
       {106, 110.3, 48.6, 53.6, 2.97, 3.68, 9.4, 12.3},  {72, 73.9, 58.9, 47.6, 2.91, 3.86, 9.3, 13.6},
       {103, 13, 146.7, 15.4, 2.86, 3.91, 11.7, 13.1},   {165, 14.8, 84.2, 50.3, 2.99, 3.79, 8.4, 13.6},
       {205, 33.6, 36.4, 58.9, 2.97, 3.8, 7.9, 12.6},    {74, 43.6, 43.2, 45, 2.96, 3.74, 9.6, 11},
       {42, 8.6, 21, 53.4, 2.86, 3.62, 7.3, 15.6},       {13, 9.8, 30.4, 51, 3, 3.65, 7.2, 13},
       {28, 4.2, 25, 51.7, 2.75, 3.68, 9.5, 8.2},        {26, 6.2, 21.6, 63.5, 2.73, 3.46, 9.1, 7.7},
       {105, 4, 20.3, 49.5, 2.84, 3.71, 7.1, 10.6}});
}

}  // namespace diagnosed
