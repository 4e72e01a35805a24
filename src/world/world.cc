#include "world/world.h"

#include <utility>

#include "base/check.h"
#include "base/files.h"
#include "base/strings.h"
#include "world/name_matcher.h"
#include "world/tables.h"
#include "world/world_builder.h"

namespace entente {
namespace {

std::optional<CivilDate> DayOf(std::int32_t days) {
  if (days == kNoDay) return std::nullopt;
  return FromDays(days);
}

}  // namespace

// Entries of the second image count from the ends of the first one's tables on.
struct World::State {
  MappedFile file;
  std::string extra_bytes;
  std::vector<Image> images;      // the file's, then the extra tables'
  std::vector<NameLayer> layers;  // the extra tables' first
  Ontology ontology;
  PlaceWords place_words;

  template <typename Record>
  const Record& At(std::span<const Record> Image::*table, std::uint32_t index,
                   const Image*& image) const {
    image = &images[0];
    std::span<const Record> records = images[0].*table;
    if (index >= records.size() && images.size() > 1) {
      index -= static_cast<std::uint32_t>(records.size());
      image = &images[1];
      records = images[1].*table;
    }
    CHECK(index < records.size());
    return records[index];
  }

  template <typename Record>
  std::uint32_t Count(std::span<const Record> Image::*table) const {
    std::size_t count = 0;
    for (const Image& image : images) count += (image.*table).size();
    return static_cast<std::uint32_t>(count);
  }

  // The number of an entry of `image` as the outside counts it.
  std::uint32_t Outer(const Image* image, std::uint32_t index,
                      std::size_t first) const {
    if (index == kNoRecord) return index;
    return image == &images[0] ? index : index + static_cast<std::uint32_t>(first);
  }
};

World::World(std::unique_ptr<const State> state) : state_(std::move(state)) {}
World::World(World&&) noexcept = default;
World& World::operator=(World&&) noexcept = default;
World::~World() = default;

Result<World> World::Load(const std::string& data_dir,
                          const std::vector<std::string>& extra_dirs) {
  const std::string path = data_dir + "/world.bin";
  TRY(MappedFile file, MappedFile::Open(path));
  TRY(Ontology ontology, Ontology::Read(data_dir + "/world"));
  PlaceWords words;
  if (const Status read = words.Read(data_dir + "/world"); !read) return read.error();
  WorldBuilder builder;
  for (const std::string& dir : extra_dirs) {
    if (const Status read = words.Read(dir);
        !read && read.error().code != ErrorCode::kNotFound) {
      return read.error();
    }
    if (const Status read = ReadTables(dir, builder); !read) return read.error();
  }
  auto state = std::make_unique<State>(State{std::move(file),
                                             extra_dirs.empty() ? "" : builder.Finish(),
                                             {},
                                             {},
                                             std::move(ontology),
                                             std::move(words)});
  TRY(const Image base, Image::Open(state->file.bytes(), path));
  state->images.push_back(base);
  if (!extra_dirs.empty()) {
    TRY(const Image extra, Image::Open(state->extra_bytes, extra_dirs.front()));
    state->images.push_back(extra);
  }
  const auto size = [](auto table) { return static_cast<std::uint32_t>(table.size()); };
  if (state->images.size() > 1) {
    state->layers.push_back(
        {&state->images[1],
         {size(base.actors), size(base.countries), size(base.demonyms),
          size(base.roles), size(base.places)}});
  }
  state->layers.push_back({state->images.data(), {}});
  return World(std::move(state));
}

void World::Match(std::string_view text, const TokenTable& tokens,
                  NameHits& hits) const {
  MatchNames(state_->layers, text, tokens, hits);
}

std::vector<Candidate> World::Find(std::string_view name) const {
  return FindName(state_->layers, name);
}

Country World::country(CountryId id) const {
  const Image* image = nullptr;
  const CountryRecord& r = state_->At(&Image::countries, id.value, image);
  Country out;
  out.iso3 = FromCode4(r.iso3);
  out.iso2 = FromCode4(r.iso2);
  out.name = image->String(r.name);
  out.official = image->String(r.official);
  out.region = image->String(r.region);
  out.subregion = image->String(r.subregion);
  out.borders = image->String(r.borders);
  out.capital = {r.capital};
  out.lat = r.lat;
  out.lon = r.lon;
  out.area_km2 = r.area_km2;
  out.is_independent = r.is_independent != 0;
  return out;
}

Demonym World::demonym(DemonymId id) const {
  const Image* image = nullptr;
  const DemonymRecord& r = state_->At(&Image::demonyms, id.value, image);
  return {image->String(r.row),   image->String(r.form),
          FromCode4(r.country),   FromCode4(r.group),
          image->String(r.place), static_cast<std::uint8_t>(r.forms)};
}

Place World::place(GazetteerId id) const {
  const Image* image = nullptr;
  const PlaceRecord& r = state_->At(&Image::places, id.value, image);
  Place out;
  out.geonames = r.geonames;
  out.row = image->String(r.row);
  out.name = image->String(r.name);
  out.country = FromCode4(r.country);
  out.lat = r.lat;
  out.lon = r.lon;
  out.population = r.population;
  out.kind = static_cast<PlaceKind>(r.kind);
  if (r.parent < image->places.size()) {
    const PlaceRecord& parent = image->places[r.parent];
    out.admin1 = image->String(parent.name);
    const std::string_view code = image->String(parent.row);
    out.admin1_code = code.substr(std::min(code.size(), code.find('.') + 1));
    out.parent = {state_->Outer(image, r.parent, state_->images[0].places.size())};
  }
  return out;
}

Actor World::actor(ActorTableId id) const {
  const Image* image = nullptr;
  const ActorRecord& r = state_->At(&Image::actors, id.value, image);
  return {image->String(r.row), image->String(r.name), static_cast<ActorClass>(r.kind),
          state_->Outer(image, r.first_tenure, state_->images[0].tenures.size()),
          r.tenure_count};
}

Tenure World::tenure(const Actor& actor, std::uint32_t index) const {
  CHECK(index < actor.tenure_count);
  const Image* image = nullptr;
  const TenureRecord& r =
      state_->At(&Image::tenures, actor.first_tenure + index, image);
  return {FromCode4(r.country),   FromCode4(r.sector), FromCode4(r.group),
          image->String(r.title), DayOf(r.from),       DayOf(r.to)};
}

Role World::role(RoleId id) const {
  const Image* image = nullptr;
  const RoleRecord& r = state_->At(&Image::roles, id.value, image);
  return {image->String(r.row),   image->String(r.form),
          image->String(r.lemma), FromCode4(r.sector),
          FromCode4(r.country),   static_cast<RoleKind>(r.kind),
          r.is_plural != 0,       r.flags};
}

Tenure World::TenureAt(const Actor& actor, std::optional<CivilDate> day) const {
  Tenure latest = tenure(actor, actor.tenure_count - 1);
  for (std::uint32_t i = actor.tenure_count; day && i-- > 0;) {
    const Tenure one = tenure(actor, i);
    if ((!one.from || *one.from <= *day) && (!one.to || *day <= *one.to)) return one;
  }
  // Before the first tenure: what the actor was first; in a gap: what it was last
  // before.
  for (std::uint32_t i = 0; day && i < actor.tenure_count; ++i) {
    const Tenure one = tenure(actor, i);
    if (i == 0 || (one.from && *one.from <= *day)) latest = one;
  }
  return latest;
}

std::optional<CountryId> World::CountryByCode(std::string_view iso) const {
  std::uint32_t index = 0;
  for (const Image& image : state_->images) {
    for (const CountryRecord& one : image.countries) {
      if (FromCode4(one.iso3) == iso || (iso.size() == 2 && FromCode4(one.iso2) == iso))
        return CountryId{index};
      ++index;
    }
  }
  return std::nullopt;
}

std::optional<ActorTableId> World::ActorByRow(std::string_view row) const {
  for (std::uint32_t i = actor_count(); i-- > 0;) {
    if (actor({i}).row == row) return ActorTableId{i};
  }
  return std::nullopt;
}

std::string_view World::GovernedFrom(GazetteerId id) const {
  const Image* image = nullptr;
  const PlaceRecord& r = state_->At(&Image::places, id.value, image);
  return static_cast<PlaceKind>(r.kind) == PlaceKind::kCapital ? FromCode4(r.country)
                                                               : std::string_view();
}

bool World::AreNeighbours(std::string_view iso3, std::string_view other) const {
  const auto id = CountryByCode(iso3);
  return id && other.size() == 3 &&
         country(*id).borders.find(other) != std::string_view::npos;
}

std::uint32_t World::country_count() const { return state_->Count(&Image::countries); }
std::uint32_t World::demonym_count() const { return state_->Count(&Image::demonyms); }
std::uint32_t World::place_count() const { return state_->Count(&Image::places); }
std::uint32_t World::actor_count() const { return state_->Count(&Image::actors); }
std::uint32_t World::role_count() const { return state_->Count(&Image::roles); }
const Ontology& World::ontology() const { return state_->ontology; }
const PlaceWords& World::place_words() const { return state_->place_words; }

}  // namespace entente
