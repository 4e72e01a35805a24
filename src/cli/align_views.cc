// entente align pair, actor, common: the views as pages and as JSON.
#include <algorithm>

#include "align/pair_sql.h"
#include "align/profile.h"
#include "align/tell.h"
#include "base/check.h"
#include "base/strings.h"
#include "cli/align.h"

namespace entente {
namespace {

constexpr std::size_t kLeastProfile = 3;  // thirds or issues, to compare profiles
constexpr std::size_t kCommonShown = 3;   // in a pair's page
constexpr unsigned kLabelWidth = 26;      // columns
constexpr std::array<std::string_view, kSphereCount> kSphereKeys = {
    "declared_by_a", "declared_by_b", "enacted", "described"};

void Heading(Page& page, std::string_view text) {
  page.BlankLine();
  page.Line(0);
  page.Words(text, Ink::kBold);
}

void WriteStanding(std::string_view label, const PairStanding& standing, Page& page) {
  page.Line(2, 4);
  page.Words(label, Ink::kBold);
  page.Column(kLabelWidth);
  if (standing.masses.plus + standing.masses.minus <= 0) {
    page.Words("no evidence", Ink::kDim);
    return;
  }
  page.Words(TellStanding(standing));
  page.Words(StrCat("for ", Signed(standing.masses.plus), ", against ",
                    Signed(-standing.masses.minus)),
             Ink::kDim);
}

Status WriteCommonSide(AlignContext& context, const PartySet& side, const Thirds& of,
                       const Third& third, int sign, Page& page) {
  page.Line(4, 6);
  page.Words(side.label(), Ink::kBold);
  page.Words(TellStanding(third.standing));
  return WriteUnits(context, of.units, third.first, third.last, sign, 6, page);
}

Status WriteCommonList(AlignContext& context, const AlignSides& sides,
                       const CommonView& view, bool is_against, std::size_t limit,
                       Page& page) {
  const std::vector<Common>& list = is_against ? view.adversaries : view.friends;
  if (list.empty()) return std::monostate{};
  Heading(page, is_against ? "Both against" : "Both for");
  for (std::size_t i = 0; i < std::min(limit, list.size()); ++i) {
    const Common& common = list[i];
    page.Line(2, 4);
    page.Words(context.table.actor(common.actor).label, Ink::kBold);
    page.Words(StrCat("\xC2\xB7 chance ", Signed(common.chance).substr(1)), Ink::kDim);
    const int sign = is_against ? -1 : 1;
    const Status a = WriteCommonSide(context, sides.a, view.a,
                                     view.a.thirds[common.third_a], sign, page);
    if (!a) return a;
    const Status b = WriteCommonSide(context, sides.b, view.b,
                                     view.b.thirds[common.third_b], sign, page);
    if (!b) return b;
  }
  return std::monostate{};
}

void WriteProfile(std::string_view label, std::string_view of, const Profile& profile,
                  Page& page) {
  page.Line(2, 4);
  page.Words(label, Ink::kBold);
  page.Column(kLabelWidth);
  if (profile.over.size() < kLeastProfile) {
    page.Words(StrCat("evidence of both on ", profile.over.size(), " ", of,
                      ": too few to compare"),
               Ink::kDim);
    return;
  }
  const Likeness likeness = LikenessOf(profile);
  const auto told = [](const std::optional<double>& value) {
    return value ? Signed(*value) : std::string("undefined");
  };
  page.Words(StrCat("S ", told(likeness.s), ", pi ", told(likeness.pi), ", kappa ",
                    told(likeness.kappa), " over ", profile.over.size(), " ", of));
}

void WriteProfiles(const AlignContext& context, const AlignSides& sides,
                   const CommonView& common, Page& page) {
  Heading(page, "How alike they are, 1 the same");
  WriteProfile("towards thirds", "thirds",
               ThirdsProfile(context.table, common, sides.a, sides.b), page);
  WriteProfile("by issue", "issues",
               IssuesProfile(context.table, context.settings, common, sides.a, sides.b,
                             context.span),
               page);
}

Result<std::string> PairPage(AlignContext& context, const AlignSides& sides,
                             const PairView& view, const CommonView& common) {
  Page page(context.style);
  page.Line(0);
  page.Words(StrCat(sides.a.label(), " and ", sides.b.label()), Ink::kBold);
  for (const std::string& told :
       TellPair(context.table, sides.a, sides.b, view, common)) {
    page.Line(0);
    page.Words(told);
  }
  Heading(page, "How they stand, from -1 against to +1 with");
  WriteStanding("all evidence", view.whole, page);
  const std::array<std::string, kSphereCount> labels = {
      StrCat("words of ", sides.a.label()), StrCat("words of ", sides.b.label()),
      "deeds of both", "reporters' descriptions"};
  for (std::size_t i = 0; i < kSphereCount; ++i) {
    WriteStanding(labels[i], view.spheres[i], page);
  }
  page.Line(2, 4);
  page.Words(StrCat("ambivalence ", Signed(Ambivalence(view.whole.masses)),
                    " of 1; without any evidence ",
                    TellStanding(StandingOf(view.whole.prior_mean, {}, 0))),
             Ink::kDim);
  const auto last = static_cast<std::uint32_t>(view.units.units.size());
  for (const int sign : {1, -1}) {
    if ((sign > 0 ? view.whole.masses.plus : view.whole.masses.minus) <= 0) continue;
    Heading(page, sign > 0 ? "For" : "Against");
    const Status written = WriteUnits(context, view.units, 0, last, sign, 2, page);
    if (!written) return written.error();
  }
  for (const bool is_against : {true, false}) {
    const Status written =
        WriteCommonList(context, sides, common, is_against, kCommonShown, page);
    if (!written) return written.error();
  }
  WriteProfiles(context, sides, common, page);
  const std::string inferred = TellInferred(context.table, sides.a, sides.b, common);
  if (!inferred.empty()) {
    page.BlankLine();
    page.Line(0);
    page.Words(inferred, Ink::kDim);
  }
  return std::move(page).Finish();
}

void WriteProfileJson(const Profile& profile, JsonWriter& json) {
  const Likeness likeness = LikenessOf(profile);
  json.BeginObject();
  const auto field = [&](std::string_view name, const std::optional<double>& value) {
    if (value) json.Field(name, *value, 4);
  };
  field("s", likeness.s);
  field("pi", likeness.pi);
  field("kappa", likeness.kappa);
  json.Key("over");
  json.BeginArray();
  for (std::size_t i = 0; i < profile.over.size(); ++i) {
    json.BeginObject();
    json.Field("of", profile.over[i]);
    json.Field("a", profile.a[i], 4);
    json.Field("b", profile.b[i], 4);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
}

void WriteSpan(const AlignContext& context, JsonWriter& json) {
  json.OptionalField("since", context.command.since);
  json.OptionalField("until", context.command.until);
  if (context.span.half_life > 0) json.Field("half_life", context.span.half_life, 3);
  json.OptionalField("context", context.command.context);
}

Status WriteCommonJson(AlignContext& context, const CommonView& view,
                       const std::vector<Common>& list, JsonWriter& json) {
  json.BeginArray();
  for (const Common& common : list) {
    json.BeginObject();
    json.Field("third", context.table.actor(common.actor).label);
    json.Field("key", context.table.actor(common.actor).key);
    json.Field("chance", common.chance, 4);
    const Third& a = view.a.thirds[common.third_a];
    const Third& b = view.b.thirds[common.third_b];
    for (const auto& [key, of, third] :
         {std::tuple("a", &view.a, &a), std::tuple("b", &view.b, &b)}) {
      json.Key(key);
      json.BeginObject();
      json.Key("standing");
      WriteStandingJson(third->standing, json);
      json.Key("units");
      const Status units =
          WriteUnitsJson(context, of->units, third->first, third->last, json);
      if (!units) return units;
      json.EndObject();
    }
    json.EndObject();
  }
  json.EndArray();
  return std::monostate{};
}

Result<std::string> PairJson(AlignContext& context, const AlignSides& sides,
                             const PairView& view, const CommonView& common) {
  std::string out;
  JsonWriter json(out);
  json.BeginObject();
  json.Field("view", "pair");
  json.Field("a", sides.a.label());
  json.Field("b", sides.b.label());
  WriteSpan(context, json);
  json.Key("told");
  json.BeginArray();
  for (const std::string& told :
       TellPair(context.table, sides.a, sides.b, view, common)) {
    json.String(told);
  }
  json.EndArray();
  json.Key("all");
  WriteStandingJson(view.whole, json);
  for (std::size_t i = 0; i < kSphereCount; ++i) {
    json.Key(kSphereKeys[i]);
    WriteStandingJson(view.spheres[i], json);
  }
  json.Key("units");
  const Status units =
      WriteUnitsJson(context, view.units, 0,
                     static_cast<std::uint32_t>(view.units.units.size()), json);
  if (!units) return units.error();
  json.Key("both_against");
  const Status against = WriteCommonJson(context, common, common.adversaries, json);
  if (!against) return against.error();
  json.Key("both_for");
  const Status with = WriteCommonJson(context, common, common.friends, json);
  if (!with) return with.error();
  json.Key("thirds");
  WriteProfileJson(ThirdsProfile(context.table, common, sides.a, sides.b), json);
  json.Key("issues");
  WriteProfileJson(IssuesProfile(context.table, context.settings, common, sides.a,
                                 sides.b, context.span),
                   json);
  json.OptionalField("inferred", TellInferred(context.table, sides.a, sides.b, common));
  json.EndObject();
  return out + "\n";
}

}  // namespace

Result<AlignSides> FindSides(const AlignContext& context, const std::string& a,
                             const std::string& b) {
  TRY(PartySet first, FindParties(context.table, context.settings, &context.world, a));
  TRY(PartySet second, FindParties(context.table, context.settings, &context.world, b));
  if (first.Overlaps(second)) {
    return Error{ErrorCode::kInvalid,
                 StrCat(a, " and ", b, " share parties: a pair has two sides")};
  }
  return AlignSides{std::move(first), std::move(second)};
}

Result<std::string> AlignPair(AlignContext& context, const std::string& a,
                              const std::string& b) {
  TRY(const AlignSides sides, FindSides(context, a, b));
  if (context.command.format == "svg") return AlignChanges(context, {a, b});
  if (context.command.format == "sql") {
    TRY(const bool has_copies, HasCopies(context.database));
    return StrCat(PairSql(sides.a, sides.b, context.settings, context.span,
                          context.command.context, has_copies),
                  ";\n");
  }
  const PairView view =
      ViewPair(context.table, context.settings, sides.a, sides.b, context.span);
  const CommonView common =
      ViewCommon(context.table, context.settings, sides.a, sides.b, context.span);
  return context.command.format == "json" ? PairJson(context, sides, view, common)
                                          : PairPage(context, sides, view, common);
}

Result<std::string> AlignCommon(AlignContext& context, const std::string& a,
                                const std::string& b) {
  TRY(const AlignSides sides, FindSides(context, a, b));
  const CommonView view =
      ViewCommon(context.table, context.settings, sides.a, sides.b, context.span);
  if (context.command.format == "json") {
    std::string out;
    JsonWriter json(out);
    json.BeginObject();
    json.Field("view", "common");
    json.Field("a", sides.a.label());
    json.Field("b", sides.b.label());
    WriteSpan(context, json);
    json.Key("both_against");
    const Status against = WriteCommonJson(context, view, view.adversaries, json);
    if (!against) return against.error();
    json.Key("both_for");
    const Status with = WriteCommonJson(context, view, view.friends, json);
    if (!with) return with.error();
    json.OptionalField("inferred", TellInferred(context.table, sides.a, sides.b, view));
    json.EndObject();
    return out + "\n";
  }
  Page page(context.style);
  page.Line(0);
  page.Words(StrCat(sides.a.label(), " and ", sides.b.label(), ": common thirds"),
             Ink::kBold);
  for (const bool is_against : {true, false}) {
    const Status written =
        WriteCommonList(context, sides, view, is_against, view.a.thirds.size(), page);
    if (!written) return written.error();
  }
  if (view.adversaries.empty() && view.friends.empty()) {
    page.Line(2);
    page.Words("none that both stand to in the same way");
  }
  return std::move(page).Finish();
}

Result<std::string> AlignActorView(AlignContext& context, const std::string& a) {
  TRY(const PartySet side,
      FindParties(context.table, context.settings, &context.world, a));
  Thirds thirds = ViewThirds(context.table, context.settings, side, context.span);
  std::stable_sort(thirds.thirds.begin(), thirds.thirds.end(),
                   [](const Third& x, const Third& y) {
                     return x.standing.posterior.mean() > y.standing.posterior.mean();
                   });
  if (context.command.format == "json") {
    std::string out;
    JsonWriter json(out);
    json.BeginObject();
    json.Field("view", "actor");
    json.Field("a", side.label());
    WriteSpan(context, json);
    json.Key("thirds");
    json.BeginArray();
    for (const Third& third : thirds.thirds) {
      json.BeginObject();
      json.Field("third", context.table.actor(third.actor).label);
      json.Field("key", context.table.actor(third.actor).key);
      json.Key("standing");
      WriteStandingJson(third.standing, json);
      json.Key("units");
      const Status units =
          WriteUnitsJson(context, thirds.units, third.first, third.last, json);
      if (!units) return units.error();
      json.EndObject();
    }
    json.EndArray();
    json.EndObject();
    return out + "\n";
  }
  Page page(context.style);
  page.Line(0);
  page.Words(StrCat(side.label(), ": how it stands, from +1 with to -1 against"),
             Ink::kBold);
  for (const Third& third : thirds.thirds) {
    if (third.standing.units == 0) continue;
    page.Line(2, 4);
    page.Words(context.table.actor(third.actor).label, Ink::kBold);
    page.Column(kLabelWidth);
    page.Words(StrCat(TellStanding(third.standing), " \xC2\xB7 ",
                      Name(third.standing.verdict), ", ", third.standing.units,
                      third.standing.units == 1 ? " act" : " acts"));
  }
  return std::move(page).Finish();
}

}  // namespace entente
