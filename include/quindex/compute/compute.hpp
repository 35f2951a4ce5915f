/// From a spec and a table to a result: validate, fit, apply, freeze.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "quindex/compute/result.hpp"
#include "quindex/compute/screen.hpp"
#include "quindex/model/panel.hpp"

QUINDEX_BEGIN

/// Estimates the spec's parameters from a table. Throws the first of `validate`'s problems.
[[nodiscard]] fitted fit(const spec& recipe, const table& data, const run_options& how = {});
/// Estimates the spec's parameters from all periods, or from one, the base period, so that scores compare over time.
[[nodiscard]] fitted fit(const spec& recipe, const panel& data, const std::optional<std::string>& base_period = {},
                         const run_options& how = {});
/// Fits and applies in one pass over the table.
[[nodiscard]] result compute(const spec& recipe, const table& data, const run_options& how = {});
/// Fits to all periods, or to one, and scores each of them.
[[nodiscard]] std::vector<result> compute(const spec& recipe, const panel& data,
                                          const std::optional<std::string>& base_period = {},
                                          const run_options& how = {});
/// The table after the spec's selection and preparation: its units and indicators in the framework's order, in the
/// units of measurement (or what treatment made of them).
[[nodiscard]] table prepare(const spec& recipe, const table& data, const run_options& how = {});

/// A spec whose estimated parameters are constants: publishable, comparable over years, computable without the data.
/// Custom methods stay what they are.
[[nodiscard]] spec freeze(const fitted& index);

/// All that is wrong with a spec itself; empty when nothing is.
[[nodiscard]] std::vector<issue> validate(const spec& recipe);
/// All that is wrong with a spec and with a table for it; empty when it can be computed.
[[nodiscard]] std::vector<issue> validate(const spec& recipe, const table& data);

QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/compute/impl/changes.ipp"
#include "quindex/compute/impl/compute.ipp"
#include "quindex/compute/impl/fit_group.ipp"
#include "quindex/compute/impl/freeze.ipp"
#include "quindex/compute/impl/panel.ipp"
#include "quindex/compute/impl/pipeline.ipp"
#include "quindex/compute/impl/problems.ipp"
#include "quindex/compute/impl/validate.ipp"
#endif
