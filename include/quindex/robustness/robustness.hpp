/// How sure an index is: everything in this folder.
#pragma once

#include "quindex/robustness/acceptability.hpp"
#include "quindex/robustness/consensus.hpp"
#include "quindex/robustness/design.hpp"
#include "quindex/robustness/outcomes.hpp"
#include "quindex/robustness/run.hpp"
#include "quindex/robustness/scenarios.hpp"
#include "quindex/robustness/stability.hpp"
#include "quindex/robustness/uncertainty.hpp"
