// Lines of a page of reasons.
#ifndef ENTENTE_CLI_WHY_TEXT_H_
#define ENTENTE_CLI_WHY_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "record/event.h"

namespace entente {

// With a blank after each comma, so that long lists can be broken.
std::string Airy(std::string_view line);

// What stands for a rule where the learned part reads a clause; none for an event that
// a frame reads.
std::vector<std::string> LearnedReason(const Event& event);

}  // namespace entente

#endif  // ENTENTE_CLI_WHY_TEXT_H_
