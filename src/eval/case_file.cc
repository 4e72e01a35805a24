#include "eval/case_file.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/strings.h"
#include "document/reader.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 9> kExpectations = {
    "actor", "event", "statement", "stance", "time", "place", "none", "only", "title"};

constexpr std::string_view kOr = " or ";

// "words" without their quote marks.
std::string_view Unquote(std::string_view text) {
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"') {
    return text.substr(1, text.size() - 2);
  }
  return text;
}

std::string Squeeze(std::string_view text) {
  std::string out;
  for (const std::string_view word : SplitBlank(text)) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

}  // namespace

std::vector<std::string> CaseFields(std::string_view value) {
  std::vector<std::string> fields;
  for (const std::string_view field : Split(value, '|'))
    fields.emplace_back(Trim(field));
  return fields;
}

EventLine ParseEventLine(std::string_view value) {
  const std::vector<std::string> fields = CaseFields(value);
  const auto field = [&](std::size_t i) {
    return i < fields.size() && fields[i] != "-" ? std::string_view(fields[i]) : "";
  };
  EventLine line;
  const std::string_view pair = fields[0];
  const std::size_t arrow = pair.find('>');
  line.actor = Trim(pair.substr(0, arrow));
  line.recipient = arrow == std::string_view::npos ? std::string_view("*")
                                                   : Trim(pair.substr(arrow + 1));
  line.types = field(1);
  const auto choice = SplitBlank(field(1).substr(0, field(1).find(kOr)));
  if (!choice.empty()) line.type = choice[0];
  if (choice.size() > 1) line.mode = choice[1];
  line.date = field(2);
  line.how = field(3);
  line.words = Unquote(field(4));
  return line;
}

bool HasType(const Event& event, std::string_view types, bool has_mode) {
  for (;;) {
    const std::size_t end = types.find(kOr);
    const auto words = SplitBlank(types.substr(0, end));
    if (words.empty()) return true;
    const bool is_mode = !has_mode || words.size() < 2 || event.mode == words[1];
    if (Name(event.type) == words[0] && is_mode) return true;
    if (end == std::string_view::npos) return false;
    types.remove_prefix(end + kOr.size());
  }
}

bool IsCodePrefix(std::string_view prefix, std::string_view code) {
  return code.starts_with(prefix) &&
         (code.size() == prefix.size() || code[prefix.size()] == ' ');
}

bool IsWhen(const Reading& reading, TimeId id, std::string_view wanted) {
  if (!id.valid()) return false;
  const TimeMention& time = reading.times[id.value];
  if (time.timex == wanted) return true;
  if (!time.begin || !time.end) return false;
  return StrCat(ToString(*time.begin), "/", ToString(*time.end)) == wanted ||
         (time.begin == time.end && ToString(*time.begin) == wanted);
}

bool HoldsWords(std::string_view text, std::string_view words) {
  return Squeeze(text).find(Squeeze(Unquote(words))) != std::string::npos;
}

std::string TellEvent(const Document& document, const Reading& reading,
                      const Event& event) {
  std::string out;
  const auto add = [&](const std::vector<EntityId>& parties) {
    for (const EntityId id : parties) {
      const Entity& entity = reading.entities[id.value];
      out += StrCat(entity.name, " [", ToString(entity.code), "], ");
    }
  };
  add(event.actor);
  out += "> ";
  add(event.recipient);
  const std::string when =
      event.time.valid() ? reading.times[event.time.value].timex : std::string("-");
  return StrCat(out, "| ", Name(event.type), " ", event.mode, " | ", when, " | ",
                event.is_negated ? "not " : "", Name(event.modality), " | \"",
                Squeeze(Slice(document.text, event.span)), "\" | ", event.rule);
}

Result<Document> ToDocument(const Case& each, std::string bytes) {
  ReadOptions options;
  if (!each.published.empty()) options.date = ParseIsoDate(each.published);
  auto documents = ReadDocuments(each.name, std::move(bytes), options);
  if (documents.size() != 1) return Error{ErrorCode::kInvalid, "not one document"};
  return std::move(documents.front());
}

Result<std::vector<Case>> ParseCases(const std::string& name,
                                     const std::string& bytes) {
  std::vector<Case> cases;
  unsigned number = 0;
  for (const std::string_view line : Split(bytes, '\n')) {
    ++number;
    constexpr std::string_view kBegin = "# case:";
    if (line.starts_with(kBegin)) {
      cases.push_back({});
      cases.back().name = std::string(Trim(line.substr(kBegin.size())));
      continue;
    }
    if (Trim(line).empty() || line.front() == '#') continue;
    const std::size_t colon = line.find(':');
    const std::string key(line.substr(0, colon));
    if (cases.empty() || colon == std::string_view::npos) {
      return Error{ErrorCode::kCorrupt,
                   StrCat(name, ":", number, ": no '# case:' or no key")};
    }
    const std::string value(Trim(line.substr(colon + 1)));
    Case& current = cases.back();
    if (key == "published") {
      current.published = value;
    } else if (key == "text") {
      if (!current.text.empty()) current.text += "\n\n";
      current.text += value;
    } else if (key == "file") {
      current.file = value;
    } else if (std::find(kExpectations.begin(), kExpectations.end(), key) !=
               kExpectations.end()) {
      current.expectations.push_back({number, key, value});
    } else {
      return Error{ErrorCode::kCorrupt,
                   StrCat(name, ":", number, ": unknown key '", key, "'")};
    }
  }
  for (const Case& each : cases) {
    if (each.text.empty() && each.file.empty()) {
      return Error{ErrorCode::kCorrupt,
                   StrCat(name, ": case ", each.name, " has no text")};
    }
  }
  return cases;
}

}  // namespace entente
