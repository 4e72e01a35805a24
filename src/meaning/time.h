// TimeTagger: finds the time expressions of a document, and says which days they name.
//
//   Document of 2015-12-27, "met on Wednesday"  ->  "Wednesday" 2015-12-23
//   "in the mid-1990s"                          ->  "the mid-1990s" 199, 1994 to 1996
//
// Needs: Document, TokenTable; a SyntaxTable sharpens the tense. Gives: TimeMentions.
// News counts from the document's date. A text that tells of other years (or has no
// date) counts a bare "in May" from the date last named. The timex is TIMEX3's, with
// ISO 8601 weeks; the modifier of "early May" shows in begin and end alone.
//
// "from 2001 to 2015" is two mentions; the first one's interval runs to the end of the
// second. Vague expressions ("recently", PAST_REF), durations and sets carry no days.
// Spans leave a preposition out ("since 2014": "2014"). Cost: O(words).
#ifndef ENTENTE_MEANING_TIME_H_
#define ENTENTE_MEANING_TIME_H_

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "document/document.h"
#include "record/time.h"
#include "syntax/syntax_table.h"
#include "text/token_table.h"

namespace entente {

class TimeLexicon;

class TimeTagger {
 public:
  // Reads time_words.tsv, time_phrases.tsv and time_holidays.tsv of the folder.
  // Returns kNotFound or kCorrupt, naming file and line.
  static Result<TimeTagger> Load(const std::string& lexicon_dir);

  TimeTagger(TimeTagger&&) noexcept;
  TimeTagger& operator=(TimeTagger&&) noexcept;
  ~TimeTagger();

  // The expressions in text order, none overlapping; behind them the lines that only
  // date the page, which have no words (first_word > last_word). `syntax` may be null.
  // REQUIRES: the tables are of this document.
  std::vector<TimeMention> Find(const Document& document, const TokenTable& tokens,
                                const SyntaxTable* syntax) const;

 private:
  explicit TimeTagger(std::unique_ptr<const TimeLexicon> lexicon);

  std::unique_ptr<const TimeLexicon> lexicon_;
};

}  // namespace entente

#endif  // ENTENTE_MEANING_TIME_H_
