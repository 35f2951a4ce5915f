/// Everything that reads and writes files: specs, tables, frameworks, results.
#pragma once

#include "quindex/io/csv.hpp"
#include "quindex/io/framework_file.hpp"
#include "quindex/io/json.hpp"
#include "quindex/io/result_folder.hpp"
#include "quindex/io/spec_file.hpp"
#include "quindex/io/table_file.hpp"
#include "quindex/io/text.hpp"
