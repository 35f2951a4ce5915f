// Whatever the text, reading a spec gives a spec or a quindex::error, and a spec that was read survives being written.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>

#include "quindex/io/spec_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::optional<quindex::spec> spec;
  try {
    spec = quindex::io::parse_spec({reinterpret_cast<const char*>(data), size}, "fuzz.json");
  } catch (const quindex::error&) {
    return 0;
  }
  if (quindex::io::parse_spec(quindex::io::to_json(quindex::write_spec(*spec))) != *spec) std::abort();
  return 0;
}
