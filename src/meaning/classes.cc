#include "meaning/classes.h"

#include <algorithm>

#include "base/check.h"
#include "base/strings.h"
#include "base/tsv.h"

namespace entente {

Result<WordClasses> WordClasses::Read(const std::string& path) {
  TRY(const Tsv table, Tsv::Read(path));
  const Status header = table.ExpectColumns({"id", "class", "lemmas"});
  if (!header) return header.error();
  WordClasses classes;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::uint32_t id = classes.names_.Intern(table.cell(row, 1));
    for (const std::string_view lemma : Split(table.cell(row, 2), ',')) {
      if (Trim(lemma).empty()) return table.Complain(row, "an empty lemma");
      auto& list = classes.lemmas_[std::string(Trim(lemma))];
      if (std::find(list.begin(), list.end(), id) == list.end()) list.push_back(id);
    }
  }
  return classes;
}

bool WordClasses::Contains(std::uint32_t class_id, std::string_view lemma) const {
  const std::vector<std::uint32_t>* list = Of(lemma);
  return list != nullptr &&
         std::find(list->begin(), list->end(), class_id) != list->end();
}

}  // namespace entente
