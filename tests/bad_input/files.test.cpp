// Files: specs as JSON, tables as CSV. What the readers say about each kind of damage is in tests/io; here it is what a
// user meets who reads a whole file.
#include "bad_input/bad_input.hpp"

namespace bad_input {

TEST(bad_file, specs) {
  const auto folder = scratch();
  const auto reading_file = [&](const std::string& text) {
    return [file = folder / "s.json", text] { (void)qx::io::read_spec(file_with(file, text)); };
  };
  const std::string s = (folder / "s.json").string();
  const std::string tree = R"("framework": {"code": "i", "children": [{"code": "x"}]})";
  expect_messages({
      {"not there", [&] { (void)qx::io::read_spec(folder / "none.json"); },
       "io_error: " + folder.string() + "/none.json: there is no such file; check the name and the folder"},
      {"empty", reading_file(""), "io_error: " + s + ":1:1: the text is empty; expected JSON"},
      {"malformed", reading_file("{\"quindex\": 1,\n  \"framework\" {}}"),
       "io_error: " + s +
           ":2:15: the JSON is malformed at '{'; look for a missing comma, colon, quotation mark or bracket here or "
           "just before"},
      {"deeply nested", reading_file(std::string(100000, '[')),
       "io_error: " + s + ":1:257: lists and objects are nested more than 256 deep; nest fewer"},
      {"deeply nested objects", reading_file([] {
         std::string t;
         for (int i = 0; i < 100000; ++i) t += "{\"a\":";
         return t;
       }()),
       "io_error: " + s + ":1:1281: lists and objects are nested more than 256 deep; nest fewer"},
      {"huge number", reading_file("{\"quindex\": 1e999, " + tree + "}"),
       "io_error: " + s + ":1:13: the number 1e999 is too large; numbers go up to 1.8e308"},
      {"huge schema number", reading_file("{\"quindex\": 1e300, " + tree + "}"),
       "spec_error: " + s + ": quindex: 1e+300 is not a whole number; expected a whole number"},
      {"schema of the future", reading_file("{\"quindex\": 2, " + tree + "}"),
       "spec_error: " + s + ": quindex: the file has schema 2; this version (0.1.0) reads schema 1"},
      {"no schema number", reading_file("{" + tree + "}"),
       "spec_error: " + s + ": quindex: the schema number is missing; write \"quindex\": 1"},
      {"no framework", reading_file("{\"quindex\": 1}"),
       "spec_error: " + s + ": framework: the key is missing; write the tree of groups and indicators"},
      {"key twice", reading_file("{\"quindex\": 1, \"quindex\": 1, " + tree + "}"),
       "io_error: " + s + ":1:24: the key 'quindex' stands twice; keep one of them"},
      {"NUL byte", reading_file("{\"quindex\": 1}" + std::string(1, '\0')),
       "io_error: " + s + ":1:15: there is a NUL byte; it is no text file, or a damaged one: export it again"},
      {"a table", reading_file("code,parent\ni,\n"),
       "io_error: " + s +
           ":1:1: the JSON is malformed at 'code'; look for a missing comma, colon, quotation mark or bracket here or "
           "just before"},
  });
}

TEST(bad_file, tables) {
  const auto folder = scratch();
  const auto reading_file = [&](const std::string& text) {
    return [file = folder / "t.csv", text] { (void)qx::io::read_table(file_with(file, text)); };
  };
  const std::string t = (folder / "t.csv").string();
  expect_messages({
      {"not there", [&] { (void)qx::io::read_table(folder / "none.csv"); },
       "io_error: " + folder.string() + "/none.csv: there is no such file; check the name and the folder"},
      {"empty", reading_file(""), "io_error: " + t + ": the file is empty; expected a header and rows"},
      {"header only", reading_file("unit,gdp\n"),
       "data_error: " + t + ": there is a header and no row; give it at least one unit"},
      {"byte order mark", reading_file("\xEF\xBB\xBFunit,gdp\nA,1\n"), "nothing"},
      {"GB18030", reading_file("\xB3\xC7\xCA\xD0,gdp\n\xB1\xB1\xBE\xA9,1\n"),
       "io_error: " + t +
           ":1:1: the text is not UTF-8; it looks like GB18030 (GBK, GB2312); save it as UTF-8 (in a spreadsheet: CSV "
           "UTF-8)"},
      {"quote never closed", reading_file("unit,gdp\n\"A,1\nB,2\n"),
       "io_error: " + t +
           ":2:1: the quote that opens here is never closed; close it, or write a quote inside a field twice"},
      {"quote inside a field", reading_file("unit,gdp\nA \"x\",1\n"),
       "io_error: " + t +
           ":2:3: a quote stands inside a field that does not begin with one; put the whole field in quotes and write "
           "the quote twice"},
      {"row too short", reading_file("unit,gdp,life\nA,1\n"),
       "io_error: " + t + ":2: the row has 2 fields, the header has 3; put fields that hold the delimiter in quotes"},
      {"row too long", reading_file("unit,gdp\nA,1,2\n"),
       "io_error: " + t + ":2: the row has 3 fields, the header has 2; put fields that hold the delimiter in quotes"},
      {"NUL byte", reading_file("unit,gdp\nA,1" + std::string(1, '\0') + "\n"),
       "io_error: " + t + ":2:4: there is a NUL byte; it is no text file, or a damaged one: export it again"},
      {"text in a column of numbers", reading_file("unit,gdp\nA,1\nB,about 2\n"),
       "data_error: " + t +
           ":3: indicators/gdp/B: 'about 2' is not a number; write a number; a missing value is '', 'NA', 'N/A', 'n/a' "
           "and 5 more; a column of text is no indicator"},
      {"infinity", reading_file("unit,gdp\nA,1\nB,inf\n"),
       "data_error: " + t + ":3: indicators/gdp/B: the value is inf; give a finite number, or leave the cell missing"},
      {"unit twice", reading_file("unit,gdp\nA,1\nA,2\n"),
       "data_error: " + t +
           ":3: units/A: it stands twice, first on line 2; give every unit one row, or name the column of periods"},
      {"column twice", reading_file("unit,gdp,gdp\nA,1,2\n"),
       "io_error: " + t + ":1: the column 'gdp' stands twice, as column 2 and 3; give every column a name of its own"},
      {"no name for a column", reading_file("unit,gdp,\nA,1,\n"),
       "io_error: " + t + ":1: column 3 of 3 has no name; give every column a name, and remove empty columns"},
      {"semicolons", reading_file("unit;gdp\nA;1\n"),
       "io_error: " + t + ": there is no column for an indicator, only 'unit;gdp'; check the delimiter: it is ','"},
      {"a folder", [&] { (void)qx::io::read_table(folder); },
       "io_error: " + folder.string() + ": it is a folder; name a file in it"},
  });
}

}  // namespace bad_input
