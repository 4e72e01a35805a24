// TimeResolver: puts expressions on the calendar, one after another.
//
// Knows the document's date and the date that the text named last (the anchor). Of a
// text that is history, the anchor leads; of news, the document's date.
// Keeps references to the reader, which must outlive it. One per document.
#ifndef ENTENTE_MEANING_TIME_RESOLVER_H_
#define ENTENTE_MEANING_TIME_RESOLVER_H_

#include <optional>
#include <vector>

#include "meaning/time_expression.h"
#include "meaning/time_period.h"
#include "meaning/time_reader.h"
#include "meaning/time_tense.h"

namespace entente {

class TimeResolver {
 public:
  TimeResolver(const TimeReader& reader, std::optional<CivilDate> document_date,
               const std::vector<TimeExpression>& all);

  // The period of the next expression. REQUIRES: called in text order.
  TimePeriod Resolve(const TimeExpression& expression);

 private:
  struct Anchor {
    CivilDate day;
    bool has_month = false;
    bool has_day = false;
    std::uint32_t piece = 0;   // where it was named
    bool is_explicit = false;  // its year was said
  };

  TimePeriod ResolveCalendar(const TimeExpression& expression);
  TimePeriod ResolveWhole(const TimeExpression& expression);  // without part and clock
  TimePeriod ResolveWeekday(const TimeExpression& expression);
  TimePeriod ResolveMonth(const TimeExpression& expression);
  TimePeriod ResolveUnit(const TimeExpression& expression);
  TimePeriod ResolveOffset(const TimeExpression& expression);
  TimePeriod ResolvePeriod(const TimeExpression& expression) const;
  TimePeriod ResolveSet(const TimeExpression& expression) const;
  TimePeriod Clip(TimePeriod period, const TimeExpression& expression) const;

  // The day that the expression counts from; nothing where no date is known.
  std::optional<CivilDate> Reference(bool is_from_document) const;
  // The year of a month (and day) that were said without one.
  std::optional<int> YearOf(int month, std::optional<int> day,
                            const TimeExpression& expression) const;
  bool IsSameSentence(std::uint32_t first, std::uint32_t second) const;
  bool AnchorLeads(const TimeExpression& expression) const;
  bool IsAside(const TimeExpression& expression, CivilDate begin) const;
  void Remember(const TimeExpression& expression, const TimePeriod& period);

  const TimeReader& reader_;
  std::optional<CivilDate> document_date_;
  bool is_narrative_ = false;
  std::optional<Anchor> anchor_;  // where the story is
  std::optional<Anchor> last_;    // what "the next day" and "that year" count from
};

}  // namespace entente

#endif  // ENTENTE_MEANING_TIME_RESOLVER_H_
