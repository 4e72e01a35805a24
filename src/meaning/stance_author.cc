#include "meaning/stance_author.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

namespace entente {
namespace {

constexpr double kLeast = .1;       // weighed sum that shows a stance
constexpr double kClose = 1.0;      // describes the actor itself
constexpr double kSameClause = .6;  // stands beside the actor in one clause
constexpr double kFar = .4;         // stands in a clause above or below the actor's
constexpr double kNegated = -0.6;   // "did not lie"
constexpr int kMostSteps = 10;      // of a walk up the tree

struct Word {
  std::uint32_t at = 0;
  PolaritySlot slot = PolaritySlot::kOf;
  PolarityWord entry;
};

class AuthorReader {
 public:
  AuthorReader(const Analysis& analysis, const PolarityLexicon& lexicon,
               const StanceParties& parties, std::vector<Stance>& stances)
      : analysis_(analysis), lexicon_(lexicon), parties_(parties), stances_(stances) {}

  void Read();

 private:
  void ReadSentence(const Sentence& sentence, std::size_t first_mention,
                    std::size_t last_mention);
  void Collect(const Sentence& sentence);
  void Judge(const Mention& mention);
  double WeightOf(const Word& word, std::uint32_t target) const;
  double WeightInClause(const Word& word, std::uint32_t target) const;
  bool IsAbout(std::uint32_t word, std::uint32_t target) const;
  bool IsNegated(std::uint32_t word) const;
  bool IsKnown(EntityId to, TextSpan sentence) const;
  std::uint32_t ClauseOver(std::uint32_t word) const;

  Relation relation(std::uint32_t word) const {
    return analysis_.syntax->relation[word];
  }
  std::uint32_t head(std::uint32_t word) const { return analysis_.syntax->head[word]; }

  const Analysis& analysis_;
  const PolarityLexicon& lexicon_;
  const StanceParties& parties_;
  std::vector<Stance>& stances_;
  std::vector<Word> words_;  // of the sentence
  std::vector<EntityId> judged_;
  TextSpan sentence_;
};

void AuthorReader::Collect(const Sentence& sentence) {
  words_.clear();
  const auto add = [&](std::uint32_t at, PolaritySlot slot) {
    const PolarityWord* entry = lexicon_.Find(slot, analysis_.syntax->lemma[at]);
    if (entry != nullptr) words_.push_back({at, slot, *entry});
    return entry != nullptr;
  };
  for (std::uint32_t at = sentence.begin; at < sentence.end; ++at) {
    switch (analysis_.syntax->upos[at]) {
      case Upos::kVerb:
        add(at, PolaritySlot::kSubject);
        add(at, PolaritySlot::kObject);
        break;
      case Upos::kNoun:
      case Upos::kAdj:
        add(at, PolaritySlot::kOf);
        break;
      case Upos::kAdv:
        add(at, PolaritySlot::kManner);
        break;
      default:
        break;
    }
  }
}

// The clause (by its predicate's word) that a word stands in, or kNoWord.
std::uint32_t AuthorReader::ClauseOver(std::uint32_t word) const {
  const auto& at = analysis_.clauses.clause_at;
  for (int step = 0; step < kMostSteps && word != kNoWord; ++step, word = head(word)) {
    const bool is_verbal = analysis_.syntax->upos[word] == Upos::kVerb ||
                           analysis_.tree.ChildBy(word, Relation::kCop) != kNoWord;
    if (word < at.size() && is_verbal) return word;
  }
  return kNoWord;
}

bool AuthorReader::IsNegated(std::uint32_t word) const {
  const auto& clauses = analysis_.clauses;
  const std::uint32_t over = ClauseOver(word);
  if (over == kNoWord || over >= clauses.clause_at.size()) return false;
  const std::uint32_t index = clauses.clause_at[over];
  return index != kNoWord && clauses.clauses[index].is_negated;
}

// Does the noun or adjective describe the target, or belong to it?
bool AuthorReader::IsAbout(std::uint32_t word, std::uint32_t target) const {
  const std::uint32_t up = head(word);
  if (up == target) return true;  // "the disgraced senator", "X, a liar"
  if (head(target) == word) {     // "X is corrupt", "X's scandal"; not "the risk to X"
    const std::uint32_t mark = analysis_.tree.ChildBy(target, Relation::kCase);
    const bool is_towards = mark != kNoWord && relation(target) == Relation::kNmod &&
                            (analysis_.syntax->lemma[mark] == "to" ||
                             analysis_.syntax->lemma[mark] == "on");
    return !is_towards;
  }
  // "X's disastrous policy", "X was a great president".
  return up != kNoWord && up == head(target) && relation(word) == Relation::kAmod &&
         Universal(relation(target)) != Relation::kConj;
}

double AuthorReader::WeightInClause(const Word& word, std::uint32_t target) const {
  const std::uint32_t own = ClauseOver(target);
  const std::uint32_t its = ClauseOver(word.at);
  if (own == kNoWord || its == kNoWord) return 0;
  if (own == its) return kSameClause;
  // A clause that the actor's own governs as its words is what the actor says.
  const bool is_near = head(its) == own || head(own) == its;
  if (!is_near) return kFar / 2;
  return kFar;
}

double AuthorReader::WeightOf(const Word& word, std::uint32_t target) const {
  const bool is_verb =
      word.slot == PolaritySlot::kSubject || word.slot == PolaritySlot::kObject;
  if (!is_verb) {
    return IsAbout(word.at, target) ? kClose : WeightInClause(word, target);
  }
  const std::uint32_t index = analysis_.clauses.clause_at[word.at];
  if (index == kNoWord) return 0;
  const Slot slot =
      word.slot == PolaritySlot::kSubject ? Slot::kSubject : Slot::kObject;
  const auto arguments =
      analysis_.clauses.arguments_of(analysis_.clauses.clauses[index]);
  const auto is_filled = [&](Slot wanted) {
    return std::any_of(
        arguments.begin(), arguments.end(), [&](const Argument& argument) {
          if (argument.slot != wanted || argument.word == kNoWord) return false;
          return argument.word == target ||
                 (head(target) == argument.word && relation(target) != Relation::kConj);
        });
  };
  if (is_filled(slot)) return kClose;
  // What one does to somebody says little of the other.
  if (is_filled(slot == Slot::kSubject ? Slot::kObject : Slot::kSubject)) return 0;
  return WeightInClause(word, target) * 0.5;
}

bool AuthorReader::IsKnown(EntityId to, TextSpan sentence) const {
  return std::any_of(stances_.begin(), stances_.end(), [&](const Stance& stance) {
    return stance.to == to && stance.span.begin < sentence.end &&
           sentence.begin < stance.span.end;
  });
}

void AuthorReader::Judge(const Mention& mention) {
  const bool is_judged =
      std::find(judged_.begin(), judged_.end(), mention.entity) != judged_.end();
  if (is_judged || IsKnown(mention.entity, sentence_)) return;
  double sum = 0;
  double best = 0;
  const Word* reason = nullptr;
  bool is_close = false;
  for (const Word& word : words_) {
    if (word.at >= mention.first_word && word.at <= mention.last_word &&
        word.at == mention.head_word) {
      continue;
    }
    // What somebody says is no description of the one who says it.
    if (parties_.SpeakerAt(word.at) == mention.entity) continue;
    const double weight = WeightOf(word, mention.head_word);
    double value = word.entry.value * weight;
    if (IsNegated(word.at)) value *= kNegated;
    sum += value;
    if (std::abs(value) > best) {
      best = std::abs(value);
      reason = &word;
      is_close = weight >= kClose;
    }
  }
  if (reason == nullptr || std::abs(sum) < kLeast) return;
  judged_.push_back(mention.entity);
  const auto& spans = analysis_.tokens->span;
  const std::uint32_t from = std::min(reason->at, mention.first_word);
  const std::uint32_t to = std::max(reason->at, mention.last_word);
  Stance stance;
  stance.span = {spans[from].begin, spans[to].end};
  stance.to = mention.entity;
  // A speaker's words near an actor are no judgement of the speaker's on it; those that
  // describe it are.
  if (is_close) stance.from = parties_.SpeakerAt(reason->at);
  stance.claimed_by = parties_.StatementAt(reason->at);
  stance.sign = sum > 0 ? 1 : -1;
  stance.strength = std::min(0.6, std::abs(sum) / 2);
  stance.basis =
      stance.claimed_by.valid() ? StanceBasis::kStatement : StanceBasis::kDescription;
  stance.rule = lexicon_.rows()[reason->entry.row].id;
  stances_.push_back(std::move(stance));
}

void AuthorReader::ReadSentence(const Sentence& sentence, std::size_t first_mention,
                                std::size_t last_mention) {
  Collect(sentence);
  if (words_.empty()) return;
  judged_.clear();
  sentence_ = {analysis_.tokens->span[sentence.begin].begin,
               analysis_.tokens->span[sentence.end - 1].end};
  for (std::size_t index = first_mention; index < last_mention; ++index) {
    const Mention& mention = analysis_.mentions.mentions[index];
    if (!mention.entity.valid()) continue;
    const ActorKind kind = analysis_.mentions.entities[mention.entity.value].kind;
    if (kind == ActorKind::kPerson || kind == ActorKind::kOrganisation ||
        kind == ActorKind::kGroup || kind == ActorKind::kRole) {
      Judge(mention);
    }
  }
}

void AuthorReader::Read() {
  const std::vector<Mention>& mentions = analysis_.mentions.mentions;
  std::size_t at = 0;
  for (const Sentence& sentence : analysis_.tokens->sentences) {
    if (sentence.begin == sentence.end) continue;
    while (at < mentions.size() && mentions[at].first_word < sentence.begin) ++at;
    const std::size_t first = at;
    while (at < mentions.size() && mentions[at].first_word < sentence.end) ++at;
    if (at > first) ReadSentence(sentence, first, at);
  }
}

}  // namespace

void FindAuthorStances(const Analysis& analysis, const PolarityLexicon& lexicon,
                       const StanceParties& parties, std::vector<Stance>& stances) {
  AuthorReader(analysis, lexicon, parties, stances).Read();
}

}  // namespace entente
