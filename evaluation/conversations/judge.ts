import type { Expectation, Order, Where } from "./cases.ts";
import { dateOf } from "./facts.ts";
import type { FixturePhoto } from "./photo.ts";

export interface Got {
  /** In the order in which they were returned. */
  photos: FixturePhoto[];
  words: string;
  error: string | null;
  filters: { field: string }[];
}

/** Tells what is wrong with an answer, one line for each fault. `shown` holds the photos of the answer before it. */
export function faultsOf(
  expect: Expectation,
  got: Got,
  library: FixturePhoto[],
  shown: FixturePhoto[],
): string[] {
  if (got.error !== null) return [`error ${got.error}`];
  return [
    ...(expect.set ? setFaults(expect.set, expect, got.photos, library) : []),
    ...(expect.order ? orderFaults(expect.order, got.photos) : []),
    ...(expect.includes ? missing(library.filter(expect.includes), got.photos) : []),
    ...(expect.excludes ? extra(got.photos.filter(expect.excludes)) : []),
    ...(expect.proof ? proofFaults(expect.proof, got.photos) : []),
    ...(expect.shownAt ? sameFaults(pick(shown, expect.shownAt), got.photos) : []),
    ...((expect.none || expect.chat) && got.photos.length > 0 ? extra(got.photos) : []),
    ...(expect.atMost !== undefined && got.photos.length > expect.atMost
      ? [`${got.photos.length} photos, at most ${expect.atMost} expected`]
      : []),
    ...wordFaults(expect, got, library),
    ...(expect.unfiltered ?? [])
      .filter((field) => got.filters.some((filter) => filter.field === field))
      .map((field) => `filters on ${field}`),
  ];
}

function setFaults(
  set: Where,
  { limit, order, perDay }: Expectation,
  photos: FixturePhoto[],
  library: FixturePhoto[],
): string[] {
  const whole = library.filter(set);
  if (perDay) return perDayFaults(whole, photos);
  if (limit === undefined) return sameFaults(whole, photos);
  const count = Math.min(limit, whole.length);
  const faults = photos.length === count ? [] : [`${photos.length} photos, ${count} expected`];
  const among = extra(photos.filter((photo) => !set(photo)));
  if (!order) return [...faults, ...among];
  // Photos may have the same time or rating, so any photo that equals the last expected one is right too.
  const last = whole.toSorted((a, b) => placeIn(order, b) - placeIn(order, a))[count - 1];
  const worse = last ? photos.filter((photo) => placeIn(order, photo) < placeIn(order, last)) : [];
  return [...faults, ...among, ...extra(worse)];
}

function perDayFaults(whole: FixturePhoto[], photos: FixturePhoto[]): string[] {
  const days = new Set(whole.map(dateOf));
  const got = photos.map(dateOf);
  const faults = extra(photos.filter((photo) => !whole.includes(photo)));
  if (new Set(got).size < got.length) faults.push("two photos of one day");
  if (days.size !== new Set(got).size) faults.push(`${new Set(got).size} days, ${days.size} expected`);
  return faults;
}

function orderFaults(order: Order, photos: FixturePhoto[]): string[] {
  const values = photos
    .filter(({ taken }) => order === "best" || taken !== null)
    .map((photo) => placeIn(order, photo));
  const isSorted = values.every((value, at) => at === 0 || value <= (values[at - 1] ?? value));
  return isSorted ? [] : [`not ${order} first: ${namesOf(photos)}`];
}

/** Returns the number that decides the place in this order: the photo with the greater number comes first. */
function placeIn(order: Order, { taken, rating }: FixturePhoto): number {
  if (order === "best") return rating ?? 0;
  // A photo without a date is neither the newest nor the oldest.
  if (taken === null) return Number.MIN_SAFE_INTEGER;
  const time = Date.parse(`${taken}Z`);
  return order === "newest" ? time : -time;
}

function proofFaults(proof: Where, photos: FixturePhoto[]): string[] {
  return [
    ...(photos.length === 0 ? ["no photo is shown"] : []),
    ...extra(photos.filter((photo) => !proof(photo))),
  ];
}

function wordFaults(expect: Expectation, { words, photos }: Got, library: FixturePhoto[]): string[] {
  const faults: string[] = [];
  if (expect.chat && words.trim() === "") faults.push("says nothing");
  if (expect.count) {
    const count = library.filter(expect.count).length;
    if (!new RegExp(`(^|\\D)${count}(\\D|$)`).test(words)) faults.push(`says “${words}”, not ${count}`);
  }
  const end = expect.first ?? expect.last;
  if (end) {
    const by = expect.first ? "oldest" : "newest";
    const [photo] = library.filter(end).toSorted((a, b) => placeIn(by, b) - placeIn(by, a));
    const day = photo?.taken ? daysOf(photo.taken) : [];
    if (!day.some((form) => words.includes(form))) faults.push(`says “${words}”, not ${day[0]}`);
    if (photo && !photos.includes(photo)) faults.push(`${photo.name} is not shown`);
  }
  for (const form of expect.answer ?? []) if (!form.test(words)) faults.push(`says “${words}”, not ${form}`);
  for (const form of expect.unsaid ?? []) if (form.test(words)) faults.push(`says “${words}”`);
  return faults;
}

/** All forms in which an answer may say a day. */
function daysOf(taken: string): string[] {
  const date = new Date(`${taken.slice(0, 10)}T00:00:00Z`);
  const as = (locale: string) =>
    date.toLocaleDateString(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return [as("en-GB"), as("en-US"), as("de-DE"), taken.slice(0, 10)];
}

function pick(shown: FixturePhoto[], positions: number[]): FixturePhoto[] {
  return positions.flatMap((position) => shown.at(position > 0 ? position - 1 : position) ?? []);
}

function sameFaults(expected: FixturePhoto[], photos: FixturePhoto[]): string[] {
  return [
    ...missing(expected, photos),
    ...extra(photos.filter((photo) => !expected.includes(photo))),
    ...(new Set(photos).size < photos.length ? ["a photo twice"] : []),
  ];
}

function missing(expected: FixturePhoto[], photos: FixturePhoto[]): string[] {
  const gone = expected.filter((photo) => !photos.includes(photo));
  return gone.length > 0 ? [`${gone.length} of ${expected.length} missing: ${namesOf(gone)}`] : [];
}

function extra(photos: FixturePhoto[]): string[] {
  return photos.length > 0 ? [`${photos.length} that should not be there: ${namesOf(photos)}`] : [];
}

function namesOf(photos: FixturePhoto[]): string {
  const names = photos.map(({ name }) => name);
  return names.length > 8 ? `${names.slice(0, 8).join(", ")}, … ${names.length - 8} more` : names.join(", ");
}
