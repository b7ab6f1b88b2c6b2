import { countryKeys } from "#server/library/gazetteer/countries.ts";
import { nameKey, townKeys } from "#server/library/gazetteer/names.ts";
import type { VocabularyEntry } from "../reading/types.ts";
import type { Library } from "./library.ts";

/** What an entry is found by, folded. A short name gives way to whatever of its kind bears it in full. */
export interface Keys {
  full: string[];
  short: string[];
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
    case "make":
      return { full: [own], short: [firstWord(own)] };
    case "keyword":
    case "place":
      return { full: [own], short: [] };
    case "camera":
      return cameraKeys(own, [...(library.makes.get(entry.value) ?? [])]);
    case "lens":
      return { full: [own], short: lensKeys(entry.value) };
  }
}

export function firstWord(key: string): string {
  return key.split(" ", 1)[0] ?? "";
}

/** "St. Gallen", "Sankt Gallen" and "Saint Gallen" are one. */
function saints(key: string): string[] {
  const saint = /^(?:st|sankt|saint) /;
  return saint.test(key) ? ["st ", "sankt ", "saint "].map((word) => key.replace(saint, word)) : [];
}

/** "Frankfurt am Main" is Frankfurt, "Halle (Saale)" Halle, "Newcastle upon Tyne" Newcastle. */
function withoutRiver(city: string): string {
  return nameKey(city.split(/\s+(?:am|an der|ob der|upon)\s+|[,(/]/i, 1)[0] ?? "");
}

/** "Canon EOS 40D" is also the EOS 40D, EOS40D, 40D and an EOS; "iPhone 12 Pro" also an iPhone 12 and an iPhone. */
function cameraKeys(model: string, makes: string[]): Keys {
  const brands = makes.map((make) => firstWord(nameKey(make)));
  const own = brands.find((brand) => model.startsWith(`${brand} `));
  const bare = own ? model.slice(own.length + 1) : model;
  const words = bare.split(" ");
  const families = words.slice(0, -1).map((_, count) => words.slice(0, count + 1).join(" "));
  const last = words.at(-1) ?? "";
  return {
    full: [model, bare, words.join(""), ...brands.map((brand) => `${brand} ${bare}`)],
    short: [
      ...(/^\p{L}{3}/u.test(bare) ? families : []),
      ...(/^(?=.*\p{N})(?=.*\p{L}).{3,}$/u.test(last) ? [last] : []),
    ],
  };
}

/** "EF24-105mm f/4L IS USM" is also the EF24-105mm and the 24-105mm. */
function lensKeys(lens: string): string[] {
  const focal = /\d{2,4}(?:-\d{2,4})?\s?mm/i.exec(lens)?.[0] ?? "";
  return [nameKey(lens.split(/\s+f\/?\d/i, 1)[0] ?? ""), nameKey(focal)];
}
