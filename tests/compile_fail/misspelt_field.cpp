// expect: hihg
#include "quindex/normalise/methods.hpp"

const auto rescaling = quindex::normalise::min_max{.hihg = 1};
