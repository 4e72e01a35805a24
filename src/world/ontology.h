// Ontology: the event codes: PLOVER's types and modes with quad class and score, its
// contexts, and the CAMEO codes that map onto them. Tables: data/world/plover.tsv,
// contexts.tsv, cameo.tsv.
#ifndef ENTENTE_WORLD_ONTOLOGY_H_
#define ENTENTE_WORLD_ONTOLOGY_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace entente {

class Ontology {
 public:
  struct Type {
    std::string type;  // "ASSAULT"
    std::string mode;  // "firearms", or ""
    std::string quad;  // "material conflict"
    double score = 0;  // -10 .. 10, Goldstein's scale
  };
  struct Cameo {
    std::string code;  // "193"
    std::string type;
    std::string mode;
    std::vector<std::string> contexts;
    std::string label;
  };

  // Reads the three tables of a folder.
  // Returns kNotFound for a missing one, kCorrupt for a wrong one, naming the line.
  static Result<Ontology> Read(const std::string& dir);

  // The row of a type and mode; of the type alone where the mode is not in the table;
  // nothing for an unknown type.
  const Type* Find(std::string_view type, std::string_view mode) const;
  bool HasMode(std::string_view type, std::string_view mode) const;
  bool HasContext(std::string_view context) const;

  // Where a CAMEO code of 2 to 4 digits maps to; a code that is not in the table falls
  // back to its first three, then two digits. Nothing for what is no CAMEO code.
  const Cameo* FindCameo(std::string_view code) const;

  const std::vector<Type>& types() const { return types_; }
  const std::vector<std::string>& contexts() const { return contexts_; }
  const std::vector<Cameo>& cameo() const { return cameo_; }

 private:
  std::vector<Type> types_;            // sorted by type, mode
  std::vector<std::string> contexts_;  // in the order of the codebook
  std::vector<Cameo> cameo_;           // sorted by code
};

}  // namespace entente

#endif  // ENTENTE_WORLD_ONTOLOGY_H_
