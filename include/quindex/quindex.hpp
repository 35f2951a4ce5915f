/// What indices are made, explained, ranked and compared over time with: what tutorials include.
///
/// Left out, so that a program compiles only what it uses: `diagnose/diagnose.hpp` (statistics, correlations,
/// reliability and other questions before publication), `robustness/robustness.hpp` (uncertainty and sensitivity),
/// `impute/multiple.hpp` and `impute/rubin.hpp` (several completed tables, pooled) and `io/io.hpp` (files; the targets
/// quindex::io and quindex::io_compiled).
#pragma once

#include "quindex/compute/compute.hpp"
#include "quindex/compute/explain.hpp"
#include "quindex/compute/rank.hpp"
#include "quindex/frontier/frontier.hpp"
#include "quindex/model/panel_change.hpp"
#include "quindex/presets/presets.hpp"
#include "quindex/version.hpp"
