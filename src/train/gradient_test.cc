// The gradients written by hand against differences of the loss.
#include <gtest/gtest.h>

#include <cmath>

#include "train/network.h"

namespace entente::train {
namespace {

SyntaxShape TinyShape() {
  SyntaxShape shape;
  shape.word_rows = 5;
  shape.word_size = 4;
  shape.affix_rows = {3, 3, 3, 3, 3, 3};
  shape.affix_size = {2, 2, 2, 2, 2, 2};
  shape.place_size = 2;
  shape.class_size = 2;
  shape.size = 6;
  shape.lower = 1;
  shape.upper = 1;
  shape.arc_size = 4;
  shape.label_size = 5;
  shape.labels = {3, 4, 2, 3, 5};
  return shape;
}

Batch RandomBatch(const std::vector<float>& frozen, Random& random) {
  Batch batch;
  batch.starts = {0, 3, 8, 9};
  for (std::size_t s = 0; s + 1 < batch.starts.size(); ++s) {
    const int count = batch.starts[s + 1] - batch.starts[s];
    for (int i = 0; i < count; ++i) {
      Input input;
      input.word = static_cast<std::uint32_t>(random.Below(5));
      for (auto& affix : input.affix)
        affix = static_cast<std::uint32_t>(random.Below(3));
      input.place = static_cast<std::uint32_t>(random.Below(kPlaceCount));
      input.classes = static_cast<std::uint32_t>(random.Below(kClassCount));
      if (random.Chance(0.7F)) input.frozen = frozen.data();
      batch.input.push_back(input);
      batch.tags.push_back(
          {static_cast<int>(random.Below(3)), static_cast<int>(random.Below(4)), -1,
           static_cast<int>(random.Below(3)), static_cast<int>(random.Below(5))});
      const int head = (i + 2) % (count + 1);
      batch.head.push_back(s == 2 ? 0 : head == i + 1 ? 0 : head);
      batch.relation.push_back(static_cast<int>(random.Below(kRelationCount)));
      batch.origin.push_back(static_cast<int>(s) % kOriginCount);
    }
  }
  batch.head[4] = -1;  // a word without a gold head
  return batch;
}

TEST(Gradient, IsTheSlopeOfTheLoss) {
  Random random(7);
  std::vector<float> frozen(kFrozenSize);
  for (float& value : frozen) value = random.Unit() - 0.5F;
  Network network(TinyShape(), random);
  for (Parameter& p : network.parameters().all()) {  // no zero stays special
    for (float& value : p.value) value += (random.Unit() - 0.5F) * 0.4F;
  }
  const Batch batch = RandomBatch(frozen, random);
  Rates rates;
  rates.input = rates.hidden = rates.output = 0.0F;
  network.Train(batch, rates, random);
  int checked = 0;
  for (Parameter& p : network.parameters().all()) {
    for (int k = 0; k < 12; ++k) {
      const std::size_t i = random.Below(p.value.size());
      const float before = p.value[i], step = 2e-3F;
      p.value[i] = before + step;
      const double above = network.Evaluate(batch, rates).loss;
      p.value[i] = before - step;
      const double below = network.Evaluate(batch, rates).loss;
      p.value[i] = before;
      const double slope = (above - below) / (2.0 * static_cast<double>(step));
      EXPECT_NEAR(slope, static_cast<double>(p.gradient[i]),
                  2e-3 + 0.03 * std::abs(slope))
          << p.name << "[" << i << "]";
      ++checked;
    }
  }
  EXPECT_GT(checked, 200);
}

}  // namespace
}  // namespace entente::train
