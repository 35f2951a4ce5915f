/// Small pieces of error messages: numbers as short as they can be read back, quoted words, "did you mean".
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <vector>

#include "quindex/config.hpp"

QUINDEX_BEGIN

/// The shortest decimal that reads back as the same double: 0.1, 100, 1e+300, nan.
[[nodiscard]] inline std::string number_text(double x) {
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), x);
  return {buffer.data(), end.ptr};
}

/// The number with four significant digits, for a sentence in which more would hide the point: 0.6667, 100.
[[nodiscard]] inline std::string brief_text(double x) {
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), x, std::chars_format::general, 4);
  return {buffer.data(), end.ptr};
}

/// The word in single quotes. An object, since as a function it would lose against std::quoted wherever that is
/// included.
inline constexpr auto quoted = [](std::string_view word) { return "'" + std::string(word) + "'"; };

/// The words joined by commas, at most `most` of them.
[[nodiscard]] inline std::string listed(const std::vector<std::string>& words, std::size_t most = 8) {
  std::string out;
  for (std::size_t i = 0; i < std::min(words.size(), most); ++i) out += (i == 0 ? "" : ", ") + quoted(words[i]);
  if (words.size() > most) out += " and " + std::to_string(words.size() - most) + " more";
  return out;
}

/// How many letters have to be inserted, removed, changed or swapped with their neighbour to turn one word into the
/// other.
[[nodiscard]] inline std::size_t edit_distance(std::string_view a, std::string_view b) {
  const std::size_t width = b.size() + 1;
  std::vector<std::size_t> d((a.size() + 1) * width);
  for (std::size_t j = 0; j < width; ++j) d[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    d[i * width] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = a[i - 1] == b[j - 1];
      d[i * width + j] =
          std::min({d[(i - 1) * width + j] + 1, d[i * width + j - 1] + 1, d[(i - 1) * width + j - 1] + (same ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i * width + j] = std::min(d[i * width + j], d[(i - 2) * width + j - 2] + 1);
    }
  }
  return d.back();
}

/// "did you mean 'min_max'?" when a candidate is near, otherwise the choices there are, at most eight.
[[nodiscard]] inline std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  constexpr std::size_t longest_word = 64;  // edit distance is quadratic; hostile input must not be slow
  if (word.size() <= longest_word) {
    const auto distance = [&](const std::string& c) {
      return c.size() <= longest_word ? edit_distance(word, c) : longest_word;
    };
    const std::string* nearest = nullptr;
    // At least half of a short word has to be right, two thirds of a long one.
    std::size_t least = std::max(std::min<std::size_t>(2, word.size() / 2), word.size() / 3) + 1;
    for (const std::string& c : candidates)
      if (const std::size_t d = distance(c); d < least) least = d, nearest = &c;
    if (nearest != nullptr) return "did you mean " + quoted(*nearest) + "?";
  }
  return candidates.empty() ? std::string{} : "there are " + listed(candidates);
}

QUINDEX_END
