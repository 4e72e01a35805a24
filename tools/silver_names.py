#!/usr/bin/env python3
"""Label the names of a treebank that has trees but no names, for entente-train.

Usage:  silver_names.py TREEBANK.conllu WORLD_DIR KINDS.tsv PARSED.conllu... > names.iob2

Where a name begins and ends is read off the gold tree, by the rule of GUM's view: a proper noun
with its proper flat, compound, amod and nmod dependents, joined over "of", "and", "for", "the",
"-" and "'s", and with a last "'s" that possesses nothing. Its kind is voted for by models (each PARSED is the treebank through `entente parse
--pretokenized`), by the other places where the same name stands, and by the tables of WORLD_DIR
(data/world). What KINDS (tools/silver_kinds.tsv) says of a name, a person decided: it stands. A name without a clear winner is tagged "?": neither learned as one nor as none.
"""
import collections
import csv
import re
import sys

JOINED = {"flat", "compound", "amod", "nmod", "nummod"}
LINKS = {"of", "for", "and", "the", "-", "'s", "&"}
CALENDAR = set("""monday tuesday wednesday thursday friday saturday sunday january february march
april may june july august september october november december mon tue tues wed thu thurs fri sat
sun jan feb mar apr jun jul aug sep sept oct nov dec christmas easter thanksgiving am pm est pst gmt
edt pdt cst""".split())
TITLES = set("""mr mrs ms dr sir president minister senator secretary general prof professor gov
governor king queen prince pope sheikh ayatollah judge col capt lt sgt rep sen mr. mrs. ms. dr. gov.
sen. gen. rep. prof. god""".split())
TABLES = {"organisations.tsv": "ORG", "groups.tsv": "ORG", "media.tsv": "ORG"}


def sentences(path):
    identity, words = None, []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# sent_id = "):
                identity = line[len("# sent_id = "):]
            elif not line and words:
                yield identity, words
                words = []
            elif line and line[0] != "#":
                cells = line.split("\t")
                if cells[0].isdigit():
                    words.append(cells)


def known_names(folder):
    kinds = {}
    for table, kind in TABLES.items():
        with open(f"{folder}/{table}", encoding="utf-8") as lines:
            rows = csv.DictReader((line for line in lines if line[0] != "#"), delimiter="\t",
                                  quoting=csv.QUOTE_NONE)
            for row in rows:
                for name in [row["name"] or ""] + (row["aliases"] or "").split("|"):
                    if len(name) > 2 and name[0] != "~" and name != name.lower():
                        kinds[normal(name)] = kind
    return kinds


def decided_kinds(path):
    with open(path, encoding="utf-8") as lines:
        rows = csv.DictReader((line for line in lines if line[0] != "#"), delimiter="\t",
                              quoting=csv.QUOTE_NONE)
        return {row["name"]: row["kind"] for row in rows}


def normal(text):
    return re.sub(r"[\s.-]+", "", text.lower())


def spans_of(words):
    """The [begin, end) of each name that the gold tree shows, and whether "'s" is part of it."""
    proper = [w[4] in ("NNP", "NNPS") for w in words]
    heads = [int(w[6]) - 1 for w in words]
    relations = [w[7] for w in words]

    def joined(i):
        relation = relations[i]
        return (proper[i] and relation.split(":")[0] in JOINED
                and relation not in ("nmod:desc", "nmod:poss", "nmod:unmarked") and heads[i] >= 0
                and proper[heads[i]])

    members = collections.defaultdict(list)
    for i in range(len(words)):
        if not proper[i]:
            continue
        top, steps = i, 0
        while joined(top) and steps < 50:
            top, steps = heads[top], steps + 1
        members[top].append(i)
    for top, inside in members.items():
        begin = end = top
        while any(i < begin for i in inside):
            before = max(i for i in inside if i < begin)
            if any(words[k][1].lower() not in LINKS for k in range(before + 1, begin)):
                break
            begin = before
        while any(i > end for i in inside):
            after = min(i for i in inside if i > end)
            if any(words[k][1].lower() not in LINKS for k in range(end + 1, after)):
                break
            end = after
        while begin < end and words[begin][1].lower() in TITLES:
            begin += 1
        yield begin, end + 1, is_business(words, top, end + 1)


def is_business(words, top, mark):
    """Whether the mark belongs to the name, as in "at Wendy's": nothing is possessed."""
    if mark >= len(words) or words[mark][4] != "POS":
        return False
    after = words[mark + 1][3] if mark + 1 < len(words) else "PUNCT"
    of = any(w[1].lower() == "of" and int(w[6]) - 1 == top for w in words)
    argument = words[top][7].split(":")[0] in ("nsubj", "obj", "obl", "root", "conj")
    return argument and not of and after not in ("NOUN", "PROPN", "ADJ", "NUM")


def main(argv):
    if len(argv) < 5:
        sys.exit(__doc__)
    treebank, world = list(sentences(argv[1])), known_names(argv[2])
    decided = decided_kinds(argv[3])
    models = [[[(re.search(r"NER=[BILU]-(\w+)", w[9]) or [0, "O"])[1] for w in words]
               for _, words in sentences(path)] for path in argv[4:]]
    votes = collections.defaultdict(collections.Counter)  # of a name, wherever it stands
    found = []
    for s, (_, words) in enumerate(treebank):
        for begin, end, mark in spans_of(words):
            text = " ".join(w[1] for w in words[begin:end])
            kinds = collections.Counter(model[s][i] for model in models for i in range(begin, end))
            found.append((s, begin, end, mark, normal(text), kinds))
            for kind, count in kinds.items():
                votes[normal(text)][kind] += count / (end - begin)
    tags = [["O"] * len(words) for _, words in treebank]
    for s, begin, end, mark, name, here in found:
        size = (end - begin) * len(models)
        if name in CALENDAR or name in TITLES:
            continue
        everywhere, total = votes[name], sum(votes[name].values())
        scores = {kind: here[kind] / size + 1.5 * everywhere[kind] / total
                  for kind in ("PER", "ORG", "LOC", "MISC", "O")}
        if name in world:
            scores[world[name]] += 1.5
        kind, best = max(scores.items(), key=lambda item: item[1])
        text = " ".join(w[1] for w in treebank[s][1][begin:end])
        if mark:
            kind = "ORG"
        elif text in decided:
            kind = decided[text] if decided[text] != "O" else "no"
        elif kind == "O" or best < 1.4:
            kind = "?"
        for i in range(begin, end + mark):
            tags[s][i] = kind if kind in ("no", "?") else ("B-" if i == begin else "I-") + kind
    # What models name where the tree shows no proper noun ("taco bell") is left open.
    for s, (identity, words) in enumerate(treebank):
        print(f"# sent_id = {identity}")
        for i, word in enumerate(words):
            named = sum(model[s][i] != "O" for model in models)
            tag = "?" if tags[s][i] == "O" and 2 * named > len(models) else tags[s][i]
            print(i + 1, word[1], "O" if tag == "no" else tag, sep="\t")
        print()


main(sys.argv)
