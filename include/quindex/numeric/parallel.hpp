/// Who runs a loop whose rounds are independent: this thread, some threads, or the host's own pool.
#pragma once

#include <cstddef>
#include <functional>
#include <utility>

#include "quindex/config.hpp"

QUINDEX_BEGIN
namespace numeric {

/// Runs the rounds of independent loops; a value that is copied freely and holds no threads between calls.
///
/// Results never depend on the executor: a round writes only to its own place.
class executor {
 public:
  /// What a host lends: runs `round(0)` to `round(n - 1)` in any order and returns when all are done.
  using host_loop = std::function<void(std::size_t n, const std::function<void(std::size_t)>& round)>;

  /// The calling thread alone.
  executor() = default;
  /// A host's own pool.
  explicit executor(host_loop loop) : loop_(std::move(loop)), threads_(0) {}

  /// The calling thread alone.
  [[nodiscard]] static executor serial() { return {}; }
  /// `n` threads, started for each loop that is long enough; 0 means as many as the machine has.
  [[nodiscard]] static executor threads(std::size_t n);

  /// The number of threads, the calling one included; 0 when the host decides.
  [[nodiscard]] std::size_t thread_count() const noexcept { return threads_; }

  /// Runs `round(0)` to `round(n - 1)`; a thread takes at least `grain` rounds at a time.
  /// If rounds throw, the exception of the lowest one is thrown, as a plain loop would.
  void run(std::size_t n, const std::function<void(std::size_t)>& round, std::size_t grain = 1) const;

 private:
  host_loop loop_;
  std::size_t threads_ = 1;
};

/// Runs `round(0)` to `round(n - 1)` on the executor; see `executor::run`.
template <class Round>
void parallel_for(const executor& where, std::size_t n, Round&& round, std::size_t grain = 1) {
  if (where.thread_count() == 1) {
    for (std::size_t i = 0; i < n; ++i) round(i);
    return;
  }
  where.run(n, std::function<void(std::size_t)>(std::ref(round)), grain);
}

/// Runs `round(0)` to `round(n - 1)` in this order, `at_once` of them in a row, each row a loop of its own: an executor
/// that looks about between rounds, say for a wish to stop, can do so in work whose steps depend on each other.
template <class Round>
void in_order(const executor& where, std::size_t n, std::size_t at_once, Round&& round) {
  for (std::size_t from = 0; from < n; from += at_once)
    parallel_for(where, 1, [&, to = n - from < at_once ? n : from + at_once](std::size_t) {
      for (std::size_t i = from; i < to; ++i) round(i);
    });
}

}  // namespace numeric
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/numeric/impl/parallel.ipp"
#endif
