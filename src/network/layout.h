// LayOut: where the nodes of a signed graph stand on a page.
//
// Friends near, enemies apart: the spring layout of Kamada and Kawai (1989), by igraph,
// over paths in which an edge of conflict is longer than one of cooperation; turned so
// that camp 0 lies left and camp 1 right; pushed apart until no two nodes are closer
// than asked. Nodes without an edge stand in rows below. The same graph gives the same
// places.
#ifndef ENTENTE_NETWORK_LAYOUT_H_
#define ENTENTE_NETWORK_LAYOUT_H_

#include <vector>

#include "network/camps.h"
#include "network/signed_graph.h"

namespace entente {

struct Point {
  double x = 0, y = 0;  // pixels, from the upper left corner
};

struct Box {
  double left = 0, top = 0, width = 0, height = 0;

  double right() const { return left + width; }
  double bottom() const { return top + height; }
  bool Overlaps(const Box& other) const {
    return left < other.right() && other.left < right() && top < other.bottom() &&
           other.top < bottom();
  }
  bool Holds(const Box& other) const {
    return left <= other.left && other.right() <= right() && top <= other.top &&
           other.bottom() <= bottom();
  }
};

// One place a node, inside `frame`, at least `distance` from each other where the frame
// has room for it. O(n^3).
std::vector<Point> LayOut(const SignedGraph& graph, const Camps& camps,
                          const Box& frame, double distance);

}  // namespace entente

#endif  // ENTENTE_NETWORK_LAYOUT_H_
