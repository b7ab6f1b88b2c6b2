import { countryCodeOf, countryName } from "#server/library/gazetteer/countries.ts";
import { namesOfPhotos, type PlaceNames, type SharedNames } from "#server/library/photo-names.ts";
import { createRelatives, type Relative } from "#server/library/relatives.ts";
import type { Rows } from "#server/library/schema.ts";
import type { VocabularyEntry } from "../reading/types.ts";

/** All distinct names in an owner's photos. */
export interface Library {
  entries: VocabularyEntry[];
  /** ISO code of each country, by the name that photos give it. */
  countryCodes: Map<string, string>;
  /** The makes of each camera model. */
  makes: Map<string, Set<string>>;
  /** The relations of people and pets to the owner. */
  relatives?: Relative[];
  home: string | null;
  years: [number, number] | null;
}

/** The fewest photos that make a country the owner's home. */
const handful = 5;

/** Reads the names in all photos of an owner; other work gets its turn every few milliseconds. */
export async function readLibrary(rows: Rows, owner: string): Promise<Library> {
  const counts = createCounts();
  const places = new Map<string, PlaceCount>();
  const makes = new Map<string, Set<string>>();
  let first: string | null = null;
  let last: string | null = null;
  const count = (names: SharedNames) => {
    countPlace(places, names);
    const { make, model, lens, keywords, others, people, photos, taken, until } = names;
    counts.add("make", make, photos);
    counts.add("camera", model, photos);
    counts.add("lens", lens, photos);
    if (make && model) {
      const known = makes.get(model);
      if (known) known.add(make);
      else makes.set(model, new Set([make]));
    }
    for (const keyword of keywords) counts.add("keyword", keyword, photos);
    for (const place of others) counts.add("place", place, photos);
    for (const person of people) counts.add("person", person, photos);
    if (taken !== null && (first === null || taken < first)) first = taken;
    if (until !== null && (last === null || until > last)) last = until;
  };
  for await (const page of namesOfPhotos(rows, owner)) for (const names of page) count(names);
  for (const place of places.values()) {
    const at = place.located > 0 && {
      latitude: place.latitude / place.located,
      longitude: place.longitude / place.located,
    };
    counts.addPlace("city", place.city, place.photos, at || null);
    counts.addPlace("region", place.region, place.photos, at || null);
    counts.addPlace("country", place.country, place.photos, null);
  }
  const entries = counts.entries();
  const countryCodes = codesOf(places.values());
  return {
    entries,
    countryCodes,
    makes,
    relatives: await createRelatives({ rows }).list(owner),
    home: homeOf(entries, countryCodes),
    years: first && last ? [yearOf(first), yearOf(last)] : null,
  };
}

/** Takes a local time such as "2024-07-14T…". */
function yearOf(local: string): number {
  return Number(local.slice(0, 4));
}

interface PlaceCount extends PlaceNames {
  photos: number;
  /** How many of the photos have coordinates; latitude and longitude are the sums over these. */
  located: number;
  latitude: number;
  longitude: number;
}

function countPlace(places: Map<string, PlaceCount>, names: SharedNames): void {
  const { city, region, country, code, photos, located, latitude, longitude } = names;
  if (city === null && region === null && country === null) return;
  const key = `${city}\n${region}\n${country}\n${code}`;
  let place = places.get(key);
  if (!place) {
    place = { city, region, country, code, photos: 0, located: 0, latitude: 0, longitude: 0 };
    places.set(key, place);
  }
  place.photos += photos;
  place.located += located;
  place.latitude += latitude;
  place.longitude += longitude;
}

function codesOf(places: Iterable<PlaceCount>): Map<string, string> {
  const codes = new Map<string, string>();
  for (const { country, code } of places) {
    if (country === null || codes.has(country)) continue;
    const known = countryCodeOf(country) ?? (code && countryName(code) ? code : null);
    if (known) codes.set(country, known);
  }
  return codes;
}

/**
 * Returns the name of the country with the most photos. "Germany" and "Deutschland" are one country; its name
 * is the one that most of its photos give.
 */
function homeOf(entries: VocabularyEntry[], codes: Map<string, string>): string | null {
  const totals = new Map<string, { photos: number; most: VocabularyEntry }>();
  for (const entry of entries) {
    if (entry.kind !== "country") continue;
    const country = codes.get(entry.value) ?? entry.value;
    const total = totals.get(country);
    totals.set(country, {
      photos: (total?.photos ?? 0) + entry.photos,
      most: total && total.most.photos >= entry.photos ? total.most : entry,
    });
  }
  const [home] = [...totals.values()].sort((one, other) => other.photos - one.photos);
  return home && home.photos >= handful ? home.most.value : null;
}

type Kind = VocabularyEntry["kind"];

function createCounts() {
  const kinds = new Map<Kind, Map<string, VocabularyEntry>>();
  const most = new Map<VocabularyEntry, number>();

  function add(kind: Kind, value: string | null, photos = 1): VocabularyEntry | null {
    if (value === null || value.trim() === "") return null;
    const counts = kinds.get(kind) ?? new Map<string, VocabularyEntry>();
    kinds.set(kind, counts);
    const entry = counts.get(value) ?? { kind, value, photos: 0 };
    counts.set(value, entry);
    entry.photos += photos;
    return entry;
  }

  return {
    add,
    /**
     * If two towns share a name, the one with more photos gives the place: halfway between them is nothing.
     */
    addPlace(
      kind: Kind,
      value: string | null,
      photos: number,
      at: { latitude: number; longitude: number } | null,
    ) {
      const entry = add(kind, value, photos);
      if (entry === null || at === null || photos <= (most.get(entry) ?? 0)) return;
      most.set(entry, photos);
      Object.assign(entry, at);
    },
    entries: () => [...kinds.values()].flatMap((counts) => [...counts.values()]),
  };
}
