/// What is varied, how often and by which random numbers: the plain data of a robustness run.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quindex/numeric/sampler.hpp"
#include "quindex/vary/methods.hpp"

QUINDEX_BEGIN
namespace robustness {

/// One thing that varies.
struct factor {
  std::string name;     ///< Unique in its design; what tables and pictures call it.
  vary::method what{};  ///< What varies, and how.
  friend bool operator==(const factor&, const factor&) = default;
};

/// Where the points of a design come from. Point r is the same for any number of threads and any batch.
using numeric::sampling;

/// Everything a robustness run depends on beside spec and table; compares, copies, and is written to and read from
/// files.
struct design {
  std::vector<factor> factors{};        ///< What varies.
  std::size_t draws = 1000;             ///< How many replicates; 1 to 2^32 − 1.
  std::uint64_t seed = 1;               ///< The same seed gives the same replicates, bit for bit.
  sampling sampler = sampling::random;  ///< Where the points come from.
  /// Factors × factors: correlations of a Gaussian copula between the factors' first coordinates; empty for
  /// independent factors.
  std::vector<std::vector<double>> correlation{};
  std::vector<std::string> nodes{};  ///< Whose scores and ranks are watched; empty for the index.
  std::vector<double> bands{};       ///< Limits between bands of scores, ascending; a limit is in the band above.
  bool pairs = false;                ///< Count how often each unit beats each other: units² a replicate.
  bool central_weights = false;      ///< Average the weights with which each unit comes first.
  /// Count scores, too: their means, deviations, ends and bands. False: ranks alone, in some two thirds of the time.
  bool scores = true;
  /// Keep every replicate's scores; unset: when draws × units × nodes are at most `most_kept`.
  std::optional<bool> keep{};
  double largest_failure_share = 0.05;  ///< Of the replicates; a run with more failures is an error. 0 to 1.

  friend bool operator==(const design&, const design&) = default;
};

/// Up to so many scores are kept unless the design says otherwise (32 MB).
inline constexpr std::size_t most_kept = 4'000'000;

}  // namespace robustness

namespace describe {
template <>
struct enum_names<numeric::sampling> {
  static constexpr auto names = std::to_array<std::string_view>({"random", "sobol", "latin_hypercube"});
};
}  // namespace describe
QUINDEX_END
