#include "meaning/statement_voice.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "base/strings.h"

namespace entente {
namespace {

bool IsOneOf(std::string_view form, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), AsciiLower(form)) != words.end();
}

bool IsFirstPerson(std::string_view form) {
  return IsOneOf(form, {"i", "we", "us", "me", "myself"});
}

class VoiceResolver {
 public:
  VoiceResolver(const StatementSource& source, const std::vector<SpeakerWord>& speakers,
                std::vector<Statement>& statements)
      : source_(source), speakers_(speakers), statements_(statements) {}

  void Run();

 private:
  void TakeParent(std::size_t index);
  void TakeLast(std::size_t index);
  void TakeName(std::size_t index);
  bool IsNamedSince(EntityId entity, std::uint32_t from, std::uint32_t to) const;
  std::optional<EntityId> Interviewed() const;
  std::uint32_t FirstQuestion(std::size_t least) const;

  bool IsPerson(EntityId entity) const {
    return entity.valid() &&
           source_.analysis.mentions.entities[entity.value].kind == ActorKind::kPerson;
  }

  const StatementSource& source_;
  const std::vector<SpeakerWord>& speakers_;
  std::vector<Statement>& statements_;
  std::size_t last_ = SIZE_MAX;  // the outermost statement before, said by somebody
};

// A name that stands in no mention, of an entity that is named so elsewhere.
void VoiceResolver::TakeName(std::size_t index) {
  const std::uint32_t word = speakers_[index].word;
  if (word == kNoWord || statements_[index].speaker.valid() ||
      source_.upos(word) != Upos::kPropn) {
    return;
  }
  const std::string_view name = source_.form(word);
  const auto& entities = source_.analysis.mentions.entities;
  for (std::uint32_t id = 0; id < entities.size(); ++id) {
    const std::string_view full = entities[id].name;
    const bool is_last = full.size() > name.size() && full.ends_with(name) &&
                         full[full.size() - name.size() - 1] == ' ';
    if (full == name || is_last) {
      statements_[index].speaker = EntityId{id};
      return;
    }
  }
}

void VoiceResolver::TakeParent(std::size_t index) {
  Statement& statement = statements_[index];
  const std::uint32_t word = speakers_[index].word;
  if (!statement.parent.valid() || word == kNoWord ||
      !IsFirstPerson(source_.form(word))) {
    return;
  }
  const Statement& parent = statements_[statement.parent.value];
  if (parent.kind != SpeechKind::kIndirect && parent.speaker.valid()) {
    statement.speaker = parent.speaker;
  }
}

// Is the entity named outside quotations among the words from..to?
bool VoiceResolver::IsNamedSince(EntityId entity, std::uint32_t from,
                                 std::uint32_t to) const {
  const std::vector<Mention>& mentions = source_.analysis.mentions.mentions;
  auto at = std::lower_bound(mentions.begin(), mentions.end(), from,
                             [](const Mention& mention, std::uint32_t word) {
                               return mention.first_word < word;
                             });
  for (; at != mentions.end() && at->first_word < to; ++at) {
    if (at->entity == entity && at->kind != ActorKind::kPronoun &&
        source_.quotes.at[at->head_word] == QuotationTable::kNone) {
      return true;
    }
  }
  return false;
}

// "he said" after "X said": X, unless somebody else was named in between.
void VoiceResolver::TakeLast(std::size_t index) {
  Statement& statement = statements_[index];
  const SpeakerWord& speaker = speakers_[index];
  if (last_ == SIZE_MAX) return;
  const Statement& last = statements_[last_];
  if (speaker.is_previous) {
    statement.speaker = last.speaker;
    statement.speaker_span = last.speaker_span;
    return;
  }
  if (speaker.word == kNoWord || statement.parent.valid() || statement.is_thought)
    return;
  const std::string_view form = source_.form(speaker.word);
  if (!IsOneOf(form, {"he", "she"}) || !IsPerson(last.speaker)) return;
  const std::uint32_t before = speakers_[last_].word;
  if (before == kNoWord || before >= speaker.word) return;
  const std::string_view before_form = source_.form(before);
  const bool is_other = IsOneOf(before_form, {"he", "she"}) &&
                        AsciiLower(before_form) != AsciiLower(form);
  const std::uint32_t gap =
      source_.quotes.paragraph[speaker.word] - source_.quotes.paragraph[before];
  constexpr std::uint32_t kParagraphs = 3;
  if (is_other || gap > kParagraphs || !last.speaker.valid()) return;
  const bool is_named = statement.speaker.valid() &&
                        statement.speaker != last.speaker &&
                        IsNamedSince(statement.speaker, before + 1, speaker.word);
  if (!is_named) statement.speaker = last.speaker;
}

// The person that a text of questions and answers is with: of those named before its
// first question, the one named most there, the first of equals.
std::optional<EntityId> VoiceResolver::Interviewed() const {
  constexpr std::size_t kLeastQuestions = 2;
  const std::uint32_t opening = FirstQuestion(kLeastQuestions);
  if (opening == kNoWord) return std::nullopt;
  std::vector<std::uint32_t> counts(source_.analysis.mentions.entities.size(), 0);
  std::optional<EntityId> best;
  for (const Mention& mention : source_.analysis.mentions.mentions) {
    if (mention.first_word >= opening) break;
    if (IsPerson(mention.entity)) ++counts[mention.entity.value];
  }
  for (const Mention& mention : source_.analysis.mentions.mentions) {
    if (mention.first_word >= opening) break;
    if (!IsPerson(mention.entity)) continue;
    if (!best || counts[mention.entity.value] > counts[best->value])
      best = mention.entity;
  }
  return best;
}

// Where the first question to "you" stands, in a text that has `least` of them (one
// where it calls itself an interview); else kNoWord.
std::uint32_t VoiceResolver::FirstQuestion(std::size_t least) const {
  constexpr std::size_t kOpening = 3;  // sentences
  std::size_t questions = 0;
  std::uint32_t first = kNoWord;
  std::size_t number = 0;
  for (const Sentence& sentence : source_.analysis.tokens->sentences) {
    bool is_asked = false;
    bool has_you = false;
    for (std::uint32_t word = sentence.begin; word < sentence.end; ++word) {
      if (number < kOpening && source_.lemma(word) == "interview") least = 1;
      if (source_.quotes.at[word] != QuotationTable::kNone) continue;
      is_asked = is_asked || source_.form(word) == "?";
      has_you = has_you || IsOneOf(source_.form(word), {"you", "your"});
    }
    ++number;
    if (!is_asked || !has_you) continue;
    ++questions;
    first = std::min(first, sentence.begin);
  }
  return questions >= least ? first : kNoWord;
}

void VoiceResolver::Run() {
  bool needs_interview = false;
  const auto is_open = [&](std::size_t index) {
    const std::uint32_t word = speakers_[index].word;
    return word != kNoWord && !statements_[index].speaker.valid() &&
           source_.quotes.at[word] == QuotationTable::kNone &&
           (IsFirstPerson(source_.form(word)) || IsOneOf(source_.form(word), {"you"}));
  };
  for (std::size_t index = 0; index < statements_.size(); ++index) {
    TakeName(index);
    TakeParent(index);
    TakeLast(index);
    needs_interview = needs_interview || is_open(index);
    const Statement& statement = statements_[index];
    // Who is said to think something may be who speaks next, if named.
    const std::uint32_t word = speakers_[index].word;
    const bool is_voice = !statement.is_thought ||
                          (word != kNoWord && source_.upos(word) == Upos::kPropn);
    if (!statement.parent.valid() && is_voice && statement.speaker_span) last_ = index;
  }
  if (!needs_interview) return;
  const std::optional<EntityId> interviewed = Interviewed();
  if (!interviewed) return;
  for (std::size_t index = 0; index < statements_.size(); ++index) {
    if (is_open(index)) statements_[index].speaker = *interviewed;
  }
}

}  // namespace

void ResolveSpeakers(const StatementSource& source,
                     const std::vector<SpeakerWord>& speakers,
                     std::vector<Statement>& statements) {
  VoiceResolver(source, speakers, statements).Run();
}

}  // namespace entente
