// The writing half of conllu.h, and the spelling of name tags.
#include <array>

#include "base/strings.h"
#include "syntax/conllu.h"

namespace entente {
namespace {

constexpr std::string_view kParts = "OBILU";
constexpr std::array<std::string_view, 5> kKinds = {"", "PER", "ORG", "LOC", "MISC"};

bool Continues(const NameTag& before, const NameTag& tag) {
  const bool open = before.part == NamePart::kBegin || before.part == NamePart::kInside;
  const bool inner = tag.part == NamePart::kInside || tag.part == NamePart::kLast;
  return open && inner && before.kind == tag.kind;
}

// White space in a text line or a form would break the format.
void AppendOneLine(std::string& out, std::string_view text) {
  for (const char c : text) out += IsAsciiSpace(c) ? ' ' : c;
}

void AppendCell(std::string& out, std::string_view value) {
  if (value.empty()) {
    out += '_';
  } else {
    AppendOneLine(out, value);
  }
}

class Writer {
 public:
  Writer(std::string_view text, const TokenTable& tokens, const SyntaxTable& syntax)
      : text_(text), tokens_(tokens), syntax_(syntax) {}

  void WriteSentence(const Sentence& sentence);
  std::string Take() { return std::move(out_); }
  std::string& out() { return out_; }

 private:
  bool Continued(const Sentence& sentence, std::uint32_t word) const {
    return word + 1 < sentence.end && (tokens_.flags[word + 1] & kContinuesWord) != 0;
  }
  bool SpaceAfter(std::uint32_t last) const {
    return last + 1 >= tokens_.size() || (tokens_.flags[last + 1] & kSpaceBefore) != 0;
  }
  void WriteRange(const Sentence& sentence, std::uint32_t word);
  void WriteWord(const Sentence& sentence, std::uint32_t word, bool in_range);

  std::string_view text_;
  const TokenTable& tokens_;
  const SyntaxTable& syntax_;
  std::string out_;
};

void Writer::WriteRange(const Sentence& sentence, std::uint32_t word) {
  std::uint32_t last = word;
  while (Continued(sentence, last)) ++last;
  out_ += StrCat(word - sentence.begin + 1, "-", last - sentence.begin + 1, "\t");
  AppendOneLine(out_, Slice(text_, {tokens_.span[word].begin, tokens_.span[last].end}));
  out_ += SpaceAfter(last) ? "\t_\t_\t_\t_\t_\t_\t_\t_\n"
                           : "\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n";
}

void Writer::WriteWord(const Sentence& sentence, std::uint32_t word, bool in_range) {
  out_ += StrCat(word - sentence.begin + 1, "\t");
  AppendOneLine(out_, Slice(text_, tokens_.span[word]));
  out_ += '\t';
  AppendCell(out_, syntax_.lemma[word]);
  out_ += StrCat("\t", Name(syntax_.upos[word]), "\t", Name(syntax_.xpos[word]), "\t");
  AppendCell(out_, syntax_.feats[word]);
  const std::uint32_t head = syntax_.head[word];
  out_ += StrCat("\t", head == kNoWord ? 0 : head - sentence.begin + 1, "\t",
                 Name(syntax_.relation[word]), "\t_\t");
  const bool glued = !in_range && !SpaceAfter(word);
  const NameTag name = syntax_.name[word];
  if (name.part != NamePart::kOutside) out_ += StrCat("NER=", NameTagText(name));
  if (name.part != NamePart::kOutside && glued) out_ += '|';
  if (glued) out_ += "SpaceAfter=No";
  if (name.part == NamePart::kOutside && !glued) out_ += '_';
  out_ += '\n';
}

void Writer::WriteSentence(const Sentence& sentence) {
  if (sentence.begin == sentence.end) return;
  out_ += "# text = ";
  AppendOneLine(out_, Slice(text_, {tokens_.span[sentence.begin].begin,
                                    tokens_.span[sentence.end - 1].end}));
  out_ += '\n';
  for (std::uint32_t word = sentence.begin; word < sentence.end; ++word) {
    const bool continues =
        word > sentence.begin && (tokens_.flags[word] & kContinuesWord) != 0;
    const bool in_range = continues || Continued(sentence, word);
    if (in_range && !continues) WriteRange(sentence, word);
    WriteWord(sentence, word, in_range);
  }
  out_ += '\n';
}

}  // namespace

std::string NameTagText(NameTag tag) {
  const char part = kParts[static_cast<std::size_t>(tag.part)];
  if (tag.part == NamePart::kOutside) return "O";
  return StrCat(part, "-", kKinds[static_cast<std::size_t>(tag.kind)]);
}

bool ParseNameTag(std::string_view text, NameTag& tag) {
  tag = {};
  if (text == "O") return true;
  const std::size_t part = text.empty() ? std::string_view::npos : kParts.find(text[0]);
  if (part == std::string_view::npos || part == 0) return false;
  if (text.size() < 3 || text[1] != '-') return false;
  for (std::size_t kind = 1; kind < kKinds.size(); ++kind) {
    if (kKinds[kind] != text.substr(2)) continue;
    tag = {static_cast<NamePart>(part), static_cast<NameKind>(kind)};
    return true;
  }
  return false;
}

void ToBiluo(NameTag* begin, NameTag* end) {
  for (NameTag* at = begin; at != end;) {
    if (at->part == NamePart::kOutside) {
      *at++ = {};
      continue;
    }
    NameTag* last = at;
    while (last + 1 != end && Continues(last == at && at->part != NamePart::kUnit &&
                                                at->part != NamePart::kLast
                                            ? NameTag{NamePart::kBegin, at->kind}
                                            : *last,
                                        *(last + 1))) {
      ++last;
    }
    const NameKind kind = at->kind;
    if (last == at) {
      *at = {NamePart::kUnit, kind};
    } else {
      for (NameTag* inner = at; inner != last; ++inner) {
        *inner = {inner == at ? NamePart::kBegin : NamePart::kInside, kind};
      }
      *last = {NamePart::kLast, kind};
    }
    at = last + 1;
  }
}

std::string WriteConllu(std::string_view text, const TokenTable& tokens,
                        const SyntaxTable& syntax, std::string_view prefix,
                        const std::vector<std::string>& ids) {
  Writer writer(text, tokens, syntax);
  for (std::size_t i = 0; i < tokens.sentences.size(); ++i) {
    const Sentence& sentence = tokens.sentences[i];
    if (sentence.begin == sentence.end) continue;
    const bool named = i < ids.size() && !ids[i].empty();
    writer.out() += named ? StrCat("# sent_id = ", ids[i], "\n")
                          : StrCat("# sent_id = ", prefix, "-", i + 1, "\n");
    writer.WriteSentence(sentence);
  }
  return writer.Take();
}

ConlluSentences WriteConlluSentences(std::string_view text, const TokenTable& tokens,
                                     const SyntaxTable& syntax) {
  Writer writer(text, tokens, syntax);
  ConlluSentences out;
  for (const Sentence& sentence : tokens.sentences) {
    if (sentence.begin == sentence.end) continue;
    out.begin.push_back(writer.out().size());
    writer.WriteSentence(sentence);
  }
  out.bytes = writer.Take();
  return out;
}

}  // namespace entente
