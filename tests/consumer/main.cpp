#include <cstdio>

#include "quindex/error.hpp"
#include "quindex/version.hpp"

int main() { std::puts(quindex::version); }
