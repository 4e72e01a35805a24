#include "meaning/stance_words.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "meaning/stance_writer.h"

namespace entente {
namespace {

class WordReader {
 public:
  WordReader(const Analysis& analysis, const StanceLexicon& lexicon,
             const PolarityLexicon& polarity, const StanceParties& parties)
      : analysis_(analysis),
        lexicon_(lexicon),
        polarity_(polarity),
        parties_(parties),
        writer_(analysis, parties) {}

  std::vector<Stance> Read();

 private:
  void ReadPredicate(const Clause& clause);
  void ReadCall(const Clause& clause);
  bool HasEachOther(const Clause& clause) const;
  std::uint32_t FirstObject(std::uint32_t verb, std::uint32_t second) const;
  std::optional<StanceWord> Judgement(std::uint32_t noun) const;
  void ReadRole(std::uint32_t noun, const StanceWord& entry);
  bool IsDenied(std::uint32_t noun) const;

  Parties Holders(std::uint32_t noun, Parties& owners) const;
  Parties StrayOwners(std::uint32_t noun) const;
  Parties NameBefore(std::uint32_t verb, std::uint32_t role) const;

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
  const PolarityLexicon& polarity_;
  const StanceParties& parties_;
  StanceWriter writer_;
};

void WordReader::ReadPredicate(const Clause& clause) {
  const std::vector<StanceWord>* words = lexicon_.Find(clause.lemma);
  if (words == nullptr) return;
  for (const StanceWord& word : *words) {
    if (word.kind != StanceKind::kPredicate) continue;
    const Parties from = writer_.Fill(clause, word.from);
    Parties to = writer_.Fill(clause, word.to);
    // "Kenya and Uganda clashed", "fear each other".
    const bool is_among =
        to.empty() && from.size() > 1 &&
        (HasEachOther(clause) || (word.is_mutual && word.to == "with"));
    if (is_among) to = from;
    writer_.Emit(from, to, word, clause.word, &clause);
  }
}

// "each other", "one another" among the arguments.
bool WordReader::HasEachOther(const Clause& clause) const {
  for (const Argument& argument : analysis_.clauses.arguments_of(clause)) {
    if (argument.word == kNoWord || argument.word == 0) continue;
    const std::string_view before = lemma(argument.word - 1);
    const std::string_view own = lemma(argument.word);
    const bool is_it =
        (before == "each" && own == "other") || (before == "one" && own == "another");
    if (is_it) return true;
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

// "called Kenya an ally": the object before a second one, which the tree may name
// otherwise.
std::uint32_t WordReader::FirstObject(std::uint32_t verb, std::uint32_t second) const {
  for (const std::uint32_t child : analysis_.tree.children(verb)) {
    if (child <= verb || child >= second) continue;
    const Relation name = Universal(relation(child));
    const bool is_object =
        name == Relation::kObj || name == Relation::kXcomp || name == Relation::kIobj;
    if (is_object && !parties_.Of(child).empty()) return child;
  }
  return kNoWord;
}

// "called him a corrupt man": the praise or blame in a phrase that somebody is called.
std::optional<StanceWord> WordReader::Judgement(std::uint32_t noun) const {
  constexpr double kCalled = 0.7;  // of the word's own value
  const std::uint32_t last = analysis_.tree.rightmost(noun);
  for (std::uint32_t word = analysis_.tree.leftmost(noun); word <= last; ++word) {
    const Upos tag = analysis_.syntax->upos[word];
    if (tag != Upos::kNoun && tag != Upos::kAdj && tag != Upos::kPropn) continue;
    const PolarityWord* found = polarity_.Find(PolaritySlot::kOf, lemma(word));
    if (found == nullptr) continue;
    StanceWord called;
    called.id = polarity_.rows()[found->row].id;
    called.kind = StanceKind::kRole;
    called.sign = found->value > 0 ? 1 : -1;
    called.strength = kCalled * std::abs(found->value);
    return called;
  }
  return std::nullopt;
}

// "considers the group (as) a threat": the role is a predicate of the object.
void WordReader::ReadCall(const Clause& clause) {
  if (lexicon_.Find(clause.lemma, StanceKind::kCall) == nullptr) return;
  for (const std::uint32_t child : analysis_.tree.children(clause.word)) {
    const Relation name = Universal(relation(child));
    const bool is_role = name == Relation::kXcomp || name == Relation::kObl ||
                         name == Relation::kAdvcl || name == Relation::kObj;
    if (!is_role) continue;
    const StanceWord* entry = lexicon_.Find(lemma(child), StanceKind::kRole);
    std::optional<StanceWord> role;
    if (entry != nullptr) role = *entry;
    const std::uint32_t first = FirstObject(clause.word, child);
    if (!role && (name != Relation::kObj || first != kNoWord)) role = Judgement(child);
    if (!role) continue;
    Parties called =
        first != kNoWord ? parties_.Of(first) : writer_.Fill(clause, "object");
    // "calls Kenya an ally", read as one phrase: the name before the article.
    if (called.empty() && name == Relation::kObj)
      called = NameBefore(clause.word, child);
    writer_.Emit(writer_.Fill(clause, "subject"), called, *role, clause.word, &clause);
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
    AddParties(holders, parties_.Of(up));
    if (is_title && owners.empty()) owners = parties_.OwnerOf(up);
  }
  for (const std::uint32_t child : analysis_.tree.children(noun)) {
    const Relation name = relation(child);
    if (name == Relation::kAppos || name == Relation::kFlat ||
        name == Relation::kNmodDesc) {
      AddParties(holders, parties_.Of(child));
    }
    const bool is_subject = name == Relation::kNsubj;
    if (is_subject && analysis_.tree.ChildBy(noun, Relation::kCop) != kNoWord) {
      AddParties(holders, parties_.Of(child));
    }
  }
  // "Moscow's ally Belarus closed its sky", read as two subjects.
  const bool is_beside = up != kNoWord && own == Relation::kNsubj && noun + 1 < up &&
                         head(noun + 1) == up && relation(noun + 1) == own;
  if (is_beside) AddParties(holders, parties_.Of(noun + 1));
  const bool is_complement = own == Relation::kObj || own == Relation::kXcomp;
  if (up != kNoWord && is_complement &&
      lexicon_.Find(lemma(up), StanceKind::kBeing) != nullptr) {
    const Clause* clause = writer_.ClauseOver(noun);
    if (clause != nullptr) AddParties(holders, writer_.Fill(*clause, "subject"));
    if (holders.empty()) {
      std::uint32_t subject = analysis_.tree.ChildBy(up, Relation::kNsubj);
      if (subject == kNoWord)
        subject = analysis_.tree.ChildBy(up, Relation::kNsubjPass);
      if (subject != kNoWord) holders = parties_.Of(subject);
    }
    if (owners.empty()) {
      // "poses a threat to Russia", the phrase hung from the verb.
      for (const std::uint32_t child : analysis_.tree.children(up)) {
        if (relation(child) == Relation::kObl &&
            (HasCase(child, "to") || HasCase(child, "for"))) {
          AddParties(owners, parties_.Of(child));
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
      AddParties(owners, parties_.Of(child));
    }
  }
  return owners;
}

// "no friend of Kenya's".
bool WordReader::IsDenied(std::uint32_t noun) const {
  const std::uint32_t article = analysis_.tree.ChildBy(noun, Relation::kDet);
  return article != kNoWord && lemma(article) == "no";
}

void WordReader::ReadRole(std::uint32_t noun, const StanceWord& entry) {
  Parties owners;
  for (const std::uint32_t child : analysis_.tree.children(noun)) {
    const bool is_to =
        relation(child) == Relation::kNmod &&
        (HasCase(child, "to") || HasCase(child, "for") || HasCase(child, "with"));
    if (is_to) AddParties(owners, parties_.Of(child));
  }
  if (owners.empty()) owners = StrayOwners(noun);
  if (owners.empty()) owners = parties_.OwnerOf(noun);
  const Parties holders = Holders(noun, owners);
  if (holders.empty()) return;
  StanceWord role = entry;
  if (IsDenied(noun)) {
    role.sign = -role.sign;
    role.strength /= 2;
  }
  const Clause* clause = writer_.ClauseOver(noun);
  const std::uint32_t up = head(noun);
  const bool is_beside = up != kNoWord && relation(noun) == Relation::kNsubj &&
                         head(noun + 1) == up && relation(noun + 1) == Relation::kNsubj;
  const bool is_predicate = relation(noun) != Relation::kAppos && !is_beside &&
                            relation(noun) != Relation::kCompound &&
                            relation(noun) != Relation::kNmodDesc;
  if (owners.empty() && role.is_mutual && holders.size() > 1) owners = holders;
  if (owners.empty() && is_predicate) {
    // "poses another threat", says the minister: a threat to whom he speaks for.
    const EntityId speaker = parties_.SpeakerAt(noun);
    if (speaker.valid()) owners.push_back(speaker);
  }
  const bool is_holders = role.from == "holder";  // "a supporter of Kenya"
  writer_.Emit(is_holders ? holders : owners, is_holders ? owners : holders, role, noun,
               is_predicate ? clause : nullptr);
}

std::vector<Stance> WordReader::Read() {
  for (const Clause& clause : analysis_.clauses.clauses) {
    ReadPredicate(clause);
    ReadCall(clause);
  }
  const auto count = static_cast<std::uint32_t>(analysis_.tokens->size());
  for (std::uint32_t word = 0; word < count; ++word) {
    const Upos tag = analysis_.syntax->upos[word];
    if (tag != Upos::kNoun) continue;
    const StanceWord* role = lexicon_.Find(lemma(word), StanceKind::kRole);
    if (role != nullptr) ReadRole(word, *role);
  }
  return writer_.Take();
}

}  // namespace

std::vector<Stance> FindStancesInWords(const Analysis& analysis,
                                       const StanceLexicon& lexicon,
                                       const PolarityLexicon& polarity,
                                       const StanceParties& parties) {
  return WordReader(analysis, lexicon, polarity, parties).Read();
}

}  // namespace entente
