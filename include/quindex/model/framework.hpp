/// The tree of an index: checked once, then immutable.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quindex/base/labels.hpp"
#include "quindex/model/node.hpp"

QUINDEX_BEGIN

/// A validated tree of groups and indicators, of any depth, with branches of unequal depth; copies share their storage.
///
/// Nodes are numbered in the order they are written, a group before its children; node 0 is the index itself.
class framework {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  /// A node in its place.
  struct place {
    std::size_t parent = none;            ///< Number of the group it belongs to; `none` for the index.
    std::vector<std::size_t> children{};  ///< Numbers of its children; empty for an indicator.
    std::size_t level = 1;                ///< 1 for an indicator, one more than the highest child for a group.
    std::size_t depth = 0;                ///< Steps from the index.
  };

  framework() = default;
  /// Checks the tree. Throws framework_error for an empty or repeated code, a group without children, a weight that is
  /// negative, not finite or zero for all siblings, and goalposts that are reversed, equal or
  /// beside the optimum.
  framework(node root);  // NOLINT(google-explicit-constructor): a tree is a framework
  /// All that is wrong with a tree; empty when a framework can be made of it.
  [[nodiscard]] static std::vector<issue> problems(const node& root);

  [[nodiscard]] bool is_empty() const { return data_ == nullptr; }
  [[nodiscard]] std::size_t size() const { return data_ ? data_->nodes.size() : 0; }
  /// The tree as it was written.
  [[nodiscard]] const node& root() const { return data_->root; }
  /// Code and options of a node; its `children` are left out (see `at`).
  [[nodiscard]] const node& about(std::size_t i) const { return data_->nodes[i]; }
  /// Parent, children, level and depth of a node.
  [[nodiscard]] const place& at(std::size_t i) const { return data_->places[i]; }
  /// The codes of all nodes, in order.
  [[nodiscard]] const labels& codes() const { return data_->codes; }
  /// The numbers of the indicators, in order.
  [[nodiscard]] const std::vector<std::size_t>& indicators() const { return data_->indicators; }
  /// The numbers of the groups, every group after the groups inside it: the order of computing.
  [[nodiscard]] const std::vector<std::size_t>& groups_inside_out() const { return data_->groups; }
  /// The codes of a group's children, in order.
  [[nodiscard]] std::vector<std::string> children_of(std::size_t i) const;
  /// Is node `i` the node `above` or below it?
  [[nodiscard]] bool is_within(std::size_t i, std::size_t above) const;
  /// The name of a node in a language, else its plain name, else its code.
  [[nodiscard]] const std::string& name_of(std::size_t i, std::string_view language = {}) const;

  friend bool operator==(const framework& a, const framework& b) {
    return a.data_ == b.data_ || (a.data_ && b.data_ && a.data_->root == b.data_->root);
  }

 private:
  struct store {
    node root;
    std::vector<node> nodes;
    std::vector<place> places;
    labels codes;
    std::vector<std::size_t> indicators;
    std::vector<std::size_t> groups;
  };
  static std::size_t lay_out(store& s, const node& n, std::size_t parent, std::size_t depth);
  std::shared_ptr<const store> data_;
};

/// One row of a flat table of indicators, as people keep it in a spreadsheet.
struct framework_row {
  std::string code;
  std::string parent{};  ///< Code of the group; empty for the index.
  node_options about{};
};

/// Builds the tree from rows in any order; a row that is somebody's parent is a group. Throws framework_error for an
/// unknown parent, a cycle, no root or several.
[[nodiscard]] framework framework_from_rows(const std::vector<framework_row>& rows);
/// The rows of a framework, the index first.
[[nodiscard]] std::vector<framework_row> framework_rows(const framework& tree);

QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/model/impl/framework.ipp"
#endif
