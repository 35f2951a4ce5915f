// Whole pipelines varied on real data: imputation, treatment, normalisation, weights, aggregation and errors of cells.
// The same bits with any number of threads, in parts, in both build modes, and in Python, whose test reads the same
// files.
#include "golden/sets.hpp"
#include "quindex/io/json.hpp"
#include "quindex/io/spec_file.hpp"
#include "quindex/robustness/acceptability.hpp"
#include "quindex/robustness/run.hpp"
#include "quindex/robustness/uncertainty.hpp"

namespace golden {
namespace {

namespace rb = qx::robustness;

fs::path robustness_folder() { return sources() / "tests" / "golden" / "data" / "robustness"; }

rb::design design_in(const std::string& name) {
  std::ifstream file(robustness_folder() / (name + "_design.json"));
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  return rb::read_design(qx::io::parse_json(text, name));
}

/// The table with some cells hidden, and with the same standard error for all cells of an indicator.
qx::table in_doubt(const qx::table& data, std::size_t hidden_every, const std::vector<double>& errors) {
  qx::matrix values = data.values();
  qx::matrix standard_errors(values.rows(), values.cols());
  for (Eigen::Index j = 0; j < values.cols(); ++j)
    for (Eigen::Index i = 0; i < values.rows(); ++i) {
      const auto cell = static_cast<std::size_t>(i * values.cols() + j);
      if (hidden_every != 0 && cell % hidden_every == hidden_every - 1) values(i, j) = qx::missing_value;
      standard_errors(i, j) = errors[static_cast<std::size_t>(j)];
    }
  qx::table_options more;
  more.standard_errors = std::move(standard_errors);
  return {data.units(), data.indicators(), std::move(values), std::move(more)};
}

/// Every replicate is accounted for, however the run is cut, and what comes out has the committed bits.
void expect_robustness(const std::string& name, const qx::table& data) {
  const qx::spec recipe = qx::io::read_spec(robustness_folder() / (name + "_spec.json"));
  const rb::design what = design_in(name);
  ASSERT_TRUE(rb::validate(recipe, data, what).empty()) << rb::validate(recipe, data, what).front().text();
  const rb::outcomes all = rb::run(recipe, data, what, {.executor = qx::numeric::executor::threads(2)});
  const std::size_t half = what.draws / 2;
  const rb::outcomes first = rb::run(recipe, data, what, {.batch = 7, .last = half});
  EXPECT_EQ((first + rb::run(recipe, data, what, {.first = half})).to_bytes(), all.to_bytes());
  EXPECT_EQ(all.done(), what.draws);
  const rb::acceptability_table places = rb::acceptability(all);

  const csv expected(robustness_folder() / (name + ".csv"));
  const rb::unit_summary ranks = rb::rank_summary(all), scores = rb::score_summary(all);
  ASSERT_EQ(ranks.units.codes(), expected.texts("unit"));
  const auto expect_column = [&](const std::string& column, const std::vector<double>& found) {
    const std::vector<double> bits = expected.numbers(column);
    for (std::size_t i = 0; i < bits.size(); ++i)
      EXPECT_TRUE(found[i] == bits[i] || (qx::is_missing(found[i]) && qx::is_missing(bits[i]))) << column << " " << i;
  };
  expect_column("nominal", ranks.nominal);
  expect_column("mean_rank", ranks.mean);
  expect_column("lowest", ranks.minimum);
  expect_column("highest", ranks.maximum);
  expect_column("mean_score", scores.mean);
  expect_column("sd_score", scores.sd);
  std::vector<double> firsts(ranks.units.size());
  for (std::size_t i = 0; i < firsts.size(); ++i) firsts[i] = places.shares(static_cast<Eigen::Index>(i), 0);
  expect_column("first", firsts);
  say("robustness " + name, ranks.units.size(), std::to_string(all.done()) + " replicates with the committed bits");
}

TEST(robustness, human_development_has_the_committed_bits) {
  const csv world = data("hdi", "inputs.csv").filtered([every = data("hdi", "inputs.csv")](std::size_t i) {
    return every.at(i, "year") == "2022" && every.at(i, "iso3").substr(0, 2) != "ZZ";
  });
  const std::vector<std::string> columns(world.header().begin() + 2, world.header().end());
  std::vector<double> errors(columns.size(), qx::missing_value);
  for (std::size_t j = 0; j < columns.size(); ++j) {
    if (columns[j] == "le") errors[j] = 0.5;
    if (columns[j] == "mys") errors[j] = 0.2;
  }
  expect_robustness("hdi_2022", in_doubt(world.table({"iso3"}, columns), 0, errors));
}

TEST(robustness, cities_have_the_committed_bits) {
  const auto folder = reference("yangtze41_2024");
  if (!folder) GTEST_SKIP() << without_reference;  // left out for its licence or its size
  const csv inputs(*folder / "inputs.csv");
  std::vector<std::string> columns;
  for (const std::string& column : inputs.header())
    if (column.find('|') != std::string::npos) columns.push_back(column);
  const std::vector<double> rounding_error(columns.size(), 0.005 / std::sqrt(3.0));  // of two decimals
  expect_robustness("yangtze41_2024", in_doubt(inputs.table({"city"}, columns), 29, rounding_error));
}

}  // namespace
}  // namespace golden
