import { fold } from "#server/engines/index/fold.ts";
import type { LibraryNames, ReadingContext, VocabularyEntry } from "../types.ts";
import { isTypo } from "../typos.ts";

const lisbon = { latitude: 38.72, longitude: -9.14 };

/** The names of a small library, under each form that people may use. Several entries may share a form. */
const library: Record<string, VocabularyEntry[]> = {
  "lisbon|lisboa|lissabon": [{ kind: "city", value: "Lisbon", photos: 120, ...lisbon }],
  porto: [
    { kind: "city", value: "Porto", photos: 40, latitude: 41.15, longitude: -8.61 },
    { kind: "region", value: "Porto", photos: 44 },
  ],
  nice: [{ kind: "city", value: "Nice", photos: 12, latitude: 43.7, longitude: 7.27 }],
  paris: [{ kind: "city", value: "Paris", photos: 60, latitude: 48.86, longitude: 2.35 }],
  berlin: [{ kind: "city", value: "Berlin", photos: 300, latitude: 52.52, longitude: 13.4 }],
  reading: [{ kind: "city", value: "Reading", photos: 3 }],
  essen: [{ kind: "city", value: "Essen", photos: 5 }],
  "new york": [{ kind: "city", value: "New York", photos: 25 }],
  "turkey|turkei|türkei": [{ kind: "country", value: "Turkey", photos: 9 }],
  china: [{ kind: "country", value: "China", photos: 7 }],
  portugal: [{ kind: "country", value: "Portugal", photos: 160, latitude: 39.5, longitude: -8 }],
  "germany|deutschland": [{ kind: "country", value: "Germany", photos: 500, latitude: 51, longitude: 10 }],
  "spain|spanien": [{ kind: "country", value: "Spain", photos: 30, latitude: 40, longitude: -4 }],
  "bavaria|bayern": [{ kind: "region", value: "Bavaria", photos: 50 }],
  "eiffel tower|eiffelturm": [{ kind: "place", value: "Eiffel Tower", photos: 8 }],
  jordan: [
    { kind: "country", value: "Jordan", photos: 20 },
    { kind: "person", value: "Jordan", photos: 4 },
  ],
  anna: [{ kind: "person", value: "Anna", photos: 80 }],
  ben: [{ kind: "person", value: "Ben", photos: 30 }],
  rose: [{ kind: "person", value: "Rose", photos: 6 }],
  "maria schmidt|maria": [{ kind: "person", value: "Maria Schmidt", photos: 11 }],
  holiday: [{ kind: "keyword", value: "holiday", photos: 25 }],
  urlaub: [{ kind: "keyword", value: "Urlaub", photos: 25 }],
  "canon eos 40d|eos 40d": [{ kind: "camera", value: "Canon EOS 40D", photos: 70 }],
  "iphone 13|iphone": [{ kind: "camera", value: "iPhone 13", photos: 90 }],
  canon: [{ kind: "make", value: "Canon", photos: 70 }],
  nikon: [{ kind: "make", value: "NIKON CORPORATION", photos: 15 }],
  "ef 50mm": [{ kind: "lens", value: "EF50mm f/1.8", photos: 9 }],
};

function vocabularyOf(names: Record<string, VocabularyEntry[]>): LibraryNames {
  const byName = new Map(
    Object.entries(names).flatMap(([all, entries]) =>
      all.split("|").map((name) => [fold(name), entries] as const),
    ),
  );
  return {
    people: Object.values(names)
      .flat()
      .flatMap(({ kind, value }) => (kind === "person" ? [value] : [])),
    locate: (town) => (town === "osaka" ? { name: "Osaka", latitude: 34.69, longitude: 135.5 } : null),
    find: (phrase) => byName.get(phrase) ?? [],
    near: (word) => [...byName].filter(([name]) => isTypo(word, name)).flatMap(([, entries]) => entries),
  };
}

/** Sunday, 22 November 2026, noon, in Berlin; a library from 2015 on. */
export const context: ReadingContext = {
  now: new Date("2026-11-22T11:00:00Z"),
  timeZone: "Europe/Berlin",
  vocabulary: vocabularyOf(library),
  years: [2015, 2026],
  home: "Germany",
  literal: [],
  hasShown: false,
  spoken: [],
};

export const shown: ReadingContext = { ...context, hasShown: true };
