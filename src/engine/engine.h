// Engine: the whole pipeline, from a Document to a Reading.
//
//   TRY(const Engine engine, Engine::Load({.data_dir = "data"}));
//   Workspace workspace;                                  // one a thread
//   const Reading reading = engine.Read(document, workspace);
//
// An Engine is immutable: any number of threads may read with one, each with its own
// Workspace. The same document gives the same Reading, whatever was read before.
#ifndef ENTENTE_ENGINE_ENGINE_H_
#define ENTENTE_ENGINE_ENGINE_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"
#include "engine/reading_json.h"
#include "engine/workspace.h"
#include "record/reading.h"

namespace entente {

class ClauseBuilder;
class EventCoder;

struct EngineConfig {
  std::string data_dir;  // holds english.model, events.model, world.bin, rules/,
                         // lexicon/, world/
  std::vector<std::string> world_dirs;  // tables of the user's own
  bool is_rules_only = false;           // without the learned part of the event coder
};

class Engine {
 public:
  // Returns kNotFound or kCorrupt, naming the file and line, when a table, a rule or
  // the model cannot be used.
  static Result<Engine> Load(const EngineConfig& config);

  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  // Everything found in the document. Linear in its length. Of a text that is not in
  // English only the language, and a warning that says so.
  Reading Read(const Document& document, Workspace& workspace) const;

  // Words, sentences and trees alone; the tables stay in the workspace.
  void Parse(const Document& document, Workspace& workspace) const;

  // Trees for the words that already stand in workspace.tokens.
  const SyntaxTable& ParseTokens(std::string_view text, Workspace& workspace) const;

  // All that Read knows before events are coded: for tools that show or check one
  // stage. Valid until the workspace's next use.
  const Analysis& Analyse(const Document& document, Workspace& workspace) const;

  // "French" for the "fr" of a reading.
  std::string_view LanguageName(std::string_view code) const;

  const EngineVersion& version() const;
  const Ontology& ontology() const;
  const EventCoder& events() const;
  const ClauseBuilder& clauses() const;

 private:
  struct Parts;
  explicit Engine(std::unique_ptr<const Parts> parts);

  std::unique_ptr<const Parts> parts_;
};

}  // namespace entente

#endif  // ENTENTE_ENGINE_ENGINE_H_
