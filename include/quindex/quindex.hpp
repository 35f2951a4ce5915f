/// Everything but files: what tutorials include.
#pragma once

#include "quindex/compute/compute.hpp"
#include "quindex/compute/explain.hpp"
#include "quindex/compute/rank.hpp"
#include "quindex/frontier/frontier.hpp"
#include "quindex/model/panel_change.hpp"
#include "quindex/presets/presets.hpp"
#include "quindex/version.hpp"
