/// What the two halves of the diagnoses share: words for choices, and lists of records as columns.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "bindings.hpp"
#include "quindex/base/text.hpp"
#include "quindex/error.hpp"
#include "quindex/numeric/association.hpp"

namespace quindex_python {

/// The choice a word stands for. Throws spec_error, naming the place, for any other word.
template <class Choice>
Choice choice_of(const std::string& where, const std::string& word,
                 const std::vector<std::pair<std::string, Choice>>& choices) {
  std::vector<std::string> words;
  for (const auto& choice : choices) {
    if (choice.first == word) return choice.second;
    words.push_back(choice.first);
  }
  throw qx::spec_error({where, "found " + qx::quoted(word), qx::did_you_mean(word, words)});
}

/// "pairwise" or "complete".
[[nodiscard]] inline qx::numeric::rows_used rows_of(const std::string& word) {
  return choice_of<qx::numeric::rows_used>(
      "rows", word, {{"pairwise", qx::numeric::rows_used::pairwise}, {"complete", qx::numeric::rows_used::complete}});
}

/// One member of each record as a list.
template <class Record, class Member>
py::list column_of_records(const std::vector<Record>& records, Member Record::*member) {
  py::list out;
  for (const Record& record : records) out.append(py::cast(record.*member));
  return out;
}

}  // namespace quindex_python
