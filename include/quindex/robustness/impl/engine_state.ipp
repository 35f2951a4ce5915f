/// What an evaluator keeps, and what its threads share.
#pragma once

#include <algorithm>
#include <mutex>
#include <unordered_map>

#include "quindex/compute/compute.hpp"
#include "quindex/robustness/engine.hpp"
#include "quindex/robustness/variants.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// What a thread keeps between blocks of replicates.
struct workspace {
  batch_scorer::memory scorer{};
  vary::alternative drawn{};
  std::vector<double> whole{};    // weights by node of the whole framework
  const source* head = nullptr;   // the source that others have most in common with
  std::vector<double> of_head{};  // its weights
  std::vector<double> weights{};  // replicates × nodes of the variant's tree
  std::vector<double> scores{};   // watched × replicates × units
  packed_ranks ranks{};           // replicates × units
  std::vector<double> shares{};
  std::vector<refusal> refused{};
};

/// Workspaces that are lent to threads.
class workspace_pool {
 public:
  /// Calls `use` with a workspace that nobody else has meanwhile.
  template <class Use>
  void with(Use&& use) {
    std::unique_ptr<workspace> own = take();
    use(*own);
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(own));
  }

 private:
  std::unique_ptr<workspace> take() {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) return std::make_unique<workspace>();
    std::unique_ptr<workspace> own = std::move(idle_.back());
    idle_.pop_back();
    return own;
  }
  std::mutex mutex_;
  std::vector<std::unique_ptr<workspace>> idle_;
};

/// Some replicates of one changed spec.
struct replicate_group {
  std::string key{};
  bool is_shared = true;              // all have the fit to the table as it stands
  bool is_kept = false;               // the changed spec is in the cache
  std::vector<std::size_t> places{};  // among the sources
  std::shared_ptr<changed_spec> spec{};
};

/// A piece of work: some members of a group.
struct replicate_block {
  replicate_group* group = nullptr;
  std::size_t begin = 0, end = 0;
};

struct evaluator::state {
  state(const spec& recipe, const table& data, const design& d, const evaluator_options& how_, std::size_t rows)
      : of(recipe, data, d, rows),
        how(how_),
        nominal(compute(of.recipe, of.data, quindex::run_options{how.executor})),
        cache(most_kept_variants()) {
    whole = std::make_shared<changed_spec>();
    whole->recipe = std::make_shared<const spec>(of.recipe);
    variant as_is = variant_of(of, nominal);
    whole->weights = whole_weights(as_is);
    whole->scorer = scorer_of(of, std::move(as_is), how.fast);
  }

  /// As many as the options allow and some memory holds: a fit that is thrown out and made again costs as much as
  /// dozens of replicates.
  [[nodiscard]] std::size_t most_kept_variants() const {
    constexpr std::size_t memory = std::size_t{512} << 20U;
    const std::size_t each =
        16 * of.data.units().size() * of.tree().size() + 16384;  // scores, and again for the fast path
    return std::clamp<std::size_t>(memory / each, 4, std::max<std::size_t>(how.most_variants, 4));
  }

  template <class At>
  void evaluate(std::size_t count, const At& at, evaluation& out);
  template <class At>
  void draw_coordinates(std::size_t count, const At& at);
  template <class At>
  void make_groups(std::size_t count, const At& at);
  void prepare_groups();
  template <class At>
  void cut_into_blocks(const At& at);
  void read_spec_of(replicate_group& group, const source& first) const;
  void fit_spec_of(replicate_group& group) const;
  template <class At>
  void run_block(const replicate_block& block, const At& at, evaluation& out);
  template <class At>
  void run_members(const replicate_block& block, const batch_scorer& scorer, const std::vector<double>& fitted,
                   const At& at, workspace& own, evaluation& out);
  template <class At>
  void run_drawn(const replicate_block& block, const At& at, workspace& own, evaluation& out);
  template <class At>
  void draw_weights(const replicate_block& block, const variant& from, const std::vector<double>& fitted, const At& at,
                    workspace& own) const;
  void draw_whole(const source& one, const double* u, const std::vector<double>& fitted, std::span<double> weights,
                  workspace& own) const;
  void score_members(const replicate_block& block, const batch_scorer& scorer, workspace& own, evaluation& out);
  template <numeric::StoredRank Place>
  void rank_members(const replicate_block& block, const batch_scorer& scorer, workspace& own, evaluation& out,
                    std::vector<Place>& ranks) const;
  void copy_scores(const replicate_block& block, const batch_scorer& scorer, workspace& own, evaluation& out) const;
  /// Ranks scores of watched node w.
  template <numeric::StoredRank Place>
  void rank_row(std::size_t w, column_view scores, workspace& own, Place* out) const;
  [[nodiscard]] bool ranks_from_high(std::size_t w) const { return is_high_better(of.tree(), of.watched[w]); }
  void fail(evaluation& out, std::size_t place, const issue& why);
  void keep_weights(const batch_scorer& scorer, const double* weights, std::size_t place, workspace& own,
                    evaluation& out) const;
  /// The coordinates of a replicate.
  [[nodiscard]] const double* point(const source& one, std::size_t place) const {
    return one.coordinates != nullptr ? one.coordinates : points.data() + place * of.dimension();
  }

  static constexpr std::size_t block_size = 64;  // replicates: their coordinates and scores fit the second-level cache

  plan of;
  evaluator_options how;
  result nominal;
  variant_cache cache;
  std::shared_ptr<changed_spec> whole;  // the spec as it stands
  std::vector<double> points;           // replicates × coordinates, unless all bring theirs
  std::vector<replicate_group> groups;
  std::vector<replicate_block> blocks;
  workspace_pool pool;
  std::mutex failing;
};

}  // namespace robustness::detail
QUINDEX_END
