/// Bodies of io/spec_file.hpp.
#pragma once

#include "quindex/io/spec_file.hpp"
#include "quindex/io/text.hpp"

QUINDEX_BEGIN
namespace io {
namespace detail {

/// The same problem, with the file before its place.
template <class Error>
[[noreturn]] void throw_from(std::string_view source, const Error& wrong) {
  issue about = wrong.about();
  if (!source.empty()) about.where = std::string(source) + (about.where.empty() ? "" : ": ") + about.where;
  throw Error(about);
}

}  // namespace detail

QUINDEX_INLINE spec parse_spec(std::string_view text, std::string_view source, const describe::extensions& functions) {
  const describe::value v = parse_json(text, source);
  try {
    return quindex::read_spec(v, functions);
  } catch (const spec_error& wrong) {
    detail::throw_from(source, wrong);
  } catch (const framework_error& wrong) {
    detail::throw_from(source, wrong);
  }
}

QUINDEX_INLINE spec read_spec(const std::filesystem::path& file, const describe::extensions& functions) {
  return parse_spec(read_file(file), file.string(), functions);
}

QUINDEX_INLINE void write_spec(const spec& s, const std::filesystem::path& file) {
  write_file(file, to_json(quindex::write_spec(s)) + "\n");
}

}  // namespace io
QUINDEX_END
