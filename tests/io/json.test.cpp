#include "quindex/io/json.hpp"

#include <gtest/gtest.h>
#include <limits>

#include "io/support.hpp"

namespace qx = quindex;
using qx::describe::value;
using qx::io::parse_json;

TEST(json, becomes_plain_data_with_keys_in_their_order) {
  const value v = parse_json(R"({"b": [1, -2.5, 1e3], "a": {"text": "Übung \u4e2d", "none": null, "yes": true}})");
  const value expected = value::object{{"b", value::list{1, -2.5, 1000}},
                                       {"a", value::object{{"text", "Übung 中"}, {"none", {}}, {"yes", true}}}};
  EXPECT_EQ(v, expected);
}

TEST(json, may_be_any_value_and_may_begin_with_a_byte_order_mark) {
  EXPECT_EQ(parse_json("\xEF\xBB\xBF 7 "), value(7));
  EXPECT_EQ(parse_json("[]"), value(value::list{}));
  EXPECT_EQ(parse_json("{}"), value(value::object{}));
}

TEST(json, numbers_are_read_to_the_nearest_double) {
  EXPECT_EQ(*parse_json("0.1").as_number(), 0.1);
  EXPECT_EQ(*parse_json("18446744073709551616").as_number(), 18446744073709551616.0);
  EXPECT_EQ(*parse_json("-9223372036854775808").as_number(), -9223372036854775808.0);
  EXPECT_EQ(*parse_json("1e-999").as_number(), 0.0);
  EXPECT_EQ(*parse_json("1.7976931348623157e308").as_number(), std::numeric_limits<double>::max());
}

TEST(json, written_text_reads_back_to_the_same) {
  const value v = value::object{{"text", "a \"quoted\" \\ line\nand a tab\t, NUL \x01"},
                                {"numbers", value::list{0.1, 1.0 / 3, 1e300, -0.0, 5e-324}},
                                {"deep", value::list{value::list{value::object{{"中", {}}}}}},
                                {"no", false}};
  for (const int indent : {0, 2}) EXPECT_EQ(parse_json(qx::io::to_json(v, indent)), v);
}

TEST(json, what_it_cannot_hold_is_not_written) {
  const auto write = [](const value& v) { return thrown_by([&] { (void)qx::io::to_json(v); }); };
  EXPECT_EQ(write(value::object{{"a", value::list{1, std::numeric_limits<double>::quiet_NaN()}}}),
            "io_error: a.1: the value is nan; JSON holds finite numbers only");
  EXPECT_EQ(write(value("\xFF")),
            "io_error: JSON to be written:1:2: the text is not UTF-8: found the byte 0xFF; save it as UTF-8 (in a "
            "spreadsheet: CSV UTF-8)");
}

TEST(json, depth_is_limited_to_256) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_EQ(thrown_by([&] { (void)parse_json(nested(256)); }), "nothing");
  EXPECT_EQ(thrown_by([&] { (void)parse_json(nested(257), "x.json"); }),
            "io_error: x.json:1:257: lists and objects are nested more than 256 deep; nest fewer");
  EXPECT_EQ(thrown_by([&] { (void)parse_json(std::string(100000, '['), "x.json"); }),
            "io_error: x.json:1:257: lists and objects are nested more than 256 deep; nest fewer");
}

TEST(json, a_large_object_is_read_in_linear_time) {
  std::string text = "{";
  for (int i = 0; i < 200000; ++i) text += (i == 0 ? "\"k" : ",\"k") + std::to_string(i) + "\":" + std::to_string(i);
  text += "}";
  const double began = processor_seconds();
  EXPECT_EQ(parse_json(text).as_object()->size(), 200000U);
  EXPECT_LT(processor_seconds() - began, 60);  // quadratic would take minutes
}

namespace {

struct bad_json {
  const char* name;
  std::string text;
  const char* message;
};

const bad_json bad_jsons[] = {
    {"empty", "", "io_error: x.json:1:1: the text is empty; expected JSON"},
    {"blank", " \n ", "io_error: x.json:1:1: the text is empty; expected JSON"},
    {"cut_off", "{\"a\": [1,\n 2",
     "io_error: x.json:2:2: the JSON ends too early; close every quotation mark, bracket and brace"},
    {"open_text", "{\"a",
     "io_error: x.json:1:3: the JSON ends too early; close every quotation mark, bracket and brace"},
    {"trailing_comma", "{\"a\": 1,\n}",
     "io_error: x.json:1:8: there is a comma before the closing bracket; remove the comma"},
    {"single_quotes", "{'a': 1}",
     "io_error: x.json:1:2: texts stand in double quotes, found a single one; write \"…\""},
    {"comment", "{\n  // a note\n}", "io_error: x.json:2:3: JSON has no comments; remove the comment"},
    {"unquoted_key", "{name: 1}",
     "io_error: x.json:1:2: the JSON is malformed at 'name'; look for a missing comma, colon, quotation mark or "
     "bracket "
     "here or just before"},
    {"missing_comma", "{\"a\": 1\n\"b\": 2}",
     "io_error: x.json:2:1: the JSON is malformed at '\"b\"'; look for a missing comma, colon, quotation mark or "
     "bracket here "
     "or just before"},
    {"not_a_number", "{\"a\": NaN}",
     "io_error: x.json:1:7: the JSON is malformed at 'NaN'; JSON has no such word; write null or leave the key out"},
    {"infinity", "[-Infinity]",
     "io_error: x.json:1:2: the JSON is malformed at '-Infinity'; JSON has no such word; write null or leave the key "
     "out"},
    {"full_width_comma", "[1，2]",
     "io_error: x.json:1:3: the JSON is malformed at '，'; look for a missing comma, colon, quotation mark or bracket "
     "here or "
     "just before"},
    {"two_documents", "{}\n{}",
     "io_error: x.json:2:1: the JSON is malformed at '{'; look for a missing comma, colon, quotation mark or bracket "
     "here or "
     "just before"},
    {"line_end_in_text", "{\"a\": \"x\ny\"}",
     "io_error: x.json:1:9: there is a line end or another control character inside a text; write \\n or \\t"},
    {"backslash", R"({"file": "C:\data"})",
     "io_error: x.json:1:13: the backslash begins no escape that JSON knows; write a backslash twice"},
    {"lone_surrogate", R"({"a": "\ud800"})",
     "io_error: x.json:1:7: a text has an escape that is not finished, or that is half a character; write the "
     "character itself"},
    {"short_escape", R"({"a": "x\u12"})",
     "io_error: x.json:1:7: a text has an escape that is not finished, or that is half a character; write the "
     "character itself"},
    {"huge_number", "{\"a\":\n 1e999}",
     "io_error: x.json:2:2: the number 1e999 is too large; numbers go up to 1.8e308"},
    {"huge_integer", "[-" + std::string(400, '9') + "]",
     "io_error: x.json:1:2: the number -999999999999999999999999999999999999999... is too large; numbers go up to "
     "1.8e308"},
    {"key_twice", "{\"a\": 1,\n \"a\": 2}", "io_error: x.json:2:4: the key 'a' stands twice; keep one of them"},
    {"nul", std::string("{}\0{", 4),
     "io_error: x.json:1:3: there is a NUL byte; it is no text file, or a damaged one: export it again"},
    {"not_utf8", "{\"a\": \"\xC0\x80\"}",
     "io_error: x.json:1:8: the text is not UTF-8: found the byte 0xC0; save it as UTF-8 (in a spreadsheet: CSV "
     "UTF-8)"},
};

}  // namespace

TEST(json, what_is_wrong_is_said_with_line_and_column) {
  for (const bad_json& b : bad_jsons)
    EXPECT_EQ(thrown_by([&] { (void)parse_json(b.text, "x.json"); }), b.message) << b.name;
}

TEST(json, a_text_without_a_source_has_its_place_in_words) {
  EXPECT_EQ(thrown_by([&] { (void)parse_json("[1,]"); }),
            "io_error: line 1, column 3: there is a comma before the closing bracket; remove the comma");
}

TEST(json, every_cut_of_a_spec_is_an_error_and_nothing_worse) {
  const std::string text = R"({"quindex": 1, "framework": {"code": "a", "children": [{"code": "b", "weight": 0.5}]}})";
  for (std::size_t n = 0; n < text.size(); ++n)
    EXPECT_EQ(thrown_by([&] { (void)parse_json(text.substr(0, n)); }).substr(0, 9), "io_error:") << n;
}
