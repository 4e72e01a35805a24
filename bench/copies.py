#!/usr/bin/env python3
"""Make copies of texts, and score what a ledger says of them.

  copies.py make FILE.conllu > copies.jsonl
  entente read --quiet --ledger copies.ledger copies.jsonl
  copies.py score copies.ledger copies.jsonl

Each document of the treebank becomes one or two originals of 120 to 600 words, and most
of them get one to four copies of several kinds, as agencies and their customers make
them:
  wire       another head and foot, a dateline; sometimes typographic quotes
  edited     a tenth of the words replaced, two sentences left out or turned round
  shortened  the first 30 to 60 % of it
  update     a new lead, or two new sentences at the end and numbers changed
  short-edit shortened and edited
The hard ones that are no copies: two parts of one document (one topic, one author), and
a digest that holds the first two sentences of six others.
"""
import json
import random
import sqlite3
import sys
from itertools import combinations

KINDS = ("wire", "edited", "shortened", "update", "short-edit")


def documents(path):
    name, sentences = None, []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc"):
                if sentences:
                    yield name, sentences
                name, sentences = line.split("=")[-1].strip(), []
            elif line.startswith("# text = "):
                sentences.append(line[len("# text = "):].strip())
    if sentences:
        yield name, sentences


def cut(sentences, least, most):
    """Parts of a document of least to most words."""
    part, words = [], 0
    for sentence in sentences:
        part.append(sentence)
        words += len(sentence.split())
        if words >= most:
            yield part
            part, words = [], 0
    if words >= least:
        yield part


def edited(sentences, vocabulary, rng):
    out = []
    for sentence in sentences:
        words = sentence.split()
        for i in range(len(words)):
            if rng.random() < 0.1:
                words[i] = rng.choice(vocabulary)
        out.append(" ".join(words))
    for _ in range(2):
        if len(out) > 4:
            at = rng.randrange(1, len(out))
            if rng.random() < 0.5:
                del out[at]
            else:
                out.insert(rng.randrange(1, len(out)), out.pop(at))
    return out


def shortened(sentences, rng):
    return sentences[:max(2, int(len(sentences) * rng.uniform(0.3, 0.6)))]


def variant(kind, sentences, others, vocabulary, rng):
    if kind == "wire":
        head = rng.choice(["(Agency) - ", "LONDON, Jan. 5 (Coast News) -- ", ""])
        foot = rng.choice(["", " Reporting by our correspondents; editing by the desk.",
                           " All rights reserved. This text may not be published again."])
        text = head + " ".join(sentences) + foot
        return text.replace(' "', " \u201c") if rng.random() < 0.5 else text
    if kind == "edited":
        return " ".join(edited(sentences, vocabulary, rng))
    if kind == "shortened":
        return " ".join(shortened(sentences, rng))
    if kind == "short-edit":
        return " ".join(edited(shortened(sentences, rng), vocabulary, rng))
    new = rng.sample(others, 2)
    text = [new[0]] + sentences if rng.random() < 0.5 else sentences + new
    return " ".join(
        " ".join(str(rng.randrange(100)) if w.isdigit() and rng.random() < 0.3 else w
                 for w in s.split()) for s in text)


def make(path):
    rng = random.Random(7)
    parts = [(name, i, part) for name, sentences in documents(path)
             for i, part in enumerate(list(cut(sentences, 120, rng.randint(150, 600)))[:2])]
    every = [s for _, _, part in parts for s in part if 8 < len(s.split()) < 30]
    vocabulary = sorted({w for s in every for w in s.split()})
    out = []
    for name, i, part in parts:
        group = f"{name}-{i}"
        out.append((group, "original", " ".join(part)))
        for _ in range(rng.choice((0, 1, 1, 2, 3, 4))):
            kind = rng.choice(KINDS)
            out.append((group, kind, variant(kind, part, every, vocabulary, rng)))
    for i in range(len(parts) // 6):
        six = rng.sample(parts, 6)
        out.append((f"digest-{i}", "digest",
                    " ".join(s for _, _, part in six for s in part[:2])))
    rng.shuffle(out)
    for i, (group, kind, text) in enumerate(out):
        day = f"2026-01-{1 + rng.randrange(5):02d}"
        print(json.dumps({"id": f"{i}", "group": group, "kind": kind, "text": text,
                          "date": day, "source": f"Source {rng.randrange(9)}"}))


def pairs_of(groups):
    members = {}
    for name, group in groups.items():
        members.setdefault(group, []).append(name)
    return {pair for names in members.values() for pair in combinations(sorted(names), 2)}


def score(ledger, gold_path):
    with open(gold_path, encoding="utf-8") as lines:
        gold = {d["id"]: d for d in map(json.loads, lines)}
    rows = sqlite3.connect(f"file:{ledger}?mode=ro", uri=True).execute(
        "SELECT id, original FROM copy JOIN document USING (document)")
    found = pairs_of({name: original for name, original in rows if name in gold})
    true = pairs_of({name: d["group"] for name, d in gold.items()})
    right = len(found & true)
    print(f"{len(gold)} documents, {len(true)} pairs of copies: precision "
          f"{100 * right / max(1, len(found)):.2f} recall {100 * right / max(1, len(true)):.2f}")
    for kind in KINDS:
        of_kind = {p for p in true if kind in (gold[p[0]]["kind"], gold[p[1]]["kind"])
                   and "original" in (gold[p[0]]["kind"], gold[p[1]]["kind"])}
        print(f"  {kind:10} with its original: {len(of_kind & found)} of {len(of_kind)}")
    for one, other in sorted(found - true)[:10]:
        print("  wrong:", gold[one]["group"], gold[one]["kind"], "|", gold[other]["group"],
              gold[other]["kind"])


def main(argv):
    if len(argv) == 3 and argv[1] == "make":
        make(argv[2])
    elif len(argv) == 4 and argv[1] == "score":
        score(argv[2], argv[3])
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv)
