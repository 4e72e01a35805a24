// Why a statement or a stance is there: its words, whose it is, the table's row behind
// it.
#ifndef ENTENTE_CLI_WHY_SPEECH_H_
#define ENTENTE_CLI_WHY_SPEECH_H_

#include <cstdint>
#include <string>

#include "cli/page.h"
#include "document/document.h"
#include "record/reading.h"

namespace entente {

// `lexicon` is the folder whose tables name the rules.
std::string WhyStatement(const Document& document, const Reading& reading,
                         std::uint32_t statement, const std::string& lexicon,
                         PageStyle style);
std::string WhyStance(const Document& document, const Reading& reading,
                      std::uint32_t stance, const std::string& lexicon,
                      PageStyle style);

}  // namespace entente

#endif  // ENTENTE_CLI_WHY_SPEECH_H_
