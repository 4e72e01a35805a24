// Examples for the learned part: pairs of parties with what gold, or a confident frame,
// says of them, and their features. Words of the texts are not written, but for the
// predicates of our own cases.
//
// Ids of our own are those of cases ("accuse-0003") and frames ("accuse.accuse.01").
//
// A line: task (relation, event), origin (gold, own, nothing, silver), id, labels
// joined by "|" (types, or NONE), what frames answer ("-": nothing), whether it binds
// both (1), the predicate ("" but for our own), keys in hexadecimal joined by ",",
// numbers joined by ",", with tabs between.
#ifndef ENTENTE_EVAL_EVENT_EXAMPLES_H_
#define ENTENTE_EVAL_EVENT_EXAMPLES_H_

#include <cstdio>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/engine.h"

namespace entente {

// `kind` is relations, cases, rules (their own sentences; no files), nothing or texts.
// Returns kInvalid for another kind; kNotFound or kCorrupt where a file cannot be read.
Status WriteEventExamples(const Engine& engine, const std::string& kind,
                          const std::vector<std::string>& files, std::FILE* out);

}  // namespace entente

#endif  // ENTENTE_EVAL_EVENT_EXAMPLES_H_
