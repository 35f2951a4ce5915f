// Whatever the text, reading comma-separated values gives tables or a quindex::error, and rows survive being written.
#include "quindex/io/csv.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "quindex/io/framework_file.hpp"
#include "quindex/io/table_file.hpp"

namespace {

template <class Read>
void attempt(Read read) {
  try {
    read();
  } catch (const quindex::error&) {
  }
}

std::vector<std::string> row_of(const quindex::io::csv& rows, std::size_t row) {
  std::vector<std::string> out;
  for (std::size_t column = 0; column < rows.header().size(); ++column) out.emplace_back(rows.cell(row, column));
  return out;
}

void check_round_trip(const quindex::io::csv& rows) {
  std::string text;
  quindex::io::append_csv_row(text, rows.header().codes());
  for (std::size_t row = 0; row < rows.rows(); ++row) quindex::io::append_csv_row(text, row_of(rows, row));
  const auto again = quindex::io::csv::parse(text);
  if (again.rows() != rows.rows()) std::abort();
  for (std::size_t row = 0; row < rows.rows(); ++row)
    if (row_of(again, row) != row_of(rows, row)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  attempt([&] { (void)quindex::io::csv::parse(text, "fuzz.csv", {.delimiter = ';'}); });
  attempt([&] {
    const auto rows = quindex::io::csv::parse(text, "fuzz.csv");
    check_round_trip(rows);
    attempt([&] { (void)quindex::io::table_from_csv(rows); });
    attempt([&] {
      (void)quindex::io::panel_from_csv(rows, {.period = rows.header().codes().back(), .error_suffix = "_se"});
    });
    attempt([&] { (void)quindex::io::framework_from_csv(rows); });
  });
  return 0;
}
