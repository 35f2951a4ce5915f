// The compiled bodies of include/quindex/io; those of text and numbers first, since the others use what is inside them.
#include "quindex/io/impl/text.ipp"
//
#include "quindex/io/impl/number.ipp"
//
#include "quindex/io/impl/csv.ipp"
#include "quindex/io/impl/framework_file.ipp"
#include "quindex/io/impl/json.ipp"
#include "quindex/io/impl/result_folder.ipp"
#include "quindex/io/impl/spec_file.ipp"
#include "quindex/io/impl/table_file.ipp"
#include "quindex/io/impl/write_table.ipp"
