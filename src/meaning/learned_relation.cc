#include "meaning/learned_relation.h"

#include <algorithm>
#include <vector>

#include "base/strings.h"

namespace entente {
namespace {

std::string_view Name(Binding binding) {
  switch (binding) {
    case Binding::kBoth:
      return "both";
    case Binding::kSource:
      return "source";
    case Binding::kTarget:
      return "target";
    case Binding::kNeither:
      return "neither";
    case Binding::kWord:
      return "word";
    case Binding::kHalfWord:
      return "half";
  }
  return "";
}

void TakeOffers(const RelationView& view, FeatureSet& out) {
  std::vector<FrameOffer> offers = view.offers;
  std::stable_sort(
      offers.begin(), offers.end(),
      [](const FrameOffer& a, const FrameOffer& b) { return a.score > b.score; });
  if (offers.empty()) out.Add("silent", "");
  for (std::size_t i = 0; i < offers.size(); ++i) {
    const std::string_view type = entente::Name(offers[i].type);
    const std::string_view binding = Name(offers[i].binding);
    if (i == 0) {
      out.Add("best", type);
      out.Add("bestbinding", type, binding);
      const double score = offers[i].score;
      out.Add("bestscore", type,
              score < 0    ? "a"
              : score < 20 ? "b"
              : score < 40 ? "c"
                           : "d");
    } else if (i == 1) {
      out.Add("second", type, binding);
    }
    out.Add("offer", type, binding);
  }
}

// The best offer of this type: what speaks for it where no sentence of ours is near.
std::vector<std::string> FrameOf(EventType type, const RelationView& view,
                                 const RuleSet& rules) {
  const FrameOffer* best = nullptr;
  for (const FrameOffer& offer : view.offers) {
    if (offer.type == type && (best == nullptr || offer.score > best->score)) {
      best = &offer;
    }
  }
  if (best == nullptr) return {};
  return {StrCat("frame ", rules.frames[best->frame].id)};
}

}  // namespace

void FeaturesOf(const RelationView& view, const WordClasses& classes,
                const Analysis& analysis, FeatureSet& out) {
  out.Clear();
  TakeOffers(view, out);
  if (view.anchor == kNoWord || view.source.empty() || view.target.empty()) return;
  const PairFeatures pair(classes, analysis, analysis.model);
  pair.Take(view.anchor,
            {.heads = view.source, .entity = &view.entities[view.source_party.value]},
            {.heads = view.target, .entity = &view.entities[view.target_party.value]},
            out);
}

std::optional<PartyRelation> Decide(const RelationView& view, const EventCoder& coder,
                                    const Analysis& analysis) {
  const LearnedModel* model = coder.learned();
  if (model == nullptr || view.is_exact || view.anchor == kNoWord) {
    return view.by_frames;
  }
  FeatureSet features;
  FeaturesOf(view, coder.frames().classes, analysis, features);
  const LearnedGuess guess = model->Relation(features);
  PartyRelation relation;
  if (view.by_frames && view.by_frames->type == guess.type) {
    relation = *view.by_frames;  // both say so: the frame tells more
  } else {
    const Clause& clause = analysis.clauses.clauses[view.anchor];
    relation.type = guess.type;
    relation.trigger = analysis.tokens->span[clause.word];
    relation.is_negated = clause.is_negated && guess.type != EventType::kReject;
    relation.modality = clause.modality;
    relation.rule = StrCat("learned.", AsciiLower(entente::Name(guess.type)));
    relation.nearest = model->Nearest(guess.type, features);
    if (relation.nearest.empty()) {
      relation.nearest = FrameOf(guess.type, view, coder.frames().rules);
    }
  }
  relation.confidence = guess.confidence;
  return relation;
}

}  // namespace entente
