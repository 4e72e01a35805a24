#include "network/layout.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "network/igraph_handle.h"

namespace entente {

namespace {

constexpr double kEnemyLength = 2.2;  // of a friend's length

// A matrix of igraph: the places before and after.
class Places {
 public:
  explicit Places(std::size_t size) {
    igraph_matrix_init(&matrix_, static_cast<igraph_integer_t>(size), 2);
  }
  ~Places() { igraph_matrix_destroy(&matrix_); }
  Places(const Places&) = delete;
  Places& operator=(const Places&) = delete;

  igraph_matrix_t* get() { return &matrix_; }
  double& at(std::size_t row, int column) {
    return MATRIX(matrix_, static_cast<igraph_integer_t>(row), column);
  }

 private:
  igraph_matrix_t matrix_;
};

// The spring layout of the nodes that have edges, in no particular unit.
std::vector<Point> Spring(const SignedGraph& graph, const Camps& camps,
                          const std::vector<std::uint32_t>& nodes) {
  std::vector<std::uint32_t> local(graph.size(), 0);
  for (std::uint32_t i = 0; i < nodes.size(); ++i) local[nodes[i]] = i;
  IgraphIntegers ends(2 * graph.edges().size());
  IgraphNumbers lengths(graph.edges().size());
  for (std::size_t i = 0; i < graph.edges().size(); ++i) {
    const SignedEdge& edge = graph.edges()[i];
    ends.view()[2 * i] = local[edge.a];
    ends.view()[2 * i + 1] = local[edge.b];
    lengths.view()[i] = edge.is_negative() ? kEnemyLength : 1;
  }
  const auto count = static_cast<std::uint32_t>(nodes.size());
  const IgraphGraph handle(count, ends);
  // From two half circles, one a camp.
  Places places(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    const double angle = std::numbers::pi * (i + 0.5) / count;
    const double side = camps.of[nodes[i]] == 1 ? 1 : -1;
    places.at(i, 0) = side * (1 + std::sin(angle)) * count / 4;
    places.at(i, 1) = -std::cos(angle) * count / 4;
  }
  igraph_layout_kamada_kawai(handle.get(), places.get(), true,
                             igraph_integer_t{80} * count, 0, count, lengths.get(),
                             nullptr, nullptr, nullptr, nullptr);
  std::vector<Point> points;
  for (std::uint32_t i = 0; i < count; ++i)
    points.push_back({places.at(i, 0), places.at(i, 1)});
  return points;
}

// Turns the points so that the centre of camp 0 lies left of that of camp 1.
void Turn(const std::vector<std::uint8_t>& camp, std::vector<Point>& points) {
  Point centre[2];
  double count[2] = {0, 0};
  for (std::size_t i = 0; i < points.size(); ++i) {
    centre[camp[i]].x += points[i].x;
    centre[camp[i]].y += points[i].y;
    ++count[camp[i]];
  }
  if (count[0] == 0 || count[1] == 0) return;
  const double dx = centre[1].x / count[1] - centre[0].x / count[0];
  const double dy = centre[1].y / count[1] - centre[0].y / count[0];
  const double length = std::hypot(dx, dy);
  if (length <= 0) return;
  for (Point& point : points) {
    point = {(point.x * dx + point.y * dy) / length,
             (point.y * dx - point.x * dy) / length};
  }
}

// The place of every value between the least and the most, 0..1: half by its size, half
// by its rank, so that one far node does not crowd the others.
std::vector<double> Spread(const std::vector<double>& values) {
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  const double width = *high - *low;
  std::vector<double> shares(values.size(), 0.5);
  if (width <= 0) return shares;
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t i, std::size_t j) { return values[i] < values[j]; });
  const auto last = static_cast<double>(values.size() - 1);
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    const double by_size = (values[order[rank]] - *low) / width;
    shares[order[rank]] = (by_size + static_cast<double>(rank) / last) / 2;
  }
  return shares;
}

// Stretches each axis to fill the frame.
void Fit(const Box& frame, std::vector<Point>& points) {
  std::vector<double> x, y;
  for (const Point& point : points) {
    x.push_back(point.x);
    y.push_back(point.y);
  }
  x = Spread(x);
  y = Spread(y);
  for (std::size_t i = 0; i < points.size(); ++i)
    points[i] = {frame.left + x[i] * frame.width, frame.top + y[i] * frame.height};
}

// Pushes pairs that are too close apart, many times, never out of the frame.
void Separate(const Box& frame, double distance, std::vector<Point>& points) {
  for (int round = 0; round < 300; ++round) {
    bool is_quiet = true;
    for (std::size_t i = 0; i < points.size(); ++i) {
      for (std::size_t j = i + 1; j < points.size(); ++j) {
        double dx = points[j].x - points[i].x, dy = points[j].y - points[i].y;
        double length = std::hypot(dx, dy);
        if (length >= distance) continue;
        is_quiet = false;
        if (length < 1e-6) {  // no direction: by the index
          dx = std::cos(static_cast<double>(i + j));
          dy = std::sin(static_cast<double>(i + j));
          length = 1;
        }
        const double push = (distance - std::min(length, distance)) * 0.55 / length;
        points[i] = {points[i].x - dx * push, points[i].y - dy * push};
        points[j] = {points[j].x + dx * push, points[j].y + dy * push};
      }
    }
    for (Point& point : points) {
      point.x = std::clamp(point.x, frame.left, frame.right());
      point.y = std::clamp(point.y, frame.top, frame.bottom());
    }
    if (is_quiet) return;
  }
}

}  // namespace

std::vector<Point> LayOut(const SignedGraph& graph, const Camps& camps,
                          const Box& frame, double distance) {
  std::vector<std::uint32_t> joined, lone;
  for (std::uint32_t node = 0; node < graph.size(); ++node)
    (graph.arcs(node).empty() ? lone : joined).push_back(node);

  std::vector<Point> places(graph.size());
  const double step = 2 * distance;
  const auto a_row =
      std::max<std::size_t>(1, static_cast<std::size_t>(frame.width / step));
  const std::size_t rows = (lone.size() + a_row - 1) / a_row;
  for (std::size_t i = 0; i < lone.size(); ++i) {
    places[lone[i]] = {
        frame.left + (static_cast<double>(i % a_row) + 0.5) * step,
        frame.bottom() - static_cast<double>(rows - 1 - i / a_row) * distance};
  }
  if (joined.empty()) return places;

  Box upper = frame;
  if (rows > 0)
    upper.height = std::max(
        frame.height / 2, frame.height - (static_cast<double>(rows) + 0.5) * distance);
  std::vector<std::uint8_t> camp;
  for (const std::uint32_t node : joined) camp.push_back(camps.of[node]);
  std::vector<Point> points = Spring(graph, camps, joined);
  Turn(camp, points);
  Fit(upper, points);
  Separate(upper, distance, points);
  for (std::size_t i = 0; i < joined.size(); ++i) places[joined[i]] = points[i];
  return places;
}

}  // namespace entente
