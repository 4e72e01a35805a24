// What is wrong in the knowledge of a data folder and of a user's own tables.
#ifndef ENTENTE_CLI_CHECK_DATA_H_
#define ENTENTE_CLI_CHECK_DATA_H_

#include <string>
#include <vector>

namespace entente {

struct DataReport {
  std::vector<std::string> problems;  // "FILE:LINE: what is wrong"
  std::size_t tables = 0;             // files looked at
  std::size_t frames = 0;
};

// Reads every table of data_dir/world and of the user's folders, every lexicon and
// every rule. A file that cannot be loaded at all gives its first error; tables of
// names, ids, repeated rows and ties between rules are reported in full.
DataReport CheckData(const std::string& data_dir,
                     const std::vector<std::string>& world_dirs);

}  // namespace entente

#endif  // ENTENTE_CLI_CHECK_DATA_H_
