// Coupling coordination against published tables.
#include "quindex/diagnose/coupling.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "diagnose/support.hpp"
#include "golden/support.hpp"

namespace {

using namespace diagnosed;
namespace dx = quindex::diagnose;
using form = dx::coupling_form;

TEST(Coupling, of_aksu_agrees_with_the_table) {
  // Urbanisation and intensive use of land in Aksu, 1990 to 2015 (ChinaXiv 201911.00067, table 4, CC BY 4.0); first
  // and last years: Cx, Gy, then T, C, D as printed. C = {Cx Gy / ((Cx + Gy) / 2)²}². Inputs have two decimals.
  const qx::table systems = table_of({"urbanisation", "land"}, {{0.15, 0.16, 0.17}, {0.36, 0.38, 0.35}});
  const auto found = dx::coupling(systems, {.form = form::product, .exponent = 2});
  const std::vector<double> t{0.26, 0.27, 0.26}, c{0.69, 0.68, 0.75}, d{0.42, 0.43, 0.44};
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_NEAR(found.development[i], t[i], 0.005 + 1e-12);
    EXPECT_NEAR(found.coupling[i], c[i], 0.025);
    EXPECT_NEAR(found.coordination[i], d[i], 0.009);
  }
}

TEST(Coupling, of_the_cities_of_wang_2021_agrees_in_both_forms) {
  // Wang Shujia and others (2021), table 8, prints C in the classical and the modified form but not the levels; from
  // one pair of C the two levels follow, and a second route back has to give both C again. Levels here have three
  // decimals, on which C depends by up to 0.004.
  struct city {
    double traditional, modified, high, low;
  };
  const std::vector<city> cities{{0.9989, 0.9404, 0.320, 0.291}, {0.9935, 0.8660, 0.281, 0.223},
                                 {0.8868, 0.5440, 0.309, 0.114}, {0.9073, 0.5769, 0.311, 0.127},
                                 {0.6821, 0.3006, 0.495, 0.077}, {0.8328, 0.4780, 0.287, 0.083}};
  for (const city& x : cities) {
    const qx::table systems = table_of({"a", "b"}, {{x.high}, {x.low}});
    EXPECT_NEAR(dx::coupling(systems).coupling[0], x.traditional, 0.004);
    EXPECT_NEAR(dx::coupling(systems, {.form = form::modified}).coupling[0], x.modified, 0.004);
  }
}

TEST(Coupling, of_every_city_and_year_of_wang_2021_is_one_pair_of_levels) {
  const auto folder = golden::reference("cn_ccd_aksu");
  const auto file =
      folder ? folder->parent_path().parent_path() / "official" / "ccd_wang2021_c_values.csv" : std::filesystem::path();
  if (!folder || !std::filesystem::exists(file))
    GTEST_SKIP() << golden::without_reference;  // left out for its licence or its size
  const golden::csv table(file);
  const auto old = table.numbers("C_traditional"), modified = table.numbers("C_modified");
  std::size_t compared = 0;
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (qx::is_missing(old[i]) || qx::is_missing(modified[i]) || old[i] >= 1) continue;
    // C = 2 √q / (1 + q) gives q = low / high; then 1 − high (1 − q) = C'² / q.
    const double root = (1 - std::sqrt(1 - old[i] * old[i])) / old[i], q = root * root;
    const double high = (1 - modified[i] * modified[i] / q) / (1 - q);
    if (!(high > 0 && high <= 1)) continue;
    const qx::table systems = table_of({"a", "b"}, {{high * q}, {high}});
    EXPECT_NEAR(dx::coupling(systems).coupling[0], old[i], 1e-9);
    EXPECT_NEAR(dx::coupling(systems, {.form = form::modified}).coupling[0], modified[i], 1e-9);
    ++compared;
  }
  golden::say("coupling of Wang and others 2021", compared, "both forms from one pair of levels");
  EXPECT_GE(compared, 80U);
}

TEST(Coupling, of_aksu_agrees_in_every_year) {
  const auto folder = golden::reference("cn_ccd_aksu");
  if (!folder) GTEST_SKIP() << golden::without_reference;  // left out for its licence or its size
  const golden::csv inputs(*folder / "inputs.csv"), published(*folder / "published.csv");
  const auto found = dx::coupling(inputs.table({"year"}, {"Cx", "Gy"}), {.form = form::product, .exponent = 2});
  golden::expect_near("aksu T", found.development, published.numbers("T"), inputs.size(), 0.005 + 1e-12);
  golden::expect_near("aksu C", found.coupling, published.numbers("C"), inputs.size(), 0.025);
  golden::expect_near("aksu D", found.coordination, published.numbers("D"), inputs.size(), 0.009);
}

TEST(Coupling, of_three_systems_follows_its_formulas) {
  const qx::table systems = table_of({"a", "b", "c"}, {{0.2}, {0.4}, {0.8}});
  const double mean = 1.4 / 3, product = 0.2 * 0.4 * 0.8;
  const auto ratio = dx::coupling(systems, {.weights = {1, 2, 1}});
  EXPECT_NEAR(ratio.coupling[0], std::cbrt(product) / mean, 1e-15);
  EXPECT_NEAR(ratio.development[0], 0.45, 1e-15);
  EXPECT_NEAR(ratio.coordination[0], std::sqrt(0.45 * std::cbrt(product) / mean), 1e-15);
  EXPECT_EQ(ratio.grade[0], 7);
  EXPECT_NEAR(dx::coupling(systems, {.form = form::product}).coupling[0], product / (mean * mean * mean), 1e-15);
  // Distances 0.2, 0.4, 0.6 over three pairs; 0.2/0.8 · 0.4/0.8 under the square root.
  EXPECT_NEAR(dx::coupling(systems, {.form = form::modified}).coupling[0], std::sqrt(0.6 * std::sqrt(0.125)), 1e-15);
}

TEST(Coupling, has_a_result_at_the_edges_and_refuses_what_lies_beyond) {
  const auto found = dx::coupling(table_of({"a", "b"}, {{0.5, 0, 0, gap, 1}, {0.5, 0.7, 0, 0.5, 1}}));
  EXPECT_EQ(found.coupling[0], 1);
  EXPECT_EQ(found.coupling[1], 0);
  EXPECT_EQ(found.coordination[1], 0);
  EXPECT_EQ(found.grade[1], 1);
  EXPECT_EQ(found.coupling[2], 0) << "nothing is coupled to nothing";
  EXPECT_TRUE(std::isnan(found.coordination[3]));
  EXPECT_EQ(found.grade[3], 0);
  EXPECT_EQ(found.coordination[4], 1);
  EXPECT_EQ(found.grade[4], 10);
  EXPECT_EQ(refused<qx::data_error>([] {
              (void)dx::coupling(table_of({"a", "b"}, {{50}, {60}}));
            }),
            "coupling.a.u1: found 50; a system's level is between 0 and 1: normalise it, or divide scores of 0 to 100 "
            "by 100");
  EXPECT_EQ(refused<qx::data_error>([] { (void)dx::coupling(table_of({"a"}, {{0.5}})); }),
            "coupling: there is 1 column; give at least 2");
  EXPECT_EQ(refused<qx::spec_error>([] {
              (void)dx::coupling(table_of({"a", "b"}, {{0.5}, {0.6}}), {.exponent = 0});
            }),
            "coupling.exponent: found 0; give a number above 0");
  EXPECT_EQ(refused<qx::spec_error>([] {
              (void)dx::coupling(table_of({"a", "b"}, {{0.5}, {0.6}}), {.weights = {1}});
            }),
            "coupling.weights: there are 1 for 2 systems; give one per system, or none");
}

TEST(Grades, close_at_either_end) {
  EXPECT_EQ(dx::grade_of(0.4), 5);
  EXPECT_EQ(dx::grade_of(0.4, dx::grade_ends::upper), 4);
  EXPECT_EQ(dx::coordination_grades[4].chinese, "濒临失调");
  EXPECT_EQ(dx::grade_of(1), 10);
  EXPECT_EQ(dx::grade_of(0, dx::grade_ends::upper), 1);
}

}  // namespace
