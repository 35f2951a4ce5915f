/// Bodies of io/result_folder.hpp.
#pragma once

#include <system_error>

#include "quindex/base/text.hpp"
#include "quindex/io/impl/write_table.ipp"
#include "quindex/io/result_folder.hpp"
#include "quindex/io/spec_file.hpp"
#include "quindex/io/text.hpp"
#include "quindex/version.hpp"

QUINDEX_BEGIN
namespace io {
namespace detail {

/// Units × named columns.
QUINDEX_INLINE std::string units_csv(const labels& units, const std::vector<std::string>& columns, const matrix& values,
                                     csv_format format) {
  std::vector<std::string> row{"unit"};
  row.insert(row.end(), columns.begin(), columns.end());
  std::string out;
  append_csv_row(out, row, format);
  for (std::size_t i = 0; i < units.size(); ++i) {
    row[0] = units[i];
    for (std::size_t j = 0; j < columns.size(); ++j)
      row[j + 1] = number_or_nothing(values(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)));
    append_csv_row(out, row, format);
  }
  return out;
}

/// Contributions group by group; what cannot be had is added to the notes.
QUINDEX_INLINE std::string contributions_csv(const result& r, std::vector<note>& notes, csv_format format) {
  std::string out;
  append_csv_row(out, {"group", "unit", "child", "contribution"}, format);
  const framework& tree = r.framework();
  for (std::size_t g = 0; g < tree.size(); ++g) {
    if (!tree.about(g).is_group) continue;
    const std::string& group = tree.about(g).code;
    const std::vector<std::string> children = tree.children_of(g);
    try {
      const matrix parts = r.contributions(group);
      for (std::size_t i = 0; i < r.units().size(); ++i)
        for (std::size_t c = 0; c < children.size(); ++c)
          append_csv_row(out,
                         {group, r.units()[i], children[c],
                          number_or_nothing(parts(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(c)))},
                         format);
    } catch (const spec_error& wrong) {
      notes.push_back({wrong.where(), wrong.about().what, 0});
    }
  }
  return out;
}

QUINDEX_INLINE std::string lineage_csv(const result& r, csv_format format) {
  std::string out;
  append_csv_row(out, {"node", "step", "method", "present", "changed", "parameters"}, format);
  for (const lineage_entry& entry : r.lineage())
    append_csv_row(out,
                   {entry.node, entry.step, entry.method, std::to_string(entry.present), std::to_string(entry.changed),
                    describe::json_text(entry.parameters)},
                   format);
  return out;
}

QUINDEX_INLINE std::string notes_csv(const std::vector<note>& notes, csv_format format) {
  std::string out;
  append_csv_row(out, {"where", "what", "count"}, format);
  for (const note& n : notes) append_csv_row(out, {n.where, n.what, std::to_string(n.count)}, format);
  return out;
}

}  // namespace detail

QUINDEX_INLINE void write_result(const result& r, const std::filesystem::path& folder, csv_format format) {
  std::error_code problem;
  std::filesystem::create_directories(folder, problem);
  if (!std::filesystem::is_directory(folder, problem))
    throw io_error({folder.string(), "the folder cannot be made", "check its name and that you may write there"});
  std::vector<note> notes = r.notes();
  write_file(folder / "scores.csv", detail::units_csv(r.units(), r.nodes().codes(), r.scores(), format));
  write_file(folder / "ranks.csv", detail::units_csv(r.units(), r.nodes().codes(), r.ranks(), format));
  if (r.published().size() > 0) {
    std::vector<std::string> groups;
    for (const std::size_t g : r.framework().groups_inside_out()) groups.push_back(r.framework().about(g).code);
    write_file(folder / "published.csv", detail::units_csv(r.units(), groups, r.published(), format));
  }
  write_file(folder / "contributions.csv", detail::contributions_csv(r, notes, format));
  write_file(folder / "lineage.csv", detail::lineage_csv(r, format));
  write_file(folder / "notes.csv", detail::notes_csv(notes, format));
  write_spec(r.spec(), folder / "spec.json");
  write_file(folder / "about.json",
             to_json(describe::value::object{{"version", version}, {"data", r.digest()}}) + "\n");
}

}  // namespace io
QUINDEX_END
