#include "meaning/mention_lexicon.h"

#include <optional>

#include "base/check.h"
#include "base/tsv.h"

namespace entente {
namespace {

Result<Gender> ReadGender(const Tsv& table, std::size_t row, std::size_t column) {
  const std::string_view cell = table.cell(row, column);
  if (cell == "m") return Gender::kMale;
  if (cell == "f") return Gender::kFemale;
  if (cell == "n") return Gender::kNeuter;
  if (cell == "-") return Gender::kUnknown;
  return table.Complain(row, "the gender is m, f, n or -");
}

Result<LemmaMap<Pronoun>> ReadPronouns(const std::string& path) {
  TRY(const Tsv table, Tsv::Read(path));
  const Status header = table.ExpectColumns({"id", "form", "gender", "number", "use"});
  if (!header) return header.error();
  LemmaMap<Pronoun> pronouns;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    Pronoun pronoun;
    TRY(pronoun.gender, ReadGender(table, row, 2));
    pronoun.is_plural = table.cell(row, 3) == "p";
    const std::string_view use = table.cell(row, 4);
    if (use == "first") {
      pronoun.use = PronounUse::kFirst;
    } else if (use == "relative") {
      pronoun.use = PronounUse::kRelative;
    } else if (use != "personal") {
      return table.Complain(row, "the use is personal, first or relative");
    }
    pronouns[std::string(table.cell(row, 1))] = pronoun;
  }
  return pronouns;
}

Result<LemmaMap<Honorific>> ReadHonorifics(const std::string& path) {
  TRY(const Tsv table, Tsv::Read(path));
  const Status header = table.ExpectColumns({"id", "form", "gender", "part"});
  if (!header) return header.error();
  LemmaMap<Honorific> honorifics;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    Honorific honorific;
    TRY(honorific.gender, ReadGender(table, row, 2));
    honorific.is_part_of_name = table.cell(row, 3) == "yes";
    honorifics[std::string(table.cell(row, 1))] = honorific;
  }
  return honorifics;
}

Result<LemmaMap<ActorKind>> ReadAnaphors(const std::string& path) {
  TRY(const Tsv table, Tsv::Read(path));
  const Status header = table.ExpectColumns({"id", "lemma", "kind"});
  if (!header) return header.error();
  constexpr ActorKind kKinds[] = {ActorKind::kPerson, ActorKind::kOrganisation,
                                  ActorKind::kGroup, ActorKind::kCountry};
  LemmaMap<ActorKind> anaphors;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    std::optional<ActorKind> found;
    for (const ActorKind kind : kKinds) {
      if (Name(kind) == table.cell(row, 2)) found = kind;
    }
    if (!found) return table.Complain(row, "the kind is no actor that can be meant");
    anaphors[std::string(table.cell(row, 1))] = *found;
  }
  return anaphors;
}

Result<LemmaMap<Gender>> ReadGivenNames(const std::string& path) {
  TRY(const Tsv table, Tsv::Read(path));
  const Status header = table.ExpectColumns({"id", "name", "gender"});
  if (!header) return header.error();
  LemmaMap<Gender> names;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    TRY(const Gender gender, ReadGender(table, row, 2));
    names[std::string(table.cell(row, 1))] = gender;
  }
  return names;
}

Result<LemmaMap<bool>> ReadAddressVerbs(const std::string& path) {
  TRY(const Tsv table, Tsv::Read(path));
  const Status header = table.ExpectColumns({"id", "lemma"});
  if (!header) return header.error();
  LemmaMap<bool> verbs;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    verbs[std::string(table.cell(row, 1))] = true;
  }
  return verbs;
}

}  // namespace

Result<MentionLexicon> MentionLexicon::Load(const std::string& data_dir) {
  const std::string dir = data_dir + "/lexicon/";
  MentionLexicon lexicon;
  TRY(lexicon.pronouns_, ReadPronouns(dir + "pronouns.tsv"));
  TRY(lexicon.honorifics_, ReadHonorifics(dir + "titles.tsv"));
  TRY(lexicon.anaphors_, ReadAnaphors(dir + "anaphors.tsv"));
  TRY(lexicon.given_names_, ReadGivenNames(dir + "given_names.tsv"));
  TRY(lexicon.address_verbs_, ReadAddressVerbs(dir + "address_verbs.tsv"));
  return lexicon;
}

}  // namespace entente
