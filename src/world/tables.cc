#include "world/tables.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

#include "base/check.h"
#include "base/date.h"
#include "base/strings.h"
#include "base/tsv.h"
#include "world/actor.h"
#include "world/country.h"
#include "world/place.h"
#include "world/role.h"
#include "world/table_cells.h"

namespace entente {
namespace {

using Read = Status (*)(const Tsv& table, WorldBuilder& builder);

void AddAliases(std::string_view aliases, Candidate candidate, WorldBuilder& builder) {
  for (std::string_view alias : Split(aliases, '|')) {
    alias = Trim(alias);
    Candidate named = candidate;
    if (!alias.empty() && alias.front() == '~') {
      named.flags |= kNameIsShort;
      alias.remove_prefix(1);
    }
    if (!alias.empty()) builder.AddName(alias, named);
  }
}

Candidate Primary(EntryKind kind, std::uint32_t index) {
  return {kind, kNameIsPrimary, index};
}

Status ReadActors(const Tsv& table, WorldBuilder& builder) {
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto cell = [&](ActorColumn column) {
      return table.cell(row, static_cast<std::size_t>(column));
    };
    const bool is_same = row > 0 && cell(ActorColumn::kId) == table.cell(row - 1, 0);
    const auto kind = ActorClassOf(cell(ActorColumn::kClass));
    if (!kind) {
      return table.Complain(row,
                            StrCat("'", cell(ActorColumn::kClass), "' is no class"));
    }
    const auto from = ParseDay(cell(ActorColumn::kFrom), DayEdge::kFirst);
    const auto to = ParseDay(cell(ActorColumn::kTo), DayEdge::kLast);
    if (!from || !to)
      return table.Complain(row, "a date is not YYYY, YYYY-MM or YYYY-MM-DD");
    if (*from != kNoDay && *to != kNoDay && *to < *from) {
      return table.Complain(row, "'to' is before 'from'; swap them?");
    }
    const std::uint32_t tenure = builder.Add(TenureRecord{
        ToCode4(cell(ActorColumn::kCountry)), ToCode4(cell(ActorColumn::kSector)),
        ToCode4(cell(ActorColumn::kGroup)), builder.String(cell(ActorColumn::kTitle)),
        *from, *to});
    if (is_same) {
      ++builder.last_actor().tenure_count;
      continue;
    }
    const std::string_view name = cell(ActorColumn::kName);
    const std::uint32_t index = builder.Add(
        ActorRecord{builder.String(cell(ActorColumn::kId)), builder.String(name),
                    static_cast<std::uint32_t>(*kind), tenure, 1});
    builder.AddName(name, Primary(EntryKind::kActor, index));
    AddAliases(cell(ActorColumn::kAliases), {EntryKind::kActor, 0, index}, builder);
  }
  return std::monostate{};
}

constexpr std::string_view kNoDegrees = "lat and lon are not degrees";

// The first-level division of a code, kNoRecord where there is none. Divisions are the
// first places that a builder takes.
std::uint32_t DivisionAt(std::string_view country, std::string_view division,
                         WorldBuilder& builder) {
  if (division.empty()) return kNoRecord;
  const std::uint32_t code = builder.String(StrCat(country, ".", division));
  for (std::uint32_t i = 0; i < builder.places().size(); ++i) {
    const PlaceRecord& place = builder.places()[i];
    if (place.row == code &&
        place.kind == static_cast<std::uint32_t>(PlaceKind::kAdmin1)) {
      return i;
    }
  }
  return kNoRecord;
}

// The country of a code, kNoRecord where there is none.
std::uint32_t CountryAt(std::string_view iso3, const WorldBuilder& builder) {
  const auto& countries = builder.countries();
  const auto at = std::find_if(
      countries.begin(), countries.end(),
      [code = ToCode4(iso3)](const auto& one) { return one.iso3 == code; });
  return at == countries.end() ? kNoRecord
                               : static_cast<std::uint32_t>(at - countries.begin());
}

Status ReadCountries(const Tsv& table, WorldBuilder& builder) {
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto cell = [&](CountryColumn column) {
      return table.cell(row, static_cast<std::size_t>(column));
    };
    const std::string_view code = cell(CountryColumn::kIso3);
    if (code.size() != 3 || !std::all_of(code.begin(), code.end(), IsAsciiUpper)) {
      return table.Complain(row, StrCat("'", code, "' is not a code of three letters"));
    }
    const auto point =
        ParseDegrees(cell(CountryColumn::kLat), cell(CountryColumn::kLon));
    if (!point) return table.Complain(row, kNoDegrees);
    const std::string_view name = cell(CountryColumn::kName);
    CountryRecord record{};
    record.iso3 = ToCode4(code);
    record.name = builder.String(name);
    record.capital = kNoRecord;
    record.lat = static_cast<float>(point->lat);
    record.lon = static_cast<float>(point->lon);
    record.is_independent = 1;
    const std::uint32_t index = builder.Add(record);
    builder.AddName(name, Primary(EntryKind::kCountry, index));
    AddAliases(cell(CountryColumn::kAliases), {EntryKind::kCountry, 0, index}, builder);
  }
  return std::monostate{};
}

Status ReadReferencePoints(const Tsv& table, WorldBuilder& builder) {
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto cell = [&](ReferenceColumn column) {
      return table.cell(row, static_cast<std::size_t>(column));
    };
    const bool has_point = !cell(ReferenceColumn::kLat).empty();
    const auto point =
        ParseDegrees(cell(ReferenceColumn::kLat), cell(ReferenceColumn::kLon));
    if (has_point && !point) return table.Complain(row, kNoDegrees);
    const std::string_view country = cell(ReferenceColumn::kCountry);
    const std::string_view division = cell(ReferenceColumn::kDivision);
    const std::uint32_t index = division.empty()
                                    ? CountryAt(country, builder)
                                    : DivisionAt(country, division, builder);
    if (index == kNoRecord) {
      return table.Complain(row, StrCat("'", country, division.empty() ? "" : ".",
                                        division, "' is no country or division"));
    }
    const EntryKind kind = division.empty() ? EntryKind::kCountry : EntryKind::kPlace;
    AddAliases(cell(ReferenceColumn::kAliases), {kind, 0, index}, builder);
    const auto move = [&](auto& record) {
      record.lat = static_cast<float>(point->lat);
      record.lon = static_cast<float>(point->lon);
    };
    if (has_point && division.empty()) move(builder.country(index));
    if (division.empty()) {
      builder.country(index).name = builder.String(cell(ReferenceColumn::kName));
    }
    if (has_point && !division.empty()) move(builder.place(index));
  }
  return std::monostate{};
}

Status ReadPlaces(const Tsv& table, WorldBuilder& builder) {
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto cell = [&](PlaceColumn column) {
      return table.cell(row, static_cast<std::size_t>(column));
    };
    const auto kind = PlaceKindOf(cell(PlaceColumn::kKind));
    if (!kind)
      return table.Complain(row, StrCat("'", cell(PlaceColumn::kKind), "' is no kind"));
    const auto point = ParseDegrees(cell(PlaceColumn::kLat), cell(PlaceColumn::kLon));
    if (!point) return table.Complain(row, kNoDegrees);
    const std::string_view number = cell(PlaceColumn::kGeonames);
    const auto geonames =
        number.empty() ? std::optional<double>(0) : ParseNumber(number);
    if (!geonames) return table.Complain(row, "geonames is not a number");
    const std::uint32_t parent =
        DivisionAt(cell(PlaceColumn::kCountry), cell(PlaceColumn::kAdmin1), builder);
    const std::string_view name = cell(PlaceColumn::kName);
    const std::uint32_t index = builder.Add(PlaceRecord{
        static_cast<std::uint32_t>(*geonames), builder.String(cell(PlaceColumn::kId)),
        builder.String(name), parent, ToCode4(cell(PlaceColumn::kCountry)),
        static_cast<float>(point->lat), static_cast<float>(point->lon),
        kTablePopulation, static_cast<std::uint32_t>(*kind)});
    builder.AddName(name, Primary(EntryKind::kPlace, index));
    AddAliases(cell(PlaceColumn::kAliases), {EntryKind::kPlace, 0, index}, builder);
  }
  return std::monostate{};
}

Status ReadCountryNames(const Tsv& table, WorldBuilder& builder) {
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::uint32_t index = CountryAt(table.cell(row, 1), builder);
    if (index == kNoRecord) {
      return table.Complain(row, StrCat("'", table.cell(row, 1), "' is no country"));
    }
    builder.AddName(table.cell(row, 2), {EntryKind::kCountry, 0, index});
  }
  return std::monostate{};
}

Status ReadDemonyms(const Tsv& table, WorldBuilder& builder) {
  for (std::size_t row = 0; row < table.rows(); ++row) {
    // The forms of one row may be spelled alike: "Japanese" is all three.
    struct Form {
      std::string_view text;
      std::uint8_t bit;
    };
    const std::array<Form, 3> forms = {{{table.cell(row, 1), kDemonymAdjective},
                                        {table.cell(row, 2), kDemonymSingular},
                                        {table.cell(row, 3), kDemonymPlural}}};
    for (std::size_t i = 0; i < forms.size(); ++i) {
      for (const std::string_view form : Split(forms[i].text, '|')) {
        std::uint8_t bits = 0;
        bool is_done = false;
        for (std::size_t j = 0; j < forms.size(); ++j) {
          for (const std::string_view other : Split(forms[j].text, '|')) {
            if (other != form) continue;
            bits = static_cast<std::uint8_t>(bits | forms[j].bit);
            is_done = is_done || j < i;
          }
        }
        if (form.empty() || is_done) continue;
        const std::uint32_t index = builder.Add(DemonymRecord{
            builder.String(table.cell(row, 0)), builder.String(form),
            builder.String(table.cell(row, 6)), ToCode4(table.cell(row, 4)),
            ToCode4(table.cell(row, 5)), bits});
        builder.AddName(form, Primary(EntryKind::kDemonym, index));
      }
    }
  }
  return std::monostate{};
}

Status ReadRoles(const Tsv& table, WorldBuilder& builder) {
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto cell = [&](RoleColumn column) {
      return table.cell(row, static_cast<std::size_t>(column));
    };
    const auto kind = RoleKindOf(cell(RoleColumn::kKind));
    const auto flags = RoleFlags(cell(RoleColumn::kFlags));
    if (!kind)
      return table.Complain(row, StrCat("'", cell(RoleColumn::kKind), "' is no kind"));
    if (!flags) {
      return table.Complain(row,
                            StrCat("unknown flag in '", cell(RoleColumn::kFlags), "'"));
    }
    const auto add = [&](std::string_view form, bool is_plural) {
      const std::uint32_t index = builder.Add(RoleRecord{
          builder.String(cell(RoleColumn::kId)), builder.String(form),
          builder.String(cell(RoleColumn::kLemma)), ToCode4(cell(RoleColumn::kSector)),
          ToCode4(cell(RoleColumn::kCountry)), static_cast<std::uint8_t>(*kind),
          is_plural ? std::uint8_t{1} : std::uint8_t{0}, *flags, 0});
      builder.AddName(form, Primary(EntryKind::kRole, index));
    };
    const std::string_view lemma = cell(RoleColumn::kLemma);
    add(lemma, *kind == RoleKind::kPeople && cell(RoleColumn::kPlural) == "-");
    for (const std::string_view plural : Split(cell(RoleColumn::kPlural), '|')) {
      if (plural != "-") add(plural == "+" ? Plural(lemma) : std::string(plural), true);
    }
  }
  return std::monostate{};
}

template <void (WorldBuilder::*Mark)(std::string_view)>
Status ReadWords(const Tsv& table, WorldBuilder& builder) {
  for (std::size_t row = 0; row < table.rows(); ++row) {
    for (const std::string_view word : SplitBlank(table.cell(row, 1)))
      (builder.*Mark)(word);
  }
  return std::monostate{};
}

Read ReaderOf(std::string_view file) {
  if (file == "places.tsv") return ReadPlaces;
  if (file == "countries.tsv") return ReadCountries;
  if (file == "reference_points.tsv") return ReadReferencePoints;
  if (file == "countries_extra.tsv") return ReadCountryNames;
  if (file == "demonyms.tsv") return ReadDemonyms;
  if (file == "roles.tsv") return ReadRoles;
  if (file == "common_words.tsv") return ReadWords<&WorldBuilder::AddCommonWord>;
  if (file == "given_names.tsv") return ReadWords<&WorldBuilder::AddGivenName>;
  if (file == "never_places.tsv") return ReadWords<&WorldBuilder::AddNeverPlace>;
  return ReadActors;
}

}  // namespace

Status ReadTable(std::string_view file, const Tsv& table, WorldBuilder& builder) {
  return ReaderOf(file)(table, builder);
}

Status ReadTables(const std::string& dir, WorldBuilder& builder) {
  if (!std::filesystem::is_directory(dir)) {
    return Error{ErrorCode::kNotFound, StrCat(dir, ": no such folder of tables")};
  }
  for (const TableFormat& format : TableFormats()) {
    const std::string path = StrCat(dir, "/", format.file);
    if (!std::filesystem::exists(path)) continue;
    TRY(const Tsv table, Tsv::Read(path));
    if (const Status fits = table.ExpectColumns(format.columns); !fits) return fits;
    if (const Status read = ReadTable(format.file, table, builder); !read) return read;
  }
  return std::monostate{};
}

}  // namespace entente
