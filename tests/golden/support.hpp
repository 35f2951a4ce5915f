/// What the golden tests share: reading tables, comparing with published values, and saying how many rows were
/// compared.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iostream>
#include <iterator>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "quindex/base/text.hpp"
#include "quindex/compute/compute.hpp"

namespace golden {

namespace fs = std::filesystem;

/// A table of text with a header, read from a file with commas, quotes where needed, and no line breaks inside cells.
class csv {
 public:
  explicit csv(const fs::path& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    std::string line;
    std::getline(in, line);
    header_ = cells(line);
    while (std::getline(in, line))
      if (!line.empty()) rows_.push_back(cells(line));
  }

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] const std::vector<std::string>& header() const { return header_; }
  [[nodiscard]] const std::string& at(std::size_t row, const std::string& column) const {
    return rows_[row].at(place(column));
  }
  [[nodiscard]] std::vector<std::string> texts(const std::string& column) const {
    std::vector<std::string> out;
    for (const auto& row : rows_) out.push_back(row.at(place(column)));
    return out;
  }
  /// Empty cells are missing.
  [[nodiscard]] std::vector<double> numbers(const std::string& column) const {
    std::vector<double> out;
    for (const auto& row : rows_) {
      const std::string& cell = row.at(place(column));
      out.push_back(cell.empty() ? quindex::missing_value : std::stod(cell));
    }
    return out;
  }
  /// The rows that `keep` (called with the row's number) says yes to.
  template <class Keep>
  [[nodiscard]] csv filtered(Keep&& keep) const {
    csv out(*this);
    out.rows_.clear();
    for (std::size_t i = 0; i < rows_.size(); ++i)
      if (keep(i)) out.rows_.push_back(rows_[i]);
    return out;
  }
  /// Rows as units called by their label columns, and the named columns as indicators.
  [[nodiscard]] quindex::table table(const std::vector<std::string>& labels,
                                     const std::vector<std::string>& columns) const {
    std::vector<std::string> units(size());
    for (const std::string& label : labels)
      for (std::size_t i = 0; i < size(); ++i) units[i] += (units[i].empty() ? "" : " ") + at(i, label);
    quindex::matrix values(size(), columns.size());
    for (std::size_t j = 0; j < columns.size(); ++j) {
      const std::vector<double> x = numbers(columns[j]);
      std::copy(x.begin(), x.end(), quindex::column_of(values, static_cast<Eigen::Index>(j)).begin());
    }
    return {std::move(units), columns, std::move(values)};
  }

 private:
  [[nodiscard]] std::size_t place(const std::string& column) const {
    const auto found = std::find(header_.begin(), header_.end(), column);
    if (found == header_.end()) throw std::runtime_error("no column " + column);
    return static_cast<std::size_t>(found - header_.begin());
  }
  static std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> out(1);
    bool quoted = false;
    for (const char c : line) {
      if (c == '"')
        quoted = !quoted;
      else if (c == ',' && !quoted)
        out.emplace_back();
      else if (c != '\r')
        out.back() += c;
    }
    return out;
  }

  std::vector<std::string> header_;
  std::vector<std::vector<std::string>> rows_;
};

/// The root of the sources: what CTest says, or the folder above this one that holds them. Compiled into the test it
/// would differ from clone to clone, and so would every object that a compiler cache could share.
inline fs::path sources() {
  if (const char* given = std::getenv("QUINDEX_SOURCE_DIR")) return given;
  fs::path here = fs::current_path();
  while (!fs::exists(here / "tests" / "golden" / "data") && here != here.root_path()) here = here.parent_path();
  return here;
}

/// A file of the committed data.
inline csv data(const std::string& set, const std::string& file) {
  return csv(sources() / "tests" / "golden" / "data" / set / file);
}

/// Why a comparison is left out.
inline constexpr const char* without_reference =
    "this set is not part of the project (no licence to copy it, or too large), and no folder with it was found; "
    "name one in QUINDEX_REFERENCE";

/// The folder of a set that is not part of the project, below the folder that QUINDEX_REFERENCE names; or nothing.
inline std::optional<fs::path> reference(const std::string& set) {
  const char* given = std::getenv("QUINDEX_REFERENCE");
  if (given == nullptr) return std::nullopt;
  const fs::path folder = fs::path(given) / "indices" / set;
  return fs::exists(folder / "published.csv") ? std::optional(folder) : std::nullopt;
}

/// Differences between computed and published values.
struct comparison {
  std::size_t rows = 0;     ///< Published values that were compared.
  double largest = 0;       ///< The largest absolute difference.
  std::size_t absent = 0;   ///< Published values for which none was computed.
  std::size_t surplus = 0;  ///< Computed values where none is published.
};
inline comparison compare(quindex::column_view computed, const std::vector<double>& published) {
  comparison out;
  EXPECT_EQ(computed.size(), published.size());
  for (std::size_t i = 0; i < std::min(computed.size(), published.size()); ++i) {
    if (quindex::is_missing(published[i])) {
      out.surplus += quindex::is_missing(computed[i]) ? 0 : 1;
    } else {
      ++out.rows;
      if (quindex::is_missing(computed[i]))
        ++out.absent;
      else
        out.largest = std::max(out.largest, std::abs(computed[i] - published[i]));
    }
  }
  return out;
}

/// Says what was compared, on the console and in the test report.
inline void say(const std::string& what, std::size_t rows, const std::string& how) {
  std::cout << "[golden] " << what << ": " << rows << " rows compared, " << how << std::endl;
  testing::Test::RecordProperty(what + " rows", std::to_string(rows));
  testing::Test::RecordProperty(what + " outcome", how);
}
/// Compares, says so, and fails when the count is not `rows`, a value lacks, or a difference exceeds `tolerance`.
inline comparison expect_near(const std::string& what, quindex::column_view computed,
                              const std::vector<double>& published, std::size_t rows, double tolerance) {
  const comparison found = compare(computed, published);
  say(what, found.rows, "max error " + quindex::number_text(found.largest));
  EXPECT_EQ(found.rows, rows) << what;
  EXPECT_EQ(found.absent, 0U) << what;
  EXPECT_LE(found.largest, tolerance) << what;
  return found;
}

/// What a published number of so many decimals may be away from the number that was rounded: half a unit of the last
/// decimal, and a hair for the binary representation of a number that lies just between.
inline double rounding(int decimals) { return 0.5 * std::pow(10.0, -decimals) + 1e-12; }

/// A value as it would be printed with so many decimals, halves away from zero; 1e-9 of slack keeps 80.985, which no
/// double equals, a half.
inline double printed(double x, int decimals) {
  const double scale = std::pow(10.0, decimals);
  return std::round(x * scale + std::copysign(1e-9, x)) / scale;
}

/// How many ranks are the same, how many within one place, and the largest difference.
struct rank_agreement {
  std::size_t rows = 0;
  std::size_t same = 0;
  std::size_t within_one = 0;
  double largest = 0;
};
inline rank_agreement compare_ranks(const std::vector<double>& computed, const std::vector<double>& published) {
  rank_agreement out;
  for (std::size_t i = 0; i < published.size(); ++i) {
    if (quindex::is_missing(published[i])) continue;
    const double apart = std::abs(computed.at(i) - published[i]);
    ++out.rows;
    out.same += apart == 0 ? 1 : 0;
    out.within_one += apart <= 1 ? 1 : 0;
    out.largest = std::max(out.largest, apart);
  }
  return out;
}

}  // namespace golden
