import { countryKeys } from "#server/library/gazetteer/countries.ts";
import { nameKey, townKeys } from "#server/library/gazetteer/names.ts";
import type { VocabularyEntry } from "../reading/types.ts";
import type { Library } from "./library.ts";

/**
 * The folded keys of an entry. A short key gives way to entries of the same kind that have it as a full key.
 */
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
 * Returns all names of a camera: "Canon EOS 40D" is also the EOS 40D, EOS40D, 40D and an EOS; "iPhone 12 Pro"
 * is also an iPhone 12 and an iPhone.
 */
function cameraKeys(model: string, makes: string[]): Keys {
  const brands = makes.map((make) => firstWord(nameKey(make)));
  const own = brands.find((brand) => model.startsWith(`${brand} `));
  const rest = own ? model.slice(own.length + 1) : model;
  // Without its brand, OM's "OM-1" would be called 1 and the Leica Q just Q, so such models keep it.
  const bare = /^(?=.*\p{L})..|^.{3}/u.test(rest) ? rest : model;
  const words = bare.split(" ");
  const families = words.slice(0, -1).map((_, count) => words.slice(0, count + 1).join(" "));
  const last = words.at(-1) ?? "";
  const sold = soldAs(bare);
  return {
    full: [
      ...[model, bare, words.join("")],
      ...[bare, ...sold].flatMap((name) => [name, ...brands.map((brand) => `${brand} ${name}`)]),
    ],
    short: [
      ...(/^\p{L}{3}/u.test(bare) ? families : []),
      ...(/^(?=.*\p{N})(?=.*\p{L}).{3,}$/u.test(last) ? [last] : []),
    ],
  };
}

const roman = ["", "", "ii", "iii", "iv", "v", "vi", "vii"];

/**
 * Returns the names that a Sony is sold as: its files say "ILCE-7M3" for the α7 III, and "DSC-RX100M7" for
 * the RX100 VII.
 */
function soldAs(model: string): string[] {
  const [, alpha, compact, mark = "1"] = /^(?:ilce (\w*?)|dsc (rx\w*?))(?:m(\d))?$/.exec(model) ?? [];
  const name = compact ?? (alpha && `a${alpha}`);
  if (!name) return [];
  const number = roman[Number(mark)] ?? "";
  const names = alpha ? [name, `alpha ${alpha}`] : [name];
  return names.flatMap((each) => (number ? [`${each} ${number}`, `${each}${number}`] : [each]));
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
