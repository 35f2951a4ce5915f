/// Bodies of numeric/parallel.hpp.
#pragma once

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "quindex/numeric/parallel.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

// Keeps the exception of the lowest round. Rounds above it may be skipped, rounds below it are still run: whichever
// thread comes first, the caller sees what a plain loop would have thrown.
class first_failure {
 public:
  [[nodiscard]] bool is_beyond(std::size_t i) const noexcept { return i > lowest_.load(std::memory_order_relaxed); }

  void guard(std::size_t i, const std::function<void(std::size_t)>& round) {
    try {
      round(i);
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (i < lowest_.load(std::memory_order_relaxed)) {
        lowest_.store(i, std::memory_order_relaxed);
        failure_ = std::current_exception();
      }
    }
  }

  void rethrow() {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  std::atomic<std::size_t> lowest_{static_cast<std::size_t>(-1)};
  std::exception_ptr failure_;
  std::mutex mutex_;
};

}  // namespace detail

QUINDEX_INLINE executor executor::threads(std::size_t n) {
  executor out;
  out.threads_ = n != 0 ? n : std::max(1u, std::thread::hardware_concurrency());
  return out;
}

QUINDEX_INLINE void executor::run(std::size_t n, const std::function<void(std::size_t)>& round,
                                  std::size_t grain) const {
  grain = std::max<std::size_t>(grain, 1);
  const std::size_t workers = loop_ ? 0 : std::min(threads_, (n + grain - 1) / grain);
  if (!loop_ && workers <= 1) {
    for (std::size_t i = 0; i < n; ++i) round(i);
    return;
  }
  detail::first_failure failure;
  if (loop_) {
    loop_(n, [&](std::size_t i) {
      if (!failure.is_beyond(i)) failure.guard(i, round);
    });
    failure.rethrow();
    return;
  }
  // Several chunks per thread even out rounds of unequal length; chunks are handed out in ascending order.
  const std::size_t chunk = std::max(grain, n / (workers * 8));
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (;;) {
      const std::size_t from = next.fetch_add(chunk, std::memory_order_relaxed);
      if (from >= n) return;
      for (std::size_t i = from, end = std::min(n, from + chunk); i < end; ++i) {
        if (failure.is_beyond(i)) return;
        failure.guard(i, round);
      }
    }
  };
  {
    std::vector<std::jthread> crew;
    crew.reserve(workers - 1);
    for (std::size_t t = 1; t < workers; ++t) crew.emplace_back(work);
    work();
  }
  failure.rethrow();
}

}  // namespace numeric
QUINDEX_END
