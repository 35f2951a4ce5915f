/// All frontier methods: what users of them include.
#pragma once

#include "quindex/frontier/comparisons.hpp"
#include "quindex/frontier/data_envelopment.hpp"
#include "quindex/frontier/doubt.hpp"
#include "quindex/frontier/methods.hpp"
