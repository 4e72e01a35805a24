#include "network/picture.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/check.h"

namespace entente {

namespace {

constexpr double kHead = 64;  // above the frame, for the title
constexpr double kFoot = 96;  // below it, for the legend
constexpr double kMargin = 24;
constexpr std::size_t kLineLength = 18;

std::vector<double> MarksOf(const SignedGraph& graph) {
  std::vector<double> strength(graph.size(), 0);
  for (const SignedEdge& edge : graph.edges()) {
    strength[edge.a] += edge.weight();
    strength[edge.b] += edge.weight();
  }
  const double most =
      strength.empty() ? 0 : *std::max_element(strength.begin(), strength.end());
  std::vector<double> marks;
  for (const double of_node : strength)
    marks.push_back(most > 0 ? 6 + 6 * std::sqrt(of_node / most) : 6);
  return marks;
}

Result<Picture> TryArrange(const SignedGraph& graph, const Camps& camps,
                           const PictureOptions& options, double width) {
  Picture picture;
  picture.width = width;
  picture.height = std::round(width * 0.7) + kHead + kFoot;
  picture.marks = MarksOf(graph);
  const Box page{kMargin / 2, kHead, width - kMargin, picture.height - kHead - kFoot};
  // Room for labels at the rim.
  const Box frame{page.left + 70, page.top + 28, page.width - 140, page.height - 56};
  picture.places = LayOut(graph, camps, frame, 52);
  std::vector<LabelTask> tasks;
  for (std::uint32_t node = 0; node < graph.size(); ++node) {
    const LabelText& text = picture.texts.emplace_back(
        MeasureLabel(graph.names()[node], options.font_size, kLineLength));
    tasks.push_back(
        {picture.places[node], picture.marks[node], text.width, text.height});
  }
  std::vector<Segment> lines;
  for (const SignedEdge& edge : graph.edges())
    lines.push_back({picture.places[edge.a], picture.places[edge.b]});
  // The strokes of the frustrated lines should stay seen.
  for (const std::uint32_t index : camps.frustrated) {
    const Segment line = lines[index];
    const Point middle{(line.from.x + line.to.x) / 2, (line.from.y + line.to.y) / 2};
    lines.insert(lines.end(), 3, {{middle.x - 4, middle.y}, {middle.x + 4, middle.y}});
  }
  TRY(picture.labels, PlaceLabels(tasks, lines, page));
  return picture;
}

}  // namespace

Picture Arrange(const SignedGraph& graph, const Camps& camps,
                const PictureOptions& options) {
  double width = std::max(860.0, 185 * std::sqrt(static_cast<double>(graph.size())));
  while (true) {
    Result<Picture> picture = TryArrange(graph, camps, options, std::round(width));
    if (picture) return std::move(picture).value();
    width *= 1.25;
  }
}

}  // namespace entente
