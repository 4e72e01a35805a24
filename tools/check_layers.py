#!/usr/bin/env python3
"""Fails when a file includes a folder that its own folder may not use, or is too long.

The list is tools/layers.txt. Limits: 400 lines of code a .cc file, 150 a header; comments and empty
lines are free (a header is a manual), and so are tests.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LIMIT = {".cc": 400, ".h": 150}


def read_layers():
    allowed = {}
    for line in (ROOT / "tools/layers.txt").read_text().splitlines():
        if not line or line.startswith("#"):
            continue
        name, uses = line.split(":")
        unknown = set(uses.split()) - set(allowed)
        if unknown:  # the list is in order, so it is acyclic by construction
            sys.exit(f"tools/layers.txt: {name} uses {sorted(unknown)}, listed later or not at all")
        allowed[name] = set(uses.split()) | {name}
    return allowed


def main():
    allowed, complaints = read_layers(), []
    for path in sorted((ROOT / "src").rglob("*")):
        if path.suffix not in LIMIT:
            continue
        shown = path.relative_to(ROOT)
        folder = path.relative_to(ROOT / "src").parts[0]
        lines = path.read_text().splitlines()
        limit = LIMIT[path.suffix]
        code = sum(1 for line in lines if line.strip() and not line.lstrip().startswith("//"))
        if code > limit and not path.stem.endswith("_test"):
            complaints.append(f"{shown}: {code} lines of code, limit {limit}")
        for number, line in enumerate(lines, 1):
            match = re.match(r'#include "([^"/]+)/', line)
            if match and match[1] not in allowed.get(folder, set()):
                complaints.append(f"{shown}:{number}: {folder} may not include {match[1]}")
    print("\n".join(complaints) or f"layers: {len(allowed)} folders, no forbidden arrow")
    sys.exit(bool(complaints))


if __name__ == "__main__":
    main()
