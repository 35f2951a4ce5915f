/// How equal values share a rank.
#pragma once

#include "quindex/config.hpp"

QUINDEX_BEGIN

/// The rank that tied values get; the letters show the values 10, 20, 20, 30 ranked from the smallest.
enum class ties {
  best,     ///< The smallest rank number of the tied, as in competitions: 1 2 2 4.
  worst,    ///< The largest rank number of the tied: 1 3 3 4.
  average,  ///< The mean of the rank numbers: 1 2.5 2.5 4.
  dense,    ///< Without gaps: 1 2 2 3.
  ordinal,  ///< In order of appearance: 1 2 3 4.
};

QUINDEX_END
