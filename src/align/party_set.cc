#include "align/party_set.h"

#include <fnmatch.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "base/strings.h"

namespace entente {
namespace {

std::string Quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
  return out + "'";
}

std::string Listed(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) {
    if (!out.empty()) out += ", ";
    out += Quoted(text);
  }
  return StrCat("(", out, ")");
}

// Parties by their codes, of which there are few.
template <typename Test>
PartySet PickCodes(const EvidenceTable& table, std::string label, std::string sql,
                   Test test) {
  std::vector<std::uint8_t> is_picked;
  for (const CodeParts& code : table.codes) is_picked.push_back(test(code) ? 1 : 0);
  std::vector<std::uint8_t> has(table.party_count());
  for (std::size_t i = 0; i < has.size(); ++i) {
    has[i] = is_picked[table.party_rows[i].code];
  }
  return {table, std::move(label), std::move(sql), std::move(has)};
}

template <typename Test>
PartySet PickParties(const EvidenceTable& table, std::string label, std::string sql,
                     Test test) {
  std::vector<std::uint8_t> has(table.party_count());
  for (std::uint32_t i = 0; i < has.size(); ++i) {
    has[i] = test(table.party(i)) ? 1 : 0;
  }
  return {table, std::move(label), std::move(sql), std::move(has)};
}

PartySet CountryParties(const EvidenceTable& table, const AlignSettings& settings,
                        std::string label, std::string_view country) {
  return PickCodes(table, std::move(label),
                   StrCat("(@country = ", Quoted(country),
                          " AND @grp IS NULL AND (@sector IS NULL OR @sector NOT IN ",
                          Listed(settings.apart_sectors), "))"),
                   [&](const CodeParts& code) {
                     return code.country == country && code.group.empty() &&
                            !settings.IsApart(code.sector);
                   });
}

PartySet GroupParties(const EvidenceTable& table, std::string label,
                      std::string_view country, std::string_view group) {
  return PickCodes(
      table, std::move(label),
      StrCat("(@country = ", Quoted(country), " AND @grp = ", Quoted(group), ")"),
      [&](const CodeParts& code) {
        return code.country == country && code.group == group;
      });
}

PartySet CodeParties(const EvidenceTable& table, std::string label,
                     std::string_view wanted) {
  const std::string more = StrCat(wanted, " ");
  return PickCodes(
      table, std::move(label),
      StrCat("(@code = ", Quoted(wanted), " OR @code GLOB ", Quoted(more + "*"), ")"),
      [&](const CodeParts& code) {
        return code.code == wanted || code.code.rfind(more, 0) == 0;
      });
}

PartySet PatternParties(const EvidenceTable& table, const std::string& pattern) {
  return PickCodes(table, pattern, StrCat("(@code GLOB ", Quoted(pattern), ")"),
                   [&](const CodeParts& code) {
                     return ::fnmatch(pattern.c_str(), code.code.c_str(), 0) == 0;
                   });
}

// Names with these words among their own.
PartySet NamedParties(const EvidenceTable& table, std::string_view text) {
  const std::string wanted = StrCat(" ", AsciiLower(text), " ");
  return PickParties(
      table, std::string(text),
      StrCat("(instr(' ' || lower(@name) || ' ', ", Quoted(wanted), ") > 0)"),
      [&](const Party& party) {
        return party.name.size() + 2 >= wanted.size() &&
               StrCat(" ", AsciiLower(party.name), " ").find(wanted) !=
                   std::string::npos;
      });
}

bool LooksLikeCode(std::string_view text) {
  return text.size() >= 3 && std::all_of(text.begin(), text.end(), [](char c) {
           return IsAsciiUpper(c) || c == ' ' || c == '-';
         });
}

PartySet TenureParties(const EvidenceTable& table, const AlignSettings& settings,
                       const Actor& actor, const Tenure& tenure) {
  const std::string label(actor.name);
  if (!tenure.group.empty()) {
    return GroupParties(table, label, tenure.country, tenure.group);
  }
  if (tenure.country.empty() || settings.IsClass(tenure.country)) {
    return NamedParties(table, actor.name);
  }
  return CodeParties(table, label, StrCat(tenure.country, " ", tenure.sector));
}

// What the world knows by this name: actors before countries before peoples before
// capitals; the first that the ledger has rows of, else the first.
std::optional<PartySet> WorldParties(const EvidenceTable& table,
                                     const AlignSettings& settings, const World& world,
                                     std::string_view text) {
  std::vector<Candidate> candidates = world.Find(text);
  std::stable_sort(
      candidates.begin(), candidates.end(),
      [](const Candidate& a, const Candidate& b) { return a.kind < b.kind; });
  std::optional<PartySet> first;
  for (const Candidate& candidate : candidates) {
    std::optional<PartySet> found;
    switch (candidate.kind) {
      case EntryKind::kActor: {
        const Actor actor = world.actor(ActorTableId{candidate.index});
        if (actor.kind != ActorClass::kPerson) {
          found = TenureParties(table, settings, actor, world.tenure(actor, 0));
        }
        break;
      }
      case EntryKind::kCountry: {
        const Country country = world.country(CountryId{candidate.index});
        found =
            CountryParties(table, settings, std::string(country.name), country.iso3);
        break;
      }
      case EntryKind::kDemonym: {
        const Demonym demonym = world.demonym(DemonymId{candidate.index});
        if (!demonym.country.empty()) {
          found = CountryParties(table, settings, std::string(demonym.place),
                                 demonym.country);
        }
        break;
      }
      case EntryKind::kPlace: {
        const std::string country(world.GovernedFrom(GazetteerId{candidate.index}));
        if (!country.empty()) {
          found = CountryParties(table, settings, std::string(text), country);
        }
        break;
      }
      case EntryKind::kRole:
        break;
    }
    if (found && !found->empty()) return found;
    if (found && !first) first = std::move(found);
  }
  return first;
}

}  // namespace

PartySet::PartySet(const EvidenceTable& table, std::string label, std::string sql,
                   std::vector<std::uint8_t> has)
    : label_(std::move(label)), sql_(std::move(sql)), has_(std::move(has)) {
  std::vector<std::uint8_t> is_there(table.actor_count() + 1);
  for (std::uint32_t i = 0; i < has_.size(); ++i) {
    if (has_[i] != 0) is_there[std::min(table.ActorOf(i), table.actor_count())] = 1;
  }
  for (std::uint32_t actor = 0; actor < is_there.size(); ++actor) {
    if (is_there[actor] == 0) continue;
    actors_.push_back(actor == table.actor_count() ? kNoIndex : actor);
  }
}

bool PartySet::HasActor(std::uint32_t actor) const {
  return std::binary_search(actors_.begin(), actors_.end(), actor);
}

bool PartySet::Overlaps(const PartySet& other) const {
  for (std::size_t i = 0; i < has_.size(); ++i) {
    if (has_[i] != 0 && other.has_[i] != 0) return true;
  }
  return false;
}

std::string PartySet::Sql(std::string_view prefix) const {
  // Columns alone have the mark before them: a quoted name may have one too.
  std::string out;
  bool is_quoted = false;
  for (const char c : sql_) {
    if (c == '\'') is_quoted = !is_quoted;
    if (c == '@' && !is_quoted) {
      out += prefix;
    } else {
      out += c;
    }
  }
  return out;
}

Result<PartySet> FindParties(const EvidenceTable& table, const AlignSettings& settings,
                             const World* world, std::string_view text) {
  const std::string_view name = Trim(text);
  if (name.find_first_of("*?") != std::string_view::npos) {
    return PatternParties(table, std::string(name));
  }
  if (LooksLikeCode(name)) {
    const auto country = world == nullptr ? std::nullopt : world->CountryByCode(name);
    PartySet parties =
        name.size() == 3 && !settings.IsClass(name)
            ? CountryParties(table, settings,
                             country ? std::string(world->country(*country).name)
                                     : std::string(name),
                             name)
            : CodeParties(table, std::string(name), name);
    if (!parties.empty() || country) return parties;
  }
  std::optional<PartySet> known;
  if (world != nullptr) known = WorldParties(table, settings, *world, name);
  if (known && !known->empty()) return *std::move(known);
  PartySet named = NamedParties(table, name);
  if (!named.empty()) return named;
  if (known) return *std::move(known);
  return Error{ErrorCode::kNotFound,
               StrCat(name,
                      ": no actor of this name or code; 'entente ask LEDGER --sql "
                      "\"SELECT DISTINCT name, code FROM entity\"' lists them")};
}

PartySet PartiesOf(const EvidenceTable& table, const AlignSettings& settings,
                   std::uint32_t actor) {
  const std::string label(table.actor(actor).label);
  std::uint32_t any = 0;
  while (table.ActorOf(any) != actor) ++any;  // an actor has a party
  const Party party = table.party(any);
  if (!party.group.empty()) {
    return GroupParties(table, label, party.country, party.group);
  }
  if (!party.country.empty() && settings.IsApart(party.sector)) {
    return PickCodes(table, label,
                     StrCat("(@country = ", Quoted(party.country), " AND @sector = ",
                            Quoted(party.sector), " AND @grp IS NULL)"),
                     [&](const CodeParts& code) {
                       return code.country == party.country &&
                              code.sector == party.sector && code.group.empty();
                     });
  }
  if (!party.country.empty() && !settings.IsClass(party.country)) {
    return CountryParties(table, settings, label, party.country);
  }
  return PickParties(table, label,
                     StrCat("(@name = ", Quoted(party.name), " AND @grp IS NULL)"),
                     [&](const Party& other) { return other.actor == actor; });
}

}  // namespace entente
