/// A result as a folder of files that anybody can open.
#pragma once

#include <filesystem>

#include "quindex/compute/result.hpp"
#include "quindex/io/csv.hpp"

QUINDEX_BEGIN
namespace io {

/// Writes a result into a folder, which is made when it is not there.
///
/// | file | what is in it |
/// |---|---|
/// | `scores.csv`, `ranks.csv` | units × nodes |
/// | `published.csv` | units × groups after the spec's last rescaling, where it has one |
/// | `contributions.csv` | group, unit, child, contribution: they add up to the unit's score for the group |
/// | `lineage.csv` | what was done to each column, in order, with its parameters as JSON |
/// | `notes.csv` | what is worth knowing, contributions that cannot be had included |
/// | `spec.json` | the spec, which computes the same from the same table |
/// | `about.json` | the library's version and the fingerprint of the table |
///
/// Numbers are unrounded; missing ones are empty. Throws io_error.
void write_result(const result& r, const std::filesystem::path& folder, csv_format format = {});

}  // namespace io
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/io/impl/result_folder.ipp"
#endif
