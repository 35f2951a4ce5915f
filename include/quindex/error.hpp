/// What is thrown: one root, five kinds, each naming the place, the offending value and the way out.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

#include "quindex/config.hpp"

QUINDEX_BEGIN

/// What a message is made of: "where: what; hint".
struct issue {
  std::string where;  ///< A path into spec, framework, table or file, such as "normalise.high" or "indicators/gdp".
  std::string what;   ///< What is wrong, with the offending value.
  std::string hint;   ///< What would be right; may be empty.

  /// The whole sentence.
  [[nodiscard]] std::string text() const {
    return (where.empty() ? what : where + ": " + what) + (hint.empty() ? "" : "; " + hint);
  }
  friend bool operator==(const issue&, const issue&) = default;
};

/// The root of everything quindex throws.
class error : public std::runtime_error {
 public:
  explicit error(issue about) : std::runtime_error(about.text()), about_(std::move(about)) {}
  /// Where the error is: a path into spec, framework, table or file.
  [[nodiscard]] const std::string& where() const noexcept { return about_.where; }
  /// What would be right; may be empty.
  [[nodiscard]] const std::string& hint() const noexcept { return about_.hint; }
  /// The parts of the message.
  [[nodiscard]] const issue& about() const noexcept { return about_; }

 private:
  issue about_;
};

/// The recipe has to be changed.
class spec_error : public error {
  using error::error;
};
/// The tree of groups and indicators has to be changed.
class framework_error : public error {
  using error::error;
};
/// The table has to be changed.
class data_error : public error {
  using error::error;
};
/// The mathematics has no answer: the logarithm of zero, no convergence.
class numeric_error : public error {
  using error::error;
};
/// The file has to be changed.
class io_error : public error {
  using error::error;
};

QUINDEX_END
