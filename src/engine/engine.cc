#include "engine/engine.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/check.h"
#include "base/files.h"
#include "base/hash.h"
#include "base/strings.h"
#include "document/language.h"
#include "engine/version.h"
#include "meaning/clause_builder.h"
#include "meaning/event_coder.h"
#include "meaning/event_country.h"
#include "meaning/mention_finder.h"
#include "meaning/names.h"
#include "meaning/place_tagger.h"
#include "meaning/stance_finder.h"
#include "meaning/statement_finder.h"
#include "meaning/time.h"
#include "syntax/model.h"
#include "text/tokenizer.h"
#include "world/world.h"

namespace entente {
namespace {

// A short hash of every rule and table, so that a reading names the knowledge it rests
// on.
Result<std::string> HashOfKnowledge(const std::string& data_dir) {
  std::vector<std::filesystem::path> files;
  for (const char* folder : {"rules", "lexicon", "world"}) {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(
             std::filesystem::path(data_dir) / folder, error)) {
      files.push_back(entry.path());
    }
    if (error) {
      return Error{ErrorCode::kNotFound,
                   StrCat(data_dir, "/", folder, ": ", error.message())};
    }
  }
  std::sort(files.begin(), files.end());
  std::uint64_t hash = 0;
  for (const auto& file : files) {
    TRY(const MappedFile mapped, MappedFile::Open(file));
    hash = Hash64(mapped.bytes(), Hash64(file.filename().string(), hash));
  }
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text(12, '0');
  for (char& digit : text) {
    digit = kDigits[hash >> 60];
    hash <<= 4;
  }
  return text;
}

TimeTable TableOf(std::vector<TimeMention> times, const TokenTable& tokens) {
  TimeTable table{.times = std::move(times), .time_at = {}};
  table.time_at.assign(tokens.size(), kNoWord);
  for (std::uint32_t i = 0; i < table.times.size(); ++i) {
    for (std::uint32_t word = table.times[i].first_word;
         word <= table.times[i].last_word; ++word) {
      table.time_at[word] = i;
    }
  }
  return table;
}

// "english-4 events-1"; without the second where rules work alone.
std::string ModelsOf(const SyntaxModel& syntax, const EventCoder& events) {
  std::string names(syntax.version());
  if (events.learned() != nullptr) names += StrCat(" ", events.learned()->version());
  return names;
}

}  // namespace

struct Engine::Parts {
  EngineVersion version;
  LanguageTable languages;
  World world;
  SyntaxModel model;
  Tokenizer tokenizer;
  TimeTagger times;
  MentionFinder mentions;
  ClauseBuilder clauses;
  StatementFinder statements;
  EventCoder events;
  StanceFinder stances;
};

Engine::Engine(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::Load(const EngineConfig& config) {
  const std::string lexicon = config.data_dir + "/lexicon";
  TRY(std::string knowledge, HashOfKnowledge(config.data_dir));
  TRY(LanguageTable languages, LanguageTable::Load(lexicon));
  TRY(World world, World::Load(config.data_dir, config.world_dirs));
  TRY(SyntaxModel model, SyntaxModel::Open(config.data_dir + "/english.model"));
  TRY(Tokenizer tokenizer, Tokenizer::Load(lexicon));
  TRY(TimeTagger times, TimeTagger::Load(lexicon));
  TRY(MentionFinder mentions, MentionFinder::Load(config.data_dir));
  TRY(ClauseBuilder clauses, ClauseBuilder::Load(config.data_dir));
  TRY(StatementFinder statements, StatementFinder::Load(lexicon));
  TRY(EventCoder events, EventCoder::Load(config.data_dir, !config.is_rules_only));
  TRY(StanceFinder stances, StanceFinder::Load(lexicon, &world.ontology()));
  EngineVersion version{.version = std::string(kEngineVersion),
                        .model = ModelsOf(model, events),
                        .lexicon = std::move(knowledge)};
  return Engine(std::make_unique<const Parts>(Parts{
      .version = std::move(version),
      .languages = std::move(languages),
      .world = std::move(world),
      .model = std::move(model),
      .tokenizer = std::move(tokenizer),
      .times = std::move(times),
      .mentions = std::move(mentions),
      .clauses = std::move(clauses),
      .statements = std::move(statements),
      .events = std::move(events),
      .stances = std::move(stances),
  }));
}

std::string_view Engine::LanguageName(std::string_view code) const {
  return code == "und" ? "unknown" : parts_->languages.NameOf(code);
}

const EngineVersion& Engine::version() const { return parts_->version; }
const Ontology& Engine::ontology() const { return parts_->world.ontology(); }
const EventCoder& Engine::events() const { return parts_->events; }
const ClauseBuilder& Engine::clauses() const { return parts_->clauses; }

void Engine::Parse(const Document& document, Workspace& workspace) const {
  parts_->tokenizer.Tokenize(document, workspace.tokens);
  ParseTokens(document.text, workspace);
}

const SyntaxTable& Engine::ParseTokens(std::string_view text,
                                       Workspace& workspace) const {
  return parts_->model.Analyse(text, workspace.tokens, workspace.syntax);
}

const Analysis& Engine::Analyse(const Document& document, Workspace& workspace) const {
  Parse(document, workspace);
  Analysis& analysis = workspace.analysis;
  analysis.document = &document;
  analysis.tokens = &workspace.tokens;
  analysis.syntax = &workspace.syntax.table();
  analysis.world = &parts_->world;
  analysis.model = &parts_->model;
  analysis.tree.Rebuild(*analysis.syntax);
  analysis.times =
      TableOf(parts_->times.Find(document, workspace.tokens, analysis.syntax),
              workspace.tokens);
  const NameTable names = FindNames(analysis);
  analysis.places = TagPlaces(analysis, names);
  analysis.mentions = parts_->mentions.Find(analysis, names);
  analysis.clauses = parts_->clauses.Build(document.text, workspace.tokens,
                                           *analysis.syntax, analysis.tree);
  analysis.statements = parts_->statements.Find(analysis);
  return analysis;
}

Reading Engine::Read(const Document& document, Workspace& workspace) const {
  Reading reading;
  reading.language = parts_->languages.Recognise(document.text, document.lang);
  if (reading.language != "en") {
    reading.warnings = document.warnings;
    reading.warnings.push_back(
        {"not-english",
         StrCat("not read: the text is in ",
                reading.language == "und" ? "a language that is not known"
                                          : parts_->languages.NameOf(reading.language)),
         {}});
    return reading;
  }
  Analyse(document, workspace);
  Analysis& analysis = workspace.analysis;
  reading.events = parts_->events.Code(analysis);
  PlacePeople(reading.events, analysis.places, analysis.mentions);
  reading.stances = parts_->stances.Find(analysis, reading.events);
  for (const Sentence& sentence : workspace.tokens.sentences) {
    reading.sentences.push_back(
        {.span = {.begin = workspace.tokens.span[sentence.begin].begin,
                  .end = workspace.tokens.span[sentence.end - 1].end},
         .block = sentence.block});
  }
  reading.mentions = std::move(analysis.mentions.mentions);
  reading.entities = std::move(analysis.mentions.entities);
  reading.times = std::move(analysis.times.times);
  reading.places = std::move(analysis.places.places);
  reading.statements = std::move(analysis.statements);
  for (std::uint32_t i = 0; i < reading.events.size(); ++i) {
    const StatementId claim = reading.events[i].claimed_by;
    if (claim.valid()) reading.statements[claim.value].events.push_back(EventId{i});
  }
  reading.warnings = document.warnings;
  return reading;
}

}  // namespace entente
