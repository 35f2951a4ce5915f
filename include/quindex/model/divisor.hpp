/// What denominating leaves behind: the column that an indicator is divided by.
#pragma once

#include <string>

#include "quindex/config.hpp"

QUINDEX_BEGIN

/// A column of the table by which an indicator is divided; a ratio then counts per `factor` of it.
struct divisor {
  std::string by{};   ///< The column's code.
  double factor = 1;  ///< "per 1000 inhabitants" is a factor of 1000.
  friend bool operator==(const divisor&, const divisor&) = default;
};

QUINDEX_END
