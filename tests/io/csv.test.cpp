#include "quindex/io/csv.hpp"

#include <gtest/gtest.h>

#include "io/support.hpp"

namespace qx = quindex;
using qx::io::csv;

namespace {

std::vector<std::vector<std::string>> cells(const csv& c) {
  std::vector<std::vector<std::string>> out;
  for (std::size_t i = 0; i < c.rows(); ++i) {
    out.emplace_back();
    for (std::size_t j = 0; j < c.header().size(); ++j) out.back().emplace_back(c.cell(i, j));
  }
  return out;
}
using row_list = std::vector<std::vector<std::string>>;

std::string csv_problem_of(std::string text, qx::io::csv_format format = {}) {
  return thrown_by([&] { (void)csv::parse(std::move(text), "x.csv", format); });
}

}  // namespace

TEST(csv, has_a_header_and_rows) {
  const csv c = csv::parse("unit,gdp\nA,1\nB,2\n");
  EXPECT_EQ(c.header(), qx::labels({"unit", "gdp"}));
  EXPECT_EQ(cells(c), (row_list{{"A", "1"}, {"B", "2"}}));
  EXPECT_EQ(c.line(0), 2U);
}

TEST(csv, reads_the_same_with_every_end_of_line_and_a_byte_order_mark) {
  const row_list expected{{"A", "1"}, {"B", ""}};
  for (const char* text : {"u,x\nA,1\nB,\n", "u,x\r\nA,1\r\nB,\r\n", "u,x\nA,1\nB,", "\xEF\xBB\xBFu,x\nA,1\nB,\n",
                           "u,x\nA,1\nB,\n\n\r\n\n"}) {
    const csv c = csv::parse(text);
    EXPECT_EQ(c.header(), qx::labels({"u", "x"})) << text;
    EXPECT_EQ(cells(c), expected) << text;
  }
}

TEST(csv, quoted_fields_hold_delimiters_quotes_and_ends_of_lines) {
  const csv c = csv::parse("u,\"x, y\"\n\"say \"\"ha\"\"\",\"\"\n\"two\r\nlines\",\"\"\"\"\nlast,1\n");
  EXPECT_EQ(c.header(), qx::labels({"u", "x, y"}));
  EXPECT_EQ(cells(c), (row_list{{"say \"ha\"", ""}, {"two\r\nlines", "\""}, {"last", "1"}}));
  EXPECT_EQ(c.line(2), 5U);
}

TEST(csv, fields_keep_their_spaces) { EXPECT_EQ(csv::parse("u,x\n a , 1\n").cell(0, 0), " a "); }

TEST(csv, other_delimiters_are_asked_for) {
  EXPECT_EQ(cells(csv::parse("u;x\nA,B;1\n", "", {.delimiter = ';'})), (row_list{{"A,B", "1"}}));
  EXPECT_EQ(cells(csv::parse("u\tx\nA B\t\n", "", {.delimiter = '\t'})), (row_list{{"A B", ""}}));
  EXPECT_EQ(csv_problem_of("u|x\n", {.delimiter = '|'}),
            "io_error: delimiter: found '|'; expected a comma, a semicolon or a tab");
}

TEST(csv, one_column_may_have_empty_cells) {
  EXPECT_EQ(cells(csv::parse("x\n1\n\n3\n")), (row_list{{"1"}, {""}, {"3"}}));
}

TEST(csv, copies_outlive_the_original) {
  std::optional<csv> c = csv::parse("u\nx\n");  // short enough to be kept inside a std::string
  const csv copy = *c;
  c.reset();
  EXPECT_EQ(copy.cell(0, 0), "x");
}

TEST(csv, written_rows_read_back_to_the_same) {
  const row_list written{{"a", "b,;\tc", "\"q\"", "two\nlines", ""}, {" s ", "中文", "1e300", "\r", "x"}};
  for (const char delimiter : {',', ';', '\t'}) {
    std::string text;
    qx::io::append_csv_row(text, {"1", "2", "3", "4", "5"}, {delimiter});
    for (const auto& row : written) qx::io::append_csv_row(text, row, {delimiter});
    EXPECT_EQ(cells(csv::parse(text, "", {delimiter})), written);
  }
  std::string one;
  for (const char* field : {"x", "1", ""}) qx::io::append_csv_row(one, {field});
  EXPECT_EQ(cells(csv::parse(one)), (row_list{{"1"}, {""}}));
}

TEST(csv, a_million_columns_are_read_in_seconds) {
  constexpr int columns = 1000000;
  std::string header;
  std::string row;
  for (int j = 0; j < columns; ++j) header += ",c" + std::to_string(j), row += "," + std::to_string(j);
  const double began = processor_seconds();
  const csv c = csv::parse("unit" + header + "\nA" + row + "\n");
  EXPECT_LT(processor_seconds() - began, 60);
  EXPECT_EQ(c.header().size(), 1000001U);
  EXPECT_EQ(c.cell(0, columns), "999999");
}

TEST(csv, what_is_wrong_is_said_with_line_and_column) {
  const std::pair<std::string, const char*> bad[] = {
      {"", "x.csv: the file is empty; expected a header and rows"},
      {"\r\n\n", "x.csv: the file is empty; expected a header and rows"},
      {"\xEF\xBB\xBF", "x.csv: the file is empty; expected a header and rows"},
      {std::string("u,x\nA,\0\n", 8),
       "x.csv:2:3: there is a NUL byte; it is no text file, or a damaged one: export it again"},
      {"u,x\nA,\"1\nB,2\n",
       "x.csv:2:3: the quote that opens here is never closed; close it, or write a quote inside a field twice"},
      {"u,x\nA,5\" pipe\n",
       "x.csv:2:4: a quote stands inside a field that does not begin with one; put the whole field in "
       "quotes and write the quote twice"},
      {"u,x\n\"A\"B,1\n",
       "x.csv:2:4: a quoted field goes on after its closing quote; write a quote inside a field twice"},
      {"u,x\nA,1\nB\n", "x.csv:3: the row has 1 field, the header has 2; put fields that hold the delimiter in quotes"},
      {"u,x\nA,1\nB,2,3\n",
       "x.csv:3: the row has 3 fields, the header has 2; put fields that hold the delimiter in quotes"},
      {"u,x\n\"A\nA\",1\nB,2,3\n",
       "x.csv:4: the row has 3 fields, the header has 2; put fields that hold the delimiter in quotes"},
      {"u,x\nA,1\n\nB,2\n", "x.csv:3: the line is blank; remove it"},
      {"u,x,\nA,1,2\n", "x.csv:1: column 3 of 3 has no name; give every column a name, and remove empty columns"},
      {"\nu,x\nA,1\n", "x.csv:1: column 1 of 1 has no name; give every column a name, and remove empty columns"},
      {"u,x,u\nA,1,2\n",
       "x.csv:1: the column 'u' stands twice, as column 1 and 3; give every column a name of its own"},
      {"u,x\rA,1\r",
       "x.csv:1:4: a carriage return stands without a line feed; end lines with LF or CRLF, and put fields that hold "
       "a line end in quotes"},
      {"u,x\n\xB1\xB1\xBE\xA9\xCA\xD0,1\n",
       "x.csv:2:1: the text is not UTF-8; it looks like GB18030 (GBK, GB2312); save it as UTF-8 "
       "(in a spreadsheet: CSV UTF-8)"},
      {"u,x\nZ\xFCrich,1\n",
       "x.csv:2:2: the text is not UTF-8: found the byte 0xFC; save it as UTF-8 (in a spreadsheet: CSV UTF-8)"},
      {"\xFF\xFEu\0,\0", "x.csv: the text is UTF-16; save it as UTF-8 (in a spreadsheet: CSV UTF-8)"},
  };
  for (const auto& [text, message] : bad) EXPECT_EQ(csv_problem_of(text), std::string("io_error: ") + message);
}

TEST(csv, columns_are_counted_in_characters) {
  EXPECT_EQ(csv_problem_of("城市,x\n北京\"市\",1\n").substr(0, 20), "io_error: x.csv:2:3:");
}
