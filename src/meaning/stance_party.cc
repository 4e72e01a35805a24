#include "meaning/stance_party.h"

#include <algorithm>
#include <string>

#include "base/strings.h"

namespace entente {
namespace {

constexpr int kDeepest = 3;  // "the interests of the allies of Russia"

void Add(std::vector<EntityId>& parties, EntityId entity) {
  if (entity.valid() &&
      std::find(parties.begin(), parties.end(), entity) == parties.end()) {
    parties.push_back(entity);
  }
}

void Add(std::vector<EntityId>& parties, const std::vector<EntityId>& more) {
  for (const EntityId entity : more) Add(parties, entity);
}

bool IsFirstPerson(std::string_view form) {
  const std::string lower = AsciiLower(form);
  for (const std::string_view pronoun :
       {"i", "we", "us", "our", "ours", "me", "my", "mine"}) {
    if (lower == pronoun) return true;
  }
  return false;
}

}  // namespace

StanceParties::StanceParties(const Analysis& analysis, const StanceLexicon& lexicon)
    : analysis_(analysis), lexicon_(lexicon), statement_at_(analysis.tokens->size()) {
  // Outer statements come before inner ones, which overwrite them.
  const std::vector<TextSpan>& spans = analysis.tokens->span;
  for (std::uint32_t index = 0; index < analysis.statements.size(); ++index) {
    for (const TextSpan piece : analysis.statements[index].content) {
      auto at = std::lower_bound(
          spans.begin(), spans.end(), piece.begin,
          [](const TextSpan& span, std::uint32_t begin) { return span.begin < begin; });
      for (; at != spans.end() && at->end <= piece.end; ++at) {
        statement_at_[static_cast<std::size_t>(at - spans.begin())] =
            StatementId{index};
      }
    }
  }
}

EntityId StanceParties::SpeakerAt(std::uint32_t word) const {
  const StatementId statement = statement_at_[word];
  return statement.valid() ? analysis_.statements[statement.value].speaker : EntityId{};
}

EntityId StanceParties::MentionEntity(std::uint32_t word) const {
  const auto& at = analysis_.mentions.mention_at;
  if (word >= at.size() || at[word] == kNoWord) return {};
  return analysis_.mentions.mentions[at[word]].entity;
}

bool StanceParties::HasCase(std::uint32_t word, std::string_view lemma) const {
  const std::uint32_t mark = analysis_.tree.ChildBy(word, Relation::kCase);
  return mark != kNoWord && analysis_.syntax->lemma[mark] == lemma;
}

std::vector<EntityId> StanceParties::OwnerOf(std::uint32_t noun, int depth) const {
  std::vector<EntityId> parties;
  const bool has_possessor =
      analysis_.tree.ChildBy(noun, Relation::kNmodPoss) != kNoWord;
  for (const std::uint32_t child : analysis_.tree.children(noun)) {
    const Relation relation = analysis_.syntax->relation[child];
    // "Kenya's treatment of prisoners" is Kenya's, not the prisoners'.
    const bool is_owner = relation == Relation::kNmodPoss ||
                          (relation == Relation::kNmod &&
                           ((!has_possessor && HasCase(child, "of")) ||
                            HasCase(child, "by") || HasCase(child, "from")));
    if (is_owner) Add(parties, WithConjuncts(child, depth + 1));
    const bool is_participle = relation == Relation::kAcl;  // "support given by Kenya"
    if (is_participle) Add(parties, AgentOf(child, depth + 1));
  }
  if (!parties.empty()) return parties;
  for (const std::uint32_t child : analysis_.tree.children(noun)) {
    const Relation relation = analysis_.syntax->relation[child];
    if (relation == Relation::kAmod || relation == Relation::kCompound) {
      Add(parties, MentionEntity(child));
    }
  }
  return parties;
}

std::vector<EntityId> StanceParties::AgentOf(std::uint32_t participle,
                                             int depth) const {
  for (const std::uint32_t child : analysis_.tree.children(participle)) {
    const Relation relation = analysis_.syntax->relation[child];
    const bool is_agent = relation == Relation::kOblAgent ||
                          (relation == Relation::kObl && HasCase(child, "by"));
    if (is_agent) return WithConjuncts(child, depth);
  }
  return {};
}

// Whoever stands behind a noun that names nobody: the one it is put beside ("his first
// choice, Ann Lee"), its owner ("Kenya's handling of it", "Turkish drilling").
std::vector<EntityId> StanceParties::Behind(std::uint32_t noun, int depth) const {
  for (const std::uint32_t child : analysis_.tree.children(noun)) {
    if (analysis_.syntax->relation[child] != Relation::kAppos) continue;
    const EntityId entity = MentionEntity(child);
    if (entity.valid()) return {entity};
  }
  const std::string_view lemma = analysis_.syntax->lemma[noun];
  if (lexicon_.Find(lemma, StanceKind::kCarrier) != nullptr)
    return OwnerOf(noun, depth);
  if (analysis_.syntax->upos[noun] != Upos::kNoun ||
      lexicon_.Find(lemma, StanceKind::kUndergone) != nullptr) {
    return {};
  }
  std::vector<EntityId> parties;
  for (const std::uint32_t child : analysis_.tree.children(noun)) {
    const Relation relation = analysis_.syntax->relation[child];
    const bool is_origin =
        relation == Relation::kAmod && analysis_.syntax->upos[child] != Upos::kVerb;
    const bool is_agent = relation == Relation::kNmod && HasCase(child, "by");
    if (relation == Relation::kNmodPoss || is_agent) {
      Add(parties, WithConjuncts(child, depth + 1));
    }
    if (is_origin) Add(parties, MentionEntity(child));
  }
  return parties;
}

std::vector<EntityId> StanceParties::OwnerOf(std::uint32_t noun) const {
  return OwnerOf(noun, 0);
}

std::vector<EntityId> StanceParties::OfOne(std::uint32_t word, int depth) const {
  if (IsFirstPerson(analysis_.form(word))) {
    const EntityId speaker = SpeakerAt(word);
    if (speaker.valid()) return {speaker};
  }
  const EntityId entity = MentionEntity(word);
  if (entity.valid()) return {entity};
  if (depth >= kDeepest) return {};
  return Behind(word, depth);
}

// The phrase and those coordinated with it. "A, the B and C", read as if B were A
// described, are three.
std::vector<EntityId> StanceParties::WithConjuncts(std::uint32_t word,
                                                   int depth) const {
  std::vector<EntityId> parties = OfOne(word, depth);
  for (const std::uint32_t child : analysis_.tree.children(word)) {
    const Relation relation = analysis_.syntax->relation[child];
    if (relation == Relation::kConj) Add(parties, OfOne(child, depth));
    if (relation != Relation::kAppos) continue;
    for (const std::uint32_t next : analysis_.tree.children(child)) {
      if (analysis_.syntax->relation[next] != Relation::kConj) continue;
      Add(parties, OfOne(child, depth));
      Add(parties, OfOne(next, depth));
    }
  }
  return parties;
}

std::vector<EntityId> StanceParties::Of(std::uint32_t word) const {
  return WithConjuncts(word, 0);
}

}  // namespace entente
