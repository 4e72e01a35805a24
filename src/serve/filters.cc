#include "serve/filters.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "base/date.h"
#include "base/strings.h"
#include "serve/actor_groups.h"

namespace entente {
namespace {

constexpr std::size_t kLongestFilter = 200;  // bytes

Result<std::int32_t> DayOf(std::string_view name, std::string_view value) {
  if (value.empty()) return kNoDay;
  const auto date = ParseIsoDate(value);
  if (!date || value.size() != 10) {
    return Error{ErrorCode::kInvalid,
                 StrCat(name, "=", value, ": not a day of the form YYYY-MM-DD")};
  }
  return ToDays(*date);
}

unsigned QuadsOf(std::string_view name) {
  if (name.empty()) return 0xF;
  unsigned quads = 0;
  for (unsigned i = 0; i < kQuadCount; ++i) {
    if (kQuadNames[i] == name || kQuadNames[i].ends_with(name)) quads |= 1U << i;
  }
  return quads;
}

std::vector<bool> PlacesOf(const Snapshot& snapshot, std::string_view place) {
  std::vector<bool> meant(snapshot.places.size());
  const std::string lower = AsciiLower(place);
  for (std::size_t i = 0; i < meant.size(); ++i) {
    meant[i] = snapshot.places[i].country == place ||
               AsciiLower(snapshot.places[i].name).find(lower) != std::string::npos;
  }
  return meant;
}

// Words as they come, all of them wanted, "U.S." too; with quotes or an operator, what
// FTS5 makes of it.
std::string FtsQueryOf(std::string_view text) {
  const std::vector<std::string_view> words = SplitBlank(text);
  const bool is_fts =
      text.find_first_of("\"*()") != std::string_view::npos ||
      std::any_of(words.begin(), words.end(), [](std::string_view word) {
        return word == "OR" || word == "AND" || word == "NOT" || word == "NEAR";
      });
  if (is_fts) return std::string(text);
  std::string out;
  for (const std::string_view word : words) out += StrCat('"', word, "\" ");
  return out;
}

// Documents of a source, with the words of a text.
Result<std::vector<bool>> DocumentsOf(const Snapshot& snapshot,
                                      const ViewFilters& filters,
                                      const Database& database) {
  std::vector<bool> meant(snapshot.documents.size(), filters.text.empty());
  if (!filters.text.empty()) {
    TRY(Query query, database.Prepare("SELECT current.reading FROM words JOIN current "
                                      "ON current.document = words.rowid "
                                      "WHERE words MATCH ?"));
    const std::string words = FtsQueryOf(filters.text);
    query.Bind(1, std::string_view(words));
    while (true) {
      TRY(const bool found, query.Step());
      if (!found) break;
      const auto at = std::lower_bound(
          snapshot.documents.begin(), snapshot.documents.end(), query.Integer(0),
          [](const SnapshotDocument& document, std::int64_t reading) {
            return document.reading < reading;
          });
      if (at != snapshot.documents.end() && at->reading == query.Integer(0)) {
        meant[static_cast<std::size_t>(at - snapshot.documents.begin())] = true;
      }
    }
  }
  if (filters.source.empty()) return meant;
  for (std::size_t i = 0; i < meant.size(); ++i) {
    const std::uint32_t source = snapshot.documents[i].source;
    meant[i] =
        meant[i] && source != kNone && snapshot.sources[source] == filters.source;
  }
  return meant;
}

bool IsIn(const std::vector<bool>& set, std::uint32_t index) {
  return set.empty() || (index != kNone && set[index]);
}

}  // namespace

Result<ViewFilters> FiltersOf(const Address& address) {
  for (const std::string_view name : kFilterNames) {
    if (address.Get(name).size() > kLongestFilter) {
      return Error{ErrorCode::kInvalid, StrCat(name, ": is too long")};
    }
  }
  const auto get = [&](std::string_view name) {
    return std::string(Trim(address.Get(name)));
  };
  ViewFilters filters{.actor = get("actor"),
                      .recipient = get("recipient"),
                      .party = get("party"),
                      .other = get("other"),
                      .type = get("type"),
                      .quad = get("quad"),
                      .place = get("place"),
                      .source = get("source"),
                      .text = get("text"),
                      .since = get("since"),
                      .until = get("until"),
                      .is_done_only = get("standing") == "done"};
  TRY([[maybe_unused]] const auto since, DayOf("since", filters.since));
  TRY([[maybe_unused]] const auto until, DayOf("until", filters.until));
  if (QuadsOf(filters.quad) == 0) {
    return Error{
        ErrorCode::kInvalid,
        StrCat("quad=", filters.quad, ": one of cooperation, conflict, ", kQuadNames[0],
               ", ", kQuadNames[1], ", ", kQuadNames[2], ", ", kQuadNames[3])};
  }
  return filters;
}

Result<Selection> Selection::Make(const Snapshot& snapshot, const ViewFilters& filters,
                                  const Database& database) {
  Selection out(snapshot);
  out.actors_ = ActorsOf(snapshot, filters.actor);
  out.recipients_ = ActorsOf(snapshot, filters.recipient);
  out.party_ = ActorsOf(snapshot, filters.party);
  out.other_ = ActorsOf(snapshot, filters.other);
  if (!filters.place.empty()) out.places_ = PlacesOf(snapshot, filters.place);
  if (!filters.text.empty() || !filters.source.empty()) {
    TRY(out.documents_, DocumentsOf(snapshot, filters, database));
  }
  if (!filters.type.empty()) {
    const auto at =
        std::find(snapshot.types.begin(), snapshot.types.end(), filters.type);
    out.has_unknown_type_ = at == snapshot.types.end();
    out.type_ = static_cast<std::uint8_t>(at - snapshot.types.begin());
  }
  out.quads_ = QuadsOf(filters.quad);
  TRY(out.since_, DayOf("since", filters.since));
  TRY(out.until_, DayOf("until", filters.until));
  out.is_done_only_ = filters.is_done_only;
  out.is_of_events_ =
      !filters.type.empty() || !filters.quad.empty() || !filters.place.empty();
  return out;
}

bool Selection::HasPair(const SnapshotEvent& event) const {
  if (actors_.empty() && recipients_.empty() && party_.empty()) return true;
  const std::uint32_t* parties = snapshot_->parties.data() + event.first_party;
  const auto any = [&](const std::vector<bool>& set, unsigned from, unsigned to) {
    return set.empty() || std::any_of(parties + from, parties + to,
                                      [&](std::uint32_t actor) { return set[actor]; });
  };
  const unsigned actors = event.actors;
  const unsigned all = actors + event.recipients;
  if (!any(actors_, 0, actors) || !any(recipients_, actors, all)) return false;
  if (party_.empty()) return true;
  if (other_.empty()) return any(party_, 0, all);
  return (any(party_, 0, actors) && any(other_, actors, all)) ||
         (any(other_, 0, actors) && any(party_, actors, all));
}

bool Selection::Has(const SnapshotEvent& event) const {
  if (has_unknown_type_ || (type_ && event.type != *type_)) return false;
  if (((quads_ >> static_cast<unsigned>(event.quad)) & 1U) == 0) return false;
  if (is_done_only_ && !event.is_done) return false;
  return HasDay(event.day) && IsIn(documents_, event.document) &&
         IsIn(places_, event.place) && HasPair(event);
}

bool Selection::Has(const SnapshotStatement& statement) const {
  if (is_of_events_ || !HasDay(statement.day)) return false;
  if (!IsIn(documents_, statement.document) || !IsIn(actors_, statement.speaker) ||
      !IsIn(recipients_, statement.addressee)) {
    return false;
  }
  return party_.empty() || IsIn(party_, statement.speaker) ||
         (statement.addressee != kNone && IsIn(party_, statement.addressee));
}

bool Selection::Has(const SnapshotStance& stance) const {
  if (is_of_events_ || !HasDay(stance.day)) return false;
  if (!IsIn(documents_, stance.document) || !IsIn(actors_, stance.giver) ||
      !IsIn(recipients_, stance.target)) {
    return false;
  }
  if (party_.empty()) return true;
  if (other_.empty()) return IsIn(party_, stance.giver) || IsIn(party_, stance.target);
  return (IsIn(party_, stance.giver) && IsIn(other_, stance.target)) ||
         (IsIn(other_, stance.giver) && IsIn(party_, stance.target));
}

bool Selection::HasDocument(std::uint32_t document) const {
  return IsIn(documents_, document) && HasDay(snapshot_->documents[document].published);
}

std::vector<std::uint32_t> Selection::Events() const {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < snapshot_->events.size(); ++i) {
    if (Has(snapshot_->events[i])) found.push_back(i);
  }
  return found;
}

std::vector<std::uint32_t> Selection::Statements() const {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < snapshot_->statements.size(); ++i) {
    if (Has(snapshot_->statements[i])) found.push_back(i);
  }
  return found;
}

}  // namespace entente
