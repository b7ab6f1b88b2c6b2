import { countryKeys } from "#server/library/gazetteer/countries.ts";
import { nameKey, townKeys } from "#server/library/gazetteer/names.ts";
import { soldAs } from "#server/library/trade-names.ts";
import type { VocabularyEntry } from "../reading/types.ts";
import type { Library } from "./library.ts";

/**
 * The folded keys of an entry. A short key gives way to entries of the same kind that have it as a full key.
 */
export interface Keys {
  full: string[];
  short: string[];
  /**
   * Parts of a camera's name that stand inside it. They give way to a camera whose name ends so: "R6" means the R6, not
   * the R6 Mark II.
   */
  inner?: string[];
}

export function keysOf(entry: VocabularyEntry, library: Library): Keys {
  const own = nameKey(entry.value);
  switch (entry.kind) {
    case "city":
      return { full: [...townKeys(entry.value), ...saints(own)], short: [withoutRiver(entry.value)] };
    case "region":
      return { full: [...townKeys(entry.value), ...saints(own)], short: [] };
    case "country":
      return { full: [own, ...countryKeys(library.countryCodes.get(entry.value) ?? "")], short: [] };
    case "person":
      return { full: [own], short: partsOfPerson(entry.value) };
    case "make":
      return { full: [own], short: [firstWord(own)] };
    case "keyword":
    case "place":
      return { full: [own], short: [] };
    case "camera":
      return cameraKeys(entry.value, [...(library.makes.get(entry.value) ?? [])]);
    case "lens":
      return { full: [own], short: lensKeys(entry.value) };
  }
}

/**
 * Returns what a person may be called: each word of the name, its words in another order ("Schmidt, Anna"), and two first
 * names or two surnames together. Words such as "van", which begin small, name nobody.
 */
export function partsOfPerson(name: string): string[] {
  const chunks = name.split(/[\s,]+/).filter((chunk) => !/^\p{Ll}/u.test(chunk));
  const isSmall = /^\p{Ll}/u.test(name);
  const words = nameKey(isSmall ? name : chunks.join(" ")).split(" ");
  const all = nameKey(name).split(" ");
  const pairs = all.slice(0, -1).map((word, at) => `${word} ${all[at + 1]}`);
  const turned =
    all.length > 1
      ? [`${all.at(-1)} ${all.slice(0, -1).join(" ")}`, `${all.slice(1).join(" ")} ${all[0]}`]
      : [];
  const ends = all.length > 2 ? [`${all[0]} ${all.at(-1)}`, `${all.at(-1)} ${all[0]}`] : [];
  return [...new Set([...words.filter((word) => word.length > 1), ...pairs, ...turned, ...ends])];
}

export function firstWord(key: string): string {
  return key.split(" ", 1)[0] ?? "";
}

/** Returns all spellings of a saint's name: "St. Gallen", "Sankt Gallen" and "Saint Gallen" are one. */
function saints(key: string): string[] {
  const saint = /^(?:st|sankt|saint) /;
  return saint.test(key) ? ["st ", "sankt ", "saint "].map((word) => key.replace(saint, word)) : [];
}

/**
 * Shortens a name: "Frankfurt am Main" to Frankfurt, "Halle (Saale)" to Halle, "Newcastle upon Tyne" to
 * Newcastle.
 */
function withoutRiver(city: string): string {
  return nameKey(city.split(/\s+(?:am|an der|ob der|upon)\s+|[,(/]/i, 1)[0] ?? "");
}

/**
 * Returns all names of a camera: "Canon EOS 40D" is also the EOS 40D, EOS40D, 40D and an EOS; "iPhone 12 Pro" is also
 * an iPhone 12, an iPhone and the 12 Pro.
 */
function cameraKeys(model: string, makes: string[]): Keys {
  const brands = makes.map((make) => firstWord(nameKey(make)));
  const named = [model, ...soldAs(model)].map((name) => keysOfModel(name, brands));
  return {
    full: named.flatMap(({ full }) => full),
    short: named.flatMap(({ short }) => short),
    inner: named.flatMap(({ inner }) => inner),
  };
}

function keysOfModel(name: string, brands: string[]) {
  const model = nameKey(name);
  const own = brands.find((brand) => model.startsWith(`${brand} `));
  const rest = own ? model.slice(own.length + 1) : model;
  // Without its brand, OM's "OM-1" would be called 1 and the Leica Q just Q, so such models keep it.
  const bare = /^(?=.*\p{L})..|^.{3}/u.test(rest) ? rest : model;
  const words = bare.split(" ");
  const families = words.slice(0, -1).map((_, count) => words.slice(0, count + 1).join(" "));
  const { ends, inner } = partsOf(chunksOf(name, own));
  const branded = (part: string) => [part, ...brands.map((brand) => `${brand} ${part}`)];
  return {
    full: [model, bare, words.join(""), ...brands.map((brand) => `${brand} ${bare}`)],
    short: [...(/^\p{L}{3}/u.test(bare) ? families : []), ...ends.flatMap(spoken).flatMap(branded)],
    inner: inner.flatMap(spoken).flatMap(branded),
  };
}

/**
 * Splits a model at white space, without its brand. Parts that a hyphen joins stay together: the T4 of an X-T4 is no
 * name by itself.
 */
function chunksOf(model: string, brand: string | undefined): string[] {
  const chunks = model.split(/\s+/).map(nameKey);
  return chunks[0] === brand ? chunks.slice(1) : chunks;
}

/** Returns the parts of a model that may stand for it, since they have a number and letters: "R6", "15 Pro", "G7 X". */
function partsOf(chunks: string[]): { ends: string[]; inner: string[] } {
  const [ends, inner]: [string[], string[]] = [[], []];
  for (let from = 0; from < chunks.length; from++) {
    for (let to = from + 1; to <= chunks.length; to++) {
      const part = chunks.slice(from, to).join(" ");
      const isTelling = /\p{N}/u.test(part) && /\p{L}/u.test(part) && part.length >= 2;
      if (isTelling && (from > 0 || to < chunks.length)) (to === chunks.length ? ends : inner).push(part);
    }
  }
  return { ends, inner };
}

const marks: [RegExp, string][] = [
  [/ mark (ii|iii|iv|v)\b/, " $1"],
  [/ mark ii\b/, " mark 2"],
  [/ mark iii\b/, " mark 3"],
  [/ mark iv\b/, " mark 4"],
  [/ mark\b/, " mk"],
];

/** Adds other ways to say a part: "R6 II" and "R6 Mk 2" for the R6 Mark II, "15Pro". */
function spoken(part: string): string[] {
  const said = marks.flatMap(([mark, as]) => (mark.test(part) ? [part.replace(mark, as)] : []));
  return [part, part.replaceAll(" ", ""), ...said];
}

/**
 * Returns short names of a lens: "EF24-105mm f/4L IS USM" is also the EF24-105mm, the 24-105mm and the
 * 24-105.
 */
function lensKeys(lens: string): string[] {
  const focal = /\d{2,4}(?:-\d{2,4})?\s?mm/i.exec(lens)?.[0] ?? "";
  return [
    nameKey(lens.split(/\s+f\/?\d/i, 1)[0] ?? ""),
    nameKey(focal),
    nameKey(focal.replace(/\s?mm$/i, "")),
  ];
}
