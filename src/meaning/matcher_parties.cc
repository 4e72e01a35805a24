// Parties that stand elsewhere than in the clause's own slots.
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "meaning/matcher.h"
#include "meaning/matcher_view.h"

namespace entente {

// "was barred from leaving by officials", "was threatened with a boycott by a
// newspaper": the agent of a passive that the parser hung from another word.
std::uint32_t Matcher::AgentBelow(const Clause& clause) const {
  constexpr int kLongestPath = 3;
  if (!clause.is_passive || clause.kind != ClauseKind::kVerb) return kNoWord;
  const SyntaxTable& syntax = *analysis_.syntax;
  const std::uint32_t end = analysis_.tokens->sentences[clause.sentence].end;
  for (std::uint32_t by = clause.word + 1; by < end; ++by) {
    if (syntax.lemma[by] != "by" || syntax.relation[by] != Relation::kCase) continue;
    const std::uint32_t agent = syntax.head[by];
    if (agent == kNoWord || agent < by) continue;
    const std::uint32_t mention = resolver_.MentionOf(agent);
    if (mention == kNoWord) continue;
    const Mention& found = analysis_.mentions.mentions[mention];
    if (found.kind == ActorKind::kPlace || !resolver_.CanAct(found.entity)) continue;
    std::uint32_t up = syntax.head[agent];
    int steps = 0;
    while (up != kNoWord && up != clause.word && steps < kLongestPath) {
      const std::uint32_t other = analysis_.clauses.clause_at[up];
      const bool is_own =
          other != kNoWord && analysis_.clauses.clauses[other].is_passive;
      if (is_own) break;  // another passive has it
      up = syntax.head[up];
      ++steps;
    }
    if (up == clause.word) return agent;
  }
  return kNoWord;
}

// "Algeria's army chief attacked the plan", "India shares data": where no frame fits
// with both parties, one reads the act of an actor that stands for a country, with
// nobody as its recipient.
bool Matcher::IsTold(const Frame& frame, const Match& match) const {
  if (frame.is_veto || frame.is_reciprocal || frame.when_negated ||
      match.actors.empty()) {
    return false;
  }
  const ResolvedActor& actor = match.actors.front();
  const Entity& entity = analysis_.mentions.entities[actor.entity.value];
  return !actor.is_owner && actor.mention != kNoWord && !entity.code.country.empty() &&
         entity.kind != ActorKind::kPlace;
}

// True for an entity of a country that none of the bound actors has.
bool Matcher::IsForeign(const View& view, EntityId entity) const {
  const auto& entities = analysis_.mentions.entities;
  const std::string& country = entities[entity.value].code.country;
  if (country.empty() || view.actors == nullptr) return false;
  return std::none_of(view.actors->begin(), view.actors->end(),
                      [&](const ResolvedActor& actor) {
                        return entities[actor.entity.value].code.country == country;
                      });
}

// Types of which little is told without whom they are done to.
bool Matcher::IsDirected(EventType type) {
  switch (type) {
    case EventType::kAccuse:
    case EventType::kSupport:
    case EventType::kConsult:
    case EventType::kCooperate:
    case EventType::kAid:
    case EventType::kSanction:
    case EventType::kCoerce:
      return true;
    default:
      return false;
  }
}

namespace {

// Prepositions of what an act is directed at, not of where or when it was.
bool IsDirecting(std::string_view preposition) {
  constexpr std::array<std::string_view, 9> kWords = {
      "to", "with", "against", "on", "of", "from", "for", "towards", "toward"};
  return std::find(kWords.begin(), kWords.end(), preposition) != kWords.end();
}

}  // namespace

void Matcher::FindForeignAt(const View& view, std::uint32_t word, int depth,
                            Match& match) const {
  const ResolvedActor party = resolver_.Resolve(word);
  if (party.entity.valid() && IsForeign(view, party.entity)) {
    match.recipients.push_back(party);
    for (const ResolvedActor& twin : resolver_.TwinsOf(party))
      match.recipients.push_back(twin);
    return;
  }
  if (depth == 0) return;
  const SyntaxTable& syntax = *analysis_.syntax;
  for (const std::uint32_t child : analysis_.tree.children(word)) {
    const Relation relation = syntax.relation[child];
    if (relation != Relation::kNmod && relation != Relation::kConj) continue;
    const std::uint32_t marker = analysis_.tree.ChildBy(child, Relation::kCase);
    const std::string_view preposition =
        marker == kNoWord ? std::string_view() : syntax.lemma[marker];
    // "airfields and railways to the army", "millions in aid to Pakistan".
    const bool is_way =
        relation == Relation::kConj ||
        (preposition == "in" && !resolver_.Resolve(child).entity.valid());
    if (!is_way && !IsDirecting(preposition)) continue;
    FindForeignAt(view, child, depth - 1, match);
    if (!match.recipients.empty()) return;
  }
}

void Matcher::FindForeign(const View& view, std::uint32_t clause, Match& match) const {
  constexpr int kDeepest = 3;
  const ClauseTable& table = analysis_.clauses;
  for (const Slot slot : {Slot::kObject, Slot::kIndirect, Slot::kOblique}) {
    for (const Argument& argument : table.arguments_of(table.clauses[clause])) {
      if (argument.slot != slot || argument.word == kNoWord || argument.is_weak)
        continue;
      if (slot == Slot::kOblique && !IsDirecting(argument.preposition)) continue;
      if (!IsDay(argument.word)) FindForeignAt(view, argument.word, kDeepest, match);
    }
    if (!match.recipients.empty()) return;
  }
}

// "lifted restrictions on a paper of the Kurds", "is willing to share data on its dam
// with Egypt": where a frame's own slots name nobody, the nearest phrase that names
// somebody of another country than the actor.
void Matcher::FindRecipient(const View& view, const Frame& frame, Match& match) const {
  const bool takes_one = frame.has_recipient || frame.type == EventType::kReject ||
                         frame.type == EventType::kSanction ||
                         frame.type == EventType::kAgree;
  if (frame.is_veto || !takes_one || match.actors.empty()) return;
  if (frame.is_reciprocal && match.actors.size() > 1) return;
  View own = view;
  own.actors = &match.actors;
  FindForeign(own, view.index, match);
  if (!match.recipients.empty() || frame.embeds != Embeds::kDrop) return;
  const ClauseTable& table = analysis_.clauses;
  for (const Argument& argument : table.arguments_of(table.clauses[view.index])) {
    if (argument.slot != Slot::kComplement || argument.clause == kNoWord) continue;
    FindForeign(own, argument.clause, match);
    if (!match.recipients.empty()) return;
  }
}

// Whom an embedded act is done to; "agreed to pull its soldiers out of Lithuania":
// rather somebody else than one's own.
void Matcher::BindEmbedded(const View& view, std::vector<ResolvedActor>& bound) const {
  const ClauseTable& table = analysis_.clauses;
  const auto is_foreign = [&](const ResolvedActor& party) {
    return IsForeign(view, party.entity);
  };
  for (const Argument& argument : table.arguments_of(table.clauses[view.index])) {
    if (argument.slot != Slot::kComplement || argument.clause == kNoWord) continue;
    const Match& inner = view.coded[argument.clause];
    const bool has_inner = inner.frame != kNoFrame && !inner.recipients.empty();
    if (has_inner && bound.empty()) bound = inner.recipients;
    if (std::any_of(bound.begin(), bound.end(), is_foreign)) return;
    for (const Slot slot : {Slot::kObject, Slot::kIndirect, Slot::kOblique}) {
      std::vector<ResolvedActor> found;
      for (const Argument& own : table.arguments_of(table.clauses[argument.clause])) {
        if (own.slot != slot) continue;
        const ResolvedActor party = resolver_.Resolve(own.word);
        if (!party.entity.valid()) continue;
        found.push_back(party);
        for (const ResolvedActor& twin : resolver_.TwinsOf(party))
          found.push_back(twin);
      }
      if (std::any_of(found.begin(), found.end(), is_foreign)) {
        bound = std::move(found);
        return;
      }
      if (bound.empty()) bound = std::move(found);
    }
    if (!bound.empty()) return;
  }
}

}  // namespace entente
