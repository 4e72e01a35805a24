// Codes: what other formats call our countries, sectors, types and scores.
#ifndef ENTENTE_EXPORT_CODES_H_
#define ENTENTE_EXPORT_CODES_H_

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "export/event_row.h"
#include "world/ontology.h"

namespace entente {

class Codes {
 public:
  // `world_dir` holds fips.tsv and the ontology's tables.
  static Result<Codes> Read(const std::string& world_dir);

  // FIPS 10-4 code of an ISO 3166 one; "" where there is none.
  std::string Fips(const std::string& iso3) const;

  // The event's CAMEO code, of two to four digits: its own, else the most general one
  // whose PLOVER type and mode are the event's, else its type's root. "" for no event
  // of the ontology.
  std::string CameoOf(const ExportRow& row) const;

  // CAMEO's role for a PLOVER sector: journalists are MED, doctors HLH.
  static std::string CameoRole(const std::string& sector);

  // 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material
  // conflict;
  // "" for none.
  static std::string QuadNumber(std::string_view quad);

 private:
  std::map<std::string, std::string> fips_;
  std::map<std::string, std::string> cameo_;  // by "TYPE mode" and "TYPE"
};

// "+5.0" without a sign, as the formats have it: "5.0", "-9.5".
std::string ScoreText(double score);

}  // namespace entente

#endif  // ENTENTE_EXPORT_CODES_H_
