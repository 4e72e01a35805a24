// StageTimes: where the time of an analysis goes, for bench/. Off unless a workspace is
// given one; then a clock is read a few times a chunk of about a hundred words.
#ifndef ENTENTE_SYNTAX_STAGE_TIMES_H_
#define ENTENTE_SYNTAX_STAGE_TIMES_H_

#include <array>
#include <chrono>
#include <cstdint>
#include <string_view>

namespace entente {

enum class SyntaxStage : std::uint8_t {
  kEmbed,      // hashes, tables, quantising
  kInput,      // projection and window
  kRecurrent,  // gates and recurrences
  kTags,       // tags, lemmas, names
  kHeads,      // tree projections, arc scores, the tree
  kRelations,  // labels, paired marks
};
inline constexpr std::size_t kSyntaxStageCount = 6;
inline constexpr std::array<std::string_view, kSyntaxStageCount> kSyntaxStageNames = {
    "embed", "input", "recurrent", "tags", "heads", "relations"};

struct StageTimes {
  std::array<std::chrono::nanoseconds, kSyntaxStageCount> spent{};
  std::uint64_t chunks = 0;

  // The time since the last mark goes to the stage.
  void Begin() {
    ++chunks;
    last = std::chrono::steady_clock::now();
  }
  void Mark(SyntaxStage stage) {
    const auto now = std::chrono::steady_clock::now();
    spent[static_cast<std::size_t>(stage)] += now - last;
    last = now;
  }

  std::chrono::steady_clock::time_point last{};
};

}  // namespace entente

#endif  // ENTENTE_SYNTAX_STAGE_TIMES_H_
