// Small questions of the grammar of time that several of its files ask.
#ifndef ENTENTE_MEANING_TIME_UNITS_H_
#define ENTENTE_MEANING_TIME_UNITS_H_

#include <cstddef>
#include <optional>

#include "meaning/time_expression.h"
#include "meaning/time_reader.h"

namespace entente {

// The expression with its pieces set: `first` up to the one before `next`.
inline TimeExpression Framed(std::size_t first, std::size_t next,
                             TimeExpression expression) {
  expression.first = static_cast<std::uint32_t>(first);
  expression.last = static_cast<std::uint32_t>(next - 1);
  return expression;
}

// The unit named at i, in the singular; UnitsAt: in either number.
inline std::optional<TimeUnit> UnitAt(const TimeReader& reader, std::size_t i) {
  if (!reader.Is(i, TimeClass::kUnit)) return std::nullopt;
  return static_cast<TimeUnit>(reader.at(i).value_of(TimeClass::kUnit));
}
inline std::optional<TimeUnit> UnitsAt(const TimeReader& reader, std::size_t i) {
  if (!reader.Is(i, TimeClass::kUnits)) return UnitAt(reader, i);
  return static_cast<TimeUnit>(reader.at(i).value_of(TimeClass::kUnits));
}

inline std::optional<DayPart> DayPartAt(const TimeReader& reader, std::size_t i) {
  if (!reader.Is(i, TimeClass::kDayPart)) return std::nullopt;
  return static_cast<DayPart>(reader.at(i).value_of(TimeClass::kDayPart));
}

inline std::optional<YearSeason> SeasonAt(const TimeReader& reader, std::size_t i) {
  if (!reader.Is(i, TimeClass::kSeason)) return std::nullopt;
  return static_cast<YearSeason>(reader.at(i).value_of(TimeClass::kSeason));
}

// Nothing that the expression could be a modifier of follows at i.
inline bool IsClauseEnd(const TimeReader& reader, std::size_t i) {
  return reader.StartsSentence(i) || reader.at(i).kind == TimePiece::Kind::kMark ||
         reader.IsWord(i, "and") || reader.IsWord(i, "that");
}

}  // namespace entente

#endif  // ENTENTE_MEANING_TIME_UNITS_H_
