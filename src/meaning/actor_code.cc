#include "meaning/actor_code.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/strings.h"
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
  std::optional<ActorCode> person;
};

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
  const Tenure tenure = world_.TenureAt(world_.actor({index}), day_);
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

void Coder::LookAt(std::uint32_t name_index, const RolePhrase& phrase,
                   Surroundings& found) const {
  const FoundName& name = names_.names[name_index];
  switch (name.sense) {
    case NameSense::kCountry:
    case NameSense::kDemonym:
    case NameSense::kPlace: {
      if (!found.country.empty() || IsForCountry(name, phrase)) return;
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
    const std::uint32_t role = names_.role_at[word];
    if (role == kNoWord || !found.inner_sector.empty()) return;
    found.inner_sector = std::string(world_.role(names_.roles[role].id).sector);
  };
  for (std::uint32_t word = phrase.core_first; word-- > phrase.first;)
    look_at_word(word);
  for (std::uint32_t word = phrase.core_last + 1; word <= phrase.last; ++word) {
    look_at_word(word);
  }
  return found;
}

ActorCode Coder::CodeOfRole(const RolePhrase& phrase) const {
  const Surroundings around = Look(phrase);
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
  if (is_borrowed && around.person && (phrase.role.flags & kRoleSpeaksFor)) {
    return *around.person;
  }
  code.country = around.country;
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

void Coder::CodePerson(MentionDraft& draft) {
  const FoundName& name = names_.names[draft.name];
  if (name.is_known) {
    const Actor actor = world_.actor({name.candidate.index});
    draft.code = CodeOfActor(name.candidate.index);
    draft.code_source = StrCat("persons ", actor.row);
    draft.role_text = std::string(world_.TenureAt(actor, day_).title);
  }
  if (draft.title == kNoWord) return;
  const FoundRole& title = names_.roles[draft.title];
  const Role role = world_.role(title.id);
  const ActorCode code = CodeOfRole({role, draft.title_first, name.first_word - 1,
                                     title.first_word, title.last_word});
  draft.role_text = Words(draft.title_first, name.first_word - 1);
  if (code.empty()) return;
  const bool knows_more = code.country.empty() && !draft.code.country.empty();
  if (knows_more) return;
  draft.code = code;
  draft.code_source = StrCat("title '", role.lemma, "' ", role.row);
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
  for (std::uint32_t word = name.last_word + 1; word-- > name.first_word;) {
    if (names_.role_at[word] == kNoWord) continue;
    const Role role = world_.role(names_.roles[names_.role_at[word]].id);
    if (role.sector.empty()) continue;
    draft.code.sector = std::string(role.sector);
    if (draft.code.country.empty()) draft.code.country = std::string(role.country);
    draft.code_source = StrCat("role '", role.lemma, "' ", role.row);
    break;
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
}

}  // namespace entente
