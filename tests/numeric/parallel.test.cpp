#include "quindex/numeric/parallel.hpp"

#include <atomic>
#include <gtest/gtest.h>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "quindex/numeric/sum.hpp"
#include "sample.hpp"

using quindex::numeric::executor;
using quindex::numeric::parallel_for;

namespace {

// A host that runs everything backwards on one other thread.
executor host() {
  return executor([](std::size_t n, const std::function<void(std::size_t)>& round) {
    std::jthread other([&] {
      for (std::size_t i = n; i > 0; --i) round(i - 1);
    });
  });
}

std::vector<executor> all() {
  return {executor::serial(), executor::threads(1), executor::threads(2), executor::threads(8), host()};
}

}  // namespace

TEST(ParallelFor, runs_every_round_once) {
  for (const executor& where : all())
    for (const std::size_t n : {0u, 1u, 2u, 7u, 1000u}) {
      std::vector<int> seen(n, 0);
      parallel_for(where, n, [&](std::size_t i) { ++seen[i]; });
      EXPECT_EQ(seen, std::vector<int>(n, 1));
    }
}

TEST(ParallelFor, gives_the_same_bits_on_any_number_of_threads) {
  std::vector<std::vector<double>> results;
  for (const executor& where : all()) {
    std::vector<double> out(64);
    parallel_for(where, out.size(), [&](std::size_t i) {
      out[i] = quindex::numeric::sum(sample::column(500 + i, sample::shape::heavy_tailed, 0, i));
    });
    results.push_back(out);
  }
  for (const std::vector<double>& r : results) EXPECT_TRUE(sample::same_bits(r, results.front()));
}

TEST(ParallelFor, throws_what_a_plain_loop_would_throw) {
  for (const executor& where : all())
    for (int repeat = 0; repeat < 20; ++repeat) {
      try {
        parallel_for(where, 500, [](std::size_t i) {
          if (i == 37 || i > 200) throw std::runtime_error(std::to_string(i));
        });
        FAIL() << "nothing was thrown";
      } catch (const std::runtime_error& e) {
        EXPECT_STREQ(e.what(), "37");
      }
    }
}

TEST(ParallelFor, a_grain_as_long_as_the_loop_stays_on_this_thread) {
  const std::thread::id here = std::this_thread::get_id();
  parallel_for(
      executor::threads(4), 10, [&](std::size_t) { EXPECT_EQ(std::this_thread::get_id(), here); }, 10);
}

TEST(Executor, knows_how_many_threads_it_uses) {
  EXPECT_EQ(executor::serial().thread_count(), 1u);
  EXPECT_EQ(executor::threads(3).thread_count(), 3u);
  EXPECT_GE(executor::threads(0).thread_count(), 1u);
  EXPECT_EQ(host().thread_count(), 0u);
}
