/// Bodies of io/csv.hpp: the reader and the writer.
#pragma once

#include <algorithm>
#include <array>
#include <utility>

#include "quindex/base/text.hpp"
#include "quindex/error.hpp"
#include "quindex/io/csv.hpp"
#include "quindex/io/text.hpp"

QUINDEX_BEGIN
namespace io {

/// Goes once over a text, field by field.
class csv_parser {
 public:
  csv_parser(std::string text, std::string source, char delimiter) : data_(std::make_shared<csv::store>()) {
    data_->text = std::move(text);
    data_->source = std::move(source);
    delimiter_ = delimiter;
    for (const char c : {delimiter, '"', '\r', '\n'}) special_[static_cast<unsigned char>(c)] = true;
  }
  [[nodiscard]] csv run() {
    check_encoding(data_->text, data_->source);
    text_ = without_byte_order_mark(data_->text);
    if (text_.find_first_not_of("\r\n") == std::string_view::npos)
      throw io_error(
          {data_->source.empty() ? "text" : data_->source, "the file is empty", "expected a header and rows"});
    read_header();
    while (at_ < text_.size()) read_row();
    return csv(std::move(data_));
  }

 private:
  [[noreturn]] void fail(std::size_t byte, std::string what, std::string hint) const {
    throw io_error({place_of(data_->source, position_of(text_, byte)), std::move(what), std::move(hint)});
  }
  [[nodiscard]] bool is_at_end_of_line() const {
    return at_ >= text_.size() || text_[at_] == '\n' || text_[at_] == '\r';
  }
  void pass_end_of_line() {
    if (at_ < text_.size() && text_[at_] == '\r') {
      if (at_ + 1 >= text_.size() || text_[at_ + 1] != '\n')
        fail(at_, "a carriage return stands without a line feed",
             "end lines with LF or CRLF, and put fields that hold a line end in quotes");
      ++at_;
    }
    ++at_;
    ++line_;
  }
  [[nodiscard]] std::string_view read_field() {
    if (at_ < text_.size() && text_[at_] == '"') return read_quoted();
    const std::size_t begin = at_;
    while (at_ < text_.size() && !special_[static_cast<unsigned char>(text_[at_])]) ++at_;
    if (at_ < text_.size() && text_[at_] == '"')
      fail(at_, "a quote stands inside a field that does not begin with one",
           "put the whole field in quotes and write the quote twice");
    return text_.substr(begin, at_ - begin);
  }
  [[nodiscard]] std::string_view read_quoted();
  /// Reads the fields of one line; returns how many there were.
  std::size_t read_fields() {
    std::size_t count = 1;
    data_->cells.push_back(read_field());
    for (; at_ < text_.size() && text_[at_] == delimiter_; ++count) {
      ++at_;
      data_->cells.push_back(read_field());
    }
    return count;
  }
  void read_header();
  void read_row();

  std::shared_ptr<csv::store> data_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  char delimiter_;
  std::array<bool, 256> special_{};
};

QUINDEX_INLINE std::string_view csv_parser::read_quoted() {
  const std::size_t open = at_++;
  const std::size_t begin = at_;
  std::string* joined = nullptr;
  std::size_t part = begin;
  for (;;) {
    const std::size_t quote = text_.find('"', at_);
    if (quote == std::string_view::npos)
      fail(open, "the quote that opens here is never closed", "close it, or write a quote inside a field twice");
    at_ = quote + 1;
    const bool is_doubled = at_ < text_.size() && text_[at_] == '"';
    if (is_doubled || joined != nullptr) {
      if (joined == nullptr) joined = &data_->unquoted.emplace_back();
      joined->append(text_.substr(part, quote - part + (is_doubled ? 1 : 0)));
    }
    if (!is_doubled) break;
    part = ++at_;
  }
  if (!is_at_end_of_line() && text_[at_] != delimiter_)
    fail(at_, "a quoted field goes on after its closing quote", "write a quote inside a field twice");
  const std::string_view field = text_.substr(begin, at_ - 1 - begin);
  line_ += static_cast<std::size_t>(std::count(field.begin(), field.end(), '\n'));
  return joined != nullptr ? std::string_view(*joined) : field;
}

QUINDEX_INLINE void csv_parser::read_header() {
  read_fields();
  pass_end_of_line();
  data_->header = labels(std::vector<std::string>(data_->cells.begin(), data_->cells.end()));
  data_->cells.clear();
  const std::string where = place_of(data_->source, 1);
  const auto& names = data_->header.codes();
  const auto nameless = std::find(names.begin(), names.end(), std::string{});
  if (nameless != names.end())
    throw io_error({where,
                    "column " + std::to_string(nameless - names.begin() + 1) + " of " + std::to_string(names.size()) +
                        " has no name",
                    "give every column a name, and remove empty columns"});
  if (const auto twice = data_->header.duplicate()) {
    const std::string& name = names[*twice];
    throw io_error({where,
                    "the column " + quoted(name) + " stands twice, as column " +
                        std::to_string(*data_->header.find(name) + 1) + " and " + std::to_string(*twice + 1),
                    "give every column a name of its own"});
  }
}

QUINDEX_INLINE void csv_parser::read_row() {
  const std::size_t columns = data_->header.size();
  const std::size_t line = line_;
  const bool is_blank = is_at_end_of_line();
  if (is_blank && text_.find_first_not_of("\r\n", at_) == std::string_view::npos) {
    at_ = text_.size();  // blank lines at the end of a file
    return;
  }
  const std::size_t found = read_fields();
  const std::string where = place_of(data_->source, line);
  if (is_blank && columns > 1) throw io_error({where, "the line is blank", "remove it"});
  if (found != columns)
    throw io_error({where,
                    "the row has " + std::to_string(found) + (found == 1 ? " field" : " fields") + ", the header has " +
                        std::to_string(columns),
                    "put fields that hold the delimiter in quotes"});
  pass_end_of_line();
  data_->lines.push_back(line);
}

QUINDEX_INLINE csv csv::parse(std::string text, std::string source, csv_format format) {
  if (format.delimiter != ',' && format.delimiter != ';' && format.delimiter != '\t')
    throw io_error({"delimiter", "found " + quoted(std::string_view(&format.delimiter, 1)),
                    "expected a comma, a semicolon or a tab"});
  return csv_parser(std::move(text), std::move(source), format.delimiter).run();
}

QUINDEX_INLINE csv read_csv(const std::filesystem::path& file, csv_format format) {
  return csv::parse(read_file(file), file.string(), format);
}

QUINDEX_INLINE void append_csv_row(std::string& out, const std::vector<std::string>& fields, csv_format format) {
  const std::string needs_quotes = std::string("\"\r\n") + format.delimiter;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) out += format.delimiter;
    if (fields[i].find_first_of(needs_quotes) == std::string::npos && !(fields.size() == 1 && fields[i].empty())) {
      out += fields[i];
      continue;
    }
    out += '"';
    for (const char c : fields[i]) {
      if (c == '"') out += '"';
      out += c;
    }
    out += '"';
  }
  out += '\n';
}

}  // namespace io
QUINDEX_END
