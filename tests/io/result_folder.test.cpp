#include "quindex/io/result_folder.hpp"

#include <gtest/gtest.h>

#include "compute/support.hpp"
#include "io/support.hpp"
#include "quindex/io/spec_file.hpp"

namespace qx = quindex;
using qx::io::read_csv;

TEST(result_folder, holds_scores_and_ranks_as_the_result_does) {
  const auto folder = scratch() / "new" / "folder";
  const qx::result r = qx::compute(example::recipe(), example::data());
  qx::io::write_result(r, folder);
  const auto scores = read_csv(folder / "scores.csv");
  const auto ranks = read_csv(folder / "ranks.csv");
  EXPECT_EQ(scores.header(), qx::labels({"unit", "wellbeing", "income", "life", "pollution", "schooling"}));
  ASSERT_EQ(scores.rows(), 4U);
  for (std::size_t i = 0; i < 4; ++i)
    for (std::size_t j = 0; j < 5; ++j) {
      EXPECT_EQ(qx::io::number_in(scores.cell(i, j + 1)).value,
                r.scores()(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)));
      EXPECT_EQ(qx::io::number_in(ranks.cell(i, j + 1)).value,
                r.ranks()(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)));
    }
}

TEST(result_folder, contributions_add_up_to_the_scores) {
  const auto folder = scratch();
  const qx::result r = qx::compute(example::recipe(), example::data());
  qx::io::write_result(r, folder);
  const auto parts = read_csv(folder / "contributions.csv");
  EXPECT_EQ(parts.header(), qx::labels({"group", "unit", "child", "contribution"}));
  ASSERT_EQ(parts.rows(), 2U * 4U * 2U);
  for (std::size_t row = 0; row < parts.rows(); row += 2) {
    const std::size_t unit = *r.units().find(parts.cell(row, 1));
    EXPECT_EQ(*qx::io::number_in(parts.cell(row, 3)).value + *qx::io::number_in(parts.cell(row + 1, 3)).value,
              r.scores(parts.cell(row, 0))[unit]);
  }
}

TEST(result_folder, computes_again_from_its_own_spec) {
  const auto folder = scratch();
  const qx::result r = qx::compute(example::recipe(), example::data());
  qx::io::write_result(r, folder);
  EXPECT_EQ(qx::compute(qx::io::read_spec(folder / "spec.json"), example::data()).scores(), r.scores());
  const auto about = qx::io::parse_json(qx::io::read_file(folder / "about.json"));
  EXPECT_EQ(*about.find("version"), qx::describe::value(qx::version));
  EXPECT_EQ(*about.find("data"), qx::describe::value(r.digest()));
}

TEST(result_folder, tells_what_was_done_and_what_is_worth_knowing) {
  const auto folder = scratch();
  qx::io::write_result(qx::compute(example::recipe(), example::data_with(0, 2, qx::missing_value)), folder);
  const auto lineage = read_csv(folder / "lineage.csv");
  EXPECT_EQ(lineage.header(), qx::labels({"node", "step", "method", "present", "changed", "parameters"}));
  EXPECT_EQ(lineage.cell(0, 0), "income");
  EXPECT_EQ(lineage.cell(0, 2), "min_max");
  EXPECT_EQ(*qx::io::parse_json(lineage.cell(0, 5)).find("map")->find("origin")->as_number(), 25);
  const auto notes = read_csv(folder / "notes.csv");
  EXPECT_EQ(notes.cell(0, 0), "groups/life");
  EXPECT_EQ(notes.cell(0, 1), "units without a score: 1");
  const auto scores = read_csv(folder / "scores.csv");
  EXPECT_EQ(scores.cell(0, 5), "");
}

TEST(result_folder, contributions_that_cannot_be_had_become_a_note) {
  const auto folder = scratch();
  std::vector<qx::node> indicators;
  std::vector<std::string> codes;
  for (int j = 0; j < 17; ++j)
    codes.push_back("x" + std::to_string(j)), indicators.push_back(qx::indicator(codes.back()));
  qx::matrix values(2, 17);
  for (Eigen::Index j = 0; j < 17; ++j) values(0, j) = 1, values(1, j) = 2;
  const qx::spec s{
      .framework = qx::group("g", indicators),
      .normalise = qx::normalise::min_max{.low = 1, .high = 100},
      .aggregate = qx::aggregate::geometric_mean{},
  };
  const qx::result r = qx::compute(s, {{"A", "B"}, qx::labels(codes), values});
  qx::io::write_result(r, folder);
  const auto notes = read_csv(folder / "notes.csv");
  ASSERT_EQ(notes.rows(), 1U);
  EXPECT_EQ(notes.cell(0, 0), "contributions.g");
  EXPECT_EQ(notes.cell(0, 1), "geometric_mean over 17 children has no closed form and too many coalitions");
  EXPECT_EQ(read_csv(folder / "contributions.csv").rows(), 0U);
}

TEST(result_folder, a_last_rescaling_is_written_too) {
  const auto folder = scratch();
  qx::spec s = example::recipe();
  s.publish = qx::normalise::min_max{};
  qx::io::write_result(qx::compute(s, example::data()), folder);
  EXPECT_EQ(read_csv(folder / "published.csv").header(), qx::labels({"unit", "life", "wellbeing"}));
}

TEST(result_folder, a_folder_that_cannot_be_made_is_named) {
  const auto file = file_with(scratch() / "file", "x");
  const qx::result r = qx::compute(example::recipe(), example::data());
  EXPECT_EQ(thrown_by([&] { qx::io::write_result(r, file); }),
            "io_error: " + file.string() + ": the folder cannot be made; check its name and that you may write there");
}
