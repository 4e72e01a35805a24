// DrawSeries: a pair's series as an SVG picture that reads in black and white.
//
// Above: how the two stand in each step with evidence, a dot with its interval; dots of
// neighbouring steps are joined, a gap is a gap. Below: acts a step, cooperation up and
// conflict down, material full and verbal hatched. Breaks are numbered dashed lines,
// told in sentences underneath. Deterministic; needs no font, script or style from
// elsewhere.
#ifndef ENTENTE_ALIGN_SERIES_SVG_H_
#define ENTENTE_ALIGN_SERIES_SVG_H_

#include <string>
#include <vector>

#include "align/series.h"

namespace entente {

std::string DrawSeries(const Series& series, const std::vector<Break>& breaks,
                       const std::string& title);

}  // namespace entente

#endif  // ENTENTE_ALIGN_SERIES_SVG_H_
