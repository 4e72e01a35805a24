// Where something is said, and whether its speaker stays unnamed: "wrote in a letter",
// "told reporters by telephone", "on condition of anonymity". Private to the
// StatementFinder's files.
#ifndef ENTENTE_MEANING_STATEMENT_SETTING_H_
#define ENTENTE_MEANING_STATEMENT_SETTING_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "meaning/statement_draft.h"

namespace entente {

// The phrase beside the cue that names a medium, outside `content`.
std::optional<TextSpan> MediumOf(const StatementSource& source, std::uint32_t cue,
                                 const std::vector<WordRange>& content);

// Does the cue's sentence say, outside `content`, that the speaker is not to be named?
bool IsAnonymous(const StatementSource& source, std::uint32_t cue,
                 const std::vector<WordRange>& content);

}  // namespace entente

#endif  // ENTENTE_MEANING_STATEMENT_SETTING_H_
