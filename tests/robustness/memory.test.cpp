/// Memory of a run: bounded by its rounds, whatever the number of draws.
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "boards.hpp"

namespace {

using namespace boards;

/// The most memory that the process has had so far, in bytes; 0 where the system does not tell.
double peak_memory() {
  std::ifstream status("/proc/self/status");
  std::string line;
  while (std::getline(status, line)) {
    if (line.rfind("VmHWM:", 0) != 0) continue;
    std::istringstream words(line.substr(6));
    double kilobytes = 0;
    words >> kilobytes;
    return 1024 * kilobytes;
  }
  return 0;
}

/// 51 units, 49 indicators in seven groups.
qx::table large_data() {
  qx::numeric::random_stream stream(5, "tests.robustness.memory");
  std::vector<std::string> units, codes;
  qx::matrix values(51, 49);
  for (Eigen::Index i = 0; i < 51; ++i) {
    units.push_back("unit " + std::to_string(i));
    for (Eigen::Index j = 0; j < 49; ++j) values(i, j) = stream.uniform(static_cast<std::uint64_t>(49 * i + j));
  }
  for (int j = 0; j < 49; ++j) codes.push_back("i" + std::to_string(j));
  return {qx::labels(units), qx::labels(codes), values};
}

qx::spec large_spec() {
  std::vector<qx::node> groups;
  for (int g = 0; g < 7; ++g) {
    std::vector<qx::node> children;
    for (int k = 0; k < 7; ++k) children.push_back(qx::indicator("i" + std::to_string(7 * g + k)));
    groups.push_back(qx::group("g" + std::to_string(g), children));
  }
  return {.framework = qx::group("index", groups), .normalise = qx::normalise::min_max{}};
}

}  // namespace

// 10⁶ replicates of 51 × 49 in under 200 MB. What a run keeps does not depend on how many replicates it counts unless
// scores are kept, so that fewer replicates show it: the peak of the first rounds, and none above it afterwards.
TEST(robustness_memory, it_does_not_grow_with_the_draws) {
#ifdef __SANITIZE_THREAD__
  // It records every access in memory of its own, which the system counts as the program's: the peak would be that of
  // the record. The other builds run this test.
  GTEST_SKIP() << "the memory of the thread sanitizer cannot be told from that of the run";
#endif
  const double before = peak_memory();
  // Only Linux has /proc; elsewhere nothing can be measured.
  if (before == 0) GTEST_SKIP() << "the system does not tell how much memory there is in use";
  rb::design d;
  d.factors = {{"weights", qx::vary::noise{}}};
  d.draws = 1'000'000;
  std::vector<double> peaks;
  rb::run_options how{.executor = qx::numeric::executor::threads(2), .batch = 5000, .on_progress = [&](rb::progress p) {
                        peaks.push_back(peak_memory());
                        return p.done < 30'000;
                      }};
  const rb::outcomes some = rb::run(large_spec(), large_data(), d, how);
  EXPECT_FALSE(some.is_kept());
  ASSERT_EQ(peaks.size(), 6U);
  EXPECT_LT(peaks.back() - before, 200e6);
  EXPECT_LT(peaks.back() - peaks[1], 1e6);  // what the allocator rounds up
}
