// PlaceLabels: a place for every label of a picture, beside its point, so that no label
// lies on another, on a mark or outside the frame, and few lines run through any.
//
// The candidates are places around the point, on rings that widen; the cheapest free
// one is taken, labels with the fewest free candidates first. When the near rings are
// full a label goes further out and a line leads to it.
#ifndef ENTENTE_NETWORK_LABELS_H_
#define ENTENTE_NETWORK_LABELS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "network/layout.h"

namespace entente {

struct LabelText {
  std::vector<std::string> lines;
  double width = 0, height = 0;  // pixels
};

// Breaks a name at spaces into lines of about `line_length` characters, and measures
// it: widths are those of a wide sans serif (DejaVu Sans), so that other fonts fit too.
LabelText MeasureLabel(std::string_view name, double font_size,
                       std::size_t line_length);

struct Segment {
  Point from, to;
};

struct LabelTask {
  Point point;
  double mark = 0;  // half the width of the mark at the point
  double width = 0, height = 0;
};

struct LabelPlace {
  Box box;
  bool has_leader = false;  // far from its point: draw a line to it
};

// One place a task, in their order.
// Returns kOverBudget when the frame has no room: try a larger one.
Result<std::vector<LabelPlace>> PlaceLabels(const std::vector<LabelTask>& tasks,
                                            const std::vector<Segment>& lines,
                                            const Box& frame);

// True when the segment runs through the box.
bool Crosses(const Segment& segment, const Box& box);

}  // namespace entente

#endif  // ENTENTE_NETWORK_LABELS_H_
