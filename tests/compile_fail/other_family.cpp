// expect: (conversion|viable).*min_max
#include "quindex/aggregate/methods.hpp"
#include "quindex/normalise/methods.hpp"

const quindex::aggregate::method rescaling = quindex::normalise::min_max{};
