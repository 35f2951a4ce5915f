#include "quindex/error.hpp"

// Only has to link beside main.cpp.
int second() { return 0; }
