// SyntaxModel: tags, lemmas, dependency trees and names of English text.
//
//   TRY(const SyntaxModel model, SyntaxModel::Open("data/model/english.model"));
//   SyntaxWorkspace workspace;  // one per thread
//   const SyntaxTable& syntax = model.Analyse(text, tokens, workspace);
//
// Needs: TokenTable with sentences. Gives: SyntaxTable, one row per word.
//
// The model is immutable and may be shared by any number of threads; all scratch memory
// is in the workspace, which grows to the largest document seen and is then reused. The
// same text and tokens give the same table on every machine: matrix products are exact
// integers, and every float operation has one fixed order.
//
// Cost: time linear in the words (a tree of n words costs n^2 cheap steps, and a
// sentence beyond kLongestWindow words is analysed in windows, its later parts hung
// from the first root as parataxis).
#ifndef ENTENTE_SYNTAX_MODEL_H_
#define ENTENTE_SYNTAX_MODEL_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "syntax/stage_times.h"
#include "syntax/syntax_table.h"
#include "text/token_table.h"

namespace entente {

// Sentences longer than this are scored piece by piece.
inline constexpr std::uint32_t kLongestWindow = 256;

// Numbers in the vector of a word (GloVe, in 8 bits).
inline constexpr std::size_t kWordVectorSize = 100;

// The scratch memory of one thread, and the table it last filled. Movable, not
// copyable.
class SyntaxWorkspace {
 public:
  SyntaxWorkspace();
  ~SyntaxWorkspace();
  SyntaxWorkspace(SyntaxWorkspace&& other) noexcept;
  SyntaxWorkspace& operator=(SyntaxWorkspace&& other) noexcept;

  const SyntaxTable& table() const;

  // Analyses with this workspace add to `times`, which must outlive them; null: none.
  void TakeTimes(StageTimes* times);

 private:
  friend class SyntaxModel;
  struct State;
  std::unique_ptr<State> state_;
};

class SyntaxModel {
 public:
  // Maps a model file and checks it whole. Returns kNotFound or kUnavailable when it
  // cannot be read; kCorrupt, naming path and part, when the bytes are no model of this
  // format or contradict their checksum.
  static Result<SyntaxModel> Open(const std::string& path);

  // The same for bytes in memory, copied; `name` is used in messages alone.
  static Result<SyntaxModel> FromBytes(std::string name, std::string_view bytes);

  SyntaxModel(SyntaxModel&& other) noexcept;
  SyntaxModel& operator=(SyntaxModel&& other) noexcept;
  ~SyntaxModel();

  // The table of the words in `tokens`. It belongs to the workspace; it and the lemmas
  // in it are valid until the workspace's next use. Features are views into the model.
  // REQUIRES: the spans lie in `text`; the sentences cover the words in order.
  const SyntaxTable& Analyse(std::string_view text, const TokenTable& tokens,
                             SyntaxWorkspace& workspace) const;

  // Adds a word's vector to `to`, or nothing where the model has none for it.
  // REQUIRES: a lower-cased word; kWordVectorSize numbers.
  void AddVector(std::string_view lower, std::span<float> to) const;

  // "english-2": written by the trainer; part of every reading's engine version.
  std::string_view version() const;

 private:
  struct Impl;
  explicit SyntaxModel(std::unique_ptr<const Impl> impl);
  std::unique_ptr<const Impl> impl_;
};

}  // namespace entente

#endif  // ENTENTE_SYNTAX_MODEL_H_
