#include "train/corpus.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/check.h"
#include "base/files.h"
#include "base/strings.h"
#include "base/tsv.h"
#include "syntax/conllu.h"
#include "syntax/features.h"

namespace entente::train {
namespace {

struct NameColumn {
  std::vector<NameTag> tags;
  std::vector<bool> unsure;  // "?": neither a name nor none
};
using NamesById = std::map<std::string, NameColumn>;

Result<NamesById> ReadNameColumns(const std::string& path) {
  TRY(const std::string bytes, ReadFile(path));
  NamesById names;
  std::string id;
  std::size_t number = 0;
  for (const std::string_view line : Split(bytes, '\n')) {
    ++number;
    constexpr std::string_view kId = "# sent_id = ";
    if (line.substr(0, kId.size()) == kId) id = Trim(line.substr(kId.size()));
    if (line.empty() || line[0] == '#') continue;
    const auto cells = Split(line, '\t');
    NameTag tag;
    const bool unsure = cells.size() >= 3 && Trim(cells[2]) == "?";
    if (!unsure && (cells.size() < 3 || !ParseNameTag(Trim(cells[2]), tag))) {
      return Error{ErrorCode::kInvalid, StrCat(path, ":", number, ": no name tag")};
    }
    names[id].tags.push_back(tag);
    names[id].unsure.push_back(unsure);
  }
  return names;
}

// GUM's ways where they differ from EWT's, which the model follows: inside a name GUM
// gives a word its literal class ("United" is a verb, "Unite"), "people" the lemma
// "person", and each dash its own lemma.
void Harmonise(TrainWord& word) {
  const bool in_name = word.xpos == Xpos::kNnp || word.xpos == Xpos::kNnps;
  if (in_name && word.upos == Upos::kVerb) {
    word.class_unsure = true;
    word.lemma = word.form;
  }
  if (word.lemma == "person" && AsciiLower(word.form) == "people")
    word.lemma = "people";
  if (word.upos == Upos::kPunct) {
    word.lemma.clear();
    AppendPlain(word.form, word.lemma);
  }
}

TrainSentence Convert(const ConlluDocument& document, std::size_t index) {
  const Sentence& span = document.tokens.sentences[index];
  TrainSentence out;
  out.id = document.sentence_ids[index];
  out.genre = GenreOf(document.document_of[index]);
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    const SyntaxTable& syntax = document.syntax;
    TrainWord word;
    word.form = Slice(document.text, document.tokens.span[i]);
    word.space_before = (document.tokens.flags[i] & kSpaceBefore) != 0;
    word.continues = (document.tokens.flags[i] & kContinuesWord) != 0;
    word.tagged = true;
    word.upos = syntax.upos[i];
    word.xpos = syntax.xpos[i];
    word.feats = syntax.feats[i];
    word.lemma = syntax.lemma[i];
    word.head = syntax.head[i] == kNoWord
                    ? 0
                    : static_cast<int>(syntax.head[i] - span.begin) + 1;
    word.relation = syntax.relation[i];
    if (out.genre != "web") Harmonise(word);
    out.words.push_back(std::move(word));
  }
  return out;
}

// Wikipedia text was parted at blanks: closing marks and "n't" touch the word before.
bool TouchesLeft(std::string_view form) {
  return form == "," || form == "." || form == ")" || form == ";" || form == ":" ||
         form == "'s" || form == "?" || form == "!" || form == "n't" || form == "''";
}

}  // namespace

std::string GenreOf(std::string_view document) {
  const auto parts = Split(document, '_');
  if (parts.size() >= 3 && parts[0] == "GUM") return std::string(parts[1]);
  return "web";
}

Status AddNames(const std::string& path, ConlluDocument& document) {
  TRY(const NamesById by_id, ReadNameColumns(path));
  for (std::size_t i = 0; i < document.tokens.sentences.size(); ++i) {
    const Sentence& sentence = document.tokens.sentences[i];
    const auto found = by_id.find(document.sentence_ids[i]);
    // Another edition of the text may have split this sentence otherwise.
    if (found == by_id.end() ||
        found->second.tags.size() != std::size_t{sentence.end - sentence.begin}) {
      continue;
    }
    NameTag* names = document.syntax.name.data() + sentence.begin;
    const std::vector<NameTag>& tags = found->second.tags;
    std::copy(tags.begin(), tags.end(), names);
    ToBiluo(names, names + tags.size());
  }
  return std::monostate();
}

Result<std::vector<TrainSentence>> ReadTreebank(const std::string& path,
                                                const std::string& names) {
  TRY(const std::string bytes, ReadFile(path));
  TRY(const ConlluDocument document, ReadConllu(path, bytes));
  NamesById by_id;
  if (!names.empty()) {
    TRY(by_id, ReadNameColumns(names));
  }
  std::vector<TrainSentence> out;
  for (std::size_t i = 0; i < document.tokens.sentences.size(); ++i) {
    TrainSentence sentence = Convert(document, i);
    const auto found = by_id.find(sentence.id);
    if (found != by_id.end()) {
      // Another edition of the text may have split this sentence otherwise.
      std::vector<NameTag>& tags = found->second.tags;
      if (tags.size() == sentence.words.size()) {
        ToBiluo(tags.data(), tags.data() + tags.size());
        for (std::size_t k = 0; k < tags.size(); ++k) {
          sentence.words[k].name = tags[k];
          sentence.words[k].name_unsure = found->second.unsure[k];
        }
        sentence.named = true;
      }
    }
    out.push_back(std::move(sentence));
  }
  return out;
}

Result<std::vector<TrainSentence>> ReadNames(const std::string& path) {
  TRY(const std::string bytes, ReadFile(path));
  std::vector<TrainSentence> out;
  std::vector<TrainWord> words;
  std::vector<NameTag> tags;
  const auto close = [&] {
    if (tags.empty()) return;
    ToBiluo(tags.data(), tags.data() + tags.size());
    TrainSentence& sentence = out.emplace_back();
    sentence.named = true;
    sentence.genre = "names";
    sentence.words.swap(words);
    for (std::size_t k = 0; k < tags.size(); ++k) sentence.words[k].name = tags[k];
    tags.clear();
  };
  std::size_t number = 0;
  for (const std::string_view line : Split(bytes, '\n')) {
    ++number;
    const auto cells = SplitBlank(line);
    if (cells.empty()) {
      close();
      continue;
    }
    NameTag tag;
    if (cells.size() != 2 || !ParseNameTag(cells[1], tag)) {
      return Error{ErrorCode::kInvalid, StrCat(path, ":", number, ": no name tag")};
    }
    TrainWord word;
    word.form = cells[0];
    word.space_before = !TouchesLeft(word.form);
    words.push_back(std::move(word));
    tags.push_back(tag);
  }
  close();
  return out;
}

Result<std::vector<std::string>> ReadIrregularVerbs(const std::string& path) {
  TRY(const Tsv table, Tsv::Read(path));
  const Status columns = table.ExpectColumns({"id", "verb", "past", "participle"});
  if (!columns) return columns.error();
  std::map<std::string, std::set<std::string>> lemmas;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string verb(table.cell(row, 1));
    for (const std::size_t column : {std::size_t{2}, std::size_t{3}}) {
      for (const std::string_view form : Split(table.cell(row, column), ',')) {
        lemmas[std::string(Trim(form))].insert(verb);
      }
    }
  }
  std::vector<std::string> lines;
  for (const auto& [form, verbs] : lemmas) {
    if (form.empty() || verbs.size() > 1 || verbs.count(form) > 0) continue;
    lines.push_back(StrCat(form, "\t", *verbs.begin()));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

void Harmonise(const std::vector<TrainSentence>& treebank,
               std::vector<TrainSentence>& names) {
  std::unordered_map<std::string, int> adjectives;  // more often than not, if above 0
  for (const TrainSentence& sentence : treebank) {
    for (const TrainWord& word : sentence.words) {
      adjectives[word.form] += word.xpos == Xpos::kJj ? 1 : -1;
    }
  }
  for (TrainSentence& sentence : names) {
    for (TrainWord& word : sentence.words) {
      const auto found = adjectives.find(word.form);
      word.name_unsure = word.name.part == NamePart::kUnit &&
                         word.name.kind == NameKind::kMisc &&
                         found != adjectives.end() && found->second > 0;
    }
  }
}

LabelSet::LabelSet(const std::unordered_map<std::string, int>& counts, int least) {
  std::vector<std::pair<int, std::string>> sorted;
  for (const auto& [label, count] : counts) {
    if (count >= least) sorted.push_back({-count, label});
  }
  std::sort(sorted.begin(), sorted.end());
  for (auto& [count, label] : sorted) {
    index_.emplace(label, static_cast<int>(labels_.size()));
    labels_.push_back(std::move(label));
  }
}

int LabelSet::Find(std::string_view label) const {
  const auto found = index_.find(std::string(label));
  return found == index_.end() ? -1 : found->second;
}

}  // namespace entente::train
