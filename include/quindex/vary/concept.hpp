/// What a factor of a robustness analysis is: something that varies, and how.
///
/// | member | needed | what it earns |
/// |---|---|---|
/// | `info`, `fields()`, `==` | yes | everything the description gives |
/// | `std::size_t dimension(const scene&) const` | yes | how many coordinates of a design's point it takes, 1 or more |
/// | `void check_scene(const scene&, const path&) const` | yes | refuses what cannot run, before it starts |
/// | `void change(const scene&, const chance&, alternative&) const` | one | edits the spec, the units, the values |
/// | `void reweigh(const chance&, std::span<double>) const` | one | changes weights after they are fitted |
/// | `constants prepare(const scene&) const` | with `reweigh` | looked up once: among others all nodes it touches |
/// | `std::string level(const scene&, const chance&) const` | no | what was drawn, for the table of the design |
/// | `double number(const scene&, const chance&) const` | no | the number that was drawn |
/// | `static constexpr bool chooses = true` | no | `number` is the position of one of a few things, and tells all |
/// | `static constexpr bool replaces = true` | no | `reweigh` does not look at the weights before, which are lost |
/// | `void check(const path&) const` | no | rules across parameters that hold for any spec |
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "quindex/base/path.hpp"
#include "quindex/base/text.hpp"
#include "quindex/base/types.hpp"
#include "quindex/describe/any_method.hpp"
#include "quindex/describe/method.hpp"
#include "quindex/error.hpp"
#include "quindex/model/framework.hpp"
#include "quindex/model/table.hpp"
#include "quindex/numeric/random.hpp"

QUINDEX_BEGIN
namespace vary {

/// What factors are prepared for; all it refers to outlives it.
struct scene {
  const describe::value& recipe;  ///< The spec as plain data, with every parameter, as it is written to files.
  const framework& tree;          ///< Its framework.
  const table& data;              ///< What it is computed on.
  /// The families of methods, for the ranges of their parameters; empty when nothing is to be known of them.
  std::span<const describe::family_view> catalogue{};
  const describe::extensions* functions = nullptr;  ///< What custom methods are bound to.
};

/// One place of a spec and what stands there: "normalise.high", "prepare.1.treat.skewness", "aggregate".
struct edit {
  std::string address;   ///< Keys, positions and codes joined by dots; see `with_edits`.
  describe::value what;  ///< What stands there instead; nothing leaves out what may be left out.
  friend bool operator==(const edit&, const edit&) = default;
};

/// What one replicate differs in before anything is fitted.
struct alternative {
  std::vector<edit> edits{};           ///< Of the spec; equal edits mean an equal spec.
  std::vector<std::size_t> dropped{};  ///< Nodes of the tree that are taken out: ascending, each once.
  std::vector<std::size_t>
      units{};      ///< Rows that take part, again and again in a bootstrap; empty for all as they are.
  matrix values{};  ///< The table's values drawn anew, units × indicators of the table; or nothing.

  /// Makes it nominal again; its lists keep their memory.
  void clear() {
    edits.clear();
    dropped.clear();
    units.clear();
    values.resize(0, 0);
  }
  /// Does nothing of it differ?
  [[nodiscard]] bool is_nominal() const {
    return edits.empty() && dropped.empty() && units.empty() && values.size() == 0;
  }
};

/// What a factor has looked up in its scene.
struct constants {
  std::vector<std::size_t> nodes{};  ///< For `reweigh`: all whose weights it looks at or changes.
  std::vector<double> numbers{};
  std::vector<std::uint64_t> names{};  ///< Numbers that names of units and indicators stand for.
};

/// What one replicate draws a factor from.
struct chance {
  std::span<const double> u;             ///< The factor's coordinates of the design's point, each inside (0, 1).
  const numeric::random_stream& stream;  ///< Random numbers without end, of this factor and this replicate.
  const constants& known;                ///< What the factor's `prepare` gave.
};

/// A factor that changes the spec, the units or the values.
template <class M>
concept Changing = requires(const M& m, const scene& s, const chance& c, alternative& a) {
  m.change(s, c, a);
};
/// A factor that changes weights after they are fitted: `weights[node]`, relative to its siblings, 0 or more.
template <class M>
concept Reweighing = requires(const M& m, const chance& c, std::span<double> weights) {
  m.reweigh(c, weights);
};
/// Something that varies.
template <class M>
concept Factor = describe::Described<M> && requires(const M& m, const scene& s, const path& where) {
  { m.dimension(s) } -> std::convertible_to<std::size_t>;
  m.check_scene(s, where);
} &&(Changing<M> || Reweighing<M>);

}  // namespace vary
QUINDEX_END
