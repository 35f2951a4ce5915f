#include <clocale>
#include <gtest/gtest.h>

#include "quindex/io/csv.hpp"

using quindex::io::number_in;

TEST(number_in, reads_decimal_numbers_with_a_point) {
  EXPECT_EQ(number_in("12").value, 12.0);
  EXPECT_EQ(number_in(" -0.5\t").value, -0.5);
  EXPECT_EQ(number_in("+3e2").value, 300.0);
  EXPECT_EQ(number_in("0.1").value, 0.1);
  EXPECT_EQ(number_in(".5").value, 0.5);
  EXPECT_EQ(number_in("5e-324").value, 5e-324);
}

TEST(number_in, says_what_people_write_instead) {
  const char* bad[][3] = {
      {"1,234", "'1,234' has a thousands separator", "write 1234"},
      {"1,234,567.5", "'1,234,567.5' has a thousands separator", "write 1234567.5"},
      {"-1 234", "'-1 234' has a thousands separator", "write -1234"},
      {"1'234", "'1'234' has a thousands separator", "write 1234"},
      {"1\u00A0234", "'1\u00A0234' has a thousands separator", "write 1234"},
      {"1,23", "'1,23' has a decimal comma", "write 1.23"},
      {"12%", "'12%' has a percent sign", "write 12"},
      {"1.5 ％", "'1.5 ％' has a percent sign", "write 1.5"},
      {"inf", "the value is inf", "give a finite number, or leave the cell missing"},
      {"-Infinity", "the value is -Infinity", "give a finite number, or leave the cell missing"},
      {"1e999", "'1e999' is beyond the range of numbers", "they go from about 1e-308 to 1.8e308"},
      {"nan", "'nan' is not a number", ""},
      {"abc", "'abc' is not a number", ""},
      {"", "'' is not a number", ""},
      {"1,2,3", "'1,2,3' is not a number", ""},
      {"12,34,567", "'12,34,567' is not a number", ""},
      {"0x10", "'0x10' is not a number", ""},
      {"+-1", "'+-1' is not a number", ""},
      {"1 2", "'1 2' is not a number", ""},
      {"%", "'%' is not a number", ""},
  };
  for (const auto& [text, problem, hint] : bad) {
    const auto found = number_in(text);
    EXPECT_FALSE(found.value) << text;
    EXPECT_EQ(found.problem, problem);
    EXPECT_EQ(found.hint, hint) << text;
  }
}

TEST(number_in, does_not_depend_on_the_locale) {
  const char* german = std::setlocale(LC_NUMERIC, "de_DE.UTF-8");
  EXPECT_EQ(number_in("0.5").value, 0.5) << (german == nullptr ? "(no German locale here)" : german);
  std::setlocale(LC_NUMERIC, "C");
}

TEST(number_in, quotes_only_the_beginning_of_a_long_text) {
  EXPECT_EQ(number_in(std::string(1000, 'x')).problem, "'" + std::string(57, 'x') + "...' is not a number");
}
