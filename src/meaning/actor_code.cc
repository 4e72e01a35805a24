#include "meaning/actor_code.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/strings.h"
#include "meaning/actor_party.h"
#include "world/world.h"

namespace entente {
namespace {

// The words of a role and of the phrase that it heads, all ends included.
struct RolePhrase {
  Role role;
  std::uint32_t first = 0, last = 0;            // the phrase
  std::uint32_t core_first = 0, core_last = 0;  // the role's own words
};

// What the phrase around a role says beside it.
struct Surroundings {
  std::string country;
  std::optional<ActorCode> organisation;
  std::string inner_sector;  // "Foreign Ministry" of "Foreign Ministry spokeswoman"
  std::string people;        // group of a people of no one state: "Kurdish-led forces"
  bool is_led = false;       // "US-led", "Saudi-led"
  bool is_former = false;    // "ousted", "ex-"
  std::optional<ActorCode> person;
};

// Adjectives of who holds an office no more.
bool IsFormer(std::string_view form) {
  constexpr std::array<std::string_view, 7> kWords = {
      "former", "ousted", "deposed", "toppled", "exiled", "late", "onetime"};
  return form.size() <= 8 &&
         std::find(kWords.begin(), kWords.end(), AsciiLower(form)) != kWords.end();
}

class Coder {
 public:
  Coder(const Analysis& analysis, const NameTable& names,
        std::vector<MentionDraft>& drafts)
      : analysis_(analysis), world_(*analysis.world), names_(names), drafts_(drafts) {
    if (analysis.document != nullptr) day_ = analysis.document->reference_date();
  }

  void Run();

 private:
  void Code(MentionDraft& draft);
  void CodePerson(MentionDraft& draft);
  void CodeName(MentionDraft& draft);
  void CodeUnknownOrganisation(MentionDraft& draft);
  ActorCode CodeOfRole(const RolePhrase& phrase) const;
  ActorCode CodeOfRole(const RolePhrase& phrase, const Surroundings& around) const;
  Tenure TenureOf(const Actor& actor, std::string_view title) const;
  bool IsSided(const FoundName& name) const;
  std::string CountryAfter(const FoundName& name) const;
  Role RoleIn(const FoundName& name) const;
  Surroundings Look(const RolePhrase& phrase) const;
  void LookAt(std::uint32_t name_index, const RolePhrase& phrase,
              Surroundings& found) const;
  std::string CountryOf(const FoundName& name) const;
  ActorCode CodeOfActor(std::uint32_t index) const;
  std::string Words(std::uint32_t first, std::uint32_t last) const;
  bool IsForCountry(const FoundName& name, const RolePhrase& phrase) const;

  const Analysis& analysis_;
  const World& world_;
  const NameTable& names_;
  std::vector<MentionDraft>& drafts_;
  std::vector<std::uint32_t> draft_of_name_;
  std::optional<CivilDate> day_;
};

std::string Coder::Words(std::uint32_t first, std::uint32_t last) const {
  const auto& spans = analysis_.tokens->span;
  return std::string(Slice(analysis_.text(), {spans[first].begin, spans[last].end}));
}

ActorCode Coder::CodeOfActor(std::uint32_t index) const {
  const Actor actor = world_.actor({index});
  Tenure tenure = world_.TenureAt(actor, day_);
  // Of a text without a date, an armed group is one.
  for (std::uint32_t i = 0; !day_ && actor.kind == ActorClass::kArmedGroup &&
                            tenure.sector != "REB" && i < actor.tenure_count;
       ++i) {
    if (world_.tenure(actor, i).sector == "REB") tenure = world_.tenure(actor, i);
  }
  return {std::string(tenure.country), std::string(tenure.sector),
          std::string(tenure.group)};
}

std::string Coder::CountryOf(const FoundName& name) const {
  if (name.sense == NameSense::kPlace) {
    const auto& at = analysis_.places.place_at;
    const std::uint32_t place = at.empty() ? kNoWord : at[name.head_word];
    return place == kNoWord ? "" : analysis_.places.places[place].country;
  }
  if (!name.is_known) return "";
  if (name.candidate.kind == EntryKind::kCountry) {
    return std::string(world_.country({name.candidate.index}).iso3);
  }
  if (name.candidate.kind == EntryKind::kDemonym) {
    return std::string(world_.demonym({name.candidate.index}).country);
  }
  return "";
}

// "special representative for Afghanistan" works for another state, "spokesman for
// Afghanistan" for this one.
bool Coder::IsForCountry(const FoundName& name, const RolePhrase& phrase) const {
  if (name.first_word < phrase.core_last) return false;
  for (std::uint32_t word = name.first_word; word-- > phrase.core_last + 1;) {
    if (analysis_.syntax->upos[word] != Upos::kAdp) continue;
    const std::string_view preposition = analysis_.syntax->lemma[word];
    const bool is_topic = preposition == "for" || preposition == "to";
    return is_topic && !phrase.role.lemma.starts_with("spokes");
  }
  return false;
}

// "pro-Russian demonstrators", "anti-American": whom they are for, not who they are.
bool Coder::IsSided(const FoundName& name) const {
  const std::string form = AsciiLower(analysis_.form(name.first_word));
  return form.starts_with("pro-") || form.starts_with("anti-") ||
         form.starts_with("non-");
}

void Coder::LookAt(std::uint32_t name_index, const RolePhrase& phrase,
                   Surroundings& found) const {
  const FoundName& name = names_.names[name_index];
  switch (name.sense) {
    case NameSense::kCountry:
    case NameSense::kDemonym:
    case NameSense::kPlace: {
      if (!found.country.empty() || IsForCountry(name, phrase)) return;
      if (IsSided(name)) return;
      if (name.first_word > 0 &&
          analysis_.syntax->lemma[name.first_word - 1] == "ethnic") {
        return;  // "ethnic Albanian guerrillas" are of where they fight
      }
      if (name.sense == NameSense::kDemonym && found.people.empty()) {
        found.people = std::string(world_.demonym({name.candidate.index}).group);
      }
      // "Moscow's ally" is not Moscow's own.
      const bool is_relative =
          phrase.role.sector.empty() &&
          (phrase.role.flags & (kRoleSpeaksFor | kRoleTakesSector)) == 0;
      const bool is_possessor =
          name.last_word + 1 < analysis_.syntax->size() &&
          analysis_.syntax->xpos[name.last_word + 1] == Xpos::kPos;
      if (is_relative && is_possessor) return;
      found.country = CountryOf(name);
      return;
    }
    case NameSense::kOrganisation:
    case NameSense::kGroup: {
      if (found.organisation) return;
      const std::uint32_t draft = draft_of_name_[name_index];
      if (draft != kNoWord && !drafts_[draft].code.empty()) {
        found.organisation = drafts_[draft].code;
      } else if (name.is_known) {
        found.organisation = CodeOfActor(name.candidate.index);
      }
      return;
    }
    case NameSense::kPerson: {
      const std::uint32_t draft = draft_of_name_[name_index];
      if (!found.person && draft != kNoWord && !drafts_[draft].code.empty()) {
        found.person = drafts_[draft].code;
      }
      return;
    }
  }
}

// What stands before the role counts before what follows it; the nearest first.
Surroundings Coder::Look(const RolePhrase& phrase) const {
  Surroundings found;
  const auto look_at_word = [&](std::uint32_t word) {
    if (names_.name_at[word] != kNoWord) LookAt(names_.name_at[word], phrase, found);
    const std::string_view lemma = analysis_.syntax->lemma[word];
    if (word < phrase.core_first) {
      found.is_led = found.is_led || lemma == "lead" || lemma == "led";
      found.is_former = found.is_former || IsFormer(analysis_.form(word));
    }
    const std::uint32_t role = names_.role_at[word];
    if (role == kNoWord || !found.inner_sector.empty()) return;
    found.inner_sector = std::string(world_.role(names_.roles[role].id).sector);
  };
  for (std::uint32_t word = phrase.core_first; word-- > phrase.first;)
    look_at_word(word);
  // "its troops from South Vietnam": "its" tells whose they are.
  const bool has_owner = analysis_.syntax->xpos[phrase.first] == Xpos::kPrpPoss;
  for (std::uint32_t word = phrase.core_last + 1; word <= phrase.last && !has_owner;
       ++word) {
    look_at_word(word);
  }
  // "Ousted President X": where the parser left the participle outside.
  found.is_former = found.is_former ||
                    (phrase.first > 0 && IsFormer(analysis_.form(phrase.first - 1)));
  return found;
}

ActorCode Coder::CodeOfRole(const RolePhrase& phrase) const {
  const Surroundings around = Look(phrase);
  ActorCode code = CodeOfRole(phrase, around);
  const bool is_human = phrase.role.kind == RoleKind::kPerson;
  if (is_human && around.is_former && (code.sector == "GOV" || code.sector == "LEG")) {
    code.sector = "ELI";
  } else if (is_human && around.is_former && code.sector != "ELI") {
    // "a former member of the M-19": what one has left says nothing of today.
    code.sector.clear();
    code.group.clear();
  }
  // "the secretary-general of the Arab League" governs what has no sector itself.
  if (is_human && code.country == "IGO" && code.sector.empty()) code.sector = "GOV";
  if (code.country.empty() && code.group.empty()) code.group = around.people;
  const bool is_body = phrase.role.kind == RoleKind::kOrganisation;
  if (is_body && code.country.empty() && code.sector == "SOC") code.country = "NGO";
  // "the US-led coalition", "Kurdish-led forces".
  if (around.is_led && (code.sector.empty() || code.sector == "PTY")) {
    code.sector = "MIL";
  }
  return code;
}

ActorCode Coder::CodeOfRole(const RolePhrase& phrase,
                            const Surroundings& around) const {
  ActorCode code;
  const bool is_borrowed =
      (phrase.role.flags & (kRoleSpeaksFor | kRoleTakesSector)) != 0;
  if (around.organisation) {
    code = *around.organisation;
    if (!is_borrowed && !phrase.role.sector.empty() &&
        (phrase.role.kind != RoleKind::kOrganisation || code.sector.empty())) {
      code.sector = std::string(phrase.role.sector);
    }
    if (code.country.empty()) code.country = around.country;
    return code;
  }
  const bool is_of_person =
      around.person &&
      (phrase.role.sector.empty() || (phrase.role.flags & kRoleSpeaksFor) != 0);
  if (is_borrowed && is_of_person) return *around.person;  // "supporters of X"
  code.country = around.country;
  // "an aide to Prime Minister X", "X's lawyer": of X's country.
  if (code.country.empty() && around.person) code.country = around.person->country;
  if (code.country.empty()) code.country = std::string(phrase.role.country);
  code.sector = is_borrowed && !around.inner_sector.empty()
                    ? around.inner_sector
                    : std::string(phrase.role.sector);
  if (code.sector.empty()) code.sector = around.inner_sector;
  // "Icelandic officials", "the Chinese leader": the organisation is the state.
  const bool is_of_state = (phrase.role.flags & kRoleTakesSector) != 0 &&
                           world_.CountryByCode(code.country).has_value();
  if (code.sector.empty() && is_of_state) code.sector = "GOV";
  return code;
}

// What a person was on the document's day; where no day is known, the office that the
// title names, else the last one held.
Tenure Coder::TenureOf(const Actor& actor, std::string_view title) const {
  Tenure best = world_.TenureAt(actor, day_);
  if (day_) {
    // Who left an office since, and took no other, holds none.
    const bool is_over = best.to && *best.to < *day_;
    if (is_over && (best.sector == "GOV" || best.sector == "LEG")) best.sector = "ELI";
    return best;
  }
  for (std::uint32_t i = 0; i < actor.tenure_count; ++i) {
    const Tenure one = world_.tenure(actor, i);
    if (!title.empty() && one.title == title) return one;
    if (title.empty() && !one.sector.empty() && one.sector != "ELI") best = one;
  }
  return best;
}

// "King Hassan of Morocco".
std::string Coder::CountryAfter(const FoundName& name) const {
  for (const std::uint32_t child : analysis_.tree.children(name.head_word)) {
    if (child <= name.last_word || names_.name_at[child] == kNoWord) continue;
    const std::uint32_t preposition = analysis_.tree.ChildBy(child, Relation::kCase);
    if (preposition == kNoWord || analysis_.syntax->lemma[preposition] != "of")
      continue;
    const FoundName& after = names_.names[names_.name_at[child]];
    const bool is_area =
        after.sense == NameSense::kCountry || after.sense == NameSense::kPlace;
    if (is_area) return CountryOf(after);
  }
  return {};
}

void Coder::CodePerson(MentionDraft& draft) {
  const FoundName& name = names_.names[draft.name];
  std::string_view lemma;
  if (draft.title != kNoWord) lemma = world_.role(names_.roles[draft.title].id).lemma;
  if (name.is_known) {
    const Actor actor = world_.actor({name.candidate.index});
    const Tenure tenure = TenureOf(actor, lemma);
    draft.code = {std::string(tenure.country), std::string(tenure.sector),
                  std::string(tenure.group)};
    draft.code_source = StrCat("persons ", actor.row);
    draft.role_text = std::string(tenure.title);
  }
  if (draft.title == kNoWord) return;
  const FoundRole& title = names_.roles[draft.title];
  const Role role = world_.role(title.id);
  ActorCode code = CodeOfRole({role, draft.title_first, name.first_word - 1,
                               title.first_word, title.last_word});
  draft.role_text = Words(draft.title_first, name.first_word - 1);
  if (code.country.empty()) code.country = CountryAfter(name);
  if (code.empty()) return;
  if (code.country.empty() && !draft.code.country.empty()) {
    // The table knows the country; the office is what the text says.
    const bool is_office = code.sector == "GOV" || code.sector == "ELI" ||
                           code.sector == "LEG" || code.sector == "JUD";
    if (!is_office || code.sector == draft.code.sector) return;
    code.country = draft.code.country;
  }
  draft.code = code;
  draft.code_source = StrCat("title '", role.lemma, "' ", role.row);
}

// The role with a sector that a name holds, the last one first, bodies before persons:
// "court" of "Court of Criminal Appeals", "police" of "Delhi Police".
Role Coder::RoleIn(const FoundName& name) const {
  Role person;
  const auto& hits = names_.hits.hits;
  const auto end = std::partition_point(
      hits.begin(), hits.end(),
      [&](const NameHit& hit) { return hit.first_word <= name.last_word; });
  for (auto hit = end; hit != hits.begin() && (hit - 1)->last_word >= name.first_word;
       --hit) {
    for (const Candidate& candidate : names_.hits.of(*(hit - 1))) {
      if (candidate.kind != EntryKind::kRole) continue;
      const Role role = world_.role({candidate.index});
      if (role.sector.empty()) continue;
      if (role.kind != RoleKind::kPerson) return role;
      if (person.sector.empty()) person = role;
    }
  }
  return person;
}

void Coder::CodeUnknownOrganisation(MentionDraft& draft) {
  const FoundName& name = names_.names[draft.name];
  if (name.inside != kNoWord) {
    const NameHit& hit = names_.hits.hits[name.inside];
    FoundName inner = name;
    inner.candidate = names_.hits.of(hit).front();
    inner.is_known = true;
    inner.sense = NameSense::kCountry;
    if (inner.candidate.kind == EntryKind::kPlace) {
      draft.code.country = std::string(world_.place({inner.candidate.index}).country);
    } else {
      draft.code.country = CountryOf(inner);
    }
  }
  const Role role = RoleIn(name);
  if (!role.sector.empty()) {
    draft.code.sector = std::string(role.sector);
    if (draft.code.country.empty()) draft.code.country = std::string(role.country);
    draft.code_source = StrCat("role '", role.lemma, "' ", role.row);
  }
  // "Association of African Jurists": of no one state.
  const bool is_regional = !draft.code.country.empty() && draft.code.country != "IGO" &&
                           !world_.CountryByCode(draft.code.country);
  if (is_regional && draft.code.sector != "GOV" && draft.code.sector != "MIL") {
    draft.code.country = "NGO";
  }
  if (draft.code_source.empty() && !draft.code.empty()) draft.code_source = "name";
}

void Coder::CodeName(MentionDraft& draft) {
  const FoundName& name = names_.names[draft.name];
  if (!name.is_known) return CodeUnknownOrganisation(draft);
  switch (name.sense) {
    case NameSense::kCountry:
      draft.code.country = CountryOf(name);
      draft.code_source = StrCat("country ", draft.code.country);
      break;
    case NameSense::kOrganisation:
    case NameSense::kGroup: {
      const Actor actor = world_.actor({name.candidate.index});
      draft.code = CodeOfActor(name.candidate.index);
      draft.code_source = StrCat("actors ", actor.row);
      break;
    }
    case NameSense::kPerson:
    case NameSense::kDemonym:
    case NameSense::kPlace:
      break;  // coded by its draft
  }
}

void Coder::Code(MentionDraft& draft) {
  if (draft.pronoun != nullptr || draft.anaphor != nullptr) return;
  if (draft.role != kNoWord) {
    const FoundRole& found = names_.roles[draft.role];
    const Role role = world_.role(found.id);
    if (draft.twin_of != kNoWord) {
      draft.code = {CountryOf(names_.names[draft.twin_of]), std::string(role.sector),
                    ""};
      draft.code_source = StrCat("role '", role.lemma, "' ", role.row);
      const bool is_of_state = (role.flags & kRoleTakesSector) != 0 &&
                               world_.CountryByCode(draft.code.country).has_value();
      if (draft.code.sector.empty() && is_of_state) draft.code.sector = "GOV";
      return;
    }
    draft.code = CodeOfRole(
        {role, draft.first_word, draft.last_word, found.first_word, found.last_word});
    if (!draft.code.empty())
      draft.code_source = StrCat("role '", role.lemma, "' ", role.row);
    draft.role_text = Words(draft.first_word, draft.last_word);
    return;
  }
  if (names_.names[draft.name].sense == NameSense::kPerson) return CodePerson(draft);
  CodeName(draft);
}

void Coder::Run() {
  draft_of_name_.assign(names_.names.size(), kNoWord);
  std::vector<std::uint32_t> order(drafts_.size());
  for (std::uint32_t i = 0; i < drafts_.size(); ++i) {
    order[i] = i;
    if (drafts_[i].name != kNoWord) draft_of_name_[drafts_[i].name] = i;
  }
  // A phrase is read after the phrases inside it.
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return drafts_[a].last_word - drafts_[a].first_word <
           drafts_[b].last_word - drafts_[b].first_word;
  });
  for (const std::uint32_t index : order) Code(drafts_[index]);
}

}  // namespace

void CodeDrafts(const Analysis& analysis, const NameTable& names,
                std::vector<MentionDraft>& drafts) {
  Coder(analysis, names, drafts).Run();
  CodeByParty(analysis, names, drafts);
}

}  // namespace entente
