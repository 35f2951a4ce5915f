/// How sure an index is: everything in this folder.
#pragma once

#include "quindex/robustness/design.hpp"
#include "quindex/robustness/outcomes.hpp"
#include "quindex/robustness/run.hpp"
