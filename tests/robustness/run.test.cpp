/// Runs: nominal replicates, counts, parts, batches and threads, stopping, failures.
#include "quindex/robustness/run.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "boards.hpp"

namespace {

using namespace boards;

}  // namespace

TEST(robustness_run, without_factors_it_is_the_index_itself) {
  for (const auto& [recipe, data] : {std::pair{small_spec(), small_data()}, std::pair{middle_spec(), middle_data()}}) {
    rb::design d = of({}, 3);
    for (const std::string& code : recipe.framework.codes()) d.nodes.push_back(code);
    const rb::outcomes all = rb::run(recipe, data, d);
    const qx::result r = qx::compute(recipe, data);
    for (const std::string& code : recipe.framework.codes()) {
      const rb::node_counts& node = all.at(code);
      expect_same(node.nominal_scores, r.scores(code), code);
      expect_same(node.nominal_ranks, r.ranks(code), code);
      for (std::size_t k = 0; k < 3; ++k) expect_same(kept_row(node, k), r.scores(code), code);
      for (const double shift : node.shifts) EXPECT_EQ(shift, 0);
      for (const rb::unit_counts& unit : node.units) EXPECT_EQ(unit.sum.value(), 0);
    }
  }
}

// By hand: weights 1, 0, 0 rank by x, and so on; a weight of "drop" is what is left.
TEST(robustness_run, counts_by_hand) {
  const std::vector<std::pair<std::string, double>> x{{"x", 1}, {"y", 0}, {"z", 0}}, y{{"x", 0}, {"y", 1}, {"z", 0}};
  rb::design d = of({{"views", qx::vary::stakeholders{.sets = {x, y}}}}, 400);
  d.pairs = d.central_weights = true;
  d.bands = {20, 50};
  const rb::outcomes all = rb::run(small_spec(), small_data(), d);
  const rb::node_counts& node = all.at();
  const auto from_x = node.units[2].ranks.at(0);  // C is first by x alone
  EXPECT_EQ(node.units[4].ranks.at(0), 400 - from_x);
  EXPECT_NEAR(from_x, 200, 40);                  // four standard errors of 10
  EXPECT_EQ(node.units[0].ranks.at(3), 400U);    // A is fourth by x (10) and by y (20)... of 5, 10, 40, 55, 90
  EXPECT_EQ(node.units[4].ranks.at(4), from_x);  // E is last by x
  EXPECT_EQ(node.units[2].ranks.at(4), 400 - from_x);
  EXPECT_EQ(node.units[0].least, 10);
  EXPECT_EQ(node.units[0].most, 20);
  EXPECT_EQ(node.units[0].bands, (std::vector<std::uint32_t>{from_x, 400 - from_x, 0}));
  EXPECT_EQ(node.beats[2 * 5 + 4], from_x);
  EXPECT_EQ(node.beats[4 * 5 + 2], 400 - from_x);
  EXPECT_EQ(node.tied, std::vector<std::uint32_t>(25, 0));
  EXPECT_EQ(node.units[2].first.times, from_x);
  EXPECT_EQ(node.units[2].first.weights[1].value(), from_x);
  EXPECT_EQ(node.units[2].first.weights[2].value(), 0);
  EXPECT_EQ(node.units[1].first.times, 0U);
  EXPECT_EQ(node.units[0].sum.value(), 400 * -40 + from_x * 10.0 + (400 - from_x) * 20.0);  // nominal score 40
}

TEST(robustness_run, counts_add_up_and_half_ranks_have_bins) {
  qx::spec recipe = middle_spec();
  recipe.rank_decimals = 0;  // makes ties
  for (const qx::ties rule : {qx::ties::best, qx::ties::average, qx::ties::dense}) {
    recipe.ties = rule;
    rb::design d = of({{"noise", qx::vary::noise{.spread = 0.9}}}, 150);
    d.pairs = true;
    const rb::outcomes all = rb::run(recipe, middle_data(), d);
    const rb::node_counts& node = all.at();
    EXPECT_EQ(all.bins(), rule == qx::ties::average ? 45U : 23U);
    std::vector<std::vector<std::uint32_t>> counted(23, std::vector<std::uint32_t>(all.bins(), 0));
    std::vector<double> ranks(23);
    for (std::size_t r = 0; r < d.draws; ++r) {
      all.ranks_of(node, kept_row(node, r), ranks);
      for (std::size_t i = 0; i < 23; ++i) ++counted[i][all.bin_of_rank(ranks[i])];
    }
    for (std::size_t i = 0; i < 23; ++i) {
      std::uint32_t sum = 0;
      for (std::size_t bin = 0; bin < all.bins(); ++bin) {
        EXPECT_EQ(node.units[i].ranks.at(bin), counted[i][bin]);
        EXPECT_EQ(all.bin_of_rank(all.rank_of_bin(bin)), bin);
        sum += node.units[i].ranks.at(bin);
      }
      EXPECT_EQ(sum, 150U);
      for (std::size_t j = 0; j < 23; ++j)
        EXPECT_EQ(node.beats[i * 23 + j] + node.beats[j * 23 + i] + node.tied[i * 23 + j], i == j ? 0U : 150U);
    }
  }
}

// Above some four thousand units only ranks between the best and the worst one are counted while it runs, too.
TEST(robustness_run, many_units_are_counted_alike) {
  constexpr Eigen::Index units = 4200;
  const qx::numeric::random_stream stream(1, "tests.robustness.many");
  std::vector<std::string> names;
  qx::matrix values(units, 2);
  for (Eigen::Index i = 0; i < units; ++i) {
    names.push_back(std::to_string(i));
    for (Eigen::Index j = 0; j < 2; ++j) values(i, j) = stream.uniform(static_cast<std::uint64_t>(2 * i + j));
  }
  const qx::table data(qx::labels(names), {"x", "y"}, values);
  const qx::spec recipe{.framework = qx::group("index", {qx::indicator("x"), qx::indicator("y")})};
  rb::design d = of({{"noise", qx::vary::noise{.spread = 0.9}}}, 12);
  d.keep = true;
  const rb::outcomes all = rb::run(recipe, data, d, {.batch = 5});
  std::vector<double> ranks(units);
  for (std::size_t r = 0; r < d.draws; ++r) {
    all.ranks_of(all.at(), kept_row(all.at(), r), ranks);
    for (std::size_t i = 0; i < ranks.size(); ++i) EXPECT_GT(all.at().units[i].ranks.at(all.bin_of_rank(ranks[i])), 0U);
  }
  for (const rb::unit_counts& unit : all.at().units) {
    std::uint32_t sum = 0;
    for (const std::uint32_t n : unit.ranks.counts) sum += n;
    EXPECT_EQ(sum, 12U);
    EXPECT_TRUE(unit.ranks.counts.front() > 0 && unit.ranks.counts.back() > 0);
  }
  EXPECT_EQ(rb::run(recipe, data, d, {.last = 7}) + rb::run(recipe, data, d, {.first = 7}), all);
}

TEST(robustness_run, sums_are_exact) {
  rb::design d = of({{"noise", qx::vary::noise{.spread = 0.9}}}, 3000);
  const rb::outcomes all = rb::run(middle_spec(), middle_data(), d);
  const rb::node_counts& node = all.at();
  for (std::size_t i = 0; i < 23; ++i) {
    qx::numeric::exact_sum sum, squares;
    double least = HUGE_VAL, most = -HUGE_VAL;
    for (std::size_t r = 0; r < d.draws; ++r) {
      const double score = kept_row(node, r)[i], away = score - node.nominal_scores[i];
      sum.add(away), squares.add(away * away);
      least = std::min(least, score), most = std::max(most, score);
    }
    EXPECT_EQ(node.units[i].sum, sum);
    EXPECT_EQ(node.units[i].squares, squares);
    EXPECT_EQ(node.units[i].least, least);
    EXPECT_EQ(node.units[i].most, most);
    EXPECT_EQ(node.units[i].present, 3000U);
  }
}

TEST(robustness_run, the_same_bytes_for_any_threads_batch_and_parts) {
  rb::design d = full_design(150);
  d.pairs = d.central_weights = true;
  d.bands = {30, 60};
  const std::string whole = rb::run(middle_spec(), middle_data(), d).to_bytes();
  for (const std::size_t threads : {1, 2, 8})
    for (const std::size_t batch : {1, 7, 64}) {
      const rb::run_options how{.executor = qx::numeric::executor::threads(threads), .batch = batch};
      EXPECT_EQ(rb::run(middle_spec(), middle_data(), d, how).to_bytes(), whole) << threads << " threads, " << batch;
    }
  const auto part = [&](std::size_t first, std::size_t last) {
    return rb::run(middle_spec(), middle_data(), d, {.batch = 13, .first = first, .last = last});
  };
  const rb::outcomes a = part(0, 40), b = part(40, 97), c = part(97, 150);
  EXPECT_EQ((a + b + c).to_bytes(), whole);
  EXPECT_EQ((c + a + b).to_bytes(), whole);
  EXPECT_EQ((b + (a + c)).to_bytes(), whole);
  EXPECT_EQ(rb::run(middle_spec(), middle_data(), d, {.fast = false}).to_bytes(), whole);
}

TEST(robustness_run, the_seed_and_nothing_else_decides) {
  rb::design d = of({{"noise", qx::vary::noise{}}});
  const rb::outcomes one = rb::run(middle_spec(), middle_data(), d);
  EXPECT_EQ(one, rb::run(middle_spec(), middle_data(), d));
  rb::design more = d;
  more.draws = 40;  // begins with the same replicates
  const rb::outcomes longer = rb::run(middle_spec(), middle_data(), more);
  for (std::size_t r = 0; r < 20; ++r) expect_same(kept_row(longer.at(), r), kept_row(one.at(), r), "replicate");
  d.seed = 2;
  EXPECT_NE(one.to_bytes(), rb::run(middle_spec(), middle_data(), d).to_bytes());
}

TEST(robustness_run, parts_of_other_runs_are_not_added) {
  rb::design d = of({{"noise", qx::vary::noise{}}});
  const rb::outcomes one = rb::run(small_spec(), small_data(), d, {.last = 10});
  EXPECT_EQ(message_of([&] { (void)(one + one); }),
            "robustness: replicate 0 is in both parts; add parts of one run: the same spec, table and design, other "
            "replicates");
  qx::spec other = small_spec();
  other.aggregate = qx::aggregate::median{};
  EXPECT_NE(message_of([&] {
              (void)(one + rb::run(other, small_data(), d, {.first = 10}));
            }).find("the specs or the tables differ"),
            std::string::npos);
  d.seed = 9;
  EXPECT_NE(message_of([&] {
              (void)(one + rb::run(small_spec(), small_data(), d, {.first = 10}));
            }).find("the designs differ"),
            std::string::npos);
}

TEST(robustness_run, stopping_keeps_what_is_done) {
  const rb::design d = of({{"noise", qx::vary::noise{}}}, 1000);
  std::vector<std::size_t> seen;
  rb::run_options how{.batch = 50, .on_progress = [&](rb::progress p) {
                        EXPECT_EQ(p.of, 1000U);
                        seen.push_back(p.done);
                        return p.done < 150;
                      }};
  const rb::outcomes some = rb::run(small_spec(), small_data(), d, how);
  EXPECT_EQ(seen, (std::vector<std::size_t>{50, 100, 150}));
  EXPECT_EQ(some.done(), 150U);
  EXPECT_FALSE(some.is_complete());
  const rb::outcomes rest = rb::run(small_spec(), small_data(), d, {.first = 150});
  EXPECT_EQ(some + rest, rb::run(small_spec(), small_data(), d));
  EXPECT_TRUE((some + rest).is_complete());
}

// So many units count ranks in windows, which wait, are counted by turns and grow; the bits are those of one batch.
TEST(robustness_run, of_many_units_counts_the_same_in_any_batches) {
  const std::size_t n = 2100;  // more than 2^22 counts
  const qx::numeric::random_stream values(3, "run test");
  qx::matrix x(static_cast<Eigen::Index>(n), 4);
  for (Eigen::Index k = 0; k < x.size(); ++k) x.data()[k] = values.normal(static_cast<std::uint64_t>(k));
  std::vector<std::string> units;
  for (std::size_t i = 0; i < n; ++i) units.push_back("u" + std::to_string(i));
  const qx::table data(qx::labels(units), {"a", "b", "c", "d"}, x);
  const qx::spec recipe{
      .framework = qx::group("g", {qx::indicator("a"), qx::indicator("b"), qx::indicator("c"), qx::indicator("d")})};
  rb::design d = of({{"weights", qx::vary::noise{.spread = 0.3}}}, 400);
  d.keep = true;
  const rb::outcomes all = rb::run(recipe, data, d, {.batch = 400});
  EXPECT_EQ(rb::run(recipe, data, d, {.batch = 3}).to_bytes(), all.to_bytes());
  EXPECT_EQ(rb::run(recipe, data, d, {.executor = qx::numeric::executor::threads(2), .batch = 17}), all);
  // Against the ranks of the scores kept, counted one by one.
  std::vector<std::vector<std::uint32_t>> counted(n, std::vector<std::uint32_t>(n, 0));
  std::vector<double> ranks(n);
  for (std::size_t r = 0; r < 400; ++r) {
    all.ranks_of(all.at(), kept_row(all.at(), r), ranks);
    for (std::size_t i = 0; i < n; ++i) ++counted[i][all.bin_of_rank(ranks[i])];
  }
  for (std::size_t i = 0; i < n; ++i) {
    const rb::rank_counts& own = all.at().units[i].ranks;
    EXPECT_TRUE(own.counts.front() != 0 && own.counts.back() != 0) << i;
    for (std::size_t bin = 0; bin < n; ++bin) ASSERT_EQ(own.at(bin), counted[i][bin]) << i << " " << bin;
  }
}

// A geometric mean has no score where a z-score is below 0: those replicates fail, the others count.
TEST(robustness_run, failures_are_counted_and_kept) {
  qx::spec recipe = middle_spec();
  recipe.aggregate = qx::aggregate::geometric_mean{};
  rb::design d =
      of({{"normaliser",
           qx::vary::options{
               .address = "normalise",
               .values = {"z_score", qx::describe::value::object{{"method", "min_max"}, {"low", 1}, {"high", 2}}},
               .probabilities = {0.2, 0.8}}},
          {"noise", qx::vary::noise{}}},
         200);
  d.largest_failure_share = 0.5;
  const rb::outcomes all = rb::run(recipe, middle_data(), d);
  ASSERT_GT(all.failures().size(), 10U);
  EXPECT_EQ(all.successes() + all.failures().size(), 200U);
  EXPECT_NE(all.failures()[0].message.find("geometric_mean needs scores of 0 or more"), std::string::npos);
  EXPECT_EQ(*all.failures()[0].spec.find("normalise")->find("method")->as_text(), "z_score");
  for (const rb::unit_counts& unit : all.at().units) EXPECT_EQ(unit.present, all.successes());
  for (std::size_t k = 0; k + 1 < all.failures().size(); ++k)
    EXPECT_LT(all.failures()[k].replicate, all.failures()[k + 1].replicate);
  EXPECT_TRUE(qx::is_missing(kept_row(all.at(), all.failures()[0].replicate)[0]));
  EXPECT_EQ(rb::run(recipe, middle_data(), d, {.first = 100}) + rb::run(recipe, middle_data(), d, {.last = 100}), all);
  d.largest_failure_share = 0.05;
  const std::string message = message_of([&] { (void)rb::run(recipe, middle_data(), d); });
  EXPECT_NE(message.find("of 200 replicates have failed, more than a share of 0.05; the first is replicate"),
            std::string::npos)
      << message;
}

TEST(robustness_run, a_part_has_to_be_of_the_design) {
  const rb::design d = of({}, 10);
  EXPECT_EQ(message_of([&] { (void)rb::run(small_spec(), small_data(), d, {.first = 10}); }),
            "run_options.first: replicates 10 to 10 are none; the design has replicates 0 to 9");
  EXPECT_EQ(message_of([&] { (void)rb::run(small_spec(), small_data(), d, {.first = 5, .last = 12}); }),
            "run_options.last: there is no replicate 11; the design has replicates 0 to 9");
  EXPECT_EQ(rb::run(small_spec(), small_data(), d, {.first = 5, .last = 10}).done(), 5U);
}
