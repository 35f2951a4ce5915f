/// All diagnoses: questions to ask of indicators and scores before an index is published.
#pragma once

#include "quindex/diagnose/clusters.hpp"
#include "quindex/diagnose/comparison.hpp"
#include "quindex/diagnose/components.hpp"
#include "quindex/diagnose/correlations.hpp"
#include "quindex/diagnose/coupling.hpp"
#include "quindex/diagnose/importance.hpp"
#include "quindex/diagnose/imputation_quality.hpp"
#include "quindex/diagnose/levels.hpp"
#include "quindex/diagnose/obstacles.hpp"
#include "quindex/diagnose/rank_similarity.hpp"
#include "quindex/diagnose/reliability.hpp"
#include "quindex/diagnose/statistics.hpp"
