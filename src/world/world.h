// World: everything that is known before a text is read: countries and their peoples,
// places, organisations, groups, persons with their dates, roles, event codes.
//
// One compact file, world.bin, mapped read-only: loading costs a few milliseconds. It
// is compiled at build time by entente-world from npm data packages and the tables in
// data/world (docs/world.md). Tables in other folders can be laid over it at run time:
// their names come before the built-in ones.
//
// Immutable after Load; const methods may be called from many threads. Views returned
// live as long as the World.
#ifndef ENTENTE_WORLD_WORLD_H_
#define ENTENTE_WORLD_WORLD_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "text/token_table.h"
#include "world/actor.h"
#include "world/country.h"
#include "world/name_index.h"
#include "world/ontology.h"
#include "world/place.h"
#include "world/place_words.h"
#include "world/role.h"

namespace entente {

class World {
 public:
  // Reads <data_dir>/world.bin and <data_dir>/world/{plover,contexts,cameo}.tsv, then
  // the tables places, demonyms, organisations, groups, media, persons
  // and roles (.tsv, each optional) of every extra folder. Returns kNotFound without
  // world.bin, kCorrupt when it is not one or a table is wrong.
  static Result<World> Load(const std::string& data_dir,
                            const std::vector<std::string>& extra_dirs = {});

  World(World&&) noexcept;
  World& operator=(World&&) noexcept;
  ~World();

  // Finds all names in a document. Clears `hits` first.
  // REQUIRES: the spans of `tokens` lie in `text`.
  void Match(std::string_view text, const TokenTable& tokens, NameHits& hits) const;

  // The candidates of one name, whole: Find("Taliban"). Letter case is not looked at.
  std::vector<Candidate> Find(std::string_view name) const;

  // REQUIRES for each: an id that this World gave out.
  Country country(CountryId id) const;
  Demonym demonym(DemonymId id) const;
  Place place(GazetteerId id) const;
  Actor actor(ActorTableId id) const;
  Tenure tenure(const Actor& actor, std::uint32_t index) const;
  Role role(RoleId id) const;

  // What the actor was on a day; the latest tenure where `day` is absent or outside
  // all.
  Tenure TenureAt(const Actor& actor, std::optional<CivilDate> day) const;

  // By ISO 3166-1 alpha-3 or alpha-2 code.
  std::optional<CountryId> CountryByCode(std::string_view iso) const;
  // By permanent id: "g0012". Linear.
  std::optional<ActorTableId> ActorByRow(std::string_view row) const;
  // The country that a capital stands for ("Moscow" → RUS), "" for other places.
  std::string_view GovernedFrom(GazetteerId id) const;
  // True where two countries touch.
  bool AreNeighbours(std::string_view iso3, std::string_view other) const;

  std::uint32_t country_count() const;
  std::uint32_t demonym_count() const;
  std::uint32_t place_count() const;
  std::uint32_t actor_count() const;
  std::uint32_t role_count() const;

  // Event codes: PLOVER, its contexts, CAMEO.
  const Ontology& ontology() const;

  // Words that stand beside places' names.
  const PlaceWords& place_words() const;

 private:
  struct State;
  explicit World(std::unique_ptr<const State> state);
  std::unique_ptr<const State> state_;
};

}  // namespace entente

#endif  // ENTENTE_WORLD_WORLD_H_
