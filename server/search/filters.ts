import type { Clause, Condition, PhotoIndex } from "../engines/index/port.ts";
import { AppError } from "../errors.ts";
import { distance, kmPerDegree, radian } from "../library/earth.ts";
import type { Photos } from "../library/photos.ts";
import type { Position } from "../library/traits.ts";
import type { Albums } from "./albums.ts";
import { circle, type PlanFilter, type SearchPlan } from "./types.ts";

/** The filters of a plan: conditions for the index, and a test for what the index cannot decide. */
export interface Filtering {
  /** Conditions that must all hold. They let through every photo that the filters do, and perhaps more. */
  clauses: Clause[];
  /** Returns a test for these photos that applies the filters exactly. */
  keep(photoIds: string[]): Promise<(photoId: string) => boolean>;
  /** Returns the photos of an album that all photos must be in; null where none is named. */
  among: (() => Promise<string[]>) | null;
}

export interface FilterNeeds {
  index: PhotoIndex;
  photos: Photos;
  /** Absent where there are none. */
  albums?: Pick<Albums, "photosOf">;
}

const everyOne = async () => () => true;
/** The most photos that are looked up for the alternatives to a circle. */
const mostAlternatives = 100_000;

/** The index knows nothing of circles and albums. */
const isBeyondIndex = ({ field }: PlanFilter) => field === "near" || field === "album";

/** Returns the filters that are not taken off. */
export function heldOf({ filters }: Pick<SearchPlan, "filters">): PlanFilter[] {
  return filters.filter(({ off }) => !off);
}

/**
 * Splits filters into conditions for the index and an exact test. All filters must hold; of filters that
 * share a number in `either`, one is enough. The index knows a circle as a box; `keep` tests it exactly.
 */
export function filteringBy(
  { index, photos, albums }: FilterNeeds,
  owner: string,
  filters: PlanFilter[],
): Filtering {
  const held = heldOf({ filters });
  const groups = Map.groupBy(held, ({ either }, at) => either ?? `alone ${at}`).values();
  const clauses: Clause[] = [];
  const round: PlanFilter[][] = [];
  for (const group of groups) {
    const isRound = group.some(isBeyondIndex);
    if (isRound) round.push(group);
    const [first] = group;
    if (group.length === 1 && first?.field === "near") clauses.push(...(first.negated ? [] : boxOf(first)));
    else if (!isRound) clauses.push(...clausesOf(group.flatMap(conditionsOf)));
  }
  if (round.length === 0) return { clauses, keep: everyOne, among: null };

  // A living album is a search, so that each is looked up once.
  const albumIds = new Map<string, Promise<string[]>>();
  const inAlbum = (id: string): Promise<string[]> => {
    const known = albumIds.get(id) ?? photosInAlbum(albums, owner, id);
    albumIds.set(id, known);
    return known;
  };
  const only = round
    .flatMap((group) => (group.length === 1 ? group : []))
    .find(({ field, negated }) => field === "album" && !negated);

  async function keep(photoIds: string[]): Promise<(photoId: string) => boolean> {
    const isPlaced = round.flat().some(({ field }) => field === "near");
    const positions = isPlaced ? await photos.positions(owner, photoIds) : new Map<string, Position>();
    const tests = await Promise.all(
      round.map(async (group) => {
        const others = group.flatMap(conditionsOf);
        const filter = [...clauses, ...clausesOf(others)];
        const found = others.length > 0 ? await index.browse({ owner, filter, limit: mostAlternatives }) : [];
        const byOthers = new Set(found.map(({ photoId }) => photoId));
        const circles = group.filter(({ field }) => field === "near");
        const named = group.filter(({ field }) => field === "album");
        const inAlbums = await Promise.all(
          named.map(async ({ value, negated }) => {
            const there = new Set(await inAlbum(String(value)));
            return (photoId: string) => there.has(photoId) !== negated;
          }),
        );
        return (photoId: string) =>
          byOthers.has(photoId) ||
          circles.some((each) => isMet(each, positions.get(photoId))) ||
          inAlbums.some((holds) => holds(photoId));
      }),
    );
    return (photoId) => tests.every((test) => test(photoId));
  }

  return { clauses, keep, among: only ? () => inAlbum(String(only.value)) : null };
}

/**
 * The spans of time that may be unknown in a date (see `takenSpan`), and the unit of time that must then lie wholly
 * within the filter.
 */
const spans = [
  { takenSpan: 0, beginning: (at: number) => at },
  { takenSpan: 31, beginning: (at: number) => Date.UTC(yearOfDate(at), new Date(at).getUTCMonth()) },
  { takenSpan: 366, beginning: (at: number) => Date.UTC(yearOfDate(at), 0) },
];
const yearOfDate = (at: number) => new Date(at).getUTCFullYear();

/**
 * Makes the clauses of alternatives. A photo of which only the year is known is in "July" only if the whole year is, so
 * there is one clause for each unknown span.
 */
function clausesOf(conditions: Condition[]): Clause[] {
  const [only] = conditions;
  if (!conditions.some(({ field, operator }) => field === "taken" && operator !== "known"))
    return [conditions.length === 1 && only ? only : conditions];
  return spans.map(({ takenSpan, beginning }) => [
    { field: "takenSpan", operator: "=", value: takenSpan, negated: true },
    ...conditions.map((condition) =>
      condition.field === "taken" ? wholeIn(condition, beginning) : condition,
    ),
  ]);
}

/** Moves the ends of a time back so far that a month or year which begins in it also ends in it. */
function wholeIn(condition: Condition, beginning: (at: number) => number): Condition {
  const { operator, value } = condition;
  if (operator === "within" && Array.isArray(value)) {
    const ends = value.map((at, index) =>
      index % 2 === 0 ? Number(at) : Math.max(Number(value[index - 1]), beginning(Number(at))),
    );
    return { ...condition, value: ends };
  }
  if (operator === "<" && typeof value === "number") return { ...condition, value: beginning(value) };
  return condition;
}

/** An album that has been deleted since has no photos. */
async function photosInAlbum(albums: FilterNeeds["albums"], owner: string, id: string): Promise<string[]> {
  try {
    return (await albums?.photosOf(owner, id)) ?? [];
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return [];
    throw error;
  }
}

function conditionsOf({ field, operator, value, negated }: PlanFilter): Condition[] {
  return field === "near" || field === "album" || operator === "near"
    ? []
    : [{ field, operator, value, negated }];
}

function isMet({ value, negated }: PlanFilter, position: Position | undefined): boolean {
  const [latitude, longitude, km] = circle.parse(value);
  const isWithin =
    position !== undefined && distance(latitude, longitude, position.latitude, position.longitude) <= km;
  return isWithin !== negated;
}

/** Returns a box of degrees that contains the circle. */
function boxOf({ value }: PlanFilter): Condition[] {
  const [latitude, longitude, km] = circle.parse(value);
  const up = km / kmPerDegree + 1e-6;
  const [south, north] = [latitude - up, latitude + up];
  const within = (field: "latitude" | "longitude", ranges: number[]): Condition => ({
    field,
    operator: "within",
    value: ranges,
    negated: false,
  });
  const high = within("latitude", [south, north]);
  // Around a pole every longitude is near.
  if (south <= -90 || north >= 90) return [high];
  const across =
    Math.asin(Math.min(1, Math.sin((km / kmPerDegree) * radian) / Math.cos(latitude * radian))) / radian +
    1e-6;
  if (!(across < 180)) return [high];
  const [west, east] = [longitude - across, longitude + across];
  if (west < -180) return [high, within("longitude", [-180, east, west + 360, 180.1])];
  if (east > 180) return [high, within("longitude", [-180, east - 360, west, 180.1])];
  return [high, within("longitude", [west, east])];
}
