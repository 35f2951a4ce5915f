/// Ordered unique codes and their positions: the rows and columns of a table, the nodes of a framework.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "quindex/config.hpp"

QUINDEX_BEGIN

/// An immutable list of unique codes that knows the position of each; copies share their storage.
class labels {
 public:
  labels() : labels(std::vector<std::string>{}) {}
  labels(std::initializer_list<const char*> codes) : labels(std::vector<std::string>(codes.begin(), codes.end())) {}
  /// Takes the codes as they are; duplicates are kept and reported by `duplicate()`.
  labels(std::vector<std::string> codes) {  // NOLINT(google-explicit-constructor): a list of codes is a labels
    auto data = std::make_shared<store>();
    data->codes = std::move(codes);
    data->positions.reserve(data->codes.size());
    for (std::size_t i = 0; i < data->codes.size(); ++i)
      if (!data->positions.emplace(data->codes[i], i).second && !data->duplicate) data->duplicate = i;
    data_ = std::move(data);
  }

  [[nodiscard]] std::size_t size() const { return data_->codes.size(); }
  [[nodiscard]] bool is_empty() const { return data_->codes.empty(); }
  [[nodiscard]] const std::string& operator[](std::size_t i) const { return data_->codes[i]; }
  [[nodiscard]] const std::vector<std::string>& codes() const { return data_->codes; }
  [[nodiscard]] auto begin() const { return data_->codes.begin(); }
  [[nodiscard]] auto end() const { return data_->codes.end(); }

  /// The position of a code, or nothing.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view code) const {
    const auto at = data_->positions.find(code);
    return at == data_->positions.end() ? std::nullopt : std::optional(at->second);
  }
  [[nodiscard]] bool has(std::string_view code) const { return find(code).has_value(); }
  /// The position of the first code that stands here a second time, or nothing.
  [[nodiscard]] std::optional<std::size_t> duplicate() const { return data_->duplicate; }

  friend bool operator==(const labels& a, const labels& b) { return a.data_ == b.data_ || a.codes() == b.codes(); }

 private:
  struct store {
    std::vector<std::string> codes;
    std::unordered_map<std::string_view, std::size_t> positions;  // views into `codes`, which never moves
    std::optional<std::size_t> duplicate;
  };
  std::shared_ptr<const store> data_;
};

QUINDEX_END
