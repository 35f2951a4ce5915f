// Pipelines that mix many methods: the same bits in both build modes, with any number of threads, and in Python, whose
// test reads the same files.
#include "golden/sets.hpp"
#include "quindex/io/spec_file.hpp"

namespace golden {
namespace {

/// Compares the scores of all groups with the committed bits.
void expect_bits(const std::string& name, const qx::table& units) {
  const fs::path folder = sources() / "tests" / "golden" / "data" / "mixed";
  const qx::spec recipe = qx::io::read_spec(folder / (name + ".json"));
  const csv expected(folder / (name + ".csv"));
  for (const std::size_t threads : {1U, 2U, 8U}) {
    const qx::result r = qx::compute(recipe, units, {.executor = qx::numeric::executor::threads(threads)});
    ASSERT_EQ(r.units().codes(), expected.texts(expected.header().front()));
    for (std::size_t c = 1; c < expected.header().size(); ++c) {
      const std::string& group = expected.header()[c];
      const std::vector<double> bits = expected.numbers(group);
      for (std::size_t i = 0; i < bits.size(); ++i)
        EXPECT_EQ(r.scores(group)[i], bits[i]) << group << " " << r.units()[i];
    }
  }
  say("mixed methods " + name, units.units().size(), "scores of all groups have the committed bits");
}

TEST(mixed, hospitals_have_the_committed_bits) { expect_bits("cms_2021", hospitals().data); }

TEST(mixed, cities_have_the_committed_bits) {
  const auto folder = reference("yangtze41_2024");
  if (!folder) GTEST_SKIP() << without_reference;  // left out for its licence or its size
  const csv inputs(*folder / "inputs.csv");
  std::vector<std::string> columns;
  for (const std::string& column : inputs.header())
    if (column.find('|') != std::string::npos) columns.push_back(column);
  expect_bits("yangtze41_2024", inputs.table({"city"}, columns));
}

}  // namespace
}  // namespace golden
