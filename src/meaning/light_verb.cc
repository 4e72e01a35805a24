#include "meaning/light_verb.h"

#include <algorithm>

#include "base/check.h"
#include "base/strings.h"
#include "base/tsv.h"

namespace entente {

Result<LightVerbTable> LightVerbTable::Read(const std::string& path) {
  TRY(const Tsv table, Tsv::Read(path));
  const Status header = table.ExpectColumns({"id", "verb", "nouns", "voice"});
  if (!header) return header.error();
  LightVerbTable light;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto words = SplitBlank(table.cell(row, 1));
    if (words.empty() || words.size() > 3) {
      return table.Complain(row, "a verb, and at most two words after it");
    }
    Entry entry;
    // "take part in": the noun that is idiom counts as part of the verb's tail.
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (i > 1) entry.tail += ' ';
      entry.tail += words[i];
    }
    if (table.cell(row, 2) == "*") {
      entry.takes_every_act = true;
    } else {
      for (const std::string_view noun : Split(table.cell(row, 2), ',')) {
        entry.nouns.emplace_back(noun);
      }
      std::sort(entry.nouns.begin(), entry.nouns.end());
    }
    const std::string_view voice = table.cell(row, 3);
    if (voice != "active" && voice != "passive") {
      return table.Complain(row, "the voice is 'active' or 'passive'");
    }
    entry.voice = voice == "active" ? LightVoice::kActive : LightVoice::kPassive;
    light.verbs_[std::string(words[0])].push_back(std::move(entry));
  }
  return light;
}

std::vector<std::string> LightVerbTable::Verbs() const {
  std::vector<std::string> verbs;
  for (const auto& entry : verbs_) verbs.push_back(entry.first);
  std::sort(verbs.begin(), verbs.end());
  return verbs;
}

std::optional<LightVoice> LightVerbTable::Find(std::string_view verb,
                                               std::string_view tail,
                                               std::string_view noun,
                                               bool is_act) const {
  const std::vector<Entry>* entries = FindLemma(verbs_, verb);
  if (entries == nullptr) return std::nullopt;
  for (const Entry& entry : *entries) {
    if (entry.tail != tail) continue;
    if (entry.takes_every_act && is_act) return entry.voice;
    if (std::binary_search(entry.nouns.begin(), entry.nouns.end(), noun)) {
      return entry.voice;
    }
  }
  return std::nullopt;
}

}  // namespace entente
