// LoadEvidence: one walk over the ledger, reading by reading.
#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "align/evidence.h"
#include "align/evidence_storage.h"
#include "base/check.h"
#include "base/date.h"
#include "base/strings.h"

namespace entente {
namespace {

constexpr std::size_t kMostContexts = 64;

// Texts to numbers in order of first sight.
class Interner {
 public:
  std::uint32_t Add(std::string_view text) {
    const auto [at, is_new] =
        ids_.emplace(text, static_cast<std::uint32_t>(ids_.size()));
    return at->second;
  }
  std::size_t size() const { return ids_.size(); }
  std::vector<std::string> Names() const {
    std::vector<std::string> names(ids_.size());
    for (const auto& [name, id] : ids_) names[id] = name;
    return names;
  }

 private:
  std::unordered_map<std::string, std::uint32_t> ids_;
};

std::int32_t DayOf(const Query& query, int column) {
  if (query.IsNull(column)) return kNoDay;
  const std::optional<CivilDate> date = ParseIsoDate(query.Text(column));
  return date ? ToDays(*date) : kNoDay;
}

Quad QuadOf(std::string_view name) {
  for (std::size_t i = 0; i < kQuadCount; ++i) {
    if (name == Name(static_cast<Quad>(i))) return static_cast<Quad>(i);
  }
  return Quad::kNoQuad;
}

template <typename Enum>
Enum EnumOf(std::string_view name, std::size_t count, Enum fallback) {
  for (std::size_t i = 0; i < count; ++i) {
    if (name == Name(static_cast<Enum>(i))) return static_cast<Enum>(i);
  }
  return fallback;
}

// The queries, each for one reading; every one a walk along a primary key.
constexpr std::string_view kEntities =
    "SELECT entity, name, kind, code, country, sector, grp FROM entity "
    "WHERE reading = ?";
constexpr std::string_view kEvents =
    "SELECT event.event, event.first, event.last, type, mode, quad, score, contexts, "
    "reciprocal, event.polarity, modality, status, statement.speaker, time.begins "
    "FROM event LEFT JOIN time ON time.reading = event.reading AND "
    "time.time = event.time LEFT JOIN statement ON "
    "statement.reading = event.reading AND statement.statement = event.claimed_by "
    "WHERE event.reading = ? ORDER BY event.event";
constexpr std::string_view kParties =
    "SELECT event, side, entity FROM party WHERE reading = ? "
    "ORDER BY event, side, entity";
constexpr std::string_view kStances =
    "SELECT stance.stance, stance.first, stance.last, giver, target, sign, strength, "
    "basis, stance.claimed_by, statement.speaker FROM stance LEFT JOIN statement ON "
    "statement.reading = stance.reading AND "
    "statement.statement = stance.claimed_by WHERE stance.reading = ? AND "
    "basis <> 'event' AND giver IS NOT NULL AND target IS NOT NULL "
    "ORDER BY stance.stance";

class Loader {
 public:
  static Result<Loader> Make(const Database& database, const AlignSettings& settings,
                             EvidenceTable& table, EvidenceStorage& storage) {
    TRY(Query entities, database.Prepare(kEntities));
    TRY(Query events, database.Prepare(kEvents));
    TRY(Query parties, database.Prepare(kParties));
    TRY(Query stances, database.Prepare(kStances));
    return Loader(settings, table, storage, std::move(entities), std::move(events),
                  std::move(parties), std::move(stances));
  }

  Status Read(std::uint32_t reading, std::int32_t day, std::string_view source) {
    reading_ = reading;
    day_ = day;
    source_ = sources_.Add(source);
    const Status entities = ReadEntities();
    if (!entities) return entities;
    const Status events = ReadEvents();
    if (!events) return events;
    return ReadStances();
  }

  void Finish() {
    table_.types = types_.Names();
    table_.contexts = contexts_.Names();
    table_.kinds = kinds_.Names();
  }

 private:
  Loader(const AlignSettings& settings, EvidenceTable& table, EvidenceStorage& storage,
         Query entities, Query events, Query parties, Query stances)
      : settings_(settings),
        table_(table),
        storage_(storage),
        entities_(std::move(entities)),
        events_(std::move(events)),
        parties_(std::move(parties)),
        stances_(std::move(stances)) {}

  // The party of an entity's number in this reading.
  std::uint32_t PartyAt(std::int64_t entity) const {
    const auto at = static_cast<std::size_t>(entity);
    return entity >= 0 && at < party_of_.size() ? party_of_[at] : kNoIndex;
  }
  std::uint32_t PartyAt(const Query& query, int column) const {
    return query.IsNull(column) ? kNoIndex : PartyAt(query.Integer(column));
  }

  Status ReadEntities() {
    party_of_.clear();
    entities_.Bind(1, std::int64_t{reading_});
    while (true) {
      TRY(const bool found, entities_.Step());
      if (!found) return std::monostate{};
      const auto entity = static_cast<std::size_t>(entities_.Integer(0));
      if (party_of_.size() <= entity) party_of_.resize(entity + 1, kNoIndex);
      party_of_[entity] = AddParty();
    }
  }

  std::uint32_t AddParty() {
    key_.clear();
    for (int column = 1; column <= 3; ++column) {
      key_ += entities_.Text(column);
      key_ += '\x1F';
    }
    const std::uint32_t id = party_ids_.Add(key_);
    if (id < storage_.parties.size()) return id;
    const std::string_view name = entities_.Text(1), kind = entities_.Text(2);
    PartyRow row{.name = storage_.AddText(name),
                 .name_size = static_cast<std::uint32_t>(name.size()),
                 .code = AddCode(),
                 .kind = kinds_.Add(kind)};
    const CodeParts& code = table_.codes[row.code];
    const std::string actor = ActorKeyOf({.name = name,
                                          .code = code.code,
                                          .country = code.country,
                                          .sector = code.sector,
                                          .group = code.group,
                                          .kind = kind},
                                         settings_);
    if (!actor.empty()) {
      row.actor = actor_ids_.Add(actor);
      if (row.actor == storage_.actors.size()) {
        storage_.actors.push_back(
            {.key = storage_.AddText(actor),
             .key_size = static_cast<std::uint32_t>(actor.size())});
      }
    }
    storage_.parties.push_back(row);
    return id;
  }

  std::uint32_t AddCode() {
    key_.clear();
    for (int column = 3; column <= 6; ++column) {
      key_ += entities_.Text(column);
      key_ += '\x1F';
    }
    const std::uint32_t id = code_ids_.Add(key_);
    if (id == table_.codes.size()) {
      table_.codes.push_back({.code = std::string(entities_.Text(3)),
                              .country = std::string(entities_.Text(4)),
                              .sector = std::string(entities_.Text(5)),
                              .group = std::string(entities_.Text(6))});
    }
    return id;
  }

  Status ReadParties() {
    sides_.clear();
    parties_.Bind(1, std::int64_t{reading_});
    while (true) {
      TRY(const bool found, parties_.Step());
      if (!found) return std::monostate{};
      sides_.push_back({.event = static_cast<std::uint32_t>(parties_.Integer(0)),
                        .is_actor = parties_.Text(1) == "actor",
                        .party = PartyAt(parties_, 2)});
    }
  }

  Status ReadEvents() {
    const Status parties = ReadParties();
    if (!parties) return parties;
    events_.Bind(1, std::int64_t{reading_});
    auto side = sides_.begin();
    while (true) {
      TRY(const bool found, events_.Step());
      if (!found) return std::monostate{};
      const auto number = static_cast<std::uint32_t>(events_.Integer(0));
      while (side != sides_.end() && side->event < number) ++side;
      const auto first = side;
      while (side != sides_.end() && side->event == number) ++side;
      if (side - first < 2) continue;
      const EvidenceRow row = EventRow(number);
      for (auto from = first; from != side; ++from) {
        for (auto to = first; from->is_actor && to != side; ++to) {
          if (!to->is_actor && to->party != from->party) {
            Add(row, from->party, to->party);
          }
        }
      }
    }
  }

  EvidenceRow EventRow(std::uint32_t number) {
    EvidenceRow row = CommonRow(events_, number);
    key_ = events_.Text(3);
    if (!events_.IsNull(4)) key_ += StrCat(" ", events_.Text(4));
    row.type = static_cast<std::uint16_t>(types_.Add(key_));
    row.quad = QuadOf(events_.Text(5));
    row.score = static_cast<float>(events_.Real(6));
    for (const std::string_view context : Split(events_.Text(7), ',')) {
      const std::string_view name = Trim(context);
      if (name.empty()) continue;
      const std::uint32_t bit = contexts_.Add(name);
      if (bit < kMostContexts) row.contexts |= std::uint64_t{1} << bit;
    }
    row.is_reciprocal = events_.Integer(8) != 0;
    row.is_negated = events_.Text(9) == "-";
    row.modality = EnumOf(events_.Text(10), kModalityCount, Modality::kAsserted);
    row.is_claimed = events_.Text(11) == "claimed";
    row.claimant = PartyAt(events_, 12);
    const std::int32_t day = DayOf(events_, 13);
    if (day != kNoDay) row.day = day;
    return row;
  }

  Status ReadStances() {
    stances_.Bind(1, std::int64_t{reading_});
    while (true) {
      TRY(const bool found, stances_.Step());
      if (!found) return std::monostate{};
      EvidenceRow row =
          CommonRow(stances_, static_cast<std::uint32_t>(stances_.Integer(0)));
      row.type = static_cast<std::uint16_t>(types_.Add("STANCE"));
      row.score = static_cast<float>(10 * static_cast<double>(stances_.Integer(5)) *
                                     stances_.Real(6));
      row.basis = EnumOf(stances_.Text(7), kBasisCount, StanceBasis::kDescription);
      row.is_claimed = !stances_.IsNull(8);
      row.claimant = PartyAt(stances_, 9);
      const std::uint32_t from = PartyAt(stances_, 3), to = PartyAt(stances_, 4);
      if (from != to) Add(row, from, to);
    }
  }

  EvidenceRow CommonRow(const Query& query, std::uint32_t number) const {
    EvidenceRow row;
    row.day = day_;
    row.reading = reading_;
    row.number = number;
    row.source = source_;
    row.first = static_cast<std::uint32_t>(query.Integer(1));
    row.last = static_cast<std::uint32_t>(query.Integer(2));
    return row;
  }

  void Add(EvidenceRow row, std::uint32_t from, std::uint32_t to) {
    if (from == kNoIndex || to == kNoIndex) return;
    row.from = from;
    row.to = to;
    storage_.rows.push_back(row);
    table_.last_day = std::max(table_.last_day, row.day);
  }

  struct Side {
    std::uint32_t event;
    bool is_actor;
    std::uint32_t party;
  };

  const AlignSettings& settings_;
  EvidenceTable& table_;
  EvidenceStorage& storage_;
  Query entities_, events_, parties_, stances_;
  Interner party_ids_, code_ids_, kinds_, actor_ids_, types_, contexts_, sources_;
  std::vector<std::uint32_t> party_of_;  // by entity, of the reading at hand
  std::vector<Side> sides_;
  std::string key_;
  std::uint32_t reading_ = 0, source_ = 0;
  std::int32_t day_ = kNoDay;
};

// The name that an actor's parties bear most often, persons' names last; a country's
// own name where it is one.
void NameActors(const World* world, EvidenceStorage& storage, EvidenceTable& table) {
  std::vector<std::uint64_t> party_rows(storage.parties.size());
  for (const EvidenceRow& row : storage.rows) {
    ++party_rows[row.from];
    ++party_rows[row.to];
  }
  std::vector<std::pair<bool, std::uint64_t>> best(storage.actors.size());
  for (std::size_t i = 0; i < storage.parties.size(); ++i) {
    const PartyRow& party = storage.parties[i];
    if (party.actor == kNoIndex) continue;
    ActorRow& actor = storage.actors[party.actor];
    actor.rows += party_rows[i];
    const std::string& kind = table.kinds[party.kind];
    const bool is_plain =
        kind == "country" || kind == "group" || kind == "organisation";
    const std::pair<bool, std::uint64_t> rank(is_plain, party_rows[i] + 1);
    if (rank <= best[party.actor]) continue;
    best[party.actor] = rank;
    actor.label = party.name;
    actor.label_size = party.name_size;
  }
  table.regions = {""};
  for (ActorRow& actor : storage.actors) {
    if (world == nullptr) continue;
    const std::string key = storage.text.substr(actor.key, actor.key_size);
    const bool is_code = key.size() == 3 || (key.size() > 3 && key[3] == ' ');
    const auto country =
        is_code ? world->CountryByCode(key.substr(0, 3)) : std::nullopt;
    if (!country) continue;
    const Country row = world->country(*country);
    if (key.size() == 3) {
      actor.label = storage.AddText(row.name);
      actor.label_size = static_cast<std::uint32_t>(row.name.size());
    }
    const std::string region(row.subregion);
    const auto at = std::find(table.regions.begin(), table.regions.end(), region);
    actor.region = static_cast<std::uint32_t>(at - table.regions.begin());
    if (at == table.regions.end()) table.regions.push_back(region);
  }
}

void FillPools(const AlignSettings& settings, EvidenceTable& table) {
  const std::size_t count = table.regions.size();
  table.pools.assign(count * count, {});
  for (const EvidenceRow& row : table.rows) {
    const double trust =
        TrustOf(row, row.is_claimed ? Word::kThird : Word::kReported, settings);
    const double mass = trust * static_cast<double>(row.score) / 10;
    const auto add = [mass](Masses& masses) {
      (mass > 0 ? masses.plus : masses.minus) += mass > 0 ? mass : -mass;
    };
    add(table.pool);
    const std::uint32_t from = table.ActorOf(row.from), to = table.ActorOf(row.to);
    if (from == kNoIndex || to == kNoIndex) continue;
    const std::size_t a = table.actor_rows[from].region,
                      b = table.actor_rows[to].region;
    if (a == 0 || b == 0) continue;
    add(table.pools[a * count + b]);
    if (a != b) add(table.pools[b * count + a]);
  }
}

}  // namespace

Result<bool> HasCopies(const Database& database) {
  TRY(Query query,
      database.Prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'copy'"));
  TRY(const bool found, query.Step());
  return found && query.Integer(0) > 0;
}

Result<EvidenceTable> LoadEvidence(const Database& database,
                                   const AlignSettings& settings, const World* world) {
  EvidenceTable table;
  const auto storage = std::make_shared<EvidenceStorage>();
  TRY(const bool has_copies, HasCopies(database));
  TRY(Query readings,
      database.Prepare(StrCat(
          "SELECT current.reading, coalesce(document.published, document.updated), ",
          "coalesce('publisher ' || first.source, 'document ' || first.document) "
          "FROM current JOIN document USING (document) JOIN document AS first ON "
          "first.document = ",
          has_copies ? "coalesce((SELECT copy.original FROM copy WHERE "
                       "copy.document = current.document), current.document)"
                     : "current.document",
          " ORDER BY current.reading")));
  TRY(Loader loader, Loader::Make(database, settings, table, *storage));
  while (true) {
    TRY(const bool found, readings.Step());
    if (!found) break;
    const std::int32_t day = DayOf(readings, 1);
    const Status read = loader.Read(static_cast<std::uint32_t>(readings.Integer(0)),
                                    day, readings.Text(2));
    table.last_published = std::max(table.last_published, day);
    if (day != kNoDay &&
        (table.first_published == kNoDay || day < table.first_published)) {
      table.first_published = day;
    }
    if (!read) return read.error();
  }
  loader.Finish();
  NameActors(world, *storage, table);
  storage->BuildArcs();
  Adopt(storage, table);
  FillPools(settings, table);
  return table;
}

}  // namespace entente
