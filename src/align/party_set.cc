#include "align/party_set.h"

#include <fnmatch.h>

#include <algorithm>
#include <functional>
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

using Test = std::function<bool(const Party&)>;

PartySet Pick(const EvidenceTable& table, std::string label, std::string sql,
              const Test& test) {
  std::vector<std::uint8_t> has(table.parties.size());
  for (std::size_t i = 0; i < has.size(); ++i) has[i] = test(table.parties[i]) ? 1 : 0;
  return {std::move(label), std::move(sql), std::move(has)};
}

PartySet CountryParties(const EvidenceTable& table, const AlignSettings& settings,
                        std::string label, std::string_view country) {
  return Pick(table, std::move(label),
              StrCat("(@country = ", Quoted(country),
                     " AND @grp IS NULL AND (@sector IS NULL OR @sector NOT IN ",
                     Listed(settings.apart_sectors), "))"),
              [&](const Party& party) {
                return party.country == country && party.group.empty() &&
                       !settings.IsApart(party.sector);
              });
}

PartySet GroupParties(const EvidenceTable& table, std::string label,
                      std::string_view country, std::string_view group) {
  return Pick(
      table, std::move(label),
      StrCat("(@country = ", Quoted(country), " AND @grp = ", Quoted(group), ")"),
      [&](const Party& party) {
        return party.country == country && party.group == group;
      });
}

PartySet CodeParties(const EvidenceTable& table, std::string label,
                     std::string_view code) {
  const std::string more = StrCat(code, " ");
  return Pick(
      table, std::move(label),
      StrCat("(@code = ", Quoted(code), " OR @code GLOB ", Quoted(more + "*"), ")"),
      [&](const Party& party) {
        return party.code == code || party.code.rfind(more, 0) == 0;
      });
}

PartySet PatternParties(const EvidenceTable& table, const std::string& pattern) {
  return Pick(table, pattern, StrCat("(@code GLOB ", Quoted(pattern), ")"),
              [&](const Party& party) {
                return ::fnmatch(pattern.c_str(), party.code.c_str(), 0) == 0;
              });
}

// Names with these words among their own.
PartySet NamedParties(const EvidenceTable& table, std::string_view text) {
  const std::string wanted = StrCat(" ", AsciiLower(text), " ");
  return Pick(table, std::string(text),
              StrCat("(instr(' ' || lower(@name) || ' ', ", Quoted(wanted), ") > 0)"),
              [&](const Party& party) {
                return StrCat(" ", AsciiLower(party.name), " ").find(wanted) !=
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

bool PartySet::empty() const {
  return std::none_of(has_.begin(), has_.end(),
                      [](std::uint8_t in) { return in != 0; });
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
  const std::string& label = table.actors[actor].label;
  const auto first =
      std::find_if(table.parties.begin(), table.parties.end(),
                   [&](const Party& party) { return party.actor == actor; });
  if (first == table.parties.end())
    return Pick(table, label, "0", [](const Party&) { return false; });
  if (!first->group.empty()) {
    return GroupParties(table, label, first->country, first->group);
  }
  if (!first->country.empty() && settings.IsApart(first->sector)) {
    return Pick(table, label,
                StrCat("(@country = ", Quoted(first->country),
                       " AND @sector = ", Quoted(first->sector), " AND @grp IS NULL)"),
                [&](const Party& party) { return party.actor == actor; });
  }
  if (!first->country.empty() && !settings.IsClass(first->country)) {
    return CountryParties(table, settings, label, first->country);
  }
  return Pick(table, label,
              StrCat("(@name = ", Quoted(first->name), " AND @grp IS NULL)"),
              [&](const Party& party) { return party.actor == actor; });
}

}  // namespace entente
