import { fold } from "#server/engines/index/fold.ts";
import { tokensOf } from "../../languages/tokens.ts";
import { type Claim, claimOf } from "./claims.ts";
import { placesOf } from "./places.ts";
import { isBoundary, type Name, type Sentence } from "./sentence.ts";
import { flatRanges } from "./stretch.ts";
import { classAt, classBefore } from "./tagging.ts";
import type { KnownTrip, NamedAlbum } from "./types.ts";

/** A filter lists at most so many trips; the newest count. */
const mostTrips = 200;

/** Reads albums by their names, and trips by their places, as the last one, or all of them. */
export function readAlbumsAndTrips(sentence: Sentence): Claim[] {
  const { albums = [], trips = [] } = sentence.context;
  if (albums.length + trips.length === 0) return [];
  return sentence.tokens.flatMap(
    (_, at) => albumAt(sentence, at, albums) ?? tripAt(sentence, at, trips) ?? [],
  );
}

/** "the album Summer", "the album called Summer", "the Summer album" */
function albumAt(sentence: Sentence, at: number, albums: NamedAlbum[]): Claim | null {
  const noun = classAt(sentence, "albumsAndTrips.albums", at);
  if (!noun) return null;
  const ahead = classAt(sentence, "albumsAndTrips.called", noun.to)?.to ?? noun.to;
  const found = albums
    .flatMap((album) => {
      const words = tokensOf(album.name, []).flatMap(({ word, isMark }) => (isMark ? [] : word));
      const to = wordsFrom(sentence, ahead, words);
      if (to !== null) return [{ album, from: at, to, length: words.length }];
      const from = wordsBefore(sentence, at, words);
      return from === null ? [] : [{ album, from, to: noun.to, length: words.length }];
    })
    .sort((a, b) => b.length - a.length)[0];
  if (!found) return null;
  const { album, to } = found;
  const condition = { field: "album", operator: "=", value: album.id } as const;
  const label = sentence.language.label.album(album.name);
  return claimOf("album", "keyword", { from: beginning(sentence, found.from), to }, condition, label);
}

/** Returns the token after these words, with the marks around them; null if others stand there. */
function wordsFrom({ tokens }: Sentence, from: number, words: string[]): number | null {
  let at = from;
  for (const word of words) {
    while (tokens[at]?.isMark) at++;
    const token = tokens[at];
    // Quoted words are literal, and no word of a table.
    const said = token?.literal ? fold(token.text).replaceAll("’", "'") : token?.word;
    if (said !== word) return null;
    at++;
  }
  const isQuote = /["”“»]/.test(tokens[at]?.text ?? "");
  return words.length === 0 ? null : isQuote ? at + 1 : at;
}

function wordsBefore(sentence: Sentence, to: number, words: string[]): number | null {
  const end = sentence.tokens[to - 1]?.isMark ? to - 1 : to;
  for (let from = end - words.length; from >= Math.max(0, end - 2 * words.length); from--) {
    if (wordsFrom(sentence, from, words) === end) return from;
  }
  return null;
}

/** "our last trip", "the Lisbon trip", "Urlaub in Portugal"; "trips" alone are all of them. */
function tripAt(sentence: Sentence, at: number, trips: KnownTrip[]): Claim | null {
  const noun = trips.length > 0 ? classAt(sentence, "albumsAndTrips.trips", at) : null;
  if (!noun) return null;
  const { label } = sentence.language;
  const before = [...sentence.names.values()].find(
    ({ to }) => to === at || (to === at - 1 && sentence.tokens[to]?.text === "-"),
  );
  const lead =
    classAt(sentence, "where.leads", noun.to)?.to ?? classAt(sentence, "albumsAndTrips.to", noun.to)?.to;
  const behind = lead === undefined ? undefined : sentence.names.get(lead);
  const name = [before, behind].find((each) => each && placesOf(each).length > 0);
  const meant = name ? trips.filter((trip) => isOf(trip, name)) : trips;
  if (meant.length === 0) return null;
  const begin = name === before && before ? before.from : at;
  const last = classBefore(sentence, "albumsAndTrips.lastTrip", begin);
  const from = beginning(sentence, last?.from ?? begin);
  const to = name === behind && behind ? behind.to : noun.to;
  const place = name ? (placesOf(name)[0]?.value ?? null) : null;
  if (last) return claimOf("trip", "keyword", { from, to }, within(meant.slice(0, 1)), label.lastTrip(place));
  if (place !== null) return claimOf("trip", "keyword", { from, to }, within(meant), label.trip(place));
  // "school trip" is what a photo shows.
  const isFree = isBoundary(sentence, begin - 1) && isBoundary(sentence, to);
  return isFree ? claimOf("all trips", "keyword", { from, to }, within(meant), label.trips) : null;
}

function isOf({ places }: KnownTrip, name: Name): boolean {
  const values = new Set(placesOf(name).map(({ value }) => fold(value)));
  return places.some((place) => values.has(fold(place)));
}

function within(trips: KnownTrip[]) {
  const ranges = trips.slice(0, mostTrips).toSorted((a, b) => a.start - b.start);
  return { field: "taken", operator: "within", value: flatRanges(ranges) } as const;
}

/** Where the words begin that lead to a name: "from the", "auf der". */
function beginning(sentence: Sentence, at: number): number {
  const article = classBefore(sentence, "definite", at)?.from ?? at;
  return (
    classBefore(sentence, "where.leads", article)?.from ??
    classBefore(sentence, "where.of", article)?.from ??
    article
  );
}
