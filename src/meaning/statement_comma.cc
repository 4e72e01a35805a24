#include "meaning/statement_comma.h"

#include <algorithm>

namespace entente {
namespace {

constexpr std::uint32_t kLongestName = 14;  // words of a name with its title
constexpr std::uint32_t kMostBeforeName = 3;
constexpr int kMostNames = 3;  // "his lawyer, Simon Hale, of Hale & Co,"

bool MaySpeak(const Mention& mention) {
  return mention.kind == ActorKind::kPerson ||
         mention.kind == ActorKind::kOrganisation || mention.kind == ActorKind::kRole ||
         mention.kind == ActorKind::kGroup;
}

// The longest mention of somebody that ends at `last`, or nullptr.
const Mention* MentionEndingAt(const StatementSource& source, std::uint32_t last) {
  const std::vector<Mention>& mentions = source.analysis.mentions.mentions;
  const std::uint32_t from = last > kLongestName ? last - kLongestName : 0;
  auto at = std::lower_bound(mentions.begin(), mentions.end(), from,
                             [](const Mention& mention, std::uint32_t word) {
                               return mention.first_word < word;
                             });
  for (; at != mentions.end() && at->first_word <= last; ++at) {
    if (at->last_word == last && MaySpeak(*at)) return &*at;
  }
  return nullptr;
}

bool IsComma(const StatementSource& source, std::uint32_t word) {
  return source.form(word) == ",";
}

bool IsPerson(const StatementSource& source, std::uint32_t word) {
  const std::uint32_t mention = word == kNoWord ? kNoWord : source.mention(word);
  return mention != kNoWord &&
         source.analysis.mentions.mentions[mention].kind == ActorKind::kPerson;
}

// Has the range a finite verb, and does it stand on its own?
bool IsSentence(const StatementSource& source, WordRange range) {
  std::uint32_t first = range.first;
  while (first < range.last && source.is_punct(first)) ++first;
  if (source.upos(first) == Upos::kSconj || source.xpos(first) == Xpos::kWrb) {
    return false;
  }
  for (std::uint32_t word = first; word <= range.last; ++word) {
    const bool is_verb =
        source.upos(word) == Upos::kVerb || source.upos(word) == Upos::kAux;
    const Xpos tag = source.xpos(word);
    if (is_verb && (tag == Xpos::kVbd || tag == Xpos::kVbz || tag == Xpos::kVbp ||
                    tag == Xpos::kMd)) {
      return true;
    }
  }
  return false;
}

// Has the verb something of its own that is said or done?
bool HasOwnMatter(const StatementSource& source, std::uint32_t verb,
                  const ReportingWord& entry, std::uint32_t speaker) {
  for (const std::uint32_t child : source.tree().children(verb)) {
    if (child < verb || child == speaker) continue;
    const Relation relation = Universal(source.relation(child));
    const bool is_hearer =
        entry.type == ReportingClass::kTell && relation == Relation::kObj;
    if (relation == Relation::kXcomp || relation == Relation::kCcomp ||
        (relation == Relation::kObj && !is_hearer)) {
      return true;
    }
  }
  return false;
}

}  // namespace

NameBeside NameBefore(const StatementSource& source, std::uint32_t verb) {
  NameBeside found;
  const std::uint32_t begin = source.sentence(verb).begin;
  std::uint32_t next = verb;
  for (int step = 0; step < kMostNames && next > begin; ++step) {
    std::uint32_t last = next - 1;
    const bool has_comma = IsComma(source, last);
    if (has_comma && last == begin) break;
    if (has_comma) --last;
    if (step > 0 && !has_comma) break;
    const Mention* mention = MentionEndingAt(source, last);
    if (mention == nullptr || mention->first_word < begin) break;
    if (found.head == kNoWord) found.head = mention->head_word;
    found.first = mention->first_word;
    next = mention->first_word;
  }
  return found;
}

std::uint32_t NameAfter(const StatementSource& source, std::uint32_t verb) {
  const std::vector<Mention>& mentions = source.analysis.mentions.mentions;
  const std::uint32_t first = verb + 1;
  auto at = std::lower_bound(mentions.begin(), mentions.end(), first,
                             [](const Mention& mention, std::uint32_t word) {
                               return mention.first_word < word;
                             });
  for (; at != mentions.end() && at->first_word <= first + kMostBeforeName; ++at) {
    // "said mountain guide Reto Lenz": nouns may stand before the name that we know.
    for (std::uint32_t word = first; word < at->first_word; ++word) {
      const Upos tag = source.upos(word);
      if (tag != Upos::kNoun && tag != Upos::kAdj && tag != Upos::kDet) return kNoWord;
    }
    if (MaySpeak(*at)) return at->head_word;
  }
  return kNoWord;
}

std::uint32_t NameOfRole(const StatementSource& source, std::uint32_t word,
                         std::uint32_t verb) {
  constexpr std::uint32_t kLongestRole = 8;  // words from its head to the comma
  if (source.upos(word) != Upos::kNoun) return kNoWord;
  const std::uint32_t end = source.sentence(word).end;
  std::uint32_t comma = word + 1;
  while (comma < end && comma < word + kLongestRole && !IsComma(source, comma)) {
    if (source.upos(comma) == Upos::kVerb || comma == verb) return kNoWord;
    ++comma;
  }
  if (comma + 1 >= end || !IsComma(source, comma)) return kNoWord;
  const std::vector<Mention>& mentions = source.analysis.mentions.mentions;
  auto at = std::lower_bound(mentions.begin(), mentions.end(), comma + 1,
                             [](const Mention& mention, std::uint32_t first) {
                               return mention.first_word < first;
                             });
  for (; at != mentions.end() && at->first_word == comma + 1; ++at) {
    const std::uint32_t next = at->last_word + 1;
    const bool is_closed = next >= end || next == verb || source.is_punct(next);
    if (at->kind == ActorKind::kPerson && is_closed &&
        source.upos(at->head_word) == Upos::kPropn) {
      return static_cast<std::uint32_t>(at - mentions.begin());
    }
  }
  return kNoWord;
}

CommaSpeech SpeechBeforeComma(const StatementSource& source, std::uint32_t verb,
                              const ReportingWord& entry) {
  const Xpos tag = source.xpos(verb);
  const bool is_finite = tag == Xpos::kVbd || tag == Xpos::kVbz || tag == Xpos::kVbp;
  const bool is_said =
      entry.type == ReportingClass::kSay || entry.type == ReportingClass::kTell;
  const std::uint32_t begin = source.sentence(verb).begin;
  if (!is_said || verb < begin + 3) return {};
  CommaSpeech speech;
  std::uint32_t comma = verb;
  if (is_finite) {
    const NameBeside before = NameBefore(source, verb);
    if (before.head != kNoWord && before.first > begin) {
      speech.speaker = before.head;
      comma = before.first - 1;
    }
  }
  if (!IsComma(source, comma) && entry.type == ReportingClass::kSay) {
    // "..., said X", whose verb may look like a participle.
    comma = verb - 1;
    speech.speaker = NameAfter(source, verb);
    if (!is_finite && (tag != Xpos::kVbn || !IsPerson(source, speech.speaker))) {
      return {};
    }
  }
  if (speech.speaker == kNoWord || !IsComma(source, comma) || comma == begin) {
    return {};
  }
  const WordRange range{begin, comma - 1};
  if (!IsSentence(source, range) || HasOwnMatter(source, verb, entry, speech.speaker)) {
    return {};
  }
  speech.content = {range};
  return speech;
}

}  // namespace entente
