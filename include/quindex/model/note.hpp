/// What is worth knowing about a result and is no error.
#pragma once

#include <cstddef>
#include <string>

#include "quindex/config.hpp"

QUINDEX_BEGIN

/// An observation: where, what, and how many cells or units it concerns.
struct note {
  std::string where;      ///< "indicators/gdp", "units/Oslo", "weigh".
  std::string what;       ///< What happened, in words.
  std::size_t count = 0;  ///< How many cells or units; 0 when that means nothing.
  friend bool operator==(const note&, const note&) = default;
};

QUINDEX_END
