import type { Clause, Condition, PhotoIndex } from "../engines/index/port.ts";
import { distance, kmPerDegree, radian } from "../library/earth.ts";
import type { Photos } from "../library/photos.ts";
import type { Position } from "../library/traits.ts";
import { circle, type PlanFilter, type SearchPlan } from "./types.ts";

/** What the filters of a plan ask of the index, and what can only be told from the photos that it finds. */
export interface Filtering {
  /** All must hold; no photo that the filters let through is lost to them. */
  clauses: Clause[];
  /** Those of the photos that the filters let through to the last. */
  keep(photoIds: string[]): Promise<(photoId: string) => boolean>;
}

interface Needs {
  index: PhotoIndex;
  photos: Photos;
}

const everyOne = async () => () => true;
/** Of alternatives to a circle: so many photos of theirs are known. */
const mostAlternatives = 100_000;

/** Those that are not taken off. */
export function heldOf({ filters }: Pick<SearchPlan, "filters">): PlanFilter[] {
  return filters.filter(({ off }) => !off);
}

/** All filters must hold; of those that share a number in `either`, one. Circles are a box in the index, and exact here. */
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

/** Whatever lies in the circle lies in this box of degrees. */
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
