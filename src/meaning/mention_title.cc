#include "meaning/mention_title.h"

#include <string_view>

#include "base/strings.h"
#include "world/world.h"

namespace entente {
namespace {

// "Fisheries" of "Fisheries Minister", "Acting" of "Acting President": hung from the
// title.
bool IsTitleWord(const SyntaxTable& syntax, std::uint32_t word, std::uint32_t title,
                 std::uint32_t name) {
  const std::uint32_t head = syntax.head[word];
  if (head == kNoWord) return false;
  if (syntax.upos[word] == Upos::kAdj) return head >= title;
  return IsProperNoun(syntax, word) && head > word && head <= name;
}

}  // namespace

TitleWalk FindTitle(const Analysis& analysis, const NameTable& names,
                    const MentionLexicon& lexicon, std::uint32_t name_first,
                    std::uint32_t sentence_begin) {
  const SyntaxTable& syntax = *analysis.syntax;
  const TokenTable& tokens = *analysis.tokens;
  const World& world = *analysis.world;
  TitleWalk walk{.first = name_first, .name_first = name_first};
  while (walk.first > sentence_begin) {
    const std::uint32_t word = walk.first - 1;
    const bool is_capital = (tokens.flags[word] & kFirstUpper) != 0;
    const Honorific* address =
        walk.title == kNoWord && is_capital
            ? lexicon.FindHonorific(AsciiLower(analysis.form(word)))
            : nullptr;
    if (address != nullptr) {
      if (walk.gender == Gender::kUnknown) walk.gender = address->gender;
      walk.first = word;
      if (address->is_part_of_name) walk.name_first = word;
      // "King Hassan": a form of address that is also an office.
      const std::uint32_t office = names.role_at[word];
      if (office != kNoWord && names.roles[office].first_word == word) {
        const Role role = world.role(names.roles[office].id);
        if ((role.flags & kRoleHeadOfState) && !role.is_plural) walk.title = office;
      }
      continue;
    }
    const std::uint32_t role_index = names.role_at[word];
    if (role_index != kNoWord && names.roles[role_index].last_word == word) {
      const Role role = world.role(names.roles[role_index].id);
      const bool is_outermost = walk.title == kNoWord;
      if (is_outermost && (role.kind != RoleKind::kPerson || role.is_plural)) break;
      if (is_outermost) walk.title = role_index;
      walk.first = names.roles[role_index].first_word;
      continue;
    }
    if (walk.title == kNoWord) break;
    const std::uint32_t name = names.name_at[word];
    const bool is_owner =
        name != kNoWord && names.names[name].sense != NameSense::kPerson;
    if (is_owner) {
      walk.first = names.names[name].first_word;
    } else if (syntax.xpos[word] == Xpos::kPos || syntax.xpos[word] == Xpos::kHyph ||
               IsTitleWord(syntax, word, walk.first, name_first) ||
               (is_capital && word > sentence_begin && IsProperNoun(syntax, word))) {
      walk.first = word;
    } else {
      break;
    }
  }
  // "the minister Lavrov's deputy": a possessive alone starts no title.
  while (walk.first < name_first && (syntax.xpos[walk.first] == Xpos::kPos ||
                                     syntax.xpos[walk.first] == Xpos::kHyph)) {
    ++walk.first;
  }
  return walk;
}

}  // namespace entente
