// The conditions that a frame puts on the filler of a slot.
#include <algorithm>

#include "base/check.h"
#include "base/strings.h"
#include "meaning/matcher.h"
#include "meaning/rule_parser.h"

namespace entente {
namespace {

bool IsArmedSector(std::string_view sector) {
  return sector == "MIL" || sector == "REB" || sector == "UAF" || sector == "COP" ||
         sector == "SPY" || sector == "INS" || sector == "SEP";
}

bool IsGovernmentSector(std::string_view sector) {
  return sector == "GOV" || sector == "MIL" || sector == "COP" || sector == "JUD" ||
         sector == "LEG" || sector == "SPY";
}

bool IsArmed(const Entity& entity) {
  return IsArmedSector(entity.code.sector) || entity.code.country == "IMG";
}

bool IsGovernment(const Entity& entity) {
  return IsGovernmentSector(entity.code.sector) ||
         (entity.kind == ActorKind::kCountry && entity.code.sector.empty());
}

bool IsKind(const Entity& entity, ConditionKind kind) {
  switch (kind) {
    case ConditionKind::kPerson:
      return entity.kind == ActorKind::kPerson || entity.kind == ActorKind::kRole;
    case ConditionKind::kOrganisation:
      return entity.kind == ActorKind::kOrganisation;
    case ConditionKind::kGroup:
      return entity.kind == ActorKind::kGroup;
    case ConditionKind::kCountry:
      return entity.kind == ActorKind::kCountry;
    case ConditionKind::kPlace:
      return entity.kind == ActorKind::kPlace || entity.kind == ActorKind::kCountry;
    case ConditionKind::kPeople:
      return entity.kind == ActorKind::kPeople;
    default:
      return false;
  }
}

// A word at the head of a sentence is capitalised, in a headline even all are.
bool EqualsLowered(std::string_view form, std::string_view lower) {
  return form.size() == lower.size() &&
         std::equal(form.begin(), form.end(), lower.begin(),
                    [](char a, char b) { return AsciiLower(a) == b; });
}

}  // namespace

Result<Frames> Frames::From(RuleSet rules, WordClasses classes) {
  Frames frames;
  for (const std::string& name : rules.classes) {
    const std::uint32_t id = classes.Find(name);
    if (id == Symbols::kUnknown) {
      return Error{ErrorCode::kCorrupt,
                   StrCat("rules: no class '", name, "' in classes.tsv")};
    }
    frames.class_of.push_back(id);
  }
  frames.index = RuleIndex(rules);
  frames.rules = std::move(rules);
  frames.classes = std::move(classes);
  return frames;
}

Result<Frames> Frames::Load(const std::string& data_dir) {
  TRY(RuleSet rules, ReadRules(data_dir));
  TRY(WordClasses classes, WordClasses::Read(data_dir + "/lexicon/classes.tsv"));
  return From(std::move(rules), std::move(classes));
}

bool Matcher::IsInClass(std::uint32_t word, std::uint32_t class_id) const {
  const SyntaxTable& syntax = *analysis_.syntax;
  if (frames_.classes.Contains(class_id, syntax.lemma[word])) return true;
  // "Shelling killed nine", "Floods killed six": a noun at the head of a sentence that
  // the lemmatiser does not know keeps its capital and its plural.
  if (syntax.upos[word] == Upos::kNoun && !syntax.lemma[word].empty() &&
      IsAsciiUpper(syntax.lemma[word][0])) {
    std::string lower = AsciiLower(syntax.lemma[word]);
    if (frames_.classes.Contains(class_id, lower)) return true;
    if (lower.back() == 's') lower.pop_back();
    if (frames_.classes.Contains(class_id, lower)) return true;
  }
  for (const std::uint32_t child : analysis_.tree.children(word)) {
    const Relation relation = syntax.relation[child];
    const bool is_modifier = relation == Relation::kCompound ||
                             relation == Relation::kAmod ||
                             relation == Relation::kNmodUnmarked;
    bool is_content = false;  // "a shipment of arms", "tonnes of wheat"
    if (relation == Relation::kNmod) {
      const std::uint32_t marker = analysis_.tree.ChildBy(child, Relation::kCase);
      is_content = marker != kNoWord && syntax.lemma[marker] == "of";
    }
    if ((is_modifier || is_content) &&
        frames_.classes.Contains(class_id, syntax.lemma[child])) {
      return true;
    }
  }
  return false;
}

bool Matcher::Satisfies(std::uint32_t word, const Condition& condition) const {
  switch (condition.kind) {
    case ConditionKind::kAny:
      return true;
    case ConditionKind::kNone:
      return false;
    case ConditionKind::kClass:
      return IsInClass(word, frames_.class_of[condition.value]);
    case ConditionKind::kWord: {
      const std::string& wanted = frames_.rules.symbols.name(condition.value);
      return analysis_.syntax->lemma[word] == wanted ||
             EqualsLowered(analysis_.form(word), wanted);
    }
    case ConditionKind::kActor:
      return resolver_.Resolve(word).entity.valid();
    case ConditionKind::kArmed:
    case ConditionKind::kGovernment:
    case ConditionKind::kCivilian: {
      const ResolvedActor found = resolver_.Resolve(word);
      if (condition.kind == ConditionKind::kCivilian && !found.entity.valid()) {
        const std::uint32_t mention = resolver_.MentionOf(word);
        if (mention == kNoWord) return false;
        const ActorKind kind = analysis_.mentions.mentions[mention].kind;
        return kind == ActorKind::kPeople || kind == ActorKind::kGroup ||
               kind == ActorKind::kRole;
      }
      if (!found.entity.valid()) return false;
      const Entity& entity = analysis_.mentions.entities[found.entity.value];
      if (condition.kind == ConditionKind::kArmed) return IsArmed(entity);
      if (condition.kind == ConditionKind::kGovernment) return IsGovernment(entity);
      return !IsArmed(entity) && !IsGovernment(entity);
    }
    default: {
      const std::uint32_t mention = resolver_.MentionOf(word);
      if (mention != kNoWord) {
        const Mention& found = analysis_.mentions.mentions[mention];
        if (found.entity.valid() &&
            IsKind(analysis_.mentions.entities[found.entity.value], condition.kind)) {
          return true;
        }
        Entity as_mentioned;
        as_mentioned.kind = found.kind;
        if (IsKind(as_mentioned, condition.kind)) return true;
      }
      return condition.kind == ConditionKind::kPlace &&
             word < analysis_.places.place_at.size() &&
             analysis_.places.place_at[word] != kNoWord;
    }
  }
}

bool Matcher::SatisfiesAll(std::uint32_t word, Range conditions) const {
  bool has_positive = false;
  bool is_any = false;
  for (const Condition& condition : RuleSet::Of(frames_.rules.conditions, conditions)) {
    const bool holds = Satisfies(word, condition);
    if (condition.is_negated) {
      if (holds) return false;
    } else {
      has_positive = true;
      is_any = is_any || holds;
    }
  }
  return !has_positive || is_any;
}

bool Matcher::WantsEmpty(const SlotPattern& pattern) const {
  for (const Condition& condition :
       RuleSet::Of(frames_.rules.conditions, pattern.conditions)) {
    if (condition.kind == ConditionKind::kNone && !condition.is_negated) return true;
  }
  return false;
}

}  // namespace entente
