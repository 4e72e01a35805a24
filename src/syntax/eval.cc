#include "syntax/eval.h"

namespace entente {
namespace {

// One past the last word of the name that begins at `word`, or `word` where none does.
std::uint32_t NameEnd(const SyntaxTable& table, std::uint32_t word, std::uint32_t end) {
  const NameTag tag = table.name[word];
  if (tag.part == NamePart::kUnit) return word + 1;
  if (tag.part != NamePart::kBegin) return word;
  for (std::uint32_t at = word + 1; at < end; ++at) {
    if (table.name[at].part == NamePart::kLast) return at + 1;
  }
  return word;
}

}  // namespace

void AddScore(const Sentence& sentence, const SyntaxTable& gold,
              const SyntaxTable& system, SyntaxScore& score) {
  for (std::uint32_t word = sentence.begin; word < sentence.end; ++word) {
    ++score.words;
    score.upos += gold.upos[word] == system.upos[word] ? 1U : 0U;
    score.xpos += gold.xpos[word] == system.xpos[word] ? 1U : 0U;
    score.feats += gold.feats[word] == system.feats[word] ? 1U : 0U;
    score.lemma +=
        gold.lemma[word].empty() || gold.lemma[word] == system.lemma[word] ? 1U : 0U;
    const auto kind = static_cast<std::size_t>(gold.relation[word]);
    ++score.relation_total[kind];
    if (gold.head[word] == system.head[word]) {
      ++score.heads;
      score.labelled_strict += gold.relation[word] == system.relation[word] ? 1U : 0U;
      if (Universal(gold.relation[word]) == Universal(system.relation[word])) {
        ++score.labelled;
        ++score.relation_right[kind];
      }
    }
    const std::uint32_t gold_end = NameEnd(gold, word, sentence.end);
    const std::uint32_t system_end = NameEnd(system, word, sentence.end);
    score.names_gold += gold_end > word ? 1U : 0U;
    score.names_found += system_end > word ? 1U : 0U;
    score.names_right += gold_end > word && gold_end == system_end &&
                                 gold.name[word].kind == system.name[word].kind
                             ? 1U
                             : 0U;
  }
}

SyntaxScore ScoreSyntax(const TokenTable& tokens, const SyntaxTable& gold,
                        const SyntaxTable& system) {
  SyntaxScore score;
  for (const Sentence& sentence : tokens.sentences) {
    AddScore(sentence, gold, system, score);
  }
  return score;
}

}  // namespace entente
