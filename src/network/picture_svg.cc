// The drawing half of picture.h.
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string_view>

#include "base/strings.h"
#include "network/picture.h"
#include "network/stable_camps.h"
#include "network/xml.h"

namespace entente {

namespace {

constexpr std::string_view kInk = "#222222";
constexpr std::string_view kFriend = "#444444";
constexpr std::string_view kEnemy = "#A03000";

constexpr std::string_view kPatterns =
    "<defs><pattern id=\"hatch\" width=\"5\" height=\"5\" "
    "patternUnits=\"userSpaceOnUse\" "
    "patternTransform=\"rotate(45)\"><rect width=\"5\" height=\"5\" fill=\"#ffffff\"/>"
    "<rect width=\"2.4\" height=\"5\" fill=\"#E69F00\"/></pattern></defs>\n";

class Drawing {
 public:
  Drawing(const SignedGraph& graph, const Camps& camps, const PictureOptions& options)
      : graph_(graph),
        camps_(camps),
        options_(options),
        picture_(Arrange(graph, camps, options)) {}

  std::string Draw() {
    Head();
    Edges();
    Leaders();
    Marks();
    Labels();
    Legend();
    out_ += "</svg>\n";
    return std::move(out_);
  }

 private:
  void Head() {
    const std::string width = XmlNumber(picture_.width, 0),
                      height = XmlNumber(picture_.height, 0);
    out_ += StrCat(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"", width, "\" height=\"",
        height, "\" viewBox=\"0 0 ", width, " ", height,
        "\" role=\"img\" font-family=\"Arial, Helvetica, 'DejaVu Sans', sans-serif\" "
        "fill=\"",
        kInk, "\">\n");
    out_ += StrCat("<title>", XmlEscape(options_.title), "</title>\n<desc>",
                   XmlEscape(Summary()), "</desc>\n", kPatterns, "<rect width=\"",
                   width, "\" height=\"", height, "\" fill=\"#ffffff\"/>\n");
    Text({24, 30}, options_.title, 18, "font-weight=\"bold\"");
    Text({24, 51}, options_.subtitle, 13, "fill=\"#555555\"");
  }

  // What the picture says, for those who do not see it and for the legend's last line.
  std::string Summary() const {
    std::string text =
        StrCat(graph_.size(), " actors, ", graph_.edges().size(), " pairs. ");
    if (graph_.edges().empty()) return text;
    const std::size_t count = camps_.frustrated.size();
    if (count == 0) {
      text += "No pair is against the camps.";
    } else {
      text +=
          StrCat(count, count == 1 ? " pair is" : " pairs are",
                 " against the camps: frustration ", XmlNumber(camps_.frustration, 1),
                 " of ", XmlNumber(camps_.total, 1), Proof(), ".");
    }
    if (HasParts()) text += " Camps of parts that no line joins are not related.";
    return text;
  }

  std::string Proof() const {
    if (camps_.is_exact) return ", the least that is possible";
    return StrCat("; the least possible is at most ",
                  XmlNumber(std::ceil(1000 * camps_.gap()) / 10, 1), " % lower");
  }

  bool HasParts() const {
    for (const SignedEdge& edge : graph_.edges()) {
      if (camps_.component[edge.a] != camps_.component[graph_.edges().front().a])
        return true;
    }
    return false;
  }

  void Text(Point at, std::string_view text, double size, std::string_view more) {
    if (text.empty()) return;
    out_ += StrCat("<text x=\"", XmlNumber(at.x, 1), "\" y=\"", XmlNumber(at.y, 1),
                   "\" font-size=\"", XmlNumber(size, 1), "\" ", more, ">",
                   XmlEscape(text), "</text>\n");
  }

  void Line(Point from, Point to, std::string_view more) {
    out_ += StrCat("<line x1=\"", XmlNumber(from.x, 1), "\" y1=\"",
                   XmlNumber(from.y, 1), "\" x2=\"", XmlNumber(to.x, 1), "\" y2=\"",
                   XmlNumber(to.y, 1), "\" ", more);
  }

  // The lightest lines lie lowest.
  void Edges() {
    std::vector<std::uint32_t> order(graph_.edges().size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return graph_.edges()[a].weight() < graph_.edges()[b].weight();
    });
    const double most = order.empty() ? 1 : graph_.edges()[order.back()].weight();
    for (const std::uint32_t index : order) {
      const SignedEdge& edge = graph_.edges()[index];
      const double certainty = 2 * SignCertainty(edge) - 1;
      const double width = 0.8 + 4.2 * std::sqrt(edge.weight() / most);
      const Point a = picture_.places[edge.a], b = picture_.places[edge.b];
      Line(a, b,
           StrCat(EdgeStyle(edge.is_negative()), " stroke-width=\"",
                  XmlNumber(width, 2), "\" stroke-opacity=\"",
                  XmlNumber(0.18 + 0.72 * certainty, 2), "\"><title>",
                  XmlEscape(StrCat(graph_.names()[edge.a], " - ",
                                   graph_.names()[edge.b], ": ")),
                  XmlNumber(edge.value, 2), "</title></line>\n"));
      if (std::binary_search(camps_.frustrated.begin(), camps_.frustrated.end(), index))
        Ticks(a, b);
    }
  }

  static std::string EdgeStyle(bool is_negative) {
    return is_negative ? StrCat("stroke=\"", kEnemy, "\" stroke-dasharray=\"8 5\"")
                       : StrCat("stroke=\"", kFriend, "\"");
  }

  // Two strokes across the middle of a line.
  void Ticks(Point a, Point b) {
    const double dx = b.x - a.x, dy = b.y - a.y, length = std::hypot(dx, dy);
    if (length <= 0) return;
    const double x = dx / length, y = dy / length;
    for (const double along : {-2.5, 2.5}) {
      const Point middle{(a.x + b.x) / 2 + x * along, (a.y + b.y) / 2 + y * along};
      Line({middle.x - y * 6, middle.y + x * 6}, {middle.x + y * 6, middle.y - x * 6},
           StrCat("stroke=\"", kInk, "\" stroke-width=\"1.6\"/>\n"));
    }
  }

  void Leaders() {
    for (std::size_t node = 0; node < picture_.labels.size(); ++node) {
      if (!picture_.labels[node].has_leader) continue;
      const Box& box = picture_.labels[node].box;
      const Point from = picture_.places[node];
      const Point to{std::clamp(from.x, box.left, box.right()),
                     std::clamp(from.y, box.top, box.bottom())};
      Line(from, to, "stroke=\"#888888\" stroke-width=\"0.8\"/>\n");
    }
  }

  void Mark(Point at, double half, std::uint8_t camp, std::string_view more) {
    const std::string style =
        StrCat("stroke=\"", kInk, "\" stroke-width=\"1.6\" ", more);
    if (camp == 0) {
      out_ +=
          StrCat("<circle cx=\"", XmlNumber(at.x, 1), "\" cy=\"", XmlNumber(at.y, 1),
                 "\" r=\"", XmlNumber(half, 1), "\" fill=\"#0072B2\" ", style);
    } else if (camp == 1) {
      const double side = half * 0.9;  // about the area of the disc
      out_ += StrCat("<rect x=\"", XmlNumber(at.x - side, 1), "\" y=\"",
                     XmlNumber(at.y - side, 1), "\" width=\"", XmlNumber(2 * side, 1),
                     "\" height=\"", XmlNumber(2 * side, 1), "\" fill=\"url(#hatch)\" ",
                     style);
    } else {
      out_ +=
          StrCat("<path d=\"M", XmlNumber(at.x, 1), " ", XmlNumber(at.y - half, 1),
                 " L", XmlNumber(at.x + half, 1), " ", XmlNumber(at.y + half * 0.8, 1),
                 " L", XmlNumber(at.x - half, 1), " ", XmlNumber(at.y + half * 0.8, 1),
                 " Z\" fill=\"#ffffff\" ", style);
    }
  }

  bool IsDoubtful(std::uint32_t node) const {
    return node < options_.certainty.size() &&
           options_.certainty[node] < options_.dotted_below;
  }

  bool HasDoubtful() const {
    for (std::uint32_t node = 0; node < graph_.size(); ++node) {
      if (IsDoubtful(node)) return true;
    }
    return false;
  }

  void Marks() {
    for (std::uint32_t node = 0; node < graph_.size(); ++node) {
      std::string more = IsDoubtful(node) ? "stroke-dasharray=\"1.5 2.5\"" : "";
      more += StrCat("><title>", XmlEscape(graph_.names()[node]));
      if (node < options_.certainty.size())
        more +=
            StrCat(": stable in ", XmlNumber(100 * options_.certainty[node], 0), " %");
      const std::uint8_t camp = camps_.of[node];
      more += camp == 0   ? "</title></circle>\n"
              : camp == 1 ? "</title></rect>\n"
                          : "</title></path>\n";
      Mark(picture_.places[node], picture_.marks[node], camp, more);
    }
  }

  void Labels() {
    for (std::uint32_t node = 0; node < graph_.size(); ++node) {
      const Box& box = picture_.labels[node].box;
      const LabelText& text = picture_.texts[node];
      const double x = picture_.places[node].x;
      // The text clings to the side where its mark is.
      std::string_view anchor = "middle";
      double at = box.left + box.width / 2;
      if (box.left >= x) {
        anchor = "start";
        at = box.left;
      } else if (box.right() <= x) {
        anchor = "end";
        at = box.right();
      }
      const double step =
          text.lines.empty() ? 0 : box.height / static_cast<double>(text.lines.size());
      for (std::size_t i = 0; i < text.lines.size(); ++i) {
        Text({at, box.top + (static_cast<double>(i) + 0.8) * step}, text.lines[i],
             options_.font_size,
             StrCat("text-anchor=\"", anchor,
                    "\" paint-order=\"stroke\" stroke=\"#ffffff\" stroke-width=\"3\" "
                    "stroke-linejoin=\"round\""));
      }
    }
  }

  // "Camp of Germany (5)": by its weightiest actor.
  std::string CampName(std::uint8_t camp) const {
    std::uint32_t count = 0, chief = graph_.size();
    for (std::uint32_t node = 0; node < graph_.size(); ++node) {
      if (camps_.of[node] != camp) continue;
      ++count;
      if (chief == graph_.size() || picture_.marks[node] > picture_.marks[chief])
        chief = node;
    }
    if (count == 0) return "";
    return camp == kNoCamp ? StrCat("no camp (", count, ")")
                           : StrCat("with ", graph_.names()[chief], " (", count, ")");
  }

  void Legend() {
    const double first = picture_.height - 70, second = picture_.height - 44;
    double x = 32;
    for (const std::uint8_t camp : {std::uint8_t{0}, std::uint8_t{1}, kNoCamp}) {
      const std::string name = CampName(camp);
      if (name.empty()) continue;
      Mark({x, first - 4}, 7, camp, "/>\n");
      Text({x + 14, first}, name, 12, "");
      x += 34 + MeasureLabel(name, 12, 400).width;
    }
    x = 24;
    const auto line = [&](bool is_negative, bool is_frustrated, std::string_view name) {
      Line({x, second - 4}, {x + 44, second - 4},
           StrCat(EdgeStyle(is_negative), " stroke-width=\"2.5\"/>\n"));
      if (is_frustrated) Ticks({x, second - 4}, {x + 44, second - 4});
      Text({x + 52, second}, name, 12, "");
      x += 72 + MeasureLabel(name, 12, 400).width;
    };
    line(false, false, "cooperation");
    line(true, false, "conflict");
    if (!camps_.frustrated.empty()) line(false, true, "against the camps");
    std::string_view rest = "wide: strong; faint: uncertain";
    if (HasDoubtful())
      rest = "wide: strong; faint: uncertain; dotted outline: camp uncertain";
    Text({x, second}, rest, 12, "");
    Text({24, picture_.height - 18}, Summary(), 12, "fill=\"#555555\"");
  }

  const SignedGraph& graph_;
  const Camps& camps_;
  const PictureOptions& options_;
  const Picture picture_;
  std::string out_;
};

}  // namespace

std::string DrawNetwork(const SignedGraph& graph, const Camps& camps,
                        const PictureOptions& options) {
  return Drawing(graph, camps, options).Draw();
}

}  // namespace entente
