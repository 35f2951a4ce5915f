/// What a preset is: an official index as a spec, with its source.
///
/// | member | needed | what it earns |
/// |---|---|---|
/// | `info`, `fields()`, `==` | yes | name, title, summary, source and parameters, for lists, files and Python |
/// | `spec make() const` | yes | the spec; throws spec_error when a parameter that has to be given is not |
/// | `void check(const path&) const` | no | rules across parameters |
#pragma once

#include <concepts>

#include "quindex/compute/spec.hpp"

QUINDEX_BEGIN
namespace presets {

/// An official index that can be made into a spec.
template <class P>
concept Preset = describe::Described<P> && requires(const P& p) {
  { p.make() } -> std::same_as<spec>;
};

}  // namespace presets
QUINDEX_END
