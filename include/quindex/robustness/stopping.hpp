/// Stopping a run within a round, from the loops that the round consists of.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <thread>
#include <utility>

#include "quindex/numeric/parallel.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// Thrown out of a loop when the run is to stop. No `error`, so that nobody takes it for a replicate that failed.
struct stopped {};

/// Looks, between the rounds of loops, whether the run is to stop. Made by the thread that runs it, and asks only
/// there; other threads are told.
class stop_watch {
 public:
  explicit stop_watch(std::function<bool()> is_stopped) : is_stopped_(std::move(is_stopped)) {}
  stop_watch(const stop_watch&) = delete;
  stop_watch& operator=(const stop_watch&) = delete;

  /// There is something to keep from now on: before, nobody is asked.
  void start() { is_on_ = true; }
  /// Throws `stopped` when the run is to stop.
  void look() {
    if (!is_on_) return;
    if (is_told_.load(std::memory_order_relaxed)) throw stopped{};
    if (std::this_thread::get_id() != caller_) return;
    const auto now = clock::now();
    if (now - looked_ < often) return;
    looked_ = now;
    if (!is_stopped_()) return;
    is_told_ = true;
    throw stopped{};
  }
  /// An executor that looks after every round of a loop; the same one if nobody may stop the run. The watch outlives
  /// it.
  [[nodiscard]] numeric::executor over(const numeric::executor& inner) {
    if (!is_stopped_) return inner;
    return numeric::executor([this, inner](std::size_t n, const std::function<void(std::size_t)>& round) {
      inner.run(n, [&](std::size_t i) {
        round(i);
        look();
      });
    });
  }

 private:
  using clock = std::chrono::steady_clock;
  static constexpr std::chrono::milliseconds often{5};  // asking may mean to wait for somebody's lock

  std::function<bool()> is_stopped_;
  std::thread::id caller_ = std::this_thread::get_id();
  clock::time_point looked_ = clock::now();
  bool is_on_ = false;
  std::atomic<bool> is_told_{false};
};

}  // namespace robustness::detail
QUINDEX_END
