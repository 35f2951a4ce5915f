/// A Monte Carlo run made of the library's own parts, phase by phase, and what the machine could do at best.
///
/// Every replicate draws one of three normalisations and one of two aggregations (arithmetic or geometric means at all
/// levels) and multiplies every weight of a tree of three levels by a number between 0.75 and 1.25; weights are shares
/// again afterwards, all units are ranked, and every rank is counted.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "floors.hpp"
#include "quindex/compute/compute.hpp"
#include "quindex/numeric/batch.hpp"
#include "quindex/robustness/fast_scorer.hpp"
#include "quindex/robustness/sensitivity.hpp"
#include "quindex/vary/methods.hpp"

namespace bench {

namespace detail = quindex::robustness::detail;

/// What one replicate consists of, in seconds of thread CPU time, summed over replicates.
struct phases {
  double numbers = 0, weights = 0, product = 0, rank = 0, count = 0;
  [[nodiscard]] double all() const { return numbers + weights + product + rank + count; }
};

/// Indicators in fives, fives of these, and the index.
inline quindex::framework three_levels(std::size_t m) {
  std::vector<quindex::node> all;
  for (std::size_t j = 0; j < m; ++j) all.push_back(quindex::indicator("i" + std::to_string(j)));
  for (const char* level : {"g", "p"}) {
    std::vector<quindex::node> next;
    for (std::size_t j = 0; j < all.size(); j += 5)
      next.push_back(quindex::group(level + std::to_string(j / 5),
                                    {all.begin() + static_cast<std::ptrdiff_t>(j),
                                     all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), j + 5))}));
    all = std::move(next);
  }
  return quindex::group("index", std::move(all));
}

/// An index of three levels, as the spec stands.
inline quindex::spec three_level_index(const quindex::framework& tree) {
  return {.framework = tree, .normalise = quindex::normalise::min_max{.low = 1, .high = 100}};
}
/// The same replicates as a design that a user writes.
inline quindex::robustness::design whole_design(std::size_t draws, bool with_scores) {
  using quindex::describe::value;
  const value::list scales = {value::object{{"method", "min_max"}, {"low", 1}, {"high", 100}},
                              value::object{{"method", "z_score"}, {"mean", 100}, {"sd", 10}},
                              value::object{{"method", "percentile_rank"}, {"low", 1}, {"high", 100}}};
  quindex::robustness::design out;
  out.factors = {
      {"normalise", quindex::vary::options{"normalise", scales, {}}},
      {"aggregate", quindex::vary::options{"aggregate", {"arithmetic_mean", "geometric_mean"}, {}}},
      {"weights", quindex::vary::noise{.spread = 0.25}},
  };
  out.draws = draws;
  out.scores = with_scores;
  out.keep = false;
  return out;
}
/// Every indicator's weight is a factor.
inline quindex::robustness::design weight_by_weight(const quindex::framework& tree) {
  quindex::robustness::design out;
  for (const std::size_t i : tree.indicators())
    out.factors.push_back({tree.about(i).code, quindex::vary::weight{.node = tree.about(i).code}});
  return out;
}

/// What threads share: the six variants.
class alternatives {
 public:
  static constexpr std::size_t normalisations = 3, aggregations = 2;

  alternatives(const quindex::table& data, const quindex::framework& of) : units(data.units().size()), tree(of) {
    const quindex::normalise::method normalise[] = {quindex::normalise::min_max{.low = 1, .high = 100},
                                                    quindex::normalise::z_score{.mean = 100, .sd = 10},
                                                    quindex::normalise::percentile_rank{.low = 1, .high = 100}};
    const quindex::aggregate::method aggregate[] = {quindex::aggregate::arithmetic_mean{},
                                                    quindex::aggregate::geometric_mean{}};
    for (const auto& scale : normalise)
      for (const auto& mean : aggregate) {
        const quindex::result scored =
            quindex::compute({.framework = tree, .normalise = scale, .aggregate = mean}, data);
        detail::variant v;
        v.state = scored.index().shared_state();
        v.units = scored.units();
        v.scores = scored.scores();
        v.weights.assign(tree.size(), 1.0);
        for (std::size_t i = 0; i < tree.size(); ++i)
          for (std::size_t c = 0; c < tree.at(i).children.size(); ++c)
            v.weights[tree.at(i).children[c]] = v.state->groups[i].weights[c];
        weights = v.weights;
        variants.push_back(std::make_shared<const detail::variant>(std::move(v)));
        programs.push_back(detail::compile_fast(*variants.back(), {0}));
      }
  }

  std::size_t units;
  quindex::framework tree;
  std::vector<double> weights;
  std::vector<std::shared_ptr<const detail::variant>> variants;
  std::vector<std::shared_ptr<const detail::fast_program>> programs;
};

/// Ranks replicates of one variant as `batch_scorer::rank` does, in two steps that can be timed.
class ranked_scores {
 public:
  /// Scores, as rough as they may be.
  void score(const detail::fast_program& of, std::size_t units, std::size_t replicates, const double* weights) {
    scores_.resize(replicates * units);
    apart_.resize(replicates);
    detail::run_fast(of, {replicates, weights, scores_.data(), apart_.data()}, memory_, left_);
  }
  /// Ranks them; what is not certain is scored again.
  void rank(const detail::fast_program& of, std::size_t units, std::size_t nodes, const double* weights,
            std::span<std::uint16_t> out) {
    const auto view = [&](std::size_t r, std::size_t count) {
      return quindex::numeric::rows_view{scores_.data() + r * units, count, units, units};
    };
    open_.clear();
    ranker_.ranks<std::uint16_t>(view(0, apart_.size()), apart_, quindex::ties::best, true, out, open_);
    for (const std::size_t r : open_) {
      detail::run_fast(of, {1, weights + r * nodes, scores_.data() + r * units}, memory_, left_);
      ranker_.ranks<std::uint16_t>(view(r, 1), quindex::ties::best, true, out.subspan(r * units, units));
    }
  }

 private:
  detail::fast_memory memory_;
  quindex::numeric::batch_ranker ranker_;
  std::vector<double> scores_, apart_;
  std::vector<std::size_t> open_, left_;
};

/// One thread's part of the run, and its counts.
class monte_carlo {
 public:
  explicit monte_carlo(const alternatives& of)
      : of_(of),
        nodes_(of.tree.size()),
        draws_(nodes_ + 2),
        are_few_(of.units <= 4000),
        counts(of.units * (of.units + 1)) {}

  /// Runs replicates `first` to `first + count − 1`.
  void run(std::size_t first, std::size_t count, phases& spent) {
    const std::size_t most = std::clamp<std::size_t>((are_few_ ? 400'000 : 8'000'000) / of_.units, 256, 2048);
    for (std::size_t done = 0; done < count; done += most) round(first + done, std::min(most, count - done), spent);
  }
  /// The uniform numbers of replicates: one per node, one for the normalisation, one for the aggregation.
  void points(std::size_t first, std::size_t count, double* out) const {
    quindex::numeric::uniform_pairs(stream_, static_cast<std::uint32_t>(first), draws_, {out, count * draws_});
  }

 private:
  void round(std::size_t first, std::size_t count, phases& spent) {
    double last = thread_seconds();
    const auto spend = [&last](double& on) {
      const double now = thread_seconds();
      on += now - last;
      last = now;
    };
    numbers_.resize(count * draws_);
    points(first, count, numbers_.data());
    spend(spent.numbers);
    weigh(count);
    spend(spent.weights);
    ranks_.resize(count * of_.units);
    std::size_t from = 0;
    for (std::size_t v = 0; v < of_.programs.size(); ++v)
      for (const std::size_t end = from + sizes_[v]; from < end;) {
        const std::size_t here = std::min<std::size_t>(are_few_ ? 128 : 64, end - from);
        const double* const weights = weights_.data() + from * nodes_;
        ranked_.score(*of_.programs[v], of_.units, here, weights);
        spend(spent.product);
        ranked_.rank(*of_.programs[v], of_.units, nodes_, weights,
                     std::span(ranks_).subspan(from * of_.units, here * of_.units));
        spend(spent.rank);
        from += here;
      }
    quindex::numeric::count_ranks<std::uint16_t>(ranks_, of_.units, of_.units + 1, 0, counts);
    spend(spent.count);
  }

  /// Weights of all replicates, those of one variant together.
  void weigh(std::size_t count) {
    const auto variant_of = [&](std::size_t r) {
      const double* u = numbers_.data() + r * draws_ + nodes_;
      return static_cast<std::size_t>(u[0] * 3) * 2 + static_cast<std::size_t>(u[1] * 2);
    };
    sizes_.assign(of_.programs.size(), 0);
    for (std::size_t r = 0; r < count; ++r) ++sizes_[variant_of(r)];
    std::vector<std::size_t> next(sizes_.size(), 0);
    for (std::size_t v = 1; v < next.size(); ++v) next[v] = next[v - 1] + sizes_[v - 1];
    weights_.resize(count * nodes_);
    for (std::size_t r = 0; r < count; ++r) {
      double* out = weights_.data() + next[variant_of(r)]++ * nodes_;
      const double* u = numbers_.data() + r * draws_;
      for (std::size_t i = 0; i < nodes_; ++i) out[i] = of_.weights[i] * (1 + 0.25 * (2 * u[i] - 1));
    }
  }

  const alternatives& of_;
  std::size_t nodes_, draws_;
  bool are_few_;  // scores and ranks of a round stay in the second cache; of more units, counting wants many rows
  quindex::numeric::random_stream stream_{1, "benchmark"};
  ranked_scores ranked_;
  std::vector<double> numbers_, weights_;
  std::vector<std::size_t> sizes_;
  std::vector<std::uint16_t> ranks_;

 public:
  std::vector<std::uint32_t> counts;  ///< Units × (units + 1): how often each rank; 0 for none.
};

}  // namespace bench
