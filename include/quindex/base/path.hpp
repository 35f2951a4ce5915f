/// Where in a spec, framework or table we are: a chain on the stack that becomes text only when something is wrong.
#pragma once

#include <string>
#include <string_view>

#include "quindex/config.hpp"

QUINDEX_BEGIN

/// A place such as "normalise.except.gdp"; cheap to extend, turned into text only by `text()`.
///
/// A path refers to its parent and to the characters of its step, so it must not outlive either.
class path {
 public:
  /// The root, which has no text.
  path() = default;
  /// A place with a name, such as "normalise".
  explicit path(std::string_view step) : step_(step) {}

  /// The place called `step` inside this one.
  [[nodiscard]] path operator/(std::string_view step) const { return path(this, step); }

  /// The steps joined by dots.
  [[nodiscard]] std::string text() const {
    std::string before = parent_ != nullptr ? parent_->text() : std::string{};
    if (!before.empty() && !step_.empty()) before += '.';
    return before.append(step_);
  }

 private:
  path(const path* parent, std::string_view step) : parent_(parent), step_(step) {}
  const path* parent_ = nullptr;
  std::string_view step_;
};

QUINDEX_END
