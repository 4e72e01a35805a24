#include "meaning/foreseen.h"

namespace entente {

std::optional<ForeseenCode> Foreseen(EventType type) {
  switch (type) {
    case EventType::kConsult:
      return ForeseenCode{EventType::kAgree, "", "036"};
    case EventType::kSupport:
      return ForeseenCode{EventType::kAgree, "", "032"};
    case EventType::kCooperate:
      return ForeseenCode{EventType::kAgree, "", "031"};
    case EventType::kAid:
      return ForeseenCode{EventType::kAgree, "", "033"};
    case EventType::kConcede:
    case EventType::kRetreat:
      return ForeseenCode{EventType::kAgree, "", "035"};
    case EventType::kProtest:
      return ForeseenCode{EventType::kThreaten, "", "133"};
    case EventType::kSanction:
      return ForeseenCode{EventType::kThreaten, "relations", "131"};
    case EventType::kCoerce:
      return ForeseenCode{EventType::kThreaten, "restrict", "132"};
    case EventType::kMobilize:
    case EventType::kAssault:
      return ForeseenCode{EventType::kThreaten, "violence", "138"};
    case EventType::kAgree:
    case EventType::kRequest:
    case EventType::kAccuse:
    case EventType::kReject:
    case EventType::kThreaten:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace entente
