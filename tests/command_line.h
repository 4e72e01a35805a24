// CommandLine: a test that runs the program as a person or a script does.
#ifndef ENTENTE_TESTS_COMMAND_LINE_H_
#define ENTENTE_TESTS_COMMAND_LINE_H_

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/files.h"

namespace entente {

struct Outcome {
  int status = -1;
  std::string out;
  std::string error;
};

class CommandLine : public testing::Test {
 protected:
  CommandLine() { std::filesystem::create_directories(folder_); }
  ~CommandLine() override { std::filesystem::remove_all(folder_); }

  std::string Path(const std::string& name) const { return folder_ / name; }
  std::string Write(const std::string& name, const std::string& bytes) const {
    std::ofstream(Path(name), std::ios::binary) << bytes;
    return Path(name);
  }
  // Runs `entente ARGUMENTS` by the shell; `input` is its standard input.
  Outcome Run(const std::string& arguments, const std::string& input = "") const {
    const std::string in = Write("stdin", input);
    const std::string command = std::string(ENTENTE_PROGRAM) + " " + arguments + " <" +
                                in + " >" + Path("stdout") + " 2>" + Path("stderr");
    const int raw = std::system(command.c_str());
    return {.status = WIFEXITED(raw) ? WEXITSTATUS(raw) : -1,
            .out = ReadFile(Path("stdout")).value(),
            .error = ReadFile(Path("stderr")).value()};
  }

 private:
  const std::filesystem::path folder_ = std::filesystem::temp_directory_path() /
                                        ("entente_test_" + std::to_string(::getpid()));
};

inline constexpr char kNews[] =
    "Kenyan police arrested two Tanzanian journalists in Nairobi on Monday.\n";

}  // namespace entente

#endif  // ENTENTE_TESTS_COMMAND_LINE_H_
