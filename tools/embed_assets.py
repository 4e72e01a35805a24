#!/usr/bin/env python3
"""Writes files as a C++ source of serve/assets.h: embed_assets.py OUT.cc FILE..."""
import gzip
import hashlib
import pathlib
import sys

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".yaml": "application/yaml; charset=utf-8",
}


def array(name, data):
    lines = [",".join(str(byte) for byte in data[i:i + 40]) for i in range(0, len(data), 40)]
    return f"constexpr unsigned char {name}[] = {{\n" + ",\n".join(lines or ["0"]) + "};\n"


def main():
    out = ['#include "serve/assets.h"\n\n#include <algorithm>\n\nnamespace entente {\nnamespace {\n\n']
    rows = []
    for number, path in enumerate(map(pathlib.Path, sys.argv[2:])):
        data = path.read_bytes()
        zipped = gzip.compress(data, 9, mtime=0)
        out += [array(f"kPlain{number}", data), array(f"kGzip{number}", zipped)]
        tag = hashlib.sha256(data).hexdigest()[:16]
        rows.append(f'    {{"{path.name}", "{TYPES[path.suffix]}", "\\"{tag}\\"",\n'
                    f"     std::span(kPlain{number}, {len(data)}), std::span(kGzip{number}, {len(zipped)})}},\n")
    out.append("\nconst Asset kAssets[] = {\n" + "".join(rows) + "};\n\n}  // namespace\n\n")
    out.append("const Asset* FindAsset(std::string_view name) {\n"
               "  const auto* at = std::find_if(std::begin(kAssets), std::end(kAssets),\n"
               "                               [&](const Asset& asset) { return asset.name == name; });\n"
               "  return at == std::end(kAssets) ? nullptr : at;\n}\n\n}  // namespace entente\n")
    pathlib.Path(sys.argv[1]).write_text("".join(out))


if __name__ == "__main__":
    main()
