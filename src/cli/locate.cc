#include "cli/locate.h"

#include <cstdio>
#include <filesystem>
#include <system_error>

#include "base/check.h"
#include "base/strings.h"

namespace entente {

Result<std::string> FindDataFolder(const EngineOptions& options) {
  std::string folder = options.data_dir;
  if (folder.empty()) {
    std::error_code
        ignored;  // an unreadable link leaves the path empty, which is not found
    const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
    const auto beside = program.parent_path() / "data";
    const auto shared = program.parent_path().parent_path() / "share" / "entente";
    folder = std::filesystem::exists(beside, ignored) ? beside : shared;
    if (!std::filesystem::exists(folder, ignored)) {
      return Error{ErrorCode::kNotFound,
                   StrCat("no data folder at ", beside.string(), " or ",
                          shared.string(), "; name it with --data")};
    }
  }
  return folder;
}

Result<Engine> LoadEngine(const EngineOptions& options) {
  TRY(const std::string folder, FindDataFolder(options));
  return Engine::Load({.data_dir = folder,
                       .world_dirs = options.world_dirs,
                       .is_rules_only = options.is_rules_only});
}

void Complain(const Error& error) {
  std::fprintf(stderr, "entente: %s\n", error.message.c_str());
}

}  // namespace entente
