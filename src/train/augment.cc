#include "train/augment.h"

#include <utility>

#include "base/strings.h"
#include "syntax/features.h"

namespace entente::train {
namespace {

void AllCapitals(std::string& form) {
  for (char& c : form) c = IsAsciiLower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

// Headlines capitalise all but short function words.
bool StaysSmall(const TrainWord& word, std::size_t index) {
  return index > 0 && word.form.size() <= 3 &&
         (word.upos == Upos::kAdp || word.upos == Upos::kDet ||
          word.upos == Upos::kCconj || word.upos == Upos::kPart);
}

void CurlyQuotes(TrainSentence& sentence) {
  bool open = false;
  for (TrainWord& word : sentence.words) {
    if (word.form == "\"") {
      open = !open;
      word.form = open ? "\xE2\x80\x9C" : "\xE2\x80\x9D";
      continue;
    }
    const std::size_t at = word.form.find('\'');
    if (at != std::string::npos) word.form.replace(at, 1, "\xE2\x80\x99");
  }
}

// Two neighbours exchanged, one letter lost or doubled, in a word of five or more.
void Mistype(TrainSentence& sentence, Random& random) {
  TrainWord& word = sentence.words[random.Below(sentence.words.size())];
  std::string& form = word.form;
  if (form.size() < 5) return;
  for (const char c : form) {
    if (!IsAsciiLower(c)) return;
  }
  const std::size_t at = 1 + random.Below(form.size() - 2);
  switch (random.Below(3)) {
    case 0:
      std::swap(form[at], form[at + 1]);
      break;
    case 1:
      form.erase(at, 1);
      break;
    default:
      form.insert(at, 1, form[at]);
  }
}

void DropFinalStop(TrainSentence& sentence) {
  if (sentence.words.size() < 3 || sentence.words.back().form != ".") return;
  const auto last = static_cast<int>(sentence.words.size());
  for (const TrainWord& word : sentence.words) {
    if (word.head == last) return;
  }
  if (sentence.words.back().head == 0) return;
  sentence.words.pop_back();
}

}  // namespace

TrainSentence WithNoise(const TrainSentence& sentence, const NamePool& pool, float swap,
                        Random& random) {
  TrainSentence out = sentence;
  pool.Swap(swap, random, out);
  const float kind = random.Unit();
  if (kind < 0.02F) {
    for (TrainWord& word : out.words) AllCapitals(word.form);
  } else if (kind < 0.06F) {
    for (std::size_t i = 0; i < out.words.size(); ++i) {
      std::string& form = out.words[i].form;
      if (out.words[i].continues || StaysSmall(out.words[i], i)) continue;
      CapitaliseInPlace(form.data(), form.data() + form.size());
    }
  } else if (kind < 0.08F) {
    for (TrainWord& word : out.words) {
      LowerInPlace(word.form.data(), word.form.data() + word.form.size());
    }
  }
  if (random.Chance(0.08F)) DropFinalStop(out);
  if (random.Chance(0.4F)) CurlyQuotes(out);
  if (random.Chance(0.05F)) Mistype(out, random);
  return out;
}

}  // namespace entente::train
