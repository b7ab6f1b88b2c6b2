import type { Clause, Condition, PhotoIndex } from "../engines/index/port.ts";
import { distance, kmPerDegree, radian } from "../library/earth.ts";
import type { Photos } from "../library/photos.ts";
import type { Position } from "../library/traits.ts";
import { circle, type PlanFilter, type SearchPlan } from "./types.ts";

/** The filters of a plan: conditions for the index, and a test for what the index cannot decide. */
export interface Filtering {
  /** Conditions that must all hold. They let through every photo that the filters do, and perhaps more. */
  clauses: Clause[];
  /** Returns a test for these photos that applies the filters exactly. */
  keep(photoIds: string[]): Promise<(photoId: string) => boolean>;
}

interface Needs {
  index: PhotoIndex;
  photos: Photos;
}

const everyOne = async () => () => true;
/** The most photos that are looked up for the alternatives to a circle. */
const mostAlternatives = 100_000;

/** Returns the filters that are not taken off. */
export function heldOf({ filters }: Pick<SearchPlan, "filters">): PlanFilter[] {
  return filters.filter(({ off }) => !off);
}

/**
 * Splits filters into conditions for the index and an exact test. All filters must hold; of filters that
 * share a number in `either`, one is enough. The index knows a circle as a box; `keep` tests it exactly.
 */
export function filteringBy({ index, photos }: Needs, owner: string, filters: PlanFilter[]): Filtering {
  const held = heldOf({ filters });
  const groups = Map.groupBy(held, ({ either }, at) => either ?? `alone ${at}`).values();
  const clauses: Clause[] = [];
  const round: PlanFilter[][] = [];
  for (const group of groups) {
    const isRound = group.some(({ field }) => field === "near");
    if (isRound) round.push(group);
    const [first] = group;
    if (group.length === 1 && first?.field === "near") clauses.push(...(first.negated ? [] : boxOf(first)));
    else if (!isRound)
      clauses.push(group.length === 1 ? (group.flatMap(conditionsOf)[0] ?? []) : group.flatMap(conditionsOf));
  }
  if (round.length === 0) return { clauses, keep: everyOne };

  async function keep(photoIds: string[]): Promise<(photoId: string) => boolean> {
    const positions = await photos.positions(owner, photoIds);
    const tests = await Promise.all(
      round.map(async (group) => {
        const others = group.flatMap(conditionsOf);
        const filter = [...clauses, others];
        const found = others.length > 0 ? await index.browse({ owner, filter, limit: mostAlternatives }) : [];
        const byOthers = new Set(found.map(({ photoId }) => photoId));
        const circles = group.filter(({ field }) => field === "near");
        return (photoId: string) =>
          byOthers.has(photoId) || circles.some((each) => isMet(each, positions.get(photoId)));
      }),
    );
    return (photoId) => tests.every((test) => test(photoId));
  }

  return { clauses, keep };
}

function conditionsOf({ field, operator, value, negated }: PlanFilter): Condition[] {
  return field === "near" || operator === "near" ? [] : [{ field, operator, value, negated }];
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
