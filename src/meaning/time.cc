#include "meaning/time.h"

#include <utility>

#include "base/check.h"
#include "document/dates.h"
#include "meaning/time_grammar.h"
#include "meaning/time_lexicon.h"
#include "meaning/time_period.h"
#include "meaning/time_piece.h"
#include "meaning/time_reader.h"
#include "meaning/time_resolver.h"

namespace entente {

TimeTagger::TimeTagger(std::unique_ptr<const TimeLexicon> lexicon)
    : lexicon_(std::move(lexicon)) {}
TimeTagger::TimeTagger(TimeTagger&&) noexcept = default;
TimeTagger& TimeTagger::operator=(TimeTagger&&) noexcept = default;
TimeTagger::~TimeTagger() = default;

Result<TimeTagger> TimeTagger::Load(const std::string& lexicon_dir) {
  TRY(TimeLexicon lexicon, TimeLexicon::Load(lexicon_dir));
  return TimeTagger(std::make_unique<const TimeLexicon>(std::move(lexicon)));
}

namespace {

// A line that only dates the page ("Saturday, September 12, 2015") has no sentences:
// its date is a time of the text all the same, without words.
void AddDateLines(const Document& document, std::vector<TimeMention>& mentions) {
  constexpr std::uint32_t kLongest = 60;
  for (const Block& block : document.blocks) {
    const std::uint32_t length = block.span.end - block.span.begin;
    if (block.kind != BlockKind::kOther || length > kLongest) continue;
    const auto found = FindDate(Slice(document.text, block.span));
    if (!found) continue;
    TimePeriod day = DayPeriod(found->date);
    mentions.push_back({.span = {block.span.begin + found->span.begin,
                                 block.span.begin + found->span.end},
                        .timex = std::move(day.timex),
                        .begin = day.begin,
                        .end = day.end,
                        .precision = day.precision,
                        .first_word = 1,
                        .last_word = 0});
  }
}

}  // namespace

std::vector<TimeMention> TimeTagger::Find(const Document& document,
                                          const TokenTable& tokens,
                                          const SyntaxTable* syntax) const {
  const std::vector<TimePiece> pieces = CutTimePieces(document.text, tokens, *lexicon_);
  const TimeReader reader(document.text, pieces, syntax);
  const std::vector<TimeExpression> expressions =
      ReadTimeExpressions(reader, *lexicon_);
  TimeResolver resolver(reader, document.reference_date(), expressions);
  std::vector<TimeMention> mentions;
  mentions.reserve(expressions.size());
  bool runs_on = false;
  for (const TimeExpression& expression : expressions) {
    const bool is_vague = expression.shape == TimeExpression::Shape::kVague;
    const bool is_no_time =
        (is_vague && expression.timex == kNoTime) ||
        (expression.needs_future && TenseAround(reader, expression) != Tense::kFuture);
    if (is_no_time) continue;
    TimePeriod period = resolver.Resolve(expression);
    if (runs_on && period.end && mentions.back().begin &&
        *mentions.back().begin <= *period.end) {
      mentions.back().end = period.end;
    }
    runs_on = expression.begins_range;
    const TimePiece& first = pieces[expression.first];
    const TimePiece& last = pieces[expression.last];
    mentions.push_back({.span = {first.begin, last.end},
                        .timex = std::move(period.timex),
                        .begin = period.begin,
                        .end = period.end,
                        .precision = period.precision,
                        .first_word = first.word,
                        .last_word = last.word});
  }
  AddDateLines(document, mentions);
  return mentions;
}

}  // namespace entente
