#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "base/json.h"
#include "base/strings.h"
#include "serve/pages.h"
#include "serve/pieces.h"

namespace entente {
namespace {

constexpr std::size_t kMostPairs = 600, kMostShown = 30;

// Edges for the figure: pairs whose two sides are groups, by number of events.
std::vector<PairCount> Edges(const PageContext& context, const Selection& selection) {
  std::vector<PairCount> pairs = CountPairs(context.snapshot, selection.Events());
  return TopPairs(std::move(pairs), kMostPairs);
}

// What the two say of each other, in stances by word: mean of sign times strength.
struct Declared {
  std::uint32_t a = 0, b = 0;
  double sum = 0;
  std::int64_t count = 0;
};

std::vector<Declared> DeclaredOf(const PageContext& context,
                                 const Selection& selection) {
  const Snapshot& snapshot = context.snapshot;
  std::vector<Declared> all;
  for (const SnapshotStance& stance : snapshot.stances) {
    if (!stance.is_word || stance.giver == kNone || stance.target == kNone) continue;
    if (!selection.Has(stance)) continue;
    const std::uint32_t a = snapshot.actors[stance.giver].group;
    const std::uint32_t b = snapshot.actors[stance.target].group;
    if (a == b) continue;
    all.push_back({.a = std::min(a, b),
                   .b = std::max(a, b),
                   .sum = static_cast<double>(stance.strength) * stance.sign,
                   .count = 1});
  }
  std::sort(all.begin(), all.end(), [](const Declared& x, const Declared& y) {
    return x.a != y.a ? x.a < y.a : x.b < y.b;
  });
  std::vector<Declared> merged;
  for (const Declared& next : all) {
    if (merged.empty() || merged.back().a != next.a || merged.back().b != next.b) {
      merged.push_back(next);
    } else {
      merged.back().sum += next.sum;
      ++merged.back().count;
    }
  }
  return merged;
}

std::string ToJson(const PageContext& context, const Selection& selection) {
  constexpr int kDigits = 3;
  const Snapshot& snapshot = context.snapshot;
  std::string out;
  JsonWriter json(out);
  json.BeginObject();
  json.Key("filters");
  AddFilters(context.filters, json);
  json.Key("enacted");
  AddPairs(snapshot, Edges(context, selection), json);
  json.Key("declared");
  json.BeginArray();
  for (const Declared& pair : DeclaredOf(context, selection)) {
    json.BeginObject();
    json.Field("a", snapshot.groups[pair.a].key);
    json.Field("a_label", snapshot.groups[pair.a].label);
    json.Field("b", snapshot.groups[pair.b].key);
    json.Field("b_label", snapshot.groups[pair.b].label);
    json.Field("stances", pair.count);
    json.Field("score", pair.sum / static_cast<double>(pair.count), kDigits);
    json.EndObject();
  }
  json.EndArray();
  json.Key("volumes");
  AddVolumes(CountVolumes(snapshot, selection.Events()), json);
  json.EndObject();
  return out;
}

Html ToHtml(const PageContext& context, const Selection& selection) {
  static constexpr std::string_view kNames[] = {"party", "since", "until"};
  std::vector<PairCount> pairs = Edges(context, selection);
  Html html;
  html.Raw("<h1>Who stands with whom</h1>\n<p class=\"lede\">");
  std::int64_t events = 0;
  for (const PairCount& pair : pairs) events += Sum(pair.counts);
  html.Text(Counted(static_cast<std::int64_t>(pairs.size()), "pair", "pairs"));
  html.Raw(" in ").Text(Counted(events, "event", "events"));
  html.Raw(
      " that are said to have happened. A state counts with its organs: government, "
      "military, police, courts, parliament, intelligence.</p>\n");
  AddFilterForm(context, "/alignments", kNames, html);
  if (pairs.empty()) {
    html.Raw("<p class=\"empty\">No event of that kind has two sides.</p>\n");
    return html;
  }
  html.Raw(
      "<figure class=\"chart network\" data-chart=\"network\"><figcaption><b>Deeds "
      "between pairs</b>: solid where cooperation prevails, dashed where conflict "
      "does; "
      "width by number of events, faint where few.</figcaption><div "
      "class=\"mount\"></div></figure>\n");
  if (pairs.size() > kMostShown) pairs.resize(kMostShown);
  AddPairTable(context.snapshot, pairs, "Pairs with most events", false, html);
  return html;
}

}  // namespace

Result<View> AlignmentsPage(const PageContext& context) {
  ViewFilters filters = context.filters;
  filters.is_done_only = true;
  TRY(const Selection selection,
      Selection::Make(context.snapshot, filters, context.database));
  View view{.title = "Alignments", .room = "alignments"};
  if (context.form == Form::kHtml) view.body = ToHtml(context, selection);
  if (context.form == Form::kJson) view.data = ToJson(context, selection);
  if (context.form == Form::kCsv) {
    return Error{ErrorCode::kNotFound, "the network is at /alignments.json"};
  }
  return view;
}

}  // namespace entente
