// Why a row is there, or why a sentence gave none: for a person at a terminal.
#ifndef ENTENTE_CLI_WHY_PAGE_H_
#define ENTENTE_CLI_WHY_PAGE_H_

#include <cstdint>
#include <string>

#include "cli/page.h"
#include "document/document.h"
#include "engine/engine.h"
#include "meaning/analysis.h"
#include "record/reading.h"

namespace entente {

// What is explained: a reading, and the same document's analysis.
struct WhySource {
  const Document& document;
  const Reading& reading;
  const Analysis& analysis;
  const Engine& engine;
};

// The words, the little tree, the frame and its line, who fills it and why they
// qualify, what else was tried, where codes, date and place come from.
std::string WhyEvent(const WhySource& source, std::uint32_t event, PageStyle style);

// The sentence's events, and for each other clause why it is none: no frame, a slot
// that stayed empty, a veto, a frame above it.
std::string WhySentence(const WhySource& source, std::uint32_t sentence,
                        PageStyle style);

}  // namespace entente

#endif  // ENTENTE_CLI_WHY_PAGE_H_
