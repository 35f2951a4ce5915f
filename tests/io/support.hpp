#pragma once

#include <ctime>
#include <filesystem>
#include <gtest/gtest.h>
#include <string>
#include <string_view>

#include "quindex/error.hpp"
#include "quindex/io/text.hpp"

/// The kind and the text of what an action throws, "io_error: ..."; "nothing" when it throws nothing.
template <class Action>
std::string thrown_by(Action&& action) {
  try {
    action();
  } catch (const quindex::spec_error& e) {
    return std::string("spec_error: ") + e.what();
  } catch (const quindex::framework_error& e) {
    return std::string("framework_error: ") + e.what();
  } catch (const quindex::data_error& e) {
    return std::string("data_error: ") + e.what();
  } catch (const quindex::numeric_error& e) {
    return std::string("numeric_error: ") + e.what();
  } catch (const quindex::io_error& e) {
    return std::string("io_error: ") + e.what();
  }
  return "nothing";
}

/// Processor time this program has used: unlike the time of day it is not longer on a busy machine.
inline double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// A folder of the running test's own, empty at first.
inline std::filesystem::path scratch() {
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  const auto folder =
      std::filesystem::temp_directory_path() / (std::string(test->test_suite_name()) + "." + test->name());
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  return folder;
}

/// A file with a text in it.
inline std::filesystem::path file_with(const std::filesystem::path& file, std::string_view text) {
  quindex::io::write_file(file, text);
  return file;
}
