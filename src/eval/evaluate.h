// The evaluations: each reads a gold file, lets the engine read its texts, and reports.
//
// The metrics are those of the project's scorers, figure for figure; each function says
// which. All return kCorrupt or kNotFound where the gold cannot be read.
#ifndef ENTENTE_EVAL_EVALUATE_H_
#define ENTENTE_EVAL_EVALUATE_H_

#include <string>
#include <vector>

#include "base/result.h"
#include "engine/engine.h"

namespace entente {

struct TimeOptions {
  bool is_recall_only = false;  // gold holds only what a calendar can place
  bool uses_intervals = false;  // a value that is no plain date becomes begin/end
};

// TempEval-3: strict and relaxed span F1, type, value; accuracy of values on matches.
Result<std::string> EvaluateTimes(const Engine& engine, const std::string& gold,
                                  TimeOptions options);

// Span F1; accuracy within 161 km of the gold point, of those found and of all.
Result<std::string> EvaluatePlaces(const Engine& engine, const std::string& gold);

// Content overlap (IoU >= 0.5) and exact F1, source overlap, speaker on matched.
Result<std::string> EvaluateStatements(const Engine& engine, const std::string& gold);

// Macro F1 and accuracy of the signs and directions between given pairs of mentions,
// or towards given ones.
Result<std::string> EvaluateStances(const Engine& engine, const std::string& gold);

// F1 of type; of type with both countries; of type with countries and sectors; false
// alarms.
Result<std::string> EvaluateEvents(const Engine& engine, const std::string& gold);

// Macro F1 and accuracy over PLOVER's classes, CONCEDE and RETREAT as one.
Result<std::string> EvaluateRelations(const Engine& engine, const std::string& gold);

// Tags, lemmas and trees on a CoNLL-U file's own tokens and sentences.
Result<std::string> EvaluateTreebank(const Engine& engine, const std::string& gold);

// Our own gold, in case files (eval/case_file.h): P, R, F1 of type; of type with the
// countries of both parties; with all of their codes. Of rows right so far: mode,
// polarity and modality, date. Rows that a case with `only: events` does not list are
// false. With `shows_errors`, each missed and each unlisted row stands before the sums.
Result<std::string> EvaluateCases(const Engine& engine,
                                  const std::vector<std::string>& files,
                                  bool shows_errors);

// Text files, one sentence a line, that must yield no event: the lines that do, with
// their rows, and the rate.
Result<std::string> EvaluateNothing(const Engine& engine,
                                    const std::vector<std::string>& files);

}  // namespace entente

#endif  // ENTENTE_EVAL_EVALUATE_H_
