#include "meaning/stance_words.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/strings.h"

namespace entente {
namespace {

using Parties = std::vector<EntityId>;

constexpr double kHedged =
    0.5;  // of the strength of what is planned, possible or negated

class WordReader {
 public:
  WordReader(const Analysis& analysis, const StanceLexicon& lexicon,
             const StanceParties& parties)
      : analysis_(analysis), lexicon_(lexicon), parties_(parties) {}

  std::vector<Stance> Read();

 private:
  void ReadPredicate(const Clause& clause);
  void ReadCall(const Clause& clause);
  void ReadRole(std::uint32_t noun, const StanceWord& role);
  void ReadAgainst(std::uint32_t word, const StanceWord& act);

  Parties Fill(const Clause& clause, std::string_view slot) const;
  Parties Holders(std::uint32_t noun, Parties& owners) const;
  Parties StrayOwners(std::uint32_t noun) const;
  Parties ActorsOf(std::uint32_t word) const;
  Parties AgainstLater(std::uint32_t act) const;
  Parties NameBefore(std::uint32_t verb, std::uint32_t role) const;
  void Emit(const Parties& from, const Parties& to, const StanceWord& word,
            std::uint32_t at, const Clause* clause);
  void EmitOne(EntityId from, EntityId to, Stance stance);
  TextSpan SpanOf(std::uint32_t word, const Clause* clause) const;
  const Clause* ClauseOver(std::uint32_t word) const;
  bool IsNoLonger(std::uint32_t verb) const;
  bool IsTold(const Clause& clause) const;

  std::string_view lemma(std::uint32_t word) const {
    return analysis_.syntax->lemma[word];
  }
  Relation relation(std::uint32_t word) const {
    return analysis_.syntax->relation[word];
  }
  std::uint32_t head(std::uint32_t word) const { return analysis_.syntax->head[word]; }
  bool HasCase(std::uint32_t word, std::string_view preposition) const {
    const std::uint32_t mark = analysis_.tree.ChildBy(word, Relation::kCase);
    return mark != kNoWord && lemma(mark) == preposition;
  }

  const Analysis& analysis_;
  const StanceLexicon& lexicon_;
  const StanceParties& parties_;
  std::vector<Stance> found_;
};

void AddAll(Parties& parties, const Parties& more) {
  for (const EntityId entity : more) {
    if (std::find(parties.begin(), parties.end(), entity) == parties.end()) {
      parties.push_back(entity);
    }
  }
}

// The clause that a word belongs to: its own or that of the nearest word above.
const Clause* WordReader::ClauseOver(std::uint32_t word) const {
  const auto& at = analysis_.clauses.clause_at;
  for (int step = 0; step < 12 && word != kNoWord; ++step, word = head(word)) {
    if (word < at.size() && at[word] != kNoWord)
      return &analysis_.clauses.clauses[at[word]];
  }
  return nullptr;
}

// "told reporters that": what a statement's own cue governs is said, not demanded.
bool WordReader::IsTold(const Clause& clause) const {
  const StatementId statement = parties_.StatementAt(clause.word);
  if (!statement.valid() || clause.parent == kNoWord) return false;
  const std::uint32_t parent = analysis_.clauses.clauses[clause.parent].word;
  return clause.modality == Modality::kDemanded &&
         analysis_.tokens->span[parent] == analysis_.statements[statement.value].cue;
}

TextSpan WordReader::SpanOf(std::uint32_t word, const Clause* clause) const {
  const auto& spans = analysis_.tokens->span;
  std::uint32_t first = word;
  std::uint32_t last = word;
  if (clause != nullptr) {
    first = std::min(word, clause->first_word);
    last = std::max(word, clause->last_word);
  } else {
    first = analysis_.tree.leftmost(word);
    last = analysis_.tree.rightmost(word);
  }
  const auto is_punct = [this](std::uint32_t at) {
    return analysis_.syntax->upos[at] == Upos::kPunct;
  };
  while (first < last && is_punct(first)) ++first;
  while (last > first && is_punct(last)) --last;
  return {spans[first].begin, spans[last].end};
}

Parties WordReader::Fill(const Clause& clause, std::string_view slot) const {
  if (slot == "speaker") {
    const EntityId speaker = parties_.SpeakerAt(clause.word);
    return speaker.valid() ? Parties{speaker} : Parties{};
  }
  Parties parties;
  for (const Argument& argument : analysis_.clauses.arguments_of(clause)) {
    const bool is_it =
        (slot == "subject" && argument.slot == Slot::kSubject) ||
        (slot == "object" && argument.slot == Slot::kObject) ||
        (argument.slot == Slot::kOblique && argument.preposition == slot);
    if (is_it && argument.word != kNoWord) AddAll(parties, parties_.Of(argument.word));
  }
  return parties;
}

void WordReader::EmitOne(EntityId from, EntityId to, Stance stance) {
  if (from == to) return;
  stance.from = from;
  stance.to = to;
  found_.push_back(std::move(stance));
}

void WordReader::Emit(const Parties& from, const Parties& to, const StanceWord& word,
                      std::uint32_t at, const Clause* clause) {
  if (from.empty() || to.empty() || word.sign == 0) return;
  Stance stance;
  stance.span = SpanOf(at, clause);
  stance.sign = word.sign;
  stance.strength = word.strength;
  if (clause != nullptr) {
    const Modality modality = IsTold(*clause) ? Modality::kAsserted : clause->modality;
    if (modality == Modality::kHypothetical || modality == Modality::kDemanded ||
        modality == Modality::kDenied) {
      return;
    }
    if (modality != Modality::kAsserted) stance.strength *= kHedged;
    if (clause->is_negated || IsNoLonger(clause->word)) {
      stance.sign = -stance.sign;
      stance.strength *= kHedged;
    }
  }
  stance.claimed_by = parties_.StatementAt(at);
  stance.basis =
      stance.claimed_by.valid() ? StanceBasis::kStatement : StanceBasis::kDescription;
  stance.rule = word.id;
  for (const EntityId a : from) {
    for (const EntityId b : to) {
      EmitOne(a, b, stance);
      if (!word.is_mutual) continue;
      Stance back = stance;
      if (word.kind == StanceKind::kAgainst && word.sign < 0) back.strength *= kHedged;
      EmitOne(b, a, std::move(back));
    }
  }
}

void WordReader::ReadPredicate(const Clause& clause) {
  const std::vector<StanceWord>* words = lexicon_.Find(clause.lemma);
  if (words == nullptr) return;
  for (const StanceWord& word : *words) {
    if (word.kind != StanceKind::kPredicate) continue;
    Emit(Fill(clause, word.from), Fill(clause, word.to), word, clause.word, &clause);
  }
}

// "no longer trusts", "hardly respects".
bool WordReader::IsNoLonger(std::uint32_t verb) const {
  for (const std::uint32_t child : analysis_.tree.children(verb)) {
    if (Universal(relation(child)) != Relation::kAdvmod) continue;
    const bool is_longer = lemma(child) == "long" || lemma(child) == "longer";
    const bool is_ended = is_longer && child > 0 && lemma(child - 1) == "no";
    if (is_ended || lemma(child) == "hardly" || lemma(child) == "barely") return true;
  }
  return false;
}

// The one named between a verb and an article before `role`.
Parties WordReader::NameBefore(std::uint32_t verb, std::uint32_t role) const {
  if (role < 2) return {};
  for (std::uint32_t word = role - 1; word > verb + 1; --word) {
    const bool is_article = lemma(word) == "a" || lemma(word) == "the";
    if (is_article) return parties_.Of(word - 1);
  }
  return {};
}

// "considers the group (as) a threat": the role is a predicate of the object.
void WordReader::ReadCall(const Clause& clause) {
  if (lexicon_.Find(clause.lemma, StanceKind::kCall) == nullptr) return;
  for (const std::uint32_t child : analysis_.tree.children(clause.word)) {
    const Relation name = Universal(relation(child));
    const bool is_role = name == Relation::kXcomp || name == Relation::kObl ||
                         name == Relation::kAdvcl || name == Relation::kObj;
    if (!is_role) continue;
    const StanceWord* role = lexicon_.Find(lemma(child), StanceKind::kRole);
    if (role == nullptr) continue;
    Parties called = Fill(clause, "object");
    // "calls Kenya an ally", read as one phrase: the name before the article.
    if (called.empty() && name == Relation::kObj)
      called = NameBefore(clause.word, child);
    Emit(Fill(clause, "subject"), called, *role, clause.word, &clause);
  }
}

// Who is the ally, the threat: apposition, the name after it, the subject of "is" or
// "poses". `owners` gets those whom it is one to, where the noun names them.
Parties WordReader::Holders(std::uint32_t noun, Parties& owners) const {
  Parties holders;
  const Relation own = relation(noun);
  const std::uint32_t up = head(noun);
  const bool is_title = own == Relation::kCompound || own == Relation::kNmodDesc;
  if (up != kNoWord && (own == Relation::kAppos || is_title)) {
    AddAll(holders, parties_.Of(up));
    if (is_title && owners.empty()) owners = parties_.OwnerOf(up);
  }
  for (const std::uint32_t child : analysis_.tree.children(noun)) {
    const Relation name = relation(child);
    if (name == Relation::kAppos || name == Relation::kFlat ||
        name == Relation::kNmodDesc) {
      AddAll(holders, parties_.Of(child));
    }
    const bool is_subject = name == Relation::kNsubj;
    if (is_subject && analysis_.tree.ChildBy(noun, Relation::kCop) != kNoWord) {
      AddAll(holders, parties_.Of(child));
    }
  }
  const bool is_complement = own == Relation::kObj || own == Relation::kXcomp;
  if (up != kNoWord && is_complement &&
      lexicon_.Find(lemma(up), StanceKind::kBeing) != nullptr) {
    const Clause* clause = ClauseOver(noun);
    if (clause != nullptr) AddAll(holders, Fill(*clause, "subject"));
    if (holders.empty()) {
      const std::uint32_t subject = analysis_.tree.ChildBy(up, Relation::kNsubj);
      if (subject != kNoWord) holders = parties_.Of(subject);
    }
    if (owners.empty()) {
      // "poses a threat to Russia", the phrase hung from the verb.
      for (const std::uint32_t child : analysis_.tree.children(up)) {
        if (relation(child) == Relation::kObl &&
            (HasCase(child, "to") || HasCase(child, "for"))) {
          AddAll(owners, parties_.Of(child));
        }
      }
    }
  }
  return holders;
}

// "Tajikistan, Moscow's ally": the parser may hang the owner from the one it describes.
Parties WordReader::StrayOwners(std::uint32_t noun) const {
  Parties owners;
  const std::uint32_t up = head(noun);
  if (relation(noun) != Relation::kAppos || up == kNoWord) return owners;
  for (const std::uint32_t child : analysis_.tree.children(up)) {
    const bool is_between = up < child && child < noun;
    if (is_between && relation(child) == Relation::kNmodPoss) {
      AddAll(owners, parties_.Of(child));
    }
  }
  return owners;
}

void WordReader::ReadRole(std::uint32_t noun, const StanceWord& role) {
  Parties owners;
  for (const std::uint32_t child : analysis_.tree.children(noun)) {
    const bool is_to =
        relation(child) == Relation::kNmod &&
        (HasCase(child, "to") || HasCase(child, "for") || HasCase(child, "with"));
    if (is_to) AddAll(owners, parties_.Of(child));
  }
  if (owners.empty()) owners = StrayOwners(noun);
  if (owners.empty()) owners = parties_.OwnerOf(noun);
  const Parties holders = Holders(noun, owners);
  if (holders.empty()) return;
  const Clause* clause = ClauseOver(noun);
  const bool is_predicate = relation(noun) != Relation::kAppos &&
                            relation(noun) != Relation::kCompound &&
                            relation(noun) != Relation::kNmodDesc;
  if (owners.empty() && is_predicate) {
    // "poses another threat", says the minister: a threat to whom he speaks for.
    const EntityId speaker = parties_.SpeakerAt(noun);
    if (speaker.valid()) owners.push_back(speaker);
  }
  const bool is_holders = role.from == "holder";  // "a supporter of Kenya"
  Emit(is_holders ? holders : owners, is_holders ? owners : holders, role, noun,
       is_predicate ? clause : nullptr);
}

// Who acts: the owner of the act, else the subject of the clause around it and whoever
// it is said to be with.
Parties WordReader::ActorsOf(std::uint32_t word) const {
  if (analysis_.syntax->upos[word] == Upos::kNoun) {
    Parties owners = parties_.OwnerOf(word);
    if (!owners.empty()) return owners;
  }
  Parties actors;
  const auto& at = analysis_.clauses.clause_at;
  constexpr std::uint32_t kMostSteps = 12;
  std::uint32_t up = word;
  for (std::uint32_t step = 0; step < kMostSteps && up != kNoWord;
       ++step, up = head(up)) {
    if (parties_.StatementAt(up) != parties_.StatementAt(word)) break;
    // "the resolve of the council to defeat", "Kenya's bid to oust".
    const bool is_purpose = up != word && analysis_.syntax->upos[up] == Upos::kNoun;
    if (is_purpose) AddAll(actors, parties_.OwnerOf(up));
    if (!actors.empty()) break;
    if (up >= at.size() || at[up] == kNoWord) continue;
    const Clause& clause = analysis_.clauses.clauses[at[up]];
    AddAll(actors, Fill(clause, "subject"));
    if (clause.kind == ClauseKind::kVerb || !actors.empty()) {
      const Parties partners = Fill(clause, "with");
      if (up != word) AddAll(actors, partners);
    }
    if (!actors.empty()) break;
  }
  return actors;
}

// "conducted strikes with drones against the militia": the phrase hangs from another
// word of the verb's.
Parties WordReader::AgainstLater(std::uint32_t act) const {
  constexpr std::uint32_t kFarthest = 24;
  const Relation own = Universal(relation(act));
  const std::uint32_t verb = head(act);
  const bool is_object = own == Relation::kObj || own == Relation::kNsubj;
  if (verb == kNoWord || !is_object) return {};
  const std::uint32_t last = std::min(analysis_.tree.rightmost(verb), act + kFarthest);
  for (std::uint32_t word = act + 1; word <= last; ++word) {
    const Relation name = Universal(relation(word));
    const bool is_phrase = name == Relation::kObl || name == Relation::kNmod;
    if (is_phrase && HasCase(word, "against") && ClauseOver(word) == ClauseOver(verb)) {
      return parties_.Of(word);
    }
  }
  return {};
}

void WordReader::ReadAgainst(std::uint32_t word, const StanceWord& act) {
  Parties to;
  for (const std::uint32_t child : analysis_.tree.children(word)) {
    const Relation name = Universal(relation(child));
    const bool is_against =
        (name == Relation::kNmod || name == Relation::kObl) && HasCase(child, act.to);
    const bool is_object = act.to == "object" && name == Relation::kObj;
    if (is_against || is_object) AddAll(to, parties_.Of(child));
  }
  if (to.empty() && act.to == "against") to = AgainstLater(word);
  if (to.empty()) return;
  Parties from = ActorsOf(word);
  std::erase_if(from, [&](EntityId party) {
    return std::find(to.begin(), to.end(), party) != to.end();
  });
  Emit(from, to, act, word, nullptr);
}

std::vector<Stance> WordReader::Read() {
  for (const Clause& clause : analysis_.clauses.clauses) {
    ReadPredicate(clause);
    ReadCall(clause);
  }
  const auto count = static_cast<std::uint32_t>(analysis_.tokens->size());
  for (std::uint32_t word = 0; word < count; ++word) {
    const Upos tag = analysis_.syntax->upos[word];
    if (tag != Upos::kNoun && tag != Upos::kVerb) continue;
    const std::vector<StanceWord>* entries = lexicon_.Find(lemma(word));
    if (entries == nullptr) continue;
    for (const StanceWord& entry : *entries) {
      if (entry.kind == StanceKind::kRole && tag == Upos::kNoun) ReadRole(word, entry);
      if (entry.kind == StanceKind::kAgainst) ReadAgainst(word, entry);
    }
  }
  return std::move(found_);
}

}  // namespace

std::vector<Stance> FindStancesInWords(const Analysis& analysis,
                                       const StanceLexicon& lexicon,
                                       const StanceParties& parties) {
  return WordReader(analysis, lexicon, parties).Read();
}

}  // namespace entente
