/// What keeps a design's weights from being drawn.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "quindex/base/text.hpp"
#include "quindex/compute/chosen.hpp"
#include "quindex/compute/compute.hpp"
#include "quindex/robustness/plan.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// The nodes whose weights a factor changes, found by asking it for two replicates of weights that nobody has.
QUINDEX_INLINE std::vector<std::size_t> reweighed_by(const vary::ready& one, std::size_t nodes) {
  std::vector<std::size_t> out;
  if (!one.reweighs()) return out;
  const numeric::random_stream stream(0, "robustness.validate");
  std::vector<double> before(nodes);
  for (std::size_t i = 0; i < nodes; ++i) before[i] = 1 + static_cast<double>(i % 7) / 8;
  std::vector<bool> is_changed(nodes, false);
  for (const double u : {0.3, 0.8}) {
    std::vector<double> after = before;
    one.reweigh(std::vector<double>(one.dimension(), u), stream, after);
    for (std::size_t i = 0; i < nodes; ++i) is_changed[i] = is_changed[i] || after[i] != before[i];
  }
  for (std::size_t i = 0; i < nodes; ++i)
    if (is_changed[i]) out.push_back(i);
  return out;
}

/// Refuses a factor that replaces weights which a factor before has drawn, and a share of a node that one before has
/// set.
class weight_owners {
 public:
  explicit weight_owners(const framework& tree) : tree_(tree), owners_(tree.size()), setters_(tree.size()) {}
  void add(const factor& one, const vary::ready& here, const path& where) {
    const std::vector<std::size_t> own = reweighed_by(here, tree_.size());
    const bool is_set = vary::replaces(one.what), is_share = sets_share(one.what);
    const auto taken = std::find_if(own.begin(), own.end(), [&](std::size_t i) {
      return (is_set && !owners_[i].empty()) || (is_share && !setters_[i].empty());
    });
    if (taken != own.end())
      throw spec_error({where.text(),
                        quoted(one.name) + " sets the weight of " + quoted(tree_.codes()[*taken]) + ", so that what " +
                            quoted(owners_[*taken]) + " has drawn for it is lost",
                        "leave out one of the two, or put " + quoted(owners_[*taken]) +
                            " last if it changes weights rather than setting them"});
    for (const std::size_t i : own) {
      owners_[i] = one.name;
      if (is_set || is_share) setters_[i] = one.name;
    }
  }
  /// The factor that sets the weight of a node, whatever it was before; empty when none does.
  [[nodiscard]] const std::string& setter(std::size_t node) const { return setters_[node]; }

 private:
  /// Is it the share of one node that is drawn?
  [[nodiscard]] static bool sets_share(const vary::method& what) {
    const auto* one = what.as<vary::weight>();
    return one != nullptr && !one->relative;
  }

  const framework& tree_;
  std::vector<std::string> owners_, setters_;  // by node
};

/// A factor that edits the weight that the framework gives a node.
struct framework_weight {
  std::size_t node = 0;
  std::string factor;
  std::string where;
};

/// Do scores hang on the weight that the framework gives a node? The spec is fitted with two of them.
[[nodiscard]] inline bool counts(const spec& recipe, const vary::scene& here, std::size_t node) {
  const std::string address = "framework." + recipe.framework.codes()[node] + ".weight";
  const auto fitted_with = [&](double weight) {
    const vary::edit change{address, weight};
    const describe::value changed = vary::with_edits(here.recipe, recipe.framework, {&change, 1}, here.catalogue);
    return quindex::fit(read_spec(changed, *here.functions), here.data).effective_weights();
  };
  try {
    return fitted_with(1) != fitted_with(3);
  } catch (const error&) {
    return true;  // the data are at fault, which another factor may mend
  }
}

/// Refuses weights of the framework that nobody looks at: another factor sets them anew, or the spec finds its own.
QUINDEX_INLINE void check_framework_weights(const spec& recipe, const vary::scene& here,
                                            const std::vector<framework_weight>& edited, const weight_owners& owners,
                                            bool weighing_varies, std::vector<issue>& found) {
  for (const framework_weight& one : edited) {
    const std::string code = quoted(recipe.framework.codes()[one.node]);
    if (const std::string& setter = owners.setter(one.node); !setter.empty()) {
      found.push_back({one.where,
                       quoted(setter) + " sets the weight of " + code + ", so that what " + quoted(one.factor) +
                           " has drawn for it is lost",
                       "leave out one of the two"});
      continue;
    }
    const std::size_t parent = recipe.framework.at(one.node).parent;
    if (weighing_varies || parent == framework::none || recipe.framework.at(parent).children.size() < 2) continue;
    const auto& method = quindex::detail::chosen(recipe.weigh, recipe.framework, parent, false);
    const auto* given = method.as<weigh::given>();
    if ((given != nullptr && given->weights.empty()) || counts(recipe, here, one.node)) continue;
    found.push_back({one.where,
                     "the weight of " + code + " in the framework counts for nothing, since " + quoted(method.name()) +
                         " finds the weights",
                     "vary the weights that are found, by 'weight' or 'noise'"});
  }
}

/// Fits the spec with each of a few options of how to weigh: those that no other factor could make run are refused.
QUINDEX_INLINE void try_weighing(const spec& recipe, const vary::scene& here, const vary::options& what,
                                 const path& where) {
  constexpr std::size_t most_tried = 32;
  if (what.address.rfind("weigh", 0) != 0 || what.values.size() > most_tried) return;
  for (std::size_t k = 0; k < what.values.size(); ++k) {
    const vary::edit change{what.address, what.values[k]};
    const describe::value changed = vary::with_edits(here.recipe, recipe.framework, {&change, 1}, here.catalogue);
    try {
      (void)quindex::fit(read_spec(changed, *here.functions), here.data);
    } catch (const spec_error& e) {
      const std::string number = std::to_string(k);
      const path values = where / "values";
      const path at = values / number;
      throw spec_error({at.text(),
                        quoted(what.address) + " cannot be " + vary::detail::brief(what.values[k]) + ": " + e.where() +
                            ": " + e.about().what,
                        e.hint()});
    } catch (const error&) {
      // The data are at fault, which another factor may mend.
    }
  }
}

}  // namespace robustness::detail
QUINDEX_END
