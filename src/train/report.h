// Report: the development scores of a model as Markdown tables, for docs/model-card.md.
#ifndef ENTENTE_TRAIN_REPORT_H_
#define ENTENTE_TRAIN_REPORT_H_

#include <string>

#include "base/result.h"

namespace entente::train {

// Scores by file and genre, by relation, the commonest confusions, words a second.
// `data` is the folder that training reads; gold tokens and sentences are kept.
// Returns what opening the model or reading the files returns.
Result<std::string> Report(const std::string& model, const std::string& data);

}  // namespace entente::train

#endif  // ENTENTE_TRAIN_REPORT_H_
