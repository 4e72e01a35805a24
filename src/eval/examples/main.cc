// entente-event-examples DATA KIND FILE...: what the learned part learns from, one
// example a line, for entente-train-events (docs/model-card.md).
//
// KIND: relations (plv-train.jsonl), cases (our gold), rules (their own sentences, no
// FILE), nothing (sentences without an event) or texts (CoNLL-U: what frames say).
#include <cstdio>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "eval/event_examples.h"

int main(int argc, char** argv) {
  using namespace entente;
  if (argc < 3) {
    std::fputs(
        "usage: entente-event-examples DATA relations|cases|rules|nothing|texts "
        "FILE...\n",
        stderr);
    return 2;
  }
  const Result<Engine> engine =
      Engine::Load({.data_dir = argv[1], .world_dirs = {}, .is_rules_only = true});
  if (!engine) {
    std::fprintf(stderr, "entente-event-examples: %s\n",
                 engine.error().message.c_str());
    return 1;
  }
  const Status done = WriteEventExamples(
      *engine, argv[2], std::vector<std::string>(argv + 3, argv + argc), stdout);
  if (!done) {
    std::fprintf(stderr, "entente-event-examples: %s\n", done.error().message.c_str());
  }
  return done ? 0 : 1;
}
