#include "meaning/statement_speaker.h"

#include <algorithm>
#include <string_view>

namespace entente {
namespace {

constexpr int kMostSteps = 8;  // of a walk up the tree

bool HasCase(const StatementSource& source, std::uint32_t word,
             std::string_view lemma) {
  const std::uint32_t mark = source.tree().ChildBy(word, Relation::kCase);
  return mark != kNoWord && source.lemma(mark) == lemma;
}

bool IsRelativePronoun(const StatementSource& source, std::uint32_t word) {
  const Xpos tag = source.xpos(word);
  return tag == Xpos::kWp || tag == Xpos::kWdt || tag == Xpos::kWpPoss;
}

// The subject nearest to the verb: of two, the farther one belongs to what is said.
std::uint32_t OwnSubject(const StatementSource& source, std::uint32_t verb) {
  std::uint32_t nearest = kNoWord;
  const auto distance = [verb](std::uint32_t word) {
    return word < verb ? verb - word : word - verb;
  };
  for (const std::uint32_t child : source.tree().children(verb)) {
    const Relation relation = source.relation(child);
    if (relation != Relation::kNsubj && relation != Relation::kNsubjOuter) continue;
    if (nearest == kNoWord || distance(child) < distance(nearest)) nearest = child;
  }
  return nearest;
}

std::uint32_t Agent(const StatementSource& source, std::uint32_t verb) {
  const std::uint32_t agent = source.tree().ChildBy(verb, Relation::kOblAgent);
  if (agent != kNoWord) return agent;
  for (const std::uint32_t child : source.tree().children(verb)) {
    if (source.relation(child) == Relation::kObl && HasCase(source, child, "by")) {
      return child;
    }
  }
  return kNoWord;
}

// A relative pronoun stands for the noun that its clause modifies.
std::uint32_t Antecedent(const StatementSource& source, std::uint32_t pronoun,
                         std::uint32_t verb) {
  if (!IsRelativePronoun(source, pronoun)) return pronoun;
  std::uint32_t at = verb;
  for (int step = 0; step < kMostSteps && at != kNoWord; ++step) {
    const Relation relation = source.relation(at);
    if (relation == Relation::kAclRelcl) return source.head(at);
    at = source.head(at);
  }
  return pronoun;
}

bool IsVerbLike(const StatementSource& source, std::uint32_t word) {
  return source.upos(word) == Upos::kVerb || source.upos(word) == Upos::kAux ||
         source.upos(word) == Upos::kAdj || OwnSubject(source, word) != kNoWord;
}

bool IsDocumentNoun(const StatementSource& source, std::uint32_t word) {
  return source.lexicon.Find(ReportingKind::kSource, source.lemma(word)) != nullptr;
}

// Climbs from a verb without a subject of its own to the one that it shares.
std::uint32_t SharedSubject(const StatementSource& source, std::uint32_t verb) {
  std::uint32_t at = verb;
  for (int step = 0; step < kMostSteps; ++step) {
    const std::uint32_t up = source.head(at);
    if (up == kNoWord) return kNoWord;
    const Relation relation = Universal(source.relation(at));
    if (source.relation(at) == Relation::kAclRelcl) return kNoWord;
    const bool is_infinitive = source.xpos(at) == Xpos::kVb;
    if (relation == Relation::kAcl && is_infinitive)
      return kNoWord;  // "grounds to say"
    if (relation == Relation::kAcl) {
      const std::uint32_t owner =
          IsDocumentNoun(source, up) ? SpeakerOfNoun(source, up) : kNoWord;
      return owner == kNoWord ? up : owner;
    }
    const bool climbs = relation == Relation::kConj || relation == Relation::kXcomp ||
                        relation == Relation::kAdvcl ||
                        relation == Relation::kParataxis ||
                        relation == Relation::kCcomp || relation == Relation::kDep;
    if (!climbs || !IsVerbLike(source, up)) return kNoWord;
    if (relation == Relation::kXcomp) {
      // "asked him to say": the object of the verb above says it.
      const std::uint32_t object = source.tree().ChildBy(up, Relation::kObj);
      if (object != kNoWord && object < at && object > up) return object;
    }
    const ReportingWord* above =
        source.lexicon.Find(ReportingKind::kVerb, source.lemma(up));
    if (above != nullptr && above->type == ReportingClass::kCite) {
      return VoicesOfVerb(source, up, *above).speaker;
    }
    // "X said A, and said B": B hangs from A, whose subject said nothing.
    const std::uint32_t over = source.head(up);
    const bool is_said =
        relation == Relation::kConj && over != kNoWord &&
        source.relation(up) == Relation::kCcomp &&
        source.lexicon.Find(ReportingKind::kVerb, source.lemma(over)) != nullptr &&
        source.lexicon.Find(ReportingKind::kVerb, source.lemma(up)) == nullptr;
    if (is_said) {
      at = up;
      continue;
    }
    const std::uint32_t subject = OwnSubject(source, up);
    if (subject != kNoWord) return Antecedent(source, subject, up);
    const std::uint32_t passive = source.tree().ChildBy(up, Relation::kNsubjPass);
    if (passive != kNoWord) return Antecedent(source, passive, up);
    at = up;
  }
  return kNoWord;
}

std::uint32_t HearerOf(const StatementSource& source, std::uint32_t verb,
                       const ReportingWord& entry) {
  const bool is_told = entry.type == ReportingClass::kTell ||
                       entry.type == ReportingClass::kAsk ||
                       entry.type == ReportingClass::kAct;
  const std::uint32_t indirect = source.tree().ChildBy(verb, Relation::kIobj);
  if (indirect != kNoWord) return indirect;
  if (is_told) {
    const std::uint32_t object = source.tree().ChildBy(verb, Relation::kObj);
    if (object != kNoWord && !IsFinite(source, object) &&
        source.quotes.at[object] == source.quotes.at[verb]) {
      return object;
    }
  }
  for (const std::uint32_t child : source.tree().children(verb)) {
    if (source.relation(child) == Relation::kObl && HasCase(source, child, "to") &&
        source.mention(child) != kNoWord) {
      return child;
    }
  }
  return kNoWord;
}

}  // namespace

Voices VoicesOfVerb(const StatementSource& source, std::uint32_t verb,
                    const ReportingWord& entry) {
  Voices voices;
  voices.addressee = HearerOf(source, verb, entry);
  const std::uint32_t passive = source.tree().ChildBy(verb, Relation::kNsubjPass);
  const bool is_passive =
      passive != kNoWord || source.tree().ChildBy(verb, Relation::kAuxPass) != kNoWord;
  if (is_passive) {
    voices.speaker = Agent(source, verb);
    // "was quoted as saying", "was said to have": the subject is no hearer of these.
    if (entry.type == ReportingClass::kTell) {
      voices.addressee = passive;
    } else if (entry.type == ReportingClass::kCite) {
      voices.speaker = passive;
    }
    return voices;
  }
  if (entry.type == ReportingClass::kCite) {
    voices.speaker = source.tree().ChildBy(verb, Relation::kObj);
    return voices;
  }
  const std::uint32_t own = OwnSubject(source, verb);
  voices.speaker =
      own != kNoWord ? Antecedent(source, own, verb) : SharedSubject(source, verb);
  return voices;
}

std::uint32_t SpeakerOfNoun(const StatementSource& source, std::uint32_t noun) {
  const std::uint32_t owner = source.tree().ChildBy(noun, Relation::kNmodPoss);
  if (owner != kNoWord) return owner;
  for (const std::uint32_t child : source.tree().children(noun)) {
    if (source.relation(child) != Relation::kNmod) continue;
    for (const std::string_view preposition : {"by", "from", "of"}) {
      if (HasCase(source, child, preposition) && source.mention(child) != kNoWord) {
        return child;
      }
    }
  }
  // "made the claim that", "has a suspicion that", "in a statement, he ..."
  const std::uint32_t verb = source.head(noun);
  if (verb == kNoWord || source.relation(noun) != Relation::kObj) return kNoWord;
  const ReportingWord* giver =
      source.lexicon.Find(ReportingKind::kVerb, source.lemma(verb));
  if (giver == nullptr || giver->type != ReportingClass::kGive) return kNoWord;
  const std::uint32_t own = OwnSubject(source, verb);
  return own != kNoWord ? Antecedent(source, own, verb) : SharedSubject(source, verb);
}

std::uint32_t MentionOf(const StatementSource& source, std::uint32_t word) {
  const std::uint32_t own = source.mention(word);
  if (own != kNoWord) return own;
  // A title or a first name may head the phrase where the mention has another head.
  std::uint32_t best = kNoWord;
  for (const std::uint32_t child : source.tree().children(word)) {
    const Relation relation = source.relation(child);
    const bool is_name = relation == Relation::kFlat || relation == Relation::kAppos ||
                         relation == Relation::kNmodDesc ||
                         relation == Relation::kCompound;
    if (is_name && source.mention(child) != kNoWord) {
      best = source.mention(child);
      if (relation != Relation::kCompound) break;
    }
  }
  if (best != kNoWord) return best;
  const std::vector<Mention>& mentions = source.analysis.mentions.mentions;
  auto at =
      std::lower_bound(mentions.begin(), mentions.end(), source.tree().leftmost(word),
                       [](const Mention& mention, std::uint32_t first) {
                         return mention.first_word < first;
                       });
  for (; at != mentions.end() && at->first_word <= word; ++at) {
    const Mention& mention = *at;
    if (mention.last_word >= word &&
        mention.head_word >= source.tree().leftmost(word) &&
        mention.head_word <= source.tree().rightmost(word)) {
      return static_cast<std::uint32_t>(at - mentions.begin());
    }
  }
  return kNoWord;
}

TextSpan PhraseSpan(const StatementSource& source, std::uint32_t word) {
  const auto& spans = source.analysis.tokens->span;
  const std::uint32_t mention = MentionOf(source, word);
  if (mention != kNoWord) return source.analysis.mentions.mentions[mention].span;
  std::uint32_t first = word;
  std::uint32_t last = word;
  for (const std::uint32_t child : source.tree().children(word)) {
    const Relation relation = Universal(source.relation(child));
    const bool is_outside =
        relation == Relation::kAcl || relation == Relation::kAppos ||
        relation == Relation::kPunct || relation == Relation::kConj ||
        relation == Relation::kCc || relation == Relation::kParataxis ||
        relation == Relation::kCase;
    if (is_outside) {
      if (child > word) break;
      continue;
    }
    first = std::min(first, source.tree().leftmost(child));
    last = std::max(last, source.tree().rightmost(child));
  }
  return {spans[first].begin, spans[last].end};
}

TimeId TimeOf(const StatementSource& source, std::uint32_t predicate,
              const std::vector<WordRange>& content) {
  const TimeTable& times = source.analysis.times;
  if (times.times.empty()) return {};
  std::uint32_t at = predicate;
  for (int step = 0; step < 3 && at != kNoWord; ++step) {
    for (const std::uint32_t child : source.tree().children(at)) {
      const Relation relation = Universal(source.relation(child));
      if (relation != Relation::kObl && relation != Relation::kAdvmod &&
          relation != Relation::kNmod) {
        continue;
      }
      for (std::uint32_t word = source.tree().leftmost(child);
           word <= source.tree().rightmost(child); ++word) {
        if (word >= times.time_at.size() || Holds(content, word)) continue;
        const std::uint32_t time = times.time_at[word];
        if (time == kNoWord) continue;
        const TimePrecision precision = times.times[time].precision;
        if (precision != TimePrecision::kDuration && precision != TimePrecision::kSet) {
          return TimeId{time};
        }
      }
    }
    const Relation relation = Universal(source.relation(at));
    if (relation != Relation::kConj && relation != Relation::kXcomp) break;
    at = source.head(at);
  }
  return {};
}

}  // namespace entente
