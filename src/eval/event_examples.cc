#include "eval/event_examples.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "base/check.h"
#include "base/files.h"
#include "base/strings.h"
#include "eval/case_file.h"
#include "eval/gold.h"
#include "meaning/event_coder.h"
#include "meaning/learned_event.h"
#include "meaning/learned_relation.h"

namespace entente {
namespace {

struct Line {
  std::string_view task, origin;
  std::string id, labels, frames = "-";
  bool is_exact = false;
  std::string_view predicate = {};
};

// "COERCE seize or ASSAULT" as "COERCE|ASSAULT".
std::string Labels(std::string_view types) {
  std::string labels;
  for (int i = 0; i < kEventTypeCount; ++i) {
    const std::string_view name = Name(static_cast<EventType>(i));
    if (types.find(name) == std::string_view::npos) continue;
    labels += StrCat(labels.empty() ? "" : "|", name);
  }
  return labels;
}

Document Plain(std::string_view text) {
  Document document;
  document.text = text;
  document.published = CivilDate{2016, 6, 15};
  document.blocks.push_back(
      {BlockKind::kBody, {0, static_cast<std::uint32_t>(text.size())}});
  return document;
}

class ExampleWriter {
 public:
  ExampleWriter(const Engine& engine, std::FILE* out) : engine_(engine), out_(out) {
    if (std::getenv("ENTENTE_EXAMPLE_NAMES") != nullptr) features_.names = &names_;
  }

  Status Relations(const std::string& file);
  Status Cases(const std::string& file);
  void Rules();
  Status Nothing(const std::string& file);
  Status Texts(const std::string& file);

 private:
  void Write(const Line& example);
  void WriteClauses(const Analysis& analysis, std::string_view origin,
                    const std::string& id, const std::vector<EventLine>* gold,
                    bool is_only);
  void WritePairs(const Analysis& analysis, const std::string& id,
                  const std::vector<EventLine>& gold);
  std::string GoldTypes(const Analysis& analysis, const LearnedCandidate& candidate,
                        const std::vector<EventLine>& gold,
                        const CodedClauses& coded) const;
  std::optional<TextSpan> PartyIn(const Analysis& analysis, std::string_view code,
                                  std::string_view words) const;
  void WriteRelation(const Analysis& analysis, const std::string& id,
                     const std::string& labels, TextSpan source, TextSpan target);

  const Engine& engine_;
  std::FILE* out_;
  Workspace workspace_;
  FeatureSet features_;
  std::vector<std::string> names_;
};

void ExampleWriter::Write(const Line& example) {
  std::string line =
      StrCat(example.task, "\t", example.origin, "\t", example.id, "\t", example.labels,
             "\t", example.frames, "\t", example.is_exact ? "1" : "0", "\t",
             example.predicate, "\t");
  char buffer[32];
  for (std::size_t i = 0; i < features_.keys.size(); ++i) {
    if (i > 0) line += ',';
    if (features_.names != nullptr) {
      line += names_[i];
      continue;
    }
    std::snprintf(buffer, sizeof buffer, "%llx",
                  static_cast<unsigned long long>(features_.keys[i]));
    line += buffer;
  }
  line += '\t';
  for (std::size_t i = 0; i < features_.numbers.size(); ++i) {
    std::snprintf(buffer, sizeof buffer, i > 0 ? ",%.4g" : "%.4g",
                  static_cast<double>(features_.numbers[i]));
    line += buffer;
  }
  line += '\n';
  std::fwrite(line.data(), 1, line.size(), out_);
}

Status ExampleWriter::Relations(const std::string& file) {
  const WordClasses& classes = engine_.events().frames().classes;
  return ForEachGoldRow(file, [&](GoldRow row) {
    const Document document = Plain(StringIn(row, "text").value_or(""));
    const auto source = SpansIn(row, "source");
    const auto target = SpansIn(row, "target");
    if (source.empty() || target.empty()) return;
    const Analysis& analysis = engine_.Analyse(document, workspace_);
    const RelationView view = ViewRelation(engine_.events(), analysis, source, target);
    Line example{.task = "relation",
                 .origin = "gold",
                 .id = std::string(StringIn(row, "id").value_or("")),
                 .labels = std::string(StringIn(row, "plover").value_or("")),
                 .is_exact = view.is_exact};
    if (view.by_frames) example.frames = Name(view.by_frames->type);
    FeaturesOf(view, classes, analysis, features_);
    Write(example);
    if (view.anchor == kNoWord || view.source.empty() || view.target.empty()) return;
    example.task = "event";
    FeaturesOf(
        view.anchor,
        {.heads = view.source, .entity = &view.entities[view.source_party.value]},
        {.heads = view.target, .entity = &view.entities[view.target_party.value]},
        engine_.events().frames(), analysis, features_);
    Write(example);
  });
}

std::optional<TextSpan> ExampleWriter::PartyIn(const Analysis& analysis,
                                               std::string_view code,
                                               std::string_view words) const {
  std::optional<TextSpan> best;
  const std::size_t at =
      words.empty() ? 0 : std::min(analysis.text().find(words), analysis.text().size());
  std::size_t nearest = SIZE_MAX;
  for (const Mention& mention : analysis.mentions.mentions) {
    if (!mention.entity.valid() || mention.kind == ActorKind::kPronoun) continue;
    const Entity& entity = analysis.mentions.entities[mention.entity.value];
    if (!IsCodePrefix(code, ToString(entity.code)) && entity.name != code) continue;
    const std::size_t gap =
        mention.span.begin > at ? mention.span.begin - at : at - mention.span.begin;
    if (gap >= nearest) continue;
    nearest = gap;
    best = mention.span;
  }
  return best;
}

void ExampleWriter::WritePairs(const Analysis& analysis, const std::string& id,
                               const std::vector<EventLine>& gold) {
  for (const EventLine& line : gold) {
    const auto is_same_pair = [&](const EventLine& other) {
      return other.actor == line.actor && other.recipient == line.recipient;
    };
    if (std::count_if(gold.begin(), gold.end(), is_same_pair) != 1) continue;
    const auto source = PartyIn(analysis, line.actor, line.words);
    const auto target = PartyIn(analysis, line.recipient, line.words);
    if (!source || !target || source->begin == target->begin || !line.how.empty()) {
      continue;
    }
    WriteRelation(analysis, id, Labels(line.types), *source, *target);
  }
}

void ExampleWriter::WriteRelation(const Analysis& analysis, const std::string& id,
                                  const std::string& labels, TextSpan source,
                                  TextSpan target) {
  const RelationView view =
      ViewRelation(engine_.events(), analysis, {&source, 1}, {&target, 1});
  Line example{.task = "relation",
               .origin = "own",
               .id = id,
               .labels = labels,
               .is_exact = view.is_exact};
  if (view.by_frames) example.frames = Name(view.by_frames->type);
  if (view.anchor != kNoWord) {
    example.predicate = analysis.clauses.clauses[view.anchor].lemma;
  }
  FeaturesOf(view, engine_.events().frames().classes, analysis, features_);
  Write(example);
}

// The types of the gold rows that a clause tells: those whose parties it has; failing
// that, those with one of its parties whose type no frame finds anywhere.
std::string ExampleWriter::GoldTypes(const Analysis& analysis,
                                     const LearnedCandidate& candidate,
                                     const std::vector<EventLine>& gold,
                                     const CodedClauses& coded) const {
  std::uint32_t found = 0;
  for (std::size_t i = 0; i < coded.matches.size(); ++i) {
    if (coded.matches[i].frame == kNoFrame || coded.is_dropped[i]) continue;
    const Frame& frame = engine_.events().frames().rules.frames[coded.matches[i].frame];
    if (!frame.is_veto) found |= 1U << static_cast<unsigned>(frame.type);
  }
  const std::string_view word =
      analysis.form(analysis.clauses.clauses[candidate.clause].word);
  std::string types;
  std::string half;
  for (const EventLine& line : gold) {
    if (!line.words.empty() && !HoldsWords(line.words, word)) continue;
    const auto fits = [&](std::string_view wanted, EntityId entity) {
      const Entity& party = analysis.mentions.entities[entity.value];
      return wanted == "*" || IsCodePrefix(wanted, ToString(party.code)) ||
             wanted == party.name;
    };
    const bool is_actor = fits(line.actor, candidate.actor.entity);
    const bool is_recipient = fits(line.recipient, candidate.recipient.entity);
    if (is_actor && is_recipient) types += StrCat(line.types, " ");
    const auto type = EventTypeOf(line.type);
    const bool is_found = type && (found >> static_cast<unsigned>(*type) & 1U) != 0;
    if ((is_actor || is_recipient) && !is_found) half += StrCat(line.types, " ");
  }
  return types.empty() ? half : types;
}

void ExampleWriter::WriteClauses(const Analysis& analysis, std::string_view origin,
                                 const std::string& id,
                                 const std::vector<EventLine>* gold, bool is_only) {
  const EventCoder& coder = engine_.events();
  const CodedClauses coded = coder.Match(analysis);
  const ActorResolver resolver(analysis);
  const RuleSet& rules = coder.frames().rules;
  for (std::uint32_t i = 0; i < analysis.clauses.clauses.size(); ++i) {
    const auto candidate = CandidateOf(analysis, resolver, i);
    if (!candidate || coded.is_dropped[i]) continue;
    const Match& match = coded.matches[i];
    const Clause& clause = analysis.clauses.clauses[i];
    Line example{.task = "event", .origin = origin, .id = id, .labels = "NONE"};
    if (match.frame != kNoFrame) {
      const Frame& frame = rules.frames[match.frame];
      example.frames = frame.is_veto ? "NONE" : Name(frame.type);
      example.is_exact = !match.actors.empty() && !match.recipients.empty();
    }
    if (gold != nullptr) {
      std::string types = GoldTypes(analysis, *candidate, *gold, coded);
      if (types.empty() && !is_only) continue;
      if (!types.empty()) example.labels = Labels(types);
      example.predicate = clause.lemma;
    } else if (origin != "nothing" && match.frame != kNoFrame) {
      if (!example.is_exact && example.frames != "NONE") continue;
      example.labels = example.frames;
      if (origin == "own") example.predicate = clause.lemma;
    } else if (!is_only) {
      continue;
    }
    FeaturesOf(*candidate, coder.frames(), analysis, features_);
    Write(example);
  }
}

Status ExampleWriter::Cases(const std::string& file) {
  TRY(const std::string bytes, ReadFile(file));
  TRY(const std::vector<Case> cases, ParseCases(file, bytes));
  for (const Case& each : cases) {
    if (each.text.empty()) continue;
    TRY(const Document document, ToDocument(each, each.text));
    std::vector<EventLine> gold;
    bool is_only = false;
    for (const CaseLine& line : each.expectations) {
      if (line.key == "only") is_only = line.value.find("events") != std::string::npos;
      if (line.key == "event") gold.push_back(ParseEventLine(line.value));
    }
    const Analysis& analysis = engine_.Analyse(document, workspace_);
    WritePairs(analysis, each.name, gold);
    WriteClauses(analysis, "own", each.name, &gold, is_only);
  }
  return std::monostate();
}

// A frame's own sentences: those that it reads are of its type; what stands in those
// that it must not read is left open but where no frame reads it.
void ExampleWriter::Rules() {
  const EventCoder& coder = engine_.events();
  const RuleSet& rules = coder.frames().rules;
  for (const Example& each : rules.examples) {
    const Document document = Plain(each.sentence);
    const Analysis& analysis = engine_.Analyse(document, workspace_);
    const std::string& id = rules.frames[each.frame].id;
    WriteClauses(analysis, "own", id, nullptr, !each.must_fire);
    if (!each.must_fire) continue;
    const CodedClauses coded = coder.Match(analysis);
    for (const Match& match : coded.matches) {
      if (match.frame != each.frame || match.actors.empty() ||
          match.recipients.empty() || match.actors[0].mention == kNoWord ||
          match.recipients[0].mention == kNoWord) {
        continue;
      }
      const auto& mentions = analysis.mentions.mentions;
      WriteRelation(analysis, id, std::string(Name(rules.frames[each.frame].type)),
                    mentions[match.actors[0].mention].span,
                    mentions[match.recipients[0].mention].span);
      break;
    }
  }
}

Status ExampleWriter::Nothing(const std::string& file) {
  TRY(const std::string bytes, ReadFile(file));
  unsigned number = 0;
  for (const std::string_view line : Split(bytes, '\n')) {
    ++number;
    if (Trim(line).empty() || line.front() == '#') continue;
    const Document document = Plain(Trim(line));
    WriteClauses(engine_.Analyse(document, workspace_), "nothing",
                 StrCat(file, ":", number), nullptr, true);
  }
  return std::monostate();
}

Status ExampleWriter::Texts(const std::string& file) {
  TRY(const std::string bytes, ReadFile(file));
  constexpr std::string_view kText = "# text = ";
  unsigned number = 0;
  for (const std::string_view line : Split(bytes, '\n')) {
    ++number;
    if (!line.starts_with(kText)) continue;
    const Document document = Plain(line.substr(kText.size()));
    WriteClauses(engine_.Analyse(document, workspace_), "silver", StrCat(number),
                 nullptr, true);
  }
  return std::monostate();
}

}  // namespace

Status WriteEventExamples(const Engine& engine, const std::string& kind,
                          const std::vector<std::string>& files, std::FILE* out) {
  ExampleWriter writer(engine, out);
  if (kind == "rules") writer.Rules();
  for (const std::string& file : files) {
    Status done = Error{ErrorCode::kInvalid, StrCat("no kind of examples: ", kind)};
    if (kind == "relations") done = writer.Relations(file);
    if (kind == "cases") done = writer.Cases(file);
    if (kind == "nothing") done = writer.Nothing(file);
    if (kind == "texts") done = writer.Texts(file);
    if (!done) return done;
  }
  return std::monostate();
}

}  // namespace entente
