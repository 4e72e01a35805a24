#!/usr/bin/env python3
"""Print so many articles of real length, made by repeating and varying treebank texts.

  corpus.py COUNT FILE.conllu... | zstd > corpus.jsonl.zst
  /usr/bin/time -v entente read --quiet --ledger corpus.ledger corpus.jsonl.zst

An article is a run of 200 to 600 words of one document: numbers are changed, a tenth of
the names and words is taken from elsewhere, and every fifth article is a near-copy of an
earlier one. The same arguments give the same articles.
"""
import datetime
import json
import random
import sys


def documents(paths):
    for path in paths:
        sentences = []
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                if line.startswith("# newdoc") and sentences:
                    yield sentences
                    sentences = []
                elif line.startswith("# text = "):
                    sentences.append(line[len("# text = "):].strip())
        if sentences:
            yield sentences


def varied(sentence, words, names, rng):
    out = []
    for word in sentence.split():
        if word.isdigit():
            word = str(rng.randrange(1, 10 ** min(len(word), 9)))
        elif rng.random() < 0.1:
            word = rng.choice(names if word[:1].isupper() and out else words)
        out.append(word)
    return " ".join(out)


def article(texts, words, names, rng):
    sentences = texts[rng.randrange(len(texts))]
    at, size, most, out = rng.randrange(len(sentences)), 0, rng.randrange(200, 600), []
    while size < most:
        sentence = varied(sentences[at % len(sentences)], words, names, rng)
        size += len(sentence.split())
        out.append(sentence)
        at += 1
        if at % len(sentences) == 0:
            sentences = texts[rng.randrange(len(texts))]
    return out


def main(argv):
    if len(argv) < 3:
        sys.exit(__doc__)
    rng = random.Random(1)
    texts = list(documents(argv[2:]))
    every = [w for sentences in texts for s in sentences for w in s.split() if w.isalpha()]
    words = sorted({w for w in every if w.islower()})
    names = sorted({w for w in every if w[:1].isupper()})
    recent = []
    start = datetime.date(2016, 1, 1)
    for i in range(int(argv[1])):
        if recent and rng.random() < 0.2:
            sentences = list(rng.choice(recent))
            sentences[rng.randrange(len(sentences))] = varied(
                rng.choice(sentences), words, names, rng)
        else:
            sentences = article(texts, words, names, rng)
            recent = (recent + [sentences])[-50:]
        date = start + datetime.timedelta(days=i // 40)
        print(json.dumps({
            "id": f"c{i}", "title": sentences[0][:80], "date": date.isoformat(),
            "source": f"Agency {rng.randrange(200)}", "url": f"https://news.example/{i}",
            "text": "\n\n".join(" ".join(sentences[k:k + 3])
                                for k in range(0, len(sentences), 3))}))


if __name__ == "__main__":
    main(sys.argv)
