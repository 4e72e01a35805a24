#include "network/labels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

#include "base/strings.h"
#include "base/utf8.h"

namespace entente {

namespace {

constexpr double kGap = 4;  // between a mark and its label
constexpr double kLineHeight = 1.15;
constexpr int kRings = 40;
constexpr double kRingStep = 9;
constexpr int kNearRings = 2;  // within them no line leads to the label

double CharacterWidth(char32_t c) {  // in font sizes
  if (c >= 0x2E80) return 1.05;      // CJK and other full-width scripts
  if (c >= 0x80) return 0.72;
  constexpr std::string_view kNarrow = "iljtfrI.,:;'|!()[] -";
  constexpr std::string_view kWide = "mwMW@%&";
  const char ascii = static_cast<char>(c);
  if (kNarrow.find(ascii) != std::string_view::npos) return 0.42;
  if (kWide.find(ascii) != std::string_view::npos) return 1.0;
  return IsAsciiUpper(ascii) ? 0.75 : 0.64;
}

double TextWidth(std::string_view text) {
  double width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeUtf8(text, at);
    width += CharacterWidth(point.value);
    at += point.size;
  }
  return width;
}

std::size_t Characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

Box MarkBox(const LabelTask& task) {
  return {task.point.x - task.mark, task.point.y - task.mark, 2 * task.mark,
          2 * task.mark};
}

struct Candidate {
  Box box;
  double cost = 0;
  bool has_leader = false;
};

// Places around the mark: the right first, then the left, below, above, the corners.
std::vector<Candidate> CandidatesOf(const LabelTask& task, const Box& frame) {
  constexpr std::array<double, 16> kAngles = {0,    180,   90,    270,   45,    315,
                                              135,  225,   22.5,  337.5, 157.5, 202.5,
                                              67.5, 112.5, 247.5, 292.5};
  std::vector<Candidate> candidates;
  for (int ring = 0; ring < kRings; ++ring) {
    const double reach = task.mark + kGap + ring * kRingStep;
    for (std::size_t i = 0; i < kAngles.size(); ++i) {
      const double angle = kAngles[i] * std::numbers::pi / 180;
      const double x = std::cos(angle), y = std::sin(angle);
      // The label touches the ring with the side or corner that faces the point.
      const double left = task.point.x + x * reach + (x - 1) / 2 * task.width;
      const double top = task.point.y + y * reach + (y - 1) / 2 * task.height;
      const Box box{left, top, task.width, task.height};
      if (!frame.Holds(box)) continue;
      const double cost =
          ring * 3.0 + static_cast<double>(i) * 0.15 + (ring >= kNearRings ? 8 : 0);
      candidates.push_back({box, cost, ring >= kNearRings});
    }
  }
  return candidates;
}

// How far inside the box's height the segment could enter: 0 and 1 are its ends.
bool Clip(double from, double to, double low, double high, double& enter,
          double& leave) {
  const double run = to - from;
  if (run == 0) return from > low && from < high;
  double first = (low - from) / run, last = (high - from) / run;
  if (first > last) std::swap(first, last);
  enter = std::max(enter, first);
  leave = std::min(leave, last);
  return enter < leave;
}

class Placer {
 public:
  Placer(const std::vector<LabelTask>& tasks, const std::vector<Segment>& lines,
         const Box& frame)
      : tasks_(tasks), chosen_(tasks.size(), nullptr) {
    for (const LabelTask& task : tasks)
      candidates_.push_back(CandidatesOf(task, frame));
    for (std::size_t i = 0; i < tasks.size(); ++i) Clear(i, lines);
  }

  Result<std::vector<LabelPlace>> Place() {
    std::vector<std::size_t> order(tasks_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return NearPlaces(a) < NearPlaces(b);
    });
    for (const std::size_t i : order) {
      if (!Choose(i))
        return Error{ErrorCode::kOverBudget,
                     StrCat("no room for label ", i, " of ", tasks_.size())};
    }
    // With all placed, each may find a better place than it had to take at first.
    for (int round = 0; round < 4; ++round) {
      for (const std::size_t i : order) Choose(i);
    }
    std::vector<LabelPlace> places;
    for (const Candidate* candidate : chosen_)
      places.push_back({candidate->box, candidate->has_leader});
    return places;
  }

 private:
  // Drops what lies on a mark, adds what lines through it cost; the cheapest comes
  // first.
  void Clear(std::size_t i, const std::vector<Segment>& lines) {
    std::vector<Candidate>& own = candidates_[i];
    std::erase_if(own, [&](const Candidate& candidate) {
      return std::any_of(tasks_.begin(), tasks_.end(), [&](const LabelTask& other) {
        return candidate.box.Overlaps(MarkBox(other));
      });
    });
    for (Candidate& candidate : own) {
      for (const Segment& line : lines)
        candidate.cost += Crosses(line, candidate.box) ? 1.5 : 0;
    }
    std::stable_sort(
        own.begin(), own.end(),
        [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
  }

  std::ptrdiff_t NearPlaces(std::size_t i) const {
    return std::count_if(
        candidates_[i].begin(), candidates_[i].end(),
        [](const Candidate& candidate) { return !candidate.has_leader; });
  }

  bool IsFree(std::size_t i, const Box& box) const {
    for (std::size_t other = 0; other < tasks_.size(); ++other) {
      if (other != i && chosen_[other] != nullptr && box.Overlaps(chosen_[other]->box))
        return false;
    }
    return true;
  }

  bool Choose(std::size_t i) {
    for (const Candidate& candidate : candidates_[i]) {
      if (!IsFree(i, candidate.box)) continue;
      chosen_[i] = &candidate;
      return true;
    }
    return false;
  }

  const std::vector<LabelTask>& tasks_;
  std::vector<std::vector<Candidate>> candidates_;
  std::vector<const Candidate*> chosen_;
};

}  // namespace

LabelText MeasureLabel(std::string_view name, double font_size,
                       std::size_t line_length) {
  LabelText label;
  for (const std::string_view word : SplitBlank(name)) {
    const bool fits =
        !label.lines.empty() &&
        Characters(label.lines.back()) + 1 + Characters(word) <= line_length;
    if (fits) {
      label.lines.back() += StrCat(" ", word);
    } else {
      label.lines.emplace_back(word);
    }
  }
  for (const std::string& line : label.lines)
    label.width = std::max(label.width, TextWidth(line) * font_size);
  label.height = static_cast<double>(label.lines.size()) * font_size * kLineHeight;
  return label;
}

bool Crosses(const Segment& segment, const Box& box) {
  double enter = 0, leave = 1;
  return Clip(segment.from.x, segment.to.x, box.left, box.right(), enter, leave) &&
         Clip(segment.from.y, segment.to.y, box.top, box.bottom(), enter, leave);
}

Result<std::vector<LabelPlace>> PlaceLabels(const std::vector<LabelTask>& tasks,
                                            const std::vector<Segment>& lines,
                                            const Box& frame) {
  return Placer(tasks, lines, frame).Place();
}

}  // namespace entente
