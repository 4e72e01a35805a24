// Foreseen: what an act that is only planned is coded as.
//
// PLOVER, like CAMEO before it, has no future tense: cooperation to come ("will meet",
// "plans to send aid") is AGREE, conflict to come ("will impose sanctions") is
// THREATEN. Source: PLOVER codebook, 0.8 draft of 2021, under AGREE and THREATEN; CAMEO
// roots 03 and 13.
#ifndef ENTENTE_MEANING_FORESEEN_H_
#define ENTENTE_MEANING_FORESEEN_H_

#include <optional>
#include <string_view>

#include "record/event.h"

namespace entente {

struct ForeseenCode {
  EventType type = EventType::kAgree;
  std::string_view mode;  // "" none
  std::string_view cameo;
};

// Nothing for a type that is said to be done in the saying (AGREE, REQUEST, ACCUSE,
// REJECT, THREATEN): it stays what it is.
std::optional<ForeseenCode> Foreseen(EventType type);

}  // namespace entente

#endif  // ENTENTE_MEANING_FORESEEN_H_
