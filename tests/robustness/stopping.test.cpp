// Stopping a run within a round.
#include "quindex/robustness/stopping.hpp"

#include <gtest/gtest.h>
#include <thread>

#include "boards.hpp"
#include "quindex/robustness/run.hpp"

namespace {

using namespace boards;

// A round of so many resampled fits takes minutes: it is given up, whoever works on it, and what was done before stays.
TEST(Stopping, ends_a_run_within_a_round) {
  const rb::design d = of({{"units", qx::vary::bootstrap_units{}}}, 2'000'000);
  for (const std::size_t threads : {1U, 3U})
    for (const std::size_t rounds_before : {0U, 1U}) {
      rb::run_options how{.executor = qx::numeric::executor::threads(threads), .batch = 7};
      const auto caller = std::this_thread::get_id();
      std::size_t asked = 0;
      bool is_enough = rounds_before == 0;
      how.is_stopped = [&] {
        EXPECT_EQ(std::this_thread::get_id(), caller);
        ++asked;
        return is_enough;
      };
      how.on_progress = [&](rb::progress) { return is_enough = true; };
      if (rounds_before == 0) how.batch = 200'000;
      const rb::outcomes some = rb::run(small_spec(), small_data(), d, how);
      EXPECT_GT(asked, 0U) << threads;
      if (rounds_before == 0) {
        EXPECT_EQ(some.done(), 0U) << threads;
        EXPECT_TRUE(some.ranges().empty());
        EXPECT_EQ(rb::outcomes::from_bytes(some.to_bytes()), some);
        const rb::outcomes first = rb::run(small_spec(), small_data(), d, {.last = 5});
        EXPECT_EQ(some + first, first);
        continue;
      }
      EXPECT_EQ(some.done() % 7, 0U) << threads;
      EXPECT_EQ(some, rb::run(small_spec(), small_data(), d, {.last = some.done()})) << threads;
    }
}

}  // namespace
