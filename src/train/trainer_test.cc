// A whole training run on a few sentences: repeatable, resumable, and read by the
// model.
#include "train/trainer.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "base/files.h"
#include "base/strings.h"
#include "syntax/conllu.h"
#include "syntax/eval.h"
#include "syntax/model.h"

namespace entente::train {
namespace {

constexpr std::string_view kTrees =
    "# newdoc id = GUM_news_sample\n"
    "# sent_id = s1\n"
    "1\tNASA\tNASA\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\t_\n"
    "2\tlaunched\tlaunch\tVERB\tVBD\tTense=Past\t0\troot\t_\t_\n"
    "3\ttwo\ttwo\tNUM\tCD\tNumType=Card\t4\tnummod\t_\t_\n"
    "4\tprobes\tprobe\tNOUN\tNNS\tNumber=Plur\t2\tobj\t_\tSpaceAfter=No\n"
    "5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n"
    "\n"
    "# sent_id = s2\n"
    "1\tThe\tthe\tDET\tDT\tDefinite=Def\t2\tdet\t_\t_\n"
    "2\tprobes\tprobe\tNOUN\tNNS\tNumber=Plur\t3\tnsubj\t_\t_\n"
    "3\tpassed\tpass\tVERB\tVBD\tTense=Past\t0\troot\t_\t_\n"
    "4\tJupiter\tJupiter\tPROPN\tNNP\tNumber=Sing\t3\tobj\t_\tSpaceAfter=No\n"
    "5\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n"
    "\n";

constexpr std::string_view kNames =
    "# sent_id = "
    "s1\n1\tNASA\tB-ORG\n2\tlaunched\tO\n3\ttwo\tO\n4\tprobes\tO\n5\t.\tO\n\n"
    "# sent_id = "
    "s2\n1\tThe\tO\n2\tprobes\tO\n3\tpassed\tO\n4\tJupiter\tB-LOC\n5\t.\tO\n\n";

class TrainerTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        std::filesystem::temp_directory_path() /
        StrCat("entente-trainer-", ::testing::UnitTest::GetInstance()->random_seed(),
               "-", static_cast<long>(getpid()));
    std::filesystem::create_directories(folder_ / "treebank");
    std::filesystem::create_directories(folder_ / "ner");
    std::string many;
    for (int i = 0; i < 20; ++i) many += kTrees;
    for (const char* name :
         {"ewt-train", "ewt-dev", "gum-free-train", "gum-free-dev"}) {
      Put(StrCat("treebank/", name, ".conllu"), many);
    }
    Put("ner/gum-free-train.iob2", kNames);
    Put("ner/gum-free-dev.iob2", kNames);
    Put("ner/wikigold.conll", "Jupiter I-LOC\nshines O\n\n");
    std::string vectors = "the";
    for (int i = 0; i < 100; ++i) vectors += i % 2 == 0 ? " 0.5" : " -0.25";
    Put("glove.txt", vectors + "\n");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void Put(const std::string& name, std::string_view bytes) {
    ASSERT_TRUE(WriteFileAtomically((folder_ / name).string(), bytes));
  }

  Options Small() const {
    Options options;
    options.data = folder_.string();
    options.embeddings = (folder_ / "glove.txt").string();
    options.size = 32;
    options.arc_size = options.label_size = 16;
    options.epochs = 6;
    options.batch_words = 40;
    options.rate = 0.02F;
    return options;
  }

  static std::string ModelOf(const Options& options) {
    auto trainer = Trainer::Make(options);
    if (!trainer) return trainer.error().message;
    const auto running = std::move(trainer).value();
    const Status status = running->Run();
    return status ? running->Export() : status.error().message;
  }

  std::filesystem::path folder_;
};

TEST_F(TrainerTest, LearnsRepeatsAndResumes) {
  const std::string bytes = ModelOf(Small());
  EXPECT_EQ(bytes, ModelOf(Small()));
  Options other = Small();
  other.seed = 2;
  EXPECT_NE(bytes, ModelOf(other));
  Options parts = Small();
  parts.checkpoint = (folder_ / "checkpoint").string();
  parts.stop_after = 2;
  EXPECT_NE(bytes, ModelOf(parts));
  parts.stop_after = 0;
  EXPECT_EQ(bytes, ModelOf(parts));

  const auto model = SyntaxModel::FromBytes("trained", bytes);
  ASSERT_TRUE(model) << model.error().message;
  const auto gold = ReadConllu("trees", kTrees);
  ASSERT_TRUE(gold);
  SyntaxWorkspace workspace;
  const SyntaxScore score = ScoreSyntax(
      gold->tokens, gold->syntax, model->Analyse(gold->text, gold->tokens, workspace));
  EXPECT_EQ(score.upos, score.words);
  EXPECT_GE(score.labelled + 2, score.words);
}

TEST_F(TrainerTest, SaysWhatIsWrongWithItsData) {
  Put("glove.txt", "the 1 2 3\n");
  EXPECT_NE(ModelOf(Small()).find("glove.txt:1: not 100 numbers"), std::string::npos);
  Put("ner/wikigold.conll", "Jupiter\n");
  EXPECT_NE(ModelOf(Small()).find("wikigold.conll:1: no name tag"), std::string::npos);
}

}  // namespace
}  // namespace entente::train
