#include "case_file.h"

#include <algorithm>
#include <set>

#include "base/strings.h"

namespace entente {
namespace {

class Checker {
 public:
  Checker(const Document& document, const Reading& reading)
      : document_(document), reading_(reading) {}

  std::vector<std::string> Run(const Case& expected);

 private:
  // Each gives true when the line is met.
  bool Actor(const std::vector<std::string>& fields) const;
  bool Event(const std::vector<std::string>& fields);
  bool Statement(const std::vector<std::string>& fields);
  bool Stance(const std::vector<std::string>& fields);
  bool Time(const std::vector<std::string>& fields) const;
  bool Place(const std::vector<std::string>& fields) const;
  bool None(const std::vector<std::string>& fields) const;
  void Only(std::string_view lists, std::vector<std::string>& complaints) const;

  bool IsParty(EntityId id, std::string_view wanted) const;
  bool IsAnyParty(const std::vector<EntityId>& ids, std::string_view wanted) const;
  bool HasParties(const entente::Event& event, std::string_view pair) const;
  bool HasWords(TextSpan span, std::string_view words) const {
    return HoldsWords(Slice(document_.text, span), words);
  }
  std::string Tell(const entente::Event& event) const {
    return TellEvent(document_, reading_, event);
  }
  std::string NameOf(EntityId id) const {
    return id.valid() ? reading_.entities[id.value].name : "?";
  }

  const Document& document_;
  const Reading& reading_;
  std::set<std::size_t> events_, statements_, stances_;  // met by a line
};

bool Checker::IsParty(EntityId id, std::string_view wanted) const {
  if (wanted == "*") return true;
  if (!id.valid()) return wanted == "-";
  const Entity& entity = reading_.entities[id.value];
  return IsCodePrefix(wanted, ToString(entity.code)) || entity.name == wanted;
}

bool Checker::IsAnyParty(const std::vector<EntityId>& ids,
                         std::string_view wanted) const {
  if (ids.empty()) return wanted == "-" || wanted == "*";
  return std::any_of(ids.begin(), ids.end(),
                     [&](EntityId id) { return IsParty(id, wanted); });
}

bool Checker::HasParties(const entente::Event& event, std::string_view pair) const {
  const std::size_t arrow = pair.find('>');
  const std::string_view actor = Trim(pair.substr(0, arrow));
  const std::string_view recipient =
      arrow == std::string_view::npos ? "*" : Trim(pair.substr(arrow + 1));
  const auto holds = [&](const auto& actors, const auto& recipients) {
    return IsAnyParty(actors, actor) && IsAnyParty(recipients, recipient);
  };
  if (holds(event.actor, event.recipient)) return true;
  if (!event.is_reciprocal) return false;
  std::vector<EntityId> all = event.actor;
  all.insert(all.end(), event.recipient.begin(), event.recipient.end());
  return holds(all, all);
}

bool Checker::Actor(const std::vector<std::string>& fields) const {
  return std::any_of(
      reading_.entities.begin(), reading_.entities.end(), [&](const Entity& entity) {
        if (entity.name != fields[0]) return false;
        if (fields.size() > 1 && ToString(entity.code) != fields[1]) return false;
        return fields.size() < 3 || entity.role.find(fields[2]) != std::string::npos;
      });
}

bool Checker::Event(const std::vector<std::string>& fields) {
  const auto field = [&](std::size_t i) {
    return i < fields.size() && fields[i] != "-" ? std::string_view(fields[i]) : "";
  };
  for (std::size_t i = 0; i < reading_.events.size(); ++i) {
    const entente::Event& event = reading_.events[i];
    if (!HasParties(event, fields[0])) continue;
    if (!HasType(event, field(1))) continue;
    if (!field(2).empty() && !IsWhen(reading_, event.time, field(2))) continue;
    const std::string_view how = field(3);
    if (how == "not" ? !event.is_negated : event.is_negated) continue;
    if (!how.empty() && how != "not" && Name(event.modality) != how) continue;
    if (how.empty() && event.modality != Modality::kAsserted) continue;
    if (!field(4).empty() && !HasWords(event.span, field(4))) continue;
    events_.insert(i);
    return true;
  }
  return false;
}

bool Checker::Statement(const std::vector<std::string>& fields) {
  for (std::size_t i = 0; i < reading_.statements.size(); ++i) {
    const entente::Statement& statement = reading_.statements[i];
    if (!IsParty(statement.speaker, fields[0])) continue;
    if (fields.size() > 1 && fields[1] != "-" && Name(statement.kind) != fields[1])
      continue;
    const bool has_words =
        fields.size() < 3 ||
        std::any_of(statement.content.begin(), statement.content.end(),
                    [&](TextSpan piece) { return HasWords(piece, fields[2]); });
    if (!has_words) continue;
    statements_.insert(i);
    return true;
  }
  return false;
}

bool Checker::Stance(const std::vector<std::string>& fields) {
  const std::string_view pair = fields[0];
  const std::size_t plus = pair.find(" + ");
  const std::size_t sign = plus != std::string_view::npos ? plus : pair.find(" - ");
  if (sign == std::string_view::npos) return false;
  for (std::size_t i = 0; i < reading_.stances.size(); ++i) {
    const entente::Stance& stance = reading_.stances[i];
    if ((stance.sign > 0) != (plus != std::string_view::npos) || stance.sign == 0)
      continue;
    if (!IsParty(stance.from, pair.substr(0, sign))) continue;
    if (!IsParty(stance.to, pair.substr(sign + 3))) continue;
    if (fields.size() > 1 && !HasWords(stance.span, fields[1])) continue;
    stances_.insert(i);
    return true;
  }
  return false;
}

bool Checker::Time(const std::vector<std::string>& fields) const {
  return std::any_of(reading_.times.begin(), reading_.times.end(),
                     [&](const TimeMention& time) {
                       return HasWords(time.span, fields[0]) &&
                              (fields.size() < 2 || time.timex == fields[1]);
                     });
}

bool Checker::Place(const std::vector<std::string>& fields) const {
  return std::any_of(reading_.places.begin(), reading_.places.end(),
                     [&](const PlaceMention& place) {
                       return HasWords(place.span, fields[0]) &&
                              (fields.size() < 2 || place.name == fields[1]) &&
                              (fields.size() < 3 || place.country == fields[2]);
                     });
}

bool Checker::None(const std::vector<std::string>& fields) const {
  return std::none_of(reading_.events.begin(), reading_.events.end(),
                      [&](const entente::Event& event) {
                        return HasParties(event, fields[0]) &&
                               (fields.size() < 2 || Name(event.type) == fields[1]);
                      });
}

void Checker::Only(std::string_view lists, std::vector<std::string>& complaints) const {
  for (const std::string_view list : SplitBlank(lists)) {
    for (std::size_t i = 0; list == "events" && i < reading_.events.size(); ++i) {
      if (!events_.contains(i)) {
        complaints.push_back(StrCat("not expected: event ", Tell(reading_.events[i])));
      }
    }
    for (std::size_t i = 0; list == "statements" && i < reading_.statements.size();
         ++i) {
      const entente::Statement& row = reading_.statements[i];
      if (!statements_.contains(i)) {
        complaints.push_back(StrCat("not expected: statement ", NameOf(row.speaker),
                                    " | \"", Slice(document_.text, row.content.front()),
                                    "\""));
      }
    }
    for (std::size_t i = 0; list == "stances" && i < reading_.stances.size(); ++i) {
      const entente::Stance& row = reading_.stances[i];
      if (!stances_.contains(i)) {
        complaints.push_back(StrCat("not expected: stance ", NameOf(row.from),
                                    row.sign > 0 ? " + " : " - ", NameOf(row.to),
                                    " | \"", Slice(document_.text, row.span), "\""));
      }
    }
  }
}

std::vector<std::string> Checker::Run(const Case& expected) {
  std::vector<std::string> complaints;
  const auto judge = [&](const CaseLine& line, bool is_met) {
    if (!is_met) {
      complaints.push_back(
          StrCat("line ", line.number, ": ", line.key, ": ", line.value));
    }
  };
  for (const CaseLine& line : expected.expectations) {
    const auto fields = CaseFields(line.value);
    if (line.key == "actor") judge(line, Actor(fields));
    if (line.key == "event") judge(line, Event(fields));
    if (line.key == "statement") judge(line, Statement(fields));
    if (line.key == "stance") judge(line, Stance(fields));
    if (line.key == "time") judge(line, Time(fields));
    if (line.key == "place") judge(line, Place(fields));
    if (line.key == "none") judge(line, None(fields));
    if (line.key == "title") judge(line, document_.title == line.value);
  }
  for (const CaseLine& line : expected.expectations) {
    if (line.key == "only") Only(line.value, complaints);
  }
  return complaints;
}

}  // namespace

std::vector<std::string> Check(const Case& expected, const Document& document,
                               const Reading& reading) {
  return Checker(document, reading).Run(expected);
}

}  // namespace entente
