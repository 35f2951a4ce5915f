/// Runs: nominal replicates, each kind of factor, parts, batches and threads, stopping, failures.
#include "quindex/robustness/run.hpp"

#include <array>
#include <cmath>
#include <gtest/gtest.h>

#include "boards.hpp"
#include "quindex/robustness/engine.hpp"

namespace {

using namespace boards;

std::vector<double> expanded(const qx::result& r, std::string_view node, const qx::labels& units) {
  std::vector<double> out(units.size(), qx::missing_value);
  for (std::size_t i = 0; i < r.units().size(); ++i) out[*units.find(r.units()[i])] = r.scores(node)[i];
  return out;
}

void expect_same(qx::column_view a, qx::column_view b, const std::string& what) {
  ASSERT_EQ(a.size(), b.size()) << what;
  for (std::size_t i = 0; i < a.size(); ++i)
    EXPECT_TRUE(a[i] == b[i] || (qx::is_missing(a[i]) && qx::is_missing(b[i])))
        << what << ", unit " << i << ": " << a[i] << " and " << b[i];
}

qx::column_view kept_row(const rb::node_counts& node, std::size_t k) {
  const std::size_t n = node.units.size();
  return qx::column_view(node.kept).subspan(k * n, n);
}

rb::design of(std::vector<rb::factor> factors, std::size_t draws = 20) {
  rb::design d;
  d.factors = std::move(factors);
  d.draws = draws;
  return d;
}

/// Every replicate that is kept is what computing its own spec on its own table gives.
void expect_replicates(const qx::spec& recipe, const qx::table& data, const rb::design& d) {
  const rb::outcomes all = rb::run(recipe, data, d);
  ASSERT_TRUE(all.is_kept());
  ASSERT_TRUE(all.failures().empty()) << all.failures().front().message;
  for (std::size_t r = 0; r < d.draws; ++r) {
    const rb::replicate one = rb::replicate_of(recipe, data, d, r);
    const qx::result r_own = qx::compute(one.recipe, one.data);
    for (const rb::node_counts& node : all.watched()) {
      if (!one.recipe.framework.codes().has(node.node)) {
        for (const double score : kept_row(node, r)) EXPECT_TRUE(qx::is_missing(score));
        continue;
      }
      expect_same(kept_row(node, r), expanded(r_own, node.node, data.units()),
                  node.node + " in replicate " + std::to_string(r));
    }
  }
}

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

TEST(robustness_run, a_spec_with_a_selection_ranks_those_that_take_part) {
  qx::spec recipe = middle_spec();
  recipe.screen = qx::screen::availability{.at_least = 0.9};
  const qx::result r = qx::compute(recipe, middle_data());
  ASSERT_LT(r.units().size(), middle_data().units().size());
  const rb::design d = of({{"weights", qx::vary::noise{.spread = 0.5}}});
  const rb::outcomes all = rb::run(recipe, middle_data(), d);
  expect_same(all.at().nominal_scores, expanded(r, "all", all.units()), "nominal");
  for (std::size_t i = 0; i < all.units().size(); ++i)
    EXPECT_EQ(all.at().units[i].present, r.units().has(all.units()[i]) ? d.draws : 0);
  expect_replicates(recipe, middle_data(), d);
  recipe.missing = qx::missing::group_mean{};
  expect_replicates(recipe, middle_data(), d);
}

// Each kind of factor, and each policy: a replicate is what its own spec gives.
TEST(robustness_run, a_replicate_is_what_computing_its_spec_gives) {
  using qx::vary::options;
  const std::vector<std::vector<rb::factor>> designs{
      {{"noise", qx::vary::noise{.spread = 0.9}}},
      {{"noise", qx::vary::noise{.group = "c", .spread = 0.9}}},
      {{"one", qx::vary::weight{.node = "d"}}},
      {{"dirichlet", qx::vary::dirichlet{.concentration = 10}}},
      {{"order", qx::vary::order{.group = "a", .codes = {"i2", "i0", "i1"}}}},
      {{"low", qx::vary::parameter{.address = "normalise.low", .draw = qx::draw::uniform{.low = 1, .high = 5}}}},
      {{"aggregate", options{.address = "aggregate", .values = {"geometric_mean", "median", "topsis"}}},
       {"noise", qx::vary::noise{}}},
      {{"normalise", options{.address = "normalise", .values = {"z_score", "percentile_rank"}}}},
      {{"weigh", options{.address = "weigh", .values = {"entropy", "equal", "standard_deviation"}}},
       {"noise", qx::vary::noise{.group = "d"}}},
      {{"missing", options{.address = "missing", .values = {"propagate", "zero", "group_mean", "renormalise"}}},
       {"noise", qx::vary::noise{}}},
      {{"drop", qx::vary::drop{.codes = {"i2", "b", "d"}, .each = true, .probability = 0.5}},
       {"noise", qx::vary::noise{}}},
      {{"errors", qx::vary::cell_errors{}}},
      {{"errors", qx::vary::cell_errors{}}, {"noise", qx::vary::noise{}}}};
  for (const auto& factors : designs) {
    rb::design d = of(factors, 12);
    d.nodes = {"all", "c", "d", "i1"};
    SCOPED_TRACE(factors.front().name);
    expect_replicates(middle_spec(), middle_data(), d);
  }
}

TEST(robustness_run, resampled_units_change_the_fit_and_all_are_scored) {
  const qx::table data = middle_data();
  for (const rb::factor& one :
       {rb::factor{"jackknife", qx::vary::leave_out_units{}}, rb::factor{"bootstrap", qx::vary::bootstrap_units{}}}) {
    rb::design d = of({one}, 15);
    const rb::outcomes all = rb::run(middle_spec(), data, d);
    for (std::size_t r = 0; r < d.draws; ++r) {
      const rb::replicate own = rb::replicate_of(middle_spec(), data, d, r);
      EXPECT_EQ(own.data.units().size(), one.name == "jackknife" ? 22U : 23U);
      expect_same(kept_row(all.at(), r), qx::fit(own.recipe, own.data)(data).scores("all"), one.name);
    }
    EXPECT_GT(all.at().shift.value(), 0);
    for (const rb::unit_counts& unit : all.at().units) EXPECT_EQ(unit.present, d.draws);
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
  EXPECT_EQ(message_of([&] { (void)rb::run(small_spec(), small_data(), d, {.first = 10}); }).substr(0, 62),
            "run_options.first: replicates 10 to 18446744073709551615 are n");
}

TEST(robustness_run, sources_mix_two_matrices) {
  const rb::design d =
      of({{"low", qx::vary::parameter{.address = "normalise.low", .draw = qx::draw::uniform{.low = 1, .high = 5}}},
          {"errors", qx::vary::cell_errors{}},
          {"noise", qx::vary::noise{}}});
  rb::detail::evaluator engine(middle_spec(), middle_data(), d);
  const std::vector<rb::detail::source> sources{
      {3, {}}, {3, {0, 0, 0}}, {3, {1, 0, 0}}, {3, {0, 1, 0}}, {3, {1, 1, 1}}};
  rb::detail::evaluation out;
  engine.evaluate(sources, out);
  EXPECT_TRUE(out.failures.empty());
  expect_same(out.at(0, 0), out.at(0, 1), "no factor from B");
  for (std::size_t a = 1; a < 5; ++a)
    for (std::size_t b = a + 1; b < 5; ++b) EXPECT_NE(out.at(0, a)[0], out.at(0, b)[0]);
  std::vector<double> in_a(engine.dimension()), in_b(engine.dimension()), mixed(engine.dimension());
  engine.coordinates(sources[0], in_a), engine.coordinates(sources[4], in_b), engine.coordinates(sources[3], mixed);
  const std::vector<std::size_t>& first = engine.first_coordinate();
  for (std::size_t k = 0; k < mixed.size(); ++k) EXPECT_EQ(mixed[k], k >= first[1] && k < first[2] ? in_b[k] : in_a[k]);
  const rb::detail::source given{3, {}, in_a.data()};
  engine.evaluate({&given, 1}, out);
  const rb::outcomes run = rb::run(middle_spec(), middle_data(), d);
  expect_same(out.at(0, 0), kept_row(run.at(), 3), "coordinates given");
}
