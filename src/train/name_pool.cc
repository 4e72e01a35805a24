#include "train/name_pool.h"

#include <string_view>

#include "base/check.h"
#include "base/files.h"
#include "base/strings.h"
#include "syntax/conllu.h"

namespace entente::train {
namespace {

constexpr std::size_t kLongestName = 6;

// A capital and a small letter: "NATO" and "4x4" keep their place, their shape tells.
bool IsCapitalised(std::string_view form) {
  return form.size() >= 2 && form[0] >= 'A' && form[0] <= 'Z' && form[1] >= 'a' &&
         form[1] <= 'z';
}

// One past the last word of the name that begins at `begin`.
std::size_t EndOfName(const std::vector<TrainWord>& words, std::size_t begin) {
  if (words[begin].name.part == NamePart::kUnit) return begin + 1;
  std::size_t end = begin + 1;
  while (end < words.size() && (words[end].name.part == NamePart::kInside ||
                                words[end].name.part == NamePart::kLast)) {
    ++end;
  }
  return end;
}

bool MayBeSwapped(const TrainWord& word) {
  return !word.name_unsure && IsCapitalised(word.form) &&
         (!word.tagged || (word.upos == Upos::kPropn && word.lemma == word.form));
}

// Calls use(kind, begin, end) for each name whose words may all be swapped.
template <typename Use>
void ForEachName(const std::vector<TrainWord>& words, const Use& use) {
  for (std::size_t i = 0; i < words.size();) {
    const NamePart part = words[i].name.part;
    if (part != NamePart::kUnit && part != NamePart::kBegin) {
      ++i;
      continue;
    }
    const std::size_t end = EndOfName(words, i);
    bool plain = end - i <= kLongestName;
    for (std::size_t k = i; k < end; ++k) plain = plain && MayBeSwapped(words[k]);
    if (plain) use(words[i].name.kind, i, end);
    i = end;
  }
}

}  // namespace

NamePool::NamePool(const std::vector<TrainSentence>& sentences) {
  for (const TrainSentence& sentence : sentences) {
    if (!sentence.named) continue;
    ForEachName(sentence.words, [&](NameKind kind, std::size_t begin, std::size_t end) {
      Name name;
      for (std::size_t k = begin; k < end; ++k) name.push_back(sentence.words[k].form);
      seen_[{kind, end - begin}].insert(std::move(name));
    });
  }
  Finish();
}

Status NamePool::AddFile(const std::string& path) {
  TRY(const std::string bytes, ReadFile(path));
  std::size_t number = 0;
  for (const std::string_view line : Split(bytes, '\n')) {
    ++number;
    if (line.empty()) continue;
    const auto cells = Split(line, '\t');
    NameTag tag;
    if (cells.size() != 2 || !ParseNameTag(StrCat("B-", cells[0]), tag)) {
      return Error{ErrorCode::kInvalid,
                   StrCat(path, ":", number, ": no kind and name")};
    }
    Name name;
    bool plain = true;
    for (const std::string_view word : Split(cells[1], ' ')) {
      plain = plain && IsCapitalised(word);
      name.emplace_back(word);
    }
    if (plain && name.size() <= kLongestName) {
      seen_[{tag.kind, name.size()}].insert(std::move(name));
    }
  }
  Finish();
  return std::monostate();
}

void NamePool::Finish() {
  names_.clear();
  for (const auto& [key, names] : seen_) names_[key].assign(names.begin(), names.end());
}

void NamePool::Swap(float share, Random& random, TrainSentence& sentence) const {
  if (!sentence.named) return;
  ForEachName(sentence.words, [&](NameKind kind, std::size_t begin, std::size_t end) {
    if (!random.Chance(share)) return;
    const auto found = names_.find({kind, end - begin});
    if (found == names_.end()) return;
    const Name& name = found->second[random.Below(found->second.size())];
    for (std::size_t k = begin; k < end; ++k) {
      TrainWord& word = sentence.words[k];
      word.form = name[k - begin];
      if (word.tagged) word.lemma = word.form;
    }
  });
}

}  // namespace entente::train
