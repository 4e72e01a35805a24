#include "syntax/analysis.h"

#include <algorithm>
#include <cstddef>

#include "base/strings.h"

namespace entente {
namespace {

constexpr float kNever = -1e30F;
// Scripts this much below the best one may still win by making a known word.
bool IsFinite(Xpos xpos) {
  return xpos == Xpos::kVbd || xpos == Xpos::kVbz || xpos == Xpos::kVbp;
}

// The word class of the lists that a lemma must be of.
std::uint32_t ClassOf(Upos upos) {
  switch (upos) {
    case Upos::kNoun:
      return kNounClass;
    case Upos::kVerb:
      return kVerbClass;
    case Upos::kAdj:
      return kAdjectiveClass;
    case Upos::kAdv:
      return kAdverbClass;
    default:
      return 0;
  }
}

constexpr float kLemmaMargin = 4.0F;

// Grows, never shrinks, so that a thread's memory settles.
template <typename T>
T* Room(std::vector<T>& values, std::size_t size) {
  if (values.size() < size) values.resize(size);
  return values.data();
}

std::size_t Cells(int rows, int columns) {
  return static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns);
}

void Rectify(float* values, int count) {
  for (int i = 0; i < count; ++i) values[i] = std::max(values[i], 0.0F);
}

int Length(const Window& window) { return static_cast<int>(window.end - window.begin); }

}  // namespace

void ChunkAnalysis::Start(const ModelData& model, Processor processor,
                          std::string_view text, const TokenTable& tokens,
                          SyntaxTable& table) {
  model_ = &model;
  processor_ = processor;
  text_ = text;
  tokens_ = &tokens;
  table_ = &table;
  const std::size_t words = tokens.size();
  std::size_t bytes = 0;
  for (const TextSpan& span : tokens.span) bytes += span.end - span.begin;
  lemmas_.clear();
  lemmas_.reserve(bytes + words * model.longest_addition);
  table.upos.resize(words);
  table.xpos.resize(words);
  table.feats.resize(words);
  table.lemma.resize(words);
  table.head.resize(words);
  table.relation.resize(words);
  table.name.resize(words);
}

QuantRows ChunkAnalysis::Quant(int count, int size) {
  const int stride = (size + 3) / 4 * 4;
  return {Room(bytes_, Cells(count, stride)),
          Room(scale_, static_cast<std::size_t>(count)), stride};
}

void ChunkAnalysis::Project(const PackedLinear& linear, int count,
                            std::vector<float>& out) {
  const int stride = linear.padded_outputs();
  Room(out, Cells(count, stride));
  Apply(processor_, linear, Quant(count, linear.inputs), count, out.data(), stride);
}

void ChunkAnalysis::QuantiseNormal(const NormData& norm, int count) {
  const int size = model_->shape.size;
  const QuantRows quant = Quant(count, size);
  float* normal = Room(row_, static_cast<std::size_t>(size));
  for (int i = 0; i < count; ++i) {
    Normalise(processor_, state_.data() + Cells(i, size), size, norm.gain.data(),
              norm.bias.data(), normal);
    Quantise(processor_, normal, size, quant, i);
  }
}

void ChunkAnalysis::Run(const std::vector<Window>& windows) {
  const auto count = static_cast<int>(windows.back().end - windows.front().begin);
  if (times_ != nullptr) times_->Begin();
  Embed(windows.front().begin, count);
  Mark(SyntaxStage::kEmbed);
  Encode(windows, count);
  Parse(windows, count);
}

void ChunkAnalysis::Embed(std::uint32_t begin, int count) {
  const SyntaxShape& shape = model_->shape;
  const QuantRows quant = Quant(count, shape.input_size());
  float* row = Room(row_, static_cast<std::size_t>(quant.stride));
  std::size_t sentence = 0;
  const auto& sentences = tokens_->sentences;
  sentence = static_cast<std::size_t>(
      std::upper_bound(
          sentences.begin(), sentences.end(), begin,
          [](std::uint32_t word, const Sentence& s) { return word < s.end; }) -
      sentences.begin());
  for (int i = 0; i < count; ++i) {
    const std::uint32_t word = begin + static_cast<std::uint32_t>(i);
    while (sentence < sentences.size() && sentences[sentence].end <= word) ++sentence;
    const bool first = sentence < sentences.size() && sentences[sentence].begin == word;
    const bool last =
        sentence >= sentences.size() || sentences[sentence].end == word + 1;
    const std::uint8_t flags = tokens_->flags[word];
    const bool after = last || (tokens_->flags[word + 1] & kSpaceBefore) != 0;
    const FormKeys keys = KeysOf(Slice(text_, tokens_->span[word]), scratch_);
    const std::uint32_t known = model_->words.Find(keys.pattern);
    float* to = model_->tables[0].Expand(known == kNoRow ? 0 : known, row);
    for (std::size_t k = 0; k < kAffixCount; ++k) {
      const VectorTable& table = model_->tables[k + 1];
      to = table.Expand(keys.affix[k] % table.rows(), to);
    }
    to = model_->tables[kAffixCount + 1].Expand(
        PlaceOf((flags & kSpaceBefore) != 0, after, first,
                (flags & kContinuesWord) != 0),
        to);
    const std::uint32_t classes = model_->classes.Find(keys.lower);
    to = model_->tables[kAffixCount + 2].Expand(classes == kNoRow ? 0 : classes, to);
    const std::uint32_t frozen = model_->frozen_words.Find(keys.lower);
    if (frozen == kNoRow) {
      std::fill(to, to + kFrozenSize, 0.0F);
    } else {
      model_->frozen.Expand(frozen, to);
    }
    Quantise(processor_, row, shape.input_size(), quant, i);
  }
}

void ChunkAnalysis::Encode(const std::vector<Window>& windows, int count) {
  const int size = model_->shape.size;
  Project(model_->project, count, gates_);
  const int stride = model_->project.padded_outputs();
  float* state = Room(state_, Cells(count, size));
  float* normal = Room(normal_, Cells(count, size));
  for (int i = 0; i < count; ++i) {
    Normalise(processor_, gates_.data() + Cells(i, stride), size,
              model_->project_norm.gain.data(), model_->project_norm.bias.data(),
              state + Cells(i, size));
    Normalise(processor_, state + Cells(i, size), size, model_->window_norm.gain.data(),
              model_->window_norm.bias.data(), normal + Cells(i, size));
  }
  const QuantRows quant = Quant(count, 3 * size);
  float* row = Room(row_, static_cast<std::size_t>(3 * size));
  int i = 0;
  for (const Window& window : windows) {
    for (int t = 0; t < Length(window); ++t, ++i) {
      for (int k = -1; k <= 1; ++k) {
        float* to = row + (k + 1) * size;
        const bool inside = t + k >= 0 && t + k < Length(window);
        const float* from = normal + Cells(inside ? i + k : i, size);
        if (inside) std::copy(from, from + size, to);
        if (!inside) std::fill(to, to + size, 0.0F);
      }
      Quantise(processor_, row, 3 * size, quant, i);
    }
  }
  Project(model_->window, count, gates_);
  for (i = 0; i < count; ++i) {
    float* window = gates_.data() + Cells(i, model_->window.padded_outputs());
    Rectify(window, size);
    for (int j = 0; j < size; ++j)
      state[Cells(i, size) + static_cast<std::size_t>(j)] += window[j];
  }
  Mark(SyntaxStage::kInput);
  const auto lower = static_cast<std::size_t>(model_->shape.lower);
  for (std::size_t layer = 0; layer < model_->layers.size(); ++layer) {
    if (layer == lower) Tag(windows, count);
    RunLayer(model_->layers[layer], windows, count);
    Mark(SyntaxStage::kRecurrent);
  }
  if (lower == model_->layers.size()) Tag(windows, count);
}

void ChunkAnalysis::RunLayer(const LayerData& layer, const std::vector<Window>& windows,
                             int count) {
  const int size = model_->shape.size;
  QuantiseNormal(layer.norm, count);
  Project(layer.gates, count, gates_);
  const int stride = layer.gates.padded_outputs();
  float* cell = Room(cell_, static_cast<std::size_t>(size));
  int row = 0;
  for (const Window& window : windows) {
    RecurrenceStep step{gates_.data() + Cells(row, stride),
                        stride,
                        layer.peephole.data(),
                        state_.data() + Cells(row, size),
                        cell,
                        size,
                        0,
                        size / 2,
                        Length(window),
                        false};
    Recur(processor_, step);
    step.from = size / 2;
    step.to = size;
    step.backward = true;
    Recur(processor_, step);
    row += Length(window);
  }
}

void ChunkAnalysis::Tag(const std::vector<Window>& windows, int count) {
  QuantiseNormal(model_->tag_norm, count);
  Project(model_->tags, count, logits_);
  const int stride = model_->tags.padded_outputs();
  const int names_at = model_->shape.label_sum() - kNameLabelCount;
  int row = 0;
  for (const Window& window : windows) {
    names_.Decode(logits_.data() + Cells(row, stride) + names_at, stride,
                  Length(window), table_->name.data() + window.begin);
    for (std::uint32_t word = window.begin; word < window.end; ++word, ++row) {
      TagWord(word, logits_.data() + Cells(row, stride));
    }
  }
  Mark(SyntaxStage::kTags);
}

void ChunkAnalysis::TagWord(std::uint32_t word, float* scores) {
  const auto& labels = model_->shape.labels;
  const auto take = [&scores](std::int32_t count) {
    const std::span<const float> one(scores, static_cast<std::size_t>(count));
    scores += count;
    return one;
  };
  const auto upos = take(labels[0]), xpos = take(labels[1]), feats = take(labels[2]);
  const std::span<const float> lemmas(scores, static_cast<std::size_t>(labels[3]));
  const TagChoice choice =
      ChooseTags({upos, xpos, feats, lemmas, model_->feats_kinds, model_->lemmas},
                 Slice(text_, tokens_->span[word]));
  table_->upos[word] = choice.upos;
  table_->xpos[word] = choice.xpos;
  table_->feats[word] = model_->feats[choice.feats];
  table_->lemma[word] = Lemma(word, scores);
  // "French" of "the French minister": some of the data calls it a name, the rest not.
  const NameTag name = table_->name[word];
  if (table_->xpos[word] == Xpos::kJj && name.part == NamePart::kUnit &&
      name.kind == NameKind::kMisc) {
    table_->name[word] = {};
  }
}

// Whether the word lists have the lemma as a word of that class; for classes without
// lists, whether it is a word at all.
bool ChunkAnalysis::KnowsLemma(std::string_view lemma, Upos upos) {
  scratch_.assign(lemma);
  LowerInPlace(scratch_.data(), scratch_.data() + scratch_.size());
  const std::uint64_t hash = WordHash(scratch_);
  const std::uint32_t wanted = ClassOf(upos);
  if (wanted != 0) {
    const std::uint32_t classes = model_->classes.Find(hash);
    return classes != kNoRow && (classes & wanted) != 0;
  }
  return model_->frozen_words.Find(hash) != kNoRow ||
         model_->words.Find(hash) != kNoRow;
}

// "Fought" is of "fight": no script says so.
bool ChunkAnalysis::AppendIrregular(std::uint32_t word) {
  const Xpos xpos = table_->xpos[word];
  if (table_->upos[word] != Upos::kVerb || (xpos != Xpos::kVbd && xpos != Xpos::kVbn)) {
    return false;
  }
  scratch_.clear();
  AppendPlain(Slice(text_, tokens_->span[word]), scratch_);
  LowerInPlace(scratch_.data(), scratch_.data() + scratch_.size());
  const auto found = std::lower_bound(
      model_->irregular.begin(), model_->irregular.end(), std::string_view(scratch_),
      [](const auto& entry, std::string_view form) { return entry.first < form; });
  if (found == model_->irregular.end() || found->first != scratch_) return false;
  lemmas_ += found->second;
  return true;
}

// "3,400" is of "3400"; other figures are their own lemma.
bool ChunkAnalysis::AppendNumber(std::uint32_t word) {
  const std::string_view form = Slice(text_, tokens_->span[word]);
  const bool digits = std::any_of(form.begin(), form.end(), IsAsciiDigit);
  if (!digits || table_->xpos[word] != Xpos::kCd) return false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const bool grouping = form[i] == ',' && i > 0 && IsAsciiDigit(form[i - 1]) &&
                          i + 3 < form.size() && IsAsciiDigit(form[i + 1]) &&
                          IsAsciiDigit(form[i + 2]) && IsAsciiDigit(form[i + 3]);
    if (!grouping) lemmas_ += form[i];
  }
  return true;
}

// The best script, or one nearly as good where only that makes a word we know: "firing"
// is of "fire", not of "fir" cut off.
std::string_view ChunkAnalysis::Lemma(std::uint32_t word, float* scores) {
  const std::string_view form = Slice(text_, tokens_->span[word]);
  scratch_.clear();
  AppendPlain(form, scratch_);
  const std::size_t size = scratch_.size(), begin = lemmas_.size();
  if (AppendNumber(word) || AppendIrregular(word)) {
    return std::string_view(lemmas_).substr(begin);
  }
  const LemmaScript* first = nullptr;
  float top = 0;
  for (int attempt = 0; attempt < 3; ++attempt) {
    const LemmaScript* best = nullptr;
    std::size_t at = 0;
    for (std::size_t i = 0; i < model_->lemmas.size(); ++i) {
      if (best != nullptr && scores[i] <= scores[at]) continue;
      if (!Fits(model_->lemmas[i], size)) continue;
      if (!Agrees(model_->lemmas[i], form, table_->upos[word], table_->xpos[word]))
        continue;
      best = &model_->lemmas[i];
      at = i;
    }
    if (best == nullptr || (attempt > 0 && scores[at] < top - kLemmaMargin)) break;
    if (attempt == 0) {
      first = best;
      top = scores[at];
    }
    ApplyLemmaScript(*best, form, lemmas_);
    const std::string_view lemma = std::string_view(lemmas_).substr(begin);
    if ((attempt == 0 && best->cut == 0) || KnowsLemma(lemma, table_->upos[word])) {
      return lemma;
    }
    lemmas_.resize(begin);
    scores[at] = kNever;
  }
  ApplyLemmaScript(first == nullptr ? LemmaScript{} : *first, form, lemmas_);
  return std::string_view(lemmas_).substr(begin);
}

void ChunkAnalysis::Parse(const std::vector<Window>& windows, int count) {
  const SyntaxShape& shape = model_->shape;
  QuantiseNormal(model_->tree_norm, count);
  Project(model_->tree, count, heads_);
  const int stride = model_->tree.padded_outputs();
  const QuantRows quant = Quant(count, shape.arc_size);
  for (int i = 0; i < count; ++i) {
    float* row = heads_.data() + Cells(i, stride);
    Rectify(row, 2 * shape.arc_size);
    Quantise(processor_, row, shape.arc_size, quant, i);
  }
  Project(model_->bilinear, count, bilinear_);
  int row = 0;
  for (const Window& window : windows) {
    FindHeads(window, row);
    Mark(SyntaxStage::kHeads);
    FindRelations(window, row);
    marks_.Settle(text_, *tokens_, window.begin, window.end, *table_);
    Mark(SyntaxStage::kRelations);
    row += Length(window);
  }
}

void ChunkAnalysis::FindHeads(const Window& window, int row) {
  const int count = Length(window), arc = model_->shape.arc_size;
  const int stride = model_->tree.padded_outputs(), columns_stride = count + 1;
  float* columns = Room(columns_, Cells(arc, columns_stride));
  for (int k = 0; k < arc; ++k) {
    float* column = columns + Cells(k, columns_stride);
    column[0] = model_->root[static_cast<std::size_t>(k)];
    for (int h = 0; h < count; ++h) {
      column[h + 1] =
          heads_[Cells(row + h, stride) + static_cast<std::size_t>(arc + k)];
    }
  }
  float* scores = Room(scores_, Cells(count, columns_stride));
  for (int d = 0; d < count; ++d) {
    float* to = scores + Cells(d, columns_stride);
    to[0] = 0;
    for (int h = 0; h < count; ++h) {
      to[h + 1] = model_->distance[static_cast<std::size_t>(DistanceBucket(h - d))];
    }
    AddProducts(processor_,
                bilinear_.data() + Cells(row + d, model_->bilinear.padded_outputs()),
                arc, columns, columns_stride, count + 1, to);
  }
  trees_.Decode(scores, columns_stride, count,
                Room(found_, static_cast<std::size_t>(count)));
}

void ChunkAnalysis::FindRelations(const Window& window, int row) {
  const SyntaxShape& shape = model_->shape;
  const int count = Length(window), size = shape.label_size;
  const int stride = model_->tree.padded_outputs(), at = 2 * shape.arc_size;
  const QuantRows quant = Quant(count, size);
  float* hidden = Room(row_, static_cast<std::size_t>(size));
  for (int d = 0; d < count; ++d) {
    const std::int32_t head = found_[static_cast<std::size_t>(d)];
    const float* of_word = heads_.data() + Cells(row + d, stride) + at;
    const float* of_head = head < 0
                               ? model_->root.data() + shape.arc_size
                               : heads_.data() + Cells(row + head, stride) + at + size;
    for (int j = 0; j < size; ++j) hidden[j] = std::max(of_word[j] + of_head[j], 0.0F);
    Quantise(processor_, hidden, size, quant, d);
  }
  Project(model_->label, count, logits_);
  for (int d = 0; d < count; ++d) {
    const std::int32_t head = found_[static_cast<std::size_t>(d)];
    const std::uint32_t word = window.begin + static_cast<std::uint32_t>(d);
    table_->head[word] =
        head < 0 ? kNoWord : window.begin + static_cast<std::uint32_t>(head);
    float* scores = logits_.data() + Cells(d, model_->label.padded_outputs());
    // The relation root belongs to the root and to it alone.
    scores[static_cast<std::size_t>(Relation::kRoot)] = kNever;
    // Nouns and adjectives do not modify finite verbs: "police shot".
    if (head >= 0 &&
        IsFinite(table_->xpos[window.begin + static_cast<std::uint32_t>(head)])) {
      for (const Relation relation :
           {Relation::kCompound, Relation::kAmod, Relation::kNummod, Relation::kDet}) {
        scores[static_cast<std::size_t>(relation)] = kNever;
      }
    }
    table_->relation[word] =
        head < 0 ? Relation::kRoot
                 : static_cast<Relation>(
                       std::max_element(scores, scores + kRelationCount) - scores);
  }
}

}  // namespace entente
