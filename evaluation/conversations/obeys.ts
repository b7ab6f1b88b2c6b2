import { cameraNameOf, distanceKm, fieldsOf } from "./facts.ts";
import type { FixturePhoto } from "./photo.ts";

/** A filter of a plan, as the API tells it. An unknown field or operator counts as disobeyed. */
export interface ToldFilter {
  field: string;
  operator: string;
  value: unknown;
  negated: boolean;
  either: number | null;
  /** The person has taken it off for now, so that it need not hold. */
  off?: boolean | undefined;
  words: string;
}

/**
 * Returns the words of the filters that a photo does not obey. The caller says whether it is a favourite,
 * because no file does.
 */
export function disobeyed(photo: FixturePhoto, filters: ToldFilter[], isFavourite: boolean): string[] {
  const asked = filters.filter(({ off }) => off !== true);
  const groups = Map.groupBy(asked.entries(), ([at, { either }]) => either ?? `alone ${at}`);
  return [...groups.values()].flatMap((group) => {
    const alternatives = group.map(([, filter]) => filter);
    const isMet = alternatives.some((filter) => holds(photo, filter, isFavourite) !== filter.negated);
    return isMet ? [] : [alternatives.map(({ words, field }) => `${field} “${words}”`).join(" or ")];
  });
}

function holds(photo: FixturePhoto, { field, operator, value }: ToldFilter, isFavourite: boolean): boolean {
  const { place } = photo;
  if (field === "near") {
    const [latitude = Number.NaN, longitude = Number.NaN, km = 0] = numbers(value);
    return place !== null && distanceKm([place.latitude, place.longitude], [latitude, longitude]) <= km + 0.1;
  }
  const actual = field === "favourite" ? isFavourite : fieldsOf(photo)[field];
  if (actual === undefined) return false;
  if (operator === "known") return actual !== null && !(Array.isArray(actual) && actual.length === 0);
  if (actual === null) return false;
  // A plan may tell a model without its maker.
  const all = field === "model" ? [cameraNameOf(photo), bareModel(photo)] : [actual].flat();
  const same = (wanted: unknown) => all.some((one) => plain(one) === plain(wanted));
  switch (operator) {
    case "=":
    case "contains":
      return same(value);
    case "in":
      return [value].flat().some(same);
    case "within":
      return isWithin(Number(actual), numbers(value));
    case "<":
      return Number(actual) < Number(value);
    case "<=":
      return Number(actual) <= Number(value);
    case ">":
      return Number(actual) > Number(value);
    case ">=":
      return Number(actual) >= Number(value);
    default:
      return false;
  }
}

function isWithin(actual: number, ranges: number[]): boolean {
  return ranges.some((from, at) => at % 2 === 0 && actual >= from && actual < (ranges[at + 1] ?? from));
}

const numbers = (value: unknown): number[] => (Array.isArray(value) ? value.map(Number) : []);

const bareModel = ({ camera }: FixturePhoto): string | undefined =>
  camera?.model.replace(/^(Canon|NIKON) /, "");

/** Case and accents make no difference. */
function plain(value: unknown): string {
  return String(value).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
