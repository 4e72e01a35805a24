#!/usr/bin/env python3
"""Print the raw text of a CoNLL-U treebank: its paragraphs, a blank line between them.

Usage:  treebank_text.py FILE.conllu > raw.txt

The tokeniser's own score, with any program that prints CoNLL-U:
  tools/treebank_text.py dev.conllu > raw.txt && entente parse raw.txt > system.conllu
  ../shared/scorers/treebank.py dev.conllu system.conllu
"""
import sys


def paragraphs(lines):
    paragraph, space = "", ""
    for line in lines:
        line = line.rstrip("\n")
        if line.startswith(("# newpar", "# newdoc")):
            if paragraph:
                yield paragraph
            paragraph, space = "", ""
        elif line.startswith("# text = "):
            paragraph += space + line[len("# text = "):]
            space = " "
        elif line[:1].isdigit():
            space = "" if "SpaceAfter=No" in line.split("\t")[9] else " "
    if paragraph:
        yield paragraph


def main(argv):
    if len(argv) != 2:
        sys.exit(__doc__)
    with open(argv[1], encoding="utf-8") as lines:
        print("\n\n".join(paragraphs(lines)))


main(sys.argv)
