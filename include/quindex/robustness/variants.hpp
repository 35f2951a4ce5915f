/// The specs that replicates change the spec into: read once, fitted once, kept for a while.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "quindex/compute/result.hpp"
#include "quindex/robustness/batch_scorer.hpp"
#include "quindex/robustness/plan.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// A spec as replicates change it, and what it is when fitted to the table as it stands.
struct changed_spec {
  std::optional<issue> refused{};                ///< Why it is no spec that can run.
  std::shared_ptr<const spec> recipe{};          ///< The spec; null when refused.
  std::optional<issue> unfit{};                  ///< Why it cannot be fitted to the table as it stands.
  std::shared_ptr<const batch_scorer> scorer{};  ///< Of the variant that was fitted; null until then.
  std::vector<double> weights{};                 ///< Fitted weights by node of the whole framework; 0 if dropped.
};

/// The spec with edits and without some nodes, read and validated. Throws what keeps it from running.
[[nodiscard]] spec spec_with(const plan& p, const vary::alternative& what);
/// A spec fitted to the table as it stands. Throws what fitting throws.
[[nodiscard]] variant fitted_to_table(const plan& p, const spec& recipe, const numeric::executor& where);
/// A spec fitted to the values and the units that a replicate has drawn. Those units are scored, each once; a unit that
/// was not drawn has no score.
[[nodiscard]] variant fitted_to_drawn(const plan& p, const spec& recipe, const vary::alternative& drawn,
                                      const numeric::executor& where);
/// The variant of a result. `present` are the rows of the design's table that were scored, in their order; nothing when
/// all were.
[[nodiscard]] variant variant_of(const plan& p, const result& scored, const std::vector<std::size_t>& present = {});
/// The table with the values and units that a replicate has drawn; units that repeat get a number: "Oslo (2)".
[[nodiscard]] table drawn_table(const table& data, const vary::alternative& drawn);
/// The weights by node of the whole framework.
[[nodiscard]] std::vector<double> whole_weights(const variant& of);
/// The watched nodes' numbers in a variant's tree, `framework::none` for those dropped.
[[nodiscard]] std::vector<std::size_t> watched_in(const plan& p, const variant& of);
/// The scorer of a variant.
[[nodiscard]] std::shared_ptr<const batch_scorer> scorer_of(const plan& p, variant of, bool fast);

/// What a replicate's spec is known by: equal keys mean equal edits and equal nodes dropped.
///
/// Returns false when the replicate draws units or values, too, so that its fit is nobody else's.
bool append_key(const plan& p, const source& of, const double* u, vary::alternative& scratch, std::string& key);

/// Changed specs by key, the ones used last.
class variant_cache {
 public:
  explicit variant_cache(std::size_t most) : most_(most) {}
  /// The spec of a key, marked as used in this round; null when it is not kept.
  [[nodiscard]] std::shared_ptr<changed_spec> find(const std::string& key);
  /// Is there room for another one, once those not used in this round are gone?
  [[nodiscard]] bool has_room() const { return used_ < most_; }
  /// Keeps a spec, forgetting the one that has not been used for longest when there are too many.
  void keep(const std::string& key, std::shared_ptr<changed_spec> what);
  /// Begins another round.
  void next_round() { ++round_, used_ = 0; }

 private:
  struct entry {
    std::shared_ptr<changed_spec> what;
    std::size_t round = 0;
  };
  std::size_t most_;
  std::size_t round_ = 1;
  std::size_t used_ = 0;  // in this round
  std::unordered_map<std::string, entry> entries_;
};

}  // namespace robustness::detail
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/variants.ipp"
#endif
