/// How sure an index is: everything in this folder.
#pragma once

#include "quindex/robustness/design.hpp"
#include "quindex/robustness/index_shapley.hpp"
#include "quindex/robustness/leave_one_out.hpp"
#include "quindex/robustness/morris.hpp"
#include "quindex/robustness/one_at_a_time.hpp"
#include "quindex/robustness/outcomes.hpp"
#include "quindex/robustness/pawn.hpp"
#include "quindex/robustness/regression_indices.hpp"
#include "quindex/robustness/run.hpp"
#include "quindex/robustness/saltelli.hpp"
#include "quindex/robustness/sensitivity.hpp"
#include "quindex/robustness/shapley_effects.hpp"
#include "quindex/robustness/sobol_indices.hpp"
