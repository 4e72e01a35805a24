#include <string>
#include <string_view>

#include "meaning/clause_builder.h"

namespace entente {
namespace {

std::string_view NameOf(const Argument& argument) {
  switch (argument.slot) {
    case Slot::kSubject:
      return "subj";
    case Slot::kObject:
      return "obj";
    case Slot::kIndirect:
      return "iobj";
    case Slot::kOblique:
      return argument.preposition.empty() ? "obl" : argument.preposition;
    case Slot::kComplement:
      return "comp";
  }
  return "";
}

std::string_view NameOf(Embedding embedding) {
  switch (embedding) {
    case Embedding::kNone:
      return "";
    case Embedding::kComplement:
      return "complement";
    case Embedding::kPurpose:
      return "purpose";
    case Embedding::kRelative:
      return "relative";
    case Embedding::kAdverbial:
      return "adverbial";
    case Embedding::kCondition:
      return "condition";
    case Embedding::kTime:
      return "time";
  }
  return "";
}

}  // namespace

std::string Format(const ClauseTable& table, const Clause& clause,
                   std::string_view text, const TokenTable& tokens) {
  const auto form = [&](std::uint32_t word) { return Slice(text, tokens.span[word]); };
  std::string line;
  if (clause.light_verb != kNoWord) {
    line += form(clause.light_verb);
    line += '+';
  }
  line += clause.lemma;
  if (clause.particle != kNoWord) {
    line += ' ';
    line += form(clause.particle);
  }
  line += '(';
  bool is_first = true;
  for (const Argument& argument : table.arguments_of(clause)) {
    if (!is_first) line += "; ";
    is_first = false;
    line += NameOf(argument);
    if (argument.slot == Slot::kComplement && !argument.preposition.empty()) {
      line += ':';
      line += argument.preposition;
    }
    line += ' ';
    line += form(argument.word);
    if (argument.is_weak) line += '?';
  }
  line += ')';
  if (clause.is_passive) line += " passive";
  if (clause.is_negated) line += " negated";
  if (clause.is_question) line += " question";
  if (clause.modality != Modality::kAsserted) {
    line += ' ';
    line += Name(clause.modality);
  }
  if (clause.embedding != Embedding::kNone) {
    line += " <";
    line += NameOf(clause.embedding);
    if (clause.parent != kNoWord) {
      line += ' ';
      line += table.clauses[clause.parent].lemma;
    }
  }
  return line;
}

}  // namespace entente
