// expect: delete every test for missing values
// flags: -ffast-math
#include "quindex/config.hpp"
