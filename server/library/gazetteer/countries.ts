import { languageCodes } from "#server/languages/codes.ts";
import { nameKey, withoutDigraphs } from "./names.ts";

/** Other names that people use for countries, besides their names in CLDR. */
const synonyms: Record<string, string[]> = {
  AE: ["UAE", "Emirates", "Emirate", "Vereinigte Emirate", "Emiratos", "Émirats"],
  BA: ["Bosnia", "Bosnien", "Bosnie"],
  BY: ["Belorussia", "Weißrussland", "Biélorussie"],
  CD: ["DR Congo", "Democratic Republic of the Congo", "Demokratische Republik Kongo"],
  CG: ["Congo", "Kongo", "Republic of the Congo"],
  CI: ["Ivory Coast", "Elfenbeinküste"],
  CN: ["People's Republic of China", "Volksrepublik China"],
  CV: ["Cape Verde", "Kap Verde"],
  CZ: ["Czech Republic", "Tschechische Republik", "República Checa", "République tchèque"],
  DE: ["Federal Republic of Germany", "Bundesrepublik Deutschland", "BRD"],
  DO: ["Dominican Republic"],
  FO: ["Faroe Islands", "Färöer-Inseln"],
  GB: ["UK", "Great Britain", "Großbritannien", "Britain", "Gran Bretaña", "Grande-Bretagne"],
  IR: ["Persia", "Persien"],
  KP: ["North Korea"],
  KR: ["South Korea", "Korea", "Republic of Korea", "Corea", "Corée"],
  MD: ["Moldova", "Moldawien", "Moldavia", "Moldavie"],
  MK: ["North Macedonia", "Macedonia", "Mazedonien", "Macédoine"],
  MM: ["Myanmar", "Burma", "Birma", "Birmania", "Birmanie"],
  NL: ["Holland", "The Netherlands", "Holanda", "Hollande"],
  PS: ["Palestine", "Palästina", "Palestina"],
  RU: ["Russian Federation", "Russische Föderation"],
  SK: ["Slovak Republic"],
  SY: ["Syria", "Syrien"],
  SZ: ["Swaziland", "Swasiland"],
  TL: ["East Timor", "Osttimor"],
  TR: ["Turkey", "Türkei"],
  TW: ["Formosa"],
  TZ: ["Tanzania"],
  US: [
    "USA",
    "US",
    "United States of America",
    "America",
    "Amerika",
    "Vereinigte Staaten von Amerika",
    "EE. UU.",
    "EEUU",
  ],
  VA: ["Vatican", "Vatikan", "Holy See", "Vaticano", "El Vaticano"],
  VN: ["Viet Nam"],
  XK: ["Kosovo"],
};

/** Names for countries whose CLDR name nobody would write under a photo. */
const plain: Record<string, string> = {
  BA: "Bosnia and Herzegovina",
  CD: "DR Congo",
  CG: "Republic of the Congo",
  HK: "Hong Kong",
  MM: "Myanmar",
  MO: "Macao",
  PS: "Palestine",
  TR: "Turkey",
};

let display: Intl.DisplayNames[] | null = null;

/** Makes the names when they are first needed, because they take 7 MB; the first ones are those that we keep. */
function displayNames(): Intl.DisplayNames[] {
  display ??= languageCodes.flatMap((code) =>
    (["long", "short"] as const).map(
      (style) => new Intl.DisplayNames(code, { type: "region", style, fallback: "none" }),
    ),
  );
  return display;
}

/** Codes that CLDR names but that are no countries; Ceuta and the Canaries are regions of Spain. */
const notCountries = new Set(["EA", "EU", "EZ", "IC", "QO", "UN", "XA", "XB", "ZZ"]);

/**
 * Returns the English name of a country by its two-letter code; null if there is no such country any more.
 */
export function countryName(code: string): string | null {
  if (!/^[A-Z]{2}$/.test(code) || notCountries.has(code)) return null;
  if (new Intl.Locale(`und-${code}`).region !== code) return null;
  return plain[code] ?? displayNames()[0]?.of(code)?.replace(" & ", " and ") ?? null;
}

/** Returns the keys of a country's names in all languages. */
export function countryKeys(code: string): string[] {
  const name = countryName(code);
  if (name === null) return [];
  const names = [name, ...displayNames().map((display) => display.of(code)), ...(synonyms[code] ?? [])];
  return [...new Set(names.map((each) => nameKey(each ?? "")))].filter((key) => key !== "");
}

let codes: Map<string, string> | null = null;

/**
 * Returns the code of a country by any of its names in English or German, "Tuerkei" too; null if there is
 * none.
 */
export function countryCodeOf(name: string): string | null {
  codes ??= codesByKey();
  const key = nameKey(name);
  return codes.get(key) ?? codes.get(withoutDigraphs(key) ?? "") ?? null;
}

function codesByKey(): Map<string, string> {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const found = new Map<string, string>();
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    for (const key of countryKeys(code)) if (!found.has(key)) found.set(key, code);
  }
  return found;
}
