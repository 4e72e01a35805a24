// entente-world NODE_MODULES TABLES OUT: compiles the npm packages and the tables of
// data/world into a world file. Run by the build (cmake/data.cmake).
#include <cstdio>
#include <string>

#include "base/files.h"
#include "world/compile/packages.h"
#include "world/tables.h"

namespace entente {
namespace {

Status Compile(const std::string& node_modules, const std::string& tables,
               const std::string& out) {
  WorldBuilder builder;
  if (const Status added = AddPackages(node_modules, builder); !added) return added;
  if (const Status added = ReadTables(tables, builder); !added) return added;
  if (const Status added = AddMissingDemonyms(node_modules, builder); !added)
    return added;
  return WriteFileAtomically(out, builder.Finish());
}

}  // namespace
}  // namespace entente

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: entente-world NODE_MODULES TABLES OUT\n", stderr);
    return 2;
  }
  const entente::Status done = entente::Compile(argv[1], argv[2], argv[3]);
  if (!done) std::fprintf(stderr, "entente-world: %s\n", done.error().message.c_str());
  return done ? 0 : 1;
}
