#include "meaning/reporting.h"

#include <set>
#include <utility>

#include "base/check.h"
#include "base/strings.h"
#include "base/tsv.h"

namespace entente {
namespace {

std::optional<ReportingKind> KindOf(std::string_view name) {
  if (name == "verb") return ReportingKind::kVerb;
  if (name == "noun") return ReportingKind::kNoun;
  if (name == "adjective") return ReportingKind::kAdjective;
  if (name == "phrase") return ReportingKind::kPhrase;
  if (name == "source") return ReportingKind::kSource;
  if (name == "medium") return ReportingKind::kMedium;
  return std::nullopt;
}

std::optional<ReportingClass> ClassOf(std::string_view name) {
  static constexpr std::pair<std::string_view, ReportingClass> kNames[] = {
      {"say", ReportingClass::kSay},          {"tell", ReportingClass::kTell},
      {"ask", ReportingClass::kAsk},          {"act", ReportingClass::kAct},
      {"deny", ReportingClass::kDeny},        {"think", ReportingClass::kThink},
      {"know", ReportingClass::kKnow},        {"show", ReportingClass::kShow},
      {"quote", ReportingClass::kQuote},      {"give", ReportingClass::kGive},
      {"cite", ReportingClass::kCite},        {"measure", ReportingClass::kMeasure},
      {"document", ReportingClass::kDocument}};
  for (const auto& [known, type] : kNames) {
    if (name == known) return type;
  }
  return std::nullopt;
}

}  // namespace

Result<ReportingLexicon> ReportingLexicon::Read(const std::string& path) {
  TRY(const Tsv table, Tsv::Read(path));
  TRY([[maybe_unused]] const auto checked,
      table.ExpectColumns(
          {"id", "word", "kind", "class", "infinitive", "fires", "silent"}));
  ReportingLexicon lexicon;
  std::set<std::string_view> ids;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto kind = KindOf(table.cell(row, 2));
    const auto type = ClassOf(table.cell(row, 3));
    if (!kind)
      return table.Complain(
          row, "kind is not verb, noun, adjective, phrase, source, medium");
    if (!type) return table.Complain(row, "unknown class");
    if (!ids.insert(table.cell(row, 0)).second)
      return table.Complain(row, "id used twice");
    ReportingWord word{.id = std::string(table.cell(row, 0)),
                       .kind = *kind,
                       .type = *type,
                       .takes_infinitive = table.cell(row, 4) == "yes"};
    const bool is_new = lexicon.words_[static_cast<std::size_t>(*kind)]
                            .emplace(std::string(table.cell(row, 1)), std::move(word))
                            .second;
    if (!is_new) return table.Complain(row, "word listed twice as this kind");
    lexicon.examples_.push_back(
        {std::string(table.cell(row, 0)), std::string(table.cell(row, 1)),
         std::string(table.cell(row, 5)), std::string(table.cell(row, 6))});
  }
  return lexicon;
}

}  // namespace entente
