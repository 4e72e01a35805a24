#include "network/picture.h"

#include <gtest/gtest.h>

#include "network/graph_files.h"
#include "network/testing.h"
#include "network/xml.h"

namespace entente {
namespace {

using testing::PlantedGraph;

// The names of real networks: short and long, of several words.
constexpr std::string_view kNames[] = {"Russia",
                                       "China",
                                       "United States",
                                       "Ukraine",
                                       "Islamic Republic of Iran",
                                       "Syria",
                                       "Turkey",
                                       "Israel",
                                       "Hezbollah",
                                       "Hamas",
                                       "Islamic State in Iraq and the Levant",
                                       "Taliban",
                                       "Saudi Arabia",
                                       "Qatar",
                                       "United Kingdom",
                                       "France",
                                       "Germany",
                                       "North Atlantic Treaty Organisation",
                                       "European Union",
                                       "India",
                                       "Pakistan",
                                       "North Korea",
                                       "South Korea",
                                       "Japan",
                                       "Taiwan",
                                       "Egypt",
                                       "Sudan",
                                       "Rapid Support Forces",
                                       "Ethiopia",
                                       "Eritrea",
                                       "Houthi movement",
                                       "Yemen",
                                       "Iraq",
                                       "Kurdistan Workers' Party",
                                       "Belarus",
                                       "Poland",
                                       "Azerbaijan",
                                       "Armenia",
                                       "Venezuela",
                                       "Democratic Republic of the Congo"};

SignedGraph Named(std::uint32_t nodes, double density, std::uint64_t seed) {
  RandomSource random(seed);
  const SignedGraph plain = PlantedGraph({.nodes = nodes,
                                          .density = density,
                                          .noise = 0.1,
                                          .least_weight = 0.2,
                                          .most_weight = 3,
                                          .sd = 0.5},
                                         random);
  std::vector<std::string> names;
  for (std::uint32_t i = 0; i < nodes; ++i)
    names.push_back(i < 40 ? std::string(kNames[i]) : StrCat("Some actor ", i));
  return SignedGraph::Make(std::move(names), plain.edges()).value();
}

void ExpectClear(const Picture& picture) {
  const Box page{0, 0, picture.width, picture.height};
  for (std::size_t i = 0; i < picture.labels.size(); ++i) {
    const Box& label = picture.labels[i].box;
    EXPECT_TRUE(page.Holds(label)) << i;
    EXPECT_GE(label.width, picture.texts[i].width);
    for (std::size_t j = 0; j < picture.labels.size(); ++j) {
      EXPECT_FALSE(i != j && label.Overlaps(picture.labels[j].box)) << i << " " << j;
      const Box mark{picture.places[j].x - picture.marks[j],
                     picture.places[j].y - picture.marks[j], 2 * picture.marks[j],
                     2 * picture.marks[j]};
      EXPECT_FALSE(label.Overlaps(mark)) << i << " " << j;
      if (i >= j) continue;
      const Box other{picture.places[i].x - picture.marks[i],
                      picture.places[i].y - picture.marks[i], 2 * picture.marks[i],
                      2 * picture.marks[i]};
      EXPECT_FALSE(mark.Overlaps(other)) << i << " " << j;
    }
  }
}

TEST(Picture, NoLabelOverlapsAtFortyActors) {
  for (std::uint64_t seed = 0; seed < 6; ++seed) {
    for (const double density : {0.02, 0.1, 0.3, 1.0}) {
      SCOPED_TRACE(StrCat("seed ", seed, ", density ", density));
      const SignedGraph graph = Named(40, density, seed);
      ExpectClear(Arrange(graph, FindCamps(graph, {}), {}));
    }
  }
}

TEST(Picture, NorAtAnyOtherSize) {
  for (const std::uint32_t nodes : {0U, 1U, 2U, 3U, 7U, 60U, 90U}) {
    SCOPED_TRACE(nodes);
    const SignedGraph graph = Named(nodes, 0.1, nodes);
    ExpectClear(Arrange(graph, FindCamps(graph, {}), {}));
  }
}

TEST(Picture, CampsLieLeftAndRight) {
  const SignedGraph graph = Named(30, 0.3, 2);
  const Camps camps = FindCamps(graph, {});
  const Picture picture = Arrange(graph, camps, {});
  double sum[2] = {0, 0}, count[2] = {0, 0};
  for (std::uint32_t node = 0; node < graph.size(); ++node) {
    sum[camps.of[node]] += picture.places[node].x;
    ++count[camps.of[node]];
  }
  EXPECT_LT(sum[0] / count[0] + 200, sum[1] / count[1]);
}

// Opening and closing tags match; returns how many elements of a name there are.
int CountElements(const std::string& xml, std::string_view name) {
  std::vector<std::string> open;
  int count = 0;
  for (std::size_t at = xml.find('<'); at != std::string::npos;
       at = xml.find('<', at + 1)) {
    const std::size_t end = xml.find('>', at);
    if (end == std::string::npos) {
      ADD_FAILURE() << "a tag does not end";
      return -1;
    }
    const std::string tag = xml.substr(at + 1, end - at - 1);
    if (tag[0] == '?') continue;
    if (tag[0] == '/') {
      if (open.empty() || open.back() != tag.substr(1)) {
        ADD_FAILURE() << "unmatched " << tag;
        return -1;
      }
      open.pop_back();
      continue;
    }
    const std::string element = tag.substr(0, tag.find_first_of(" /"));
    count += element == name ? 1 : 0;
    if (tag.back() != '/') open.push_back(element);
  }
  EXPECT_TRUE(open.empty());
  return count;
}

TEST(Picture, DrawsEveryActorAndPairOnce) {
  const SignedGraph graph =
      SignedGraph::Make({"A & B <C>", "Country \"D\"", "E", "F"},
                        {{0, 1, -2, 0.1}, {1, 2, -1, 0.5}, {0, 2, -3, 0}})
          .value();
  const Camps camps = FindCamps(graph, {});
  const std::string svg =
      DrawNetwork(graph, camps, {.title = "Who & whom", .certainty = {1, 0.6, 0.9, 1}});
  EXPECT_EQ(CountElements(svg, "svg"), 1);
  EXPECT_NE(svg.find("A &amp; B &lt;C&gt;"), std::string::npos);
  EXPECT_EQ(svg.find("A & B"), std::string::npos);
  EXPECT_NE(svg.find("stable in 60 %"), std::string::npos);
  EXPECT_NE(svg.find("1 pair is against the camps: frustration 1.0 of 6.0"),
            std::string::npos);
  // Its mark and that of the legend, for each of the three kinds.
  EXPECT_EQ(CountElements(svg, "circle"), 1 + 1 + static_cast<int>(camps.of[1] == 0));
  EXPECT_EQ(svg, DrawNetwork(graph, camps,
                             {.title = "Who & whom", .certainty = {1, 0.6, 0.9, 1}}));
}

TEST(GraphFiles, CarryCampsAndEvidence) {
  const SignedGraph graph =
      SignedGraph::Make({"A & B", "C", "D"}, {{0, 1, -2.5, 0.25}}).value();
  const Camps camps = FindCamps(graph, {});
  const std::string graphml = WriteGraphml(graph, camps, {0.75, 0.75, 1});
  EXPECT_EQ(CountElements(graphml, "node"), 3);
  EXPECT_EQ(CountElements(graphml, "key"), 9);
  EXPECT_NE(graphml.find(
                "<node id=\"n0\"><data key=\"node_name\">A &amp; B</data>"
                "<data key=\"node_camp\">0</data><data key=\"node_component\">0</data>"
                "<data key=\"node_certainty\">0.750000</data></node>"),
            std::string::npos);
  EXPECT_NE(graphml.find(
                "<data key=\"edge_value\">-2.500000</data><data key=\"edge_sign\">-1"),
            std::string::npos);
  // A node without a camp says nothing of one.
  EXPECT_NE(
      graphml.find("<data key=\"node_name\">D</data><data key=\"node_component\">1"),
      std::string::npos);

  const std::string gexf = WriteGexf(graph, camps, {});
  EXPECT_EQ(CountElements(gexf, "node"), 3);
  EXPECT_EQ(CountElements(gexf, "edge"), 1);
  EXPECT_NE(gexf.find("source=\"n0\" target=\"n1\" weight=\"2.500000\""),
            std::string::npos);
  EXPECT_EQ(gexf.find("certainty\" value"), std::string::npos);
}

TEST(Labels, BreakAtSpacesAndMeasureCharactersNotBytes) {
  const LabelText label = MeasureLabel("North Atlantic Treaty Organisation", 10, 18);
  EXPECT_EQ(label.lines,
            (std::vector<std::string>{"North Atlantic", "Treaty", "Organisation"}));
  EXPECT_NEAR(label.height, 34.5, 1e-9);
  EXPECT_EQ(MeasureLabel("Ísland Ísland", 10, 13).lines.size(), 1U);
}

TEST(Labels, SayWhenThereIsNoRoom) {
  const std::vector<LabelTask> tasks(4, {{20, 20}, 5, 30, 12});
  EXPECT_FALSE(PlaceLabels(tasks, {}, {0, 0, 40, 40}));
  EXPECT_TRUE(PlaceLabels(tasks, {}, {0, 0, 300, 300}));
}

TEST(Labels, KnowWhichLinesCross) {
  const Box box{10, 10, 20, 10};
  EXPECT_TRUE(Crosses({{0, 0}, {40, 30}}, box));
  EXPECT_TRUE(Crosses({{20, 0}, {20, 50}}, box));
  EXPECT_TRUE(Crosses({{12, 12}, {13, 13}}, box));
  EXPECT_FALSE(Crosses({{0, 0}, {5, 50}}, box));
  EXPECT_FALSE(Crosses({{0, 12}, {9, 12}}, box));
}

TEST(Xml, EscapesAndFixes) {
  EXPECT_EQ(XmlEscape("a<\"&>\x01"), "a&lt;&quot;&amp;&gt;\xEF\xBF\xBD");
  EXPECT_EQ(XmlNumber(-0.001, 2), "0.00");
  EXPECT_EQ(XmlNumber(-1.25, 1), "-1.2");
  EXPECT_EQ(XmlNumber(1e300, 0).size(), 301U);
}

}  // namespace
}  // namespace entente
