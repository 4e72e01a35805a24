#include "align/series_svg.h"

#include <algorithm>
#include <cmath>

#include "base/strings.h"
#include "network/xml.h"

namespace entente {
namespace {

// Pixels.
constexpr double kWidth = 920, kLeft = 64, kRight = 20;
constexpr double kUpperTop = 64, kUpperHeight = 200;
constexpr double kLowerTop = 300, kLowerHeight = 180;
constexpr double kAxisRoom = 26, kLine = 18;
constexpr double kLeastLabelDistance = 64;
// Okabe and Ito's blue and orange: told apart by everyone, and as greys.
constexpr std::string_view kBlue = "#0072B2", kOrange = "#E69F00";

std::string At(double value) { return XmlNumber(value, 1); }

class Drawing {
 public:
  Drawing(const Series& series, const std::vector<Break>& breaks)
      : series_(series), breaks_(breaks) {
    step_width_ = (kWidth - kLeft - kRight) /
                  static_cast<double>(std::max<std::size_t>(1, series.steps.size()));
    for (const SeriesStep& step : series.steps) {
      const auto count = [&](Quad quad) {
        return step.quads[static_cast<std::size_t>(quad)].count;
      };
      most_ = std::max(
          {most_, count(Quad::kVerbalCooperation) + count(Quad::kMaterialCooperation),
           count(Quad::kVerbalConflict) + count(Quad::kMaterialConflict)});
    }
  }

  std::string Draw(const std::string& title) {
    const std::string body = Body(title);
    const double height = kLowerTop + kLowerHeight + kAxisRoom + kLine * 2 +
                          kLine * static_cast<double>(breaks_.size());
    return StrCat(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"", At(kWidth),
        "\" height=\"", At(height), "\" viewBox=\"0 0 ", At(kWidth), " ", At(height),
        "\" font-family=\"sans-serif\" font-size=\"12\">\n<title>", XmlEscape(title),
        "</title>\n<defs>", Hatch("coop", kBlue), Hatch("conf", kOrange),
        "</defs>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n", body,
        "</svg>\n");
  }

 private:
  static std::string Hatch(std::string_view id, std::string_view colour) {
    return StrCat("<pattern id=\"", id,
                  "\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" "
                  "patternTransform=\"rotate(45)\"><rect width=\"5\" height=\"5\" "
                  "fill=\"#fff\"/><line x1=\"1\" y1=\"0\" x2=\"1\" y2=\"5\" stroke=\"",
                  colour, "\" stroke-width=\"2\"/></pattern>");
  }

  double X(std::size_t step) const {
    return kLeft + (static_cast<double>(step) + 0.5) * step_width_;
  }
  static double Y(double alignment) {
    return kUpperTop + kUpperHeight * (1 - alignment) / 2;
  }

  void Text(double x, double y, std::string_view text, std::string_view anchor,
            std::string_view more = "") {
    out_ += StrCat("<text x=\"", At(x), "\" y=\"", At(y), "\" text-anchor=\"", anchor,
                   "\"", more, ">", XmlEscape(text), "</text>\n");
  }
  void Rule(double x1, double y1, double x2, double y2, std::string_view more) {
    out_ += StrCat("<line x1=\"", At(x1), "\" y1=\"", At(y1), "\" x2=\"", At(x2),
                   "\" y2=\"", At(y2), "\" ", more, "/>\n");
  }

  std::string Body(const std::string& title) {
    Text(kLeft, 22, title, "start", " font-size=\"16\" font-weight=\"bold\"");
    Text(kLeft, 42,
         StrCat("How they stand by ", Name(series_.step),
                ", with 90 % intervals: +1 with, -1 against; no dot: no evidence"),
         "start", " fill=\"#444\"");
    Axes();
    for (std::size_t i = 0; i < series_.steps.size(); ++i) Dot(i);
    for (std::size_t i = 0; i < series_.steps.size(); ++i) Bars(i);
    Breaks();
    return std::move(out_);
  }

  void Axes() {
    for (const double value : {1.0, 0.5, 0.0, -0.5, -1.0}) {
      Rule(kLeft, Y(value), kWidth - kRight, Y(value),
           value == 0 ? "stroke=\"#000\"" : "stroke=\"#ddd\"");
      Text(kLeft - 8, Y(value) + 4, XmlNumber(value, 1), "end");
    }
    const double middle = kLowerTop + kLowerHeight / 2;
    Rule(kLeft, middle, kWidth - kRight, middle, "stroke=\"#000\"");
    Text(kLeft - 8, kLowerTop + 8, std::to_string(most_), "end");
    Text(kLeft - 8, middle + 4, "0", "end");
    Text(kLeft - 8, kLowerTop + kLowerHeight, std::to_string(most_), "end");
    Legend();
    const auto every = static_cast<std::size_t>(
        std::max(1.0, std::ceil(kLeastLabelDistance / step_width_)));
    for (std::size_t i = 0; i < series_.steps.size(); i += every) {
      Text(X(i), kLowerTop + kLowerHeight + kAxisRoom,
           StepText(series_.step, series_.steps[i].begin), "middle");
    }
  }

  void Legend() {
    struct Entry {
      std::string_view fill, stroke, label;
    };
    const Entry entries[] = {
        {kBlue, kBlue, "material cooperation (up)"},
        {"url(#coop)", kBlue, "verbal cooperation (up)"},
        {kOrange, kOrange, "material conflict (down)"},
        {"url(#conf)", kOrange, "verbal conflict (down)"},
    };
    double x = kLeft;
    for (const Entry& entry : entries) {
      out_ += StrCat("<rect x=\"", At(x), "\" y=\"", At(kLowerTop - 22),
                     "\" width=\"12\" height=\"10\" fill=\"", entry.fill,
                     "\" stroke=\"", entry.stroke, "\"/>\n");
      Text(x + 17, kLowerTop - 13, entry.label, "start");
      x += 190;
    }
  }

  bool HasEvidence(std::size_t i) const { return series_.steps[i].standing.units > 0; }

  void Dot(std::size_t i) {
    if (!HasEvidence(i)) return;
    const PairStanding& standing = series_.steps[i].standing;
    const Interval interval = standing.posterior.interval();
    const double mean = standing.posterior.mean();
    Rule(X(i), Y(interval.low), X(i), Y(interval.high),
         "stroke=\"#888\" stroke-width=\"1.2\"");
    if (i > 0 && HasEvidence(i - 1)) {
      Rule(X(i - 1), Y(series_.steps[i - 1].standing.posterior.mean()), X(i), Y(mean),
           "stroke=\"#000\" stroke-width=\"1.2\"");
    }
    out_ += StrCat("<circle cx=\"", At(X(i)), "\" cy=\"", At(Y(mean)),
                   "\" r=\"3\" fill=\"#000\"/>\n");
  }

  void Bars(std::size_t i) {
    if (most_ == 0) return;
    const double unit = kLowerHeight / 2 / most_;
    const double middle = kLowerTop + kLowerHeight / 2;
    double up = middle, down = middle;
    const auto bar = [&](Quad quad, std::string_view fill, std::string_view stroke) {
      const auto count = series_.steps[i].quads[static_cast<std::size_t>(quad)].count;
      if (count == 0) return;
      const double height = unit * count;
      const bool is_up =
          quad == Quad::kMaterialCooperation || quad == Quad::kVerbalCooperation;
      const double top = is_up ? up - height : down;
      (is_up ? up : down) += is_up ? -height : height;
      out_ += StrCat("<rect x=\"", At(X(i) - step_width_ * 0.4), "\" y=\"", At(top),
                     "\" width=\"", At(step_width_ * 0.8), "\" height=\"", At(height),
                     "\" fill=\"", fill, "\" stroke=\"", stroke, "\"/>\n");
    };
    bar(Quad::kMaterialCooperation, kBlue, kBlue);
    bar(Quad::kVerbalCooperation, "url(#coop)", kBlue);
    bar(Quad::kMaterialConflict, kOrange, kOrange);
    bar(Quad::kVerbalConflict, "url(#conf)", kOrange);
  }

  void Breaks() {
    double y = kLowerTop + kLowerHeight + kAxisRoom + kLine * 1.5;
    for (std::size_t i = 0; i < breaks_.size(); ++i) {
      const auto step = std::find_if(
          series_.steps.begin(), series_.steps.end(),
          [&](const SeriesStep& row) { return row.begin == breaks_[i].begin; });
      const double x =
          X(static_cast<std::size_t>(step - series_.steps.begin())) - step_width_ / 2;
      Rule(x, kUpperTop, x, kLowerTop + kLowerHeight,
           "stroke=\"#000\" stroke-dasharray=\"5 4\"");
      // Numbers of neighbouring breaks stand one above the other.
      Text(x, kUpperTop - 4 - 10 * static_cast<double>(i % 2), std::to_string(i + 1),
           "middle", " font-size=\"10\"");
      Text(kLeft, y, StrCat(i + 1, ". ", TellBreak(series_, breaks_[i])), "start");
      y += kLine;
    }
  }

  const Series& series_;
  const std::vector<Break>& breaks_;
  double step_width_ = 1;
  std::uint32_t most_ = 0;
  std::string out_;
};

}  // namespace

std::string DrawSeries(const Series& series, const std::vector<Break>& breaks,
                       const std::string& title) {
  return Drawing(series, breaks).Draw(title);
}

}  // namespace entente
