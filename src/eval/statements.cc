// Scores statements against {"attributions":[{"content","source","cue","speaker"}]}.
#include <algorithm>
#include <array>

#include "base/check.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "eval/evaluate.h"
#include "eval/gold.h"
#include "eval/score.h"

namespace entente {
namespace {

using Bytes = std::vector<std::uint32_t>;  // offsets, ascending, each once

Bytes BytesOf(const std::vector<TextSpan>& spans) {
  Bytes bytes;
  for (const TextSpan span : spans) {
    for (std::uint32_t i = span.begin; i < span.end; ++i) bytes.push_back(i);
  }
  std::sort(bytes.begin(), bytes.end());
  bytes.erase(std::unique(bytes.begin(), bytes.end()), bytes.end());
  return bytes;
}

// Blanks, quote marks and end punctuation, which no two guidelines place alike.
bool IsTrimmed(char32_t c) {
  constexpr std::array<char32_t, 17> kTrimmed = {
      ' ',  '\t', '\r', '\n', '"', 0x201C, 0x201D, 0x2018, 0x2019,
      '\'', '.',  ',',  ';',  ':', '!',    '?',    0};
  return c != 0 && std::find(kTrimmed.begin(), kTrimmed.end(), c) != kTrimmed.end();
}

// The bytes of a content without trimmed characters at its two ends and without white
// space.
Bytes Normal(std::string_view text, const std::vector<TextSpan>& spans) {
  if (spans.empty()) return {};
  std::size_t begin = text.size();
  std::size_t end = 0;
  for (const TextSpan span : spans) {
    begin = std::min<std::size_t>(begin, span.begin);
    end = std::max<std::size_t>(end, span.end);
  }
  while (begin < end) {
    const CodePoint first = DecodeUtf8(text, begin);
    if (!IsTrimmed(first.value)) break;
    begin += first.size;
  }
  while (end > begin) {
    std::size_t last = end - 1;
    while (last > begin && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80)
      --last;
    if (!IsTrimmed(DecodeUtf8(text, last).value)) break;
    end = last;
  }
  Bytes bytes = BytesOf(spans);
  std::erase_if(bytes, [&](std::uint32_t i) {
    return i < begin || i >= end || IsAsciiSpace(text[i]);
  });
  return bytes;
}

std::size_t Shared(const Bytes& a, const Bytes& b) {
  Bytes both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                        std::back_inserter(both));
  return both.size();
}

std::vector<std::string> NameWords(std::string_view name) {
  static constexpr std::array<std::string_view, 7> kIgnored = {"the", "a",  "an", "mr",
                                                               "mrs", "ms", "dr"};
  std::string spaced;
  for (const char c : name) {
    const bool is_word = IsAsciiAlpha(c) || IsAsciiDigit(c) || (c & 0x80) != 0;
    spaced += is_word ? AsciiLower(c) : ' ';
  }
  std::vector<std::string> words;
  for (const std::string_view word : SplitBlank(spaced)) {
    if (std::find(kIgnored.begin(), kIgnored.end(), word) == kIgnored.end()) {
      words.emplace_back(word);
    }
  }
  return words;
}

// The shorter name's words all stand in the longer, and the last word agrees (or two
// words do).
bool IsSameName(std::string_view a, std::string_view b) {
  std::vector<std::string> shorter = NameWords(a);
  std::vector<std::string> longer = NameWords(b);
  if (shorter.empty() || longer.empty()) return false;
  if (shorter.size() > longer.size()) std::swap(shorter, longer);
  for (const std::string& word : shorter) {
    if (std::find(longer.begin(), longer.end(), word) == longer.end()) return false;
  }
  return shorter.back() == longer.back() || shorter.size() > 1;
}

struct Tally {
  std::size_t gold = 0, predicted = 0, overlap = 0, exact = 0, joint = 0;
  std::size_t with_source = 0, source = 0, with_speaker = 0, speaker = 0;

  void Add(std::string_view text, const std::vector<GoldRow>& golds,
           const Reading& reading);
  void AddMatch(GoldRow want, const Statement& got, const Reading& reading);
};

void Tally::AddMatch(GoldRow want, const Statement& got, const Reading& reading) {
  const Bytes wanted = BytesOf(SpansIn(want, "source"));
  const Bytes found = got.speaker_span ? BytesOf({*got.speaker_span}) : Bytes{};
  const bool is_shared = Shared(wanted, found) > 0;
  with_source += !wanted.empty();
  source += is_shared;
  joint += is_shared || (wanted.empty() && found.empty());
  const auto name = StringIn(want, "speaker");
  if (!name || name->empty()) return;
  ++with_speaker;
  const std::string_view given =
      got.speaker.valid() ? std::string_view(reading.entities[got.speaker.value].name)
                          : "";
  speaker += IsSameName(given, *name);
}

void Tally::Add(std::string_view text, const std::vector<GoldRow>& golds,
                const Reading& reading) {
  constexpr double kLeastOverlap = 0.5;
  std::vector<Bytes> want;
  std::vector<Bytes> got;
  want.reserve(golds.size());
  got.reserve(reading.statements.size());
  for (const GoldRow row : golds) want.push_back(Normal(text, SpansIn(row, "content")));
  for (const Statement& row : reading.statements)
    got.push_back(Normal(text, row.content));
  gold += golds.size();
  predicted += got.size();
  const auto matches =
      MatchGreedily(want.size(), got.size(), [&](std::size_t g, std::size_t p) -> Fit {
        const std::size_t shared = Shared(want[g], got[p]);
        if (shared == 0) return {};
        const double iou = static_cast<double>(shared) /
                           static_cast<double>(want[g].size() + got[p].size() - shared);
        return {.is_exact = false, .weight = iou >= kLeastOverlap ? iou : 0};
      });
  for (const Pairing match : matches) {
    ++overlap;
    exact += want[match.gold] == got[match.predicted];
    AddMatch(golds[match.gold], reading.statements[match.predicted], reading);
  }
}

}  // namespace

Result<std::string> EvaluateStatements(const Engine& engine, const std::string& gold) {
  Workspace workspace;
  Tally tally;
  TRY([[maybe_unused]] const auto done, ForEachGoldRow(gold, [&](GoldRow row) {
        const GoldReading read = ReadGold(engine, workspace, row);
        tally.Add(read.document.text, ListIn(row, "attributions"), read.reading);
      }));
  const auto share = [](std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  };
  return StrCat(
      "content exact    ", ToString(Score(tally.exact, tally.predicted, tally.gold)),
      "\ncontent overlap  ",
      ToString(Score(tally.overlap, tally.predicted, tally.gold)),
      "\ncontent+source   ", ToString(Score(tally.joint, tally.predicted, tally.gold)),
      "\nsource_overlap_acc ", Fixed(share(tally.source, tally.with_source)),
      "\nspeaker_acc ", Fixed(share(tally.speaker, tally.with_speaker)),
      "\ngold, predicted, matched ", tally.gold, " ", tally.predicted, " ",
      tally.overlap, "\n");
}

}  // namespace entente
