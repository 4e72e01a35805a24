// ChunkAnalysis: the network over a chunk of windows (sentences, or pieces of over-long
// ones), from words to labels and heads. SyntaxModel's own; others use model.h.
//
// Needs: TokenTable, text. Gives: the rows of the SyntaxTable that belong to the chunk.
// All memory is kept from one chunk to the next.
#ifndef ENTENTE_SYNTAX_ANALYSIS_H_
#define ENTENTE_SYNTAX_ANALYSIS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/kernels.h"
#include "syntax/model_data.h"
#include "syntax/name_decoder.h"
#include "syntax/paired_marks.h"
#include "syntax/stage_times.h"
#include "syntax/syntax_table.h"
#include "syntax/tree_decoder.h"
#include "text/token_table.h"

namespace entente {

// Words [begin, end) of the document, scored together; within one sentence.
struct Window {
  std::uint32_t begin = 0, end = 0;
};

class ChunkAnalysis {
 public:
  // Begins a document. The arguments must outlive the Run calls.
  void Start(const ModelData& model, Processor processor, std::string_view text,
             const TokenTable& tokens, SyntaxTable& table);

  // Null: times are not taken. They must outlive the Run calls.
  void set_times(StageTimes* times) { times_ = times; }

  // Fills the table's rows of these windows, which follow one another.
  void Run(const std::vector<Window>& windows);

 private:
  void Embed(std::uint32_t begin, int count);
  void Encode(const std::vector<Window>& windows, int count);
  void RunLayer(const LayerData& layer, const std::vector<Window>& windows, int count);
  void Tag(const std::vector<Window>& windows, int count);
  void TagWord(std::uint32_t word, float* scores);
  void Parse(const std::vector<Window>& windows, int count);
  void FindHeads(const Window& window, int row);
  void FindRelations(const Window& window, int row);
  bool AppendNumber(std::uint32_t word);
  bool AppendIrregular(std::uint32_t word);
  bool KnowsLemma(std::string_view lemma, Upos upos);
  // The scores are changed.
  std::string_view Lemma(std::uint32_t word, float* scores);
  // Normalises `count` rows of state into quant_.
  void QuantiseNormal(const NormData& norm, int count);
  void Project(const PackedLinear& linear, int count, std::vector<float>& out);
  QuantRows Quant(int count, int size);

  void Mark(SyntaxStage stage) {
    if (times_ != nullptr) times_->Mark(stage);
  }

  StageTimes* times_ = nullptr;
  const ModelData* model_ = nullptr;
  Processor processor_ = Processor::kPlain;
  std::string_view text_;
  const TokenTable* tokens_ = nullptr;
  SyntaxTable* table_ = nullptr;

  std::string scratch_;  // one form at a time
  std::string lemmas_;   // of the document; reserved whole in Start, so views hold
  std::vector<float> row_, state_, normal_, gates_, logits_, heads_, bilinear_;
  std::vector<float> cell_, columns_, scores_;
  std::vector<std::uint8_t> bytes_;
  std::vector<float> scale_;
  std::vector<std::int32_t> found_;
  TreeDecoder trees_;
  NameDecoder names_;
  PairedMarks marks_;
};

}  // namespace entente

#endif  // ENTENTE_SYNTAX_ANALYSIS_H_
