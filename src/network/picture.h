// DrawNetwork: a signed network as an SVG picture that reads in black and white.
//
// Cooperation is a solid line, conflict a dashed one; its width tells the weight, its
// fading how uncertain its sign is; two strokes across it say that the camps belie it.
// The two camps differ in shape (disc, square), in fill (full, hatched) and in colour
// (the blue and orange of Okabe and Ito 2008, which no colour blindness confuses); a
// node without a camp is an empty triangle. A mark's outline is dotted when its camp is
// not stable. Every node has its label and no label lies on another or on a mark.
#ifndef ENTENTE_NETWORK_PICTURE_H_
#define ENTENTE_NETWORK_PICTURE_H_

#include <string>
#include <vector>

#include "network/camps.h"
#include "network/labels.h"
#include "network/layout.h"
#include "network/signed_graph.h"

namespace entente {

struct PictureOptions {
  std::string title = {};
  std::string subtitle = {};
  std::vector<double> certainty = {};  // by node, of StableCamps; empty: not known
  double dotted_below = 0.9;           // certainty under which an outline is dotted
  double font_size = 13;
};

// Where everything is, in pixels.
struct Picture {
  double width = 0, height = 0;
  std::vector<Point> places;  // by node
  std::vector<double> marks;  // half the width of each node's mark
  std::vector<LabelText> texts;
  std::vector<LabelPlace> labels;
};

// Grows the page until every label has room. O(n^3).
Picture Arrange(const SignedGraph& graph, const Camps& camps,
                const PictureOptions& options);

// The whole SVG file. Deterministic; needs no font, script or style from elsewhere.
// REQUIRES: camps are of this graph.
std::string DrawNetwork(const SignedGraph& graph, const Camps& camps,
                        const PictureOptions& options);

}  // namespace entente

#endif  // ENTENTE_NETWORK_PICTURE_H_
