#include "meaning/verb_forms.h"

#include "base/check.h"
#include "base/strings.h"
#include "base/tsv.h"

namespace entente {
namespace {

bool IsVowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

bool EndsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// A single consonant after a single vowel may double: "bar, barred", "cancel,
// cancelled".
bool MayDouble(std::string_view verb) {
  const std::size_t n = verb.size();
  if (n < 3) return false;
  const char last = verb[n - 1];
  if (IsVowel(last) || last == 'w' || last == 'x' || last == 'y') return false;
  return IsVowel(verb[n - 2]) && (!IsVowel(verb[n - 3]) || verb[n - 3] == 'u');
}

}  // namespace

Result<VerbForms> VerbForms::Read(const std::string& path) {
  TRY(const Tsv table, Tsv::Read(path));
  const Status header = table.ExpectColumns({"id", "verb", "past", "participle"});
  if (!header) return header.error();
  VerbForms forms;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string verb(table.cell(row, 1));
    for (const std::size_t column : {std::size_t{2}, std::size_t{3}}) {
      for (const std::string_view form : Split(table.cell(row, column), ',')) {
        forms.forms_.emplace(form, verb);
      }
    }
    forms.Add(verb);
  }
  return forms;
}

void VerbForms::Add(std::string_view verb) {
  if (verb.size() < 2 || Knows(verb)) return;
  const std::string name(verb);
  known_.emplace(name, true);
  AddForms(name, name);
  std::string variant = name;
  if (EndsWith(verb, "ize")) {
    variant[variant.size() - 2] = 's';
  } else if (EndsWith(verb, "ise")) {
    variant[variant.size() - 2] = 'z';
  } else {
    return;
  }
  forms_.emplace(variant, name);
  AddForms(variant, name);
}

void VerbForms::AddForms(const std::string& stem, const std::string& verb) {
  const char last = stem.back();
  const char before = stem[stem.size() - 2];
  const std::string without_last = stem.substr(0, stem.size() - 1);
  const bool is_sibilant = last == 's' || last == 'x' || last == 'z' ||
                           EndsWith(stem, "ch") || EndsWith(stem, "sh") || last == 'o';
  if (last == 'y' && !IsVowel(before)) {
    forms_.emplace(without_last + "ies", verb);
    forms_.emplace(without_last + "ied", verb);
    forms_.emplace(stem + "ing", verb);
    return;
  }
  forms_.emplace(stem + (is_sibilant ? "es" : "s"), verb);
  if (last == 'e') {
    forms_.emplace(stem + "d", verb);
    forms_.emplace((before == 'e' ? stem : without_last) + "ing", verb);
    return;
  }
  forms_.emplace(stem + "ed", verb);
  forms_.emplace(stem + "ing", verb);
  if (MayDouble(stem)) {
    forms_.emplace(stem + last + "ed", verb);
    forms_.emplace(stem + last + "ing", verb);
  }
}

}  // namespace entente
