import type { Labels } from "../../languages/labels.ts";
import type { Wording } from "../../languages/wording.ts";
import type { Photo } from "../../library/photo.ts";
import type { KnownTrip, Same } from "../reading/types.ts";
import type { PlanFilter } from "../types.ts";

/** Radius in km that counts as the place of a photo whose place has no name. */
const nearby = 1;

/** Makes a filter for the day, month, year or place of this photo; null if its file does not say. */
export function sharing(
  { takenAt, place }: Photo,
  same: Exclude<Same, "trip">,
  words: string,
  say: Wording,
): PlanFilter | null {
  const filter = (condition: Pick<PlanFilter, "field" | "operator" | "value" | "label">): PlanFilter => ({
    ...condition,
    negated: false,
    either: null,
    words,
  });
  if (same === "place") {
    const named = (["city", "region", "country"] as const).find((field) => place?.[field]);
    if (named && place?.[named])
      return filter({ field: named, operator: "=", value: place[named], label: `in ${place[named]}` });
    if (!place || place.latitude === null || place.longitude === null) return null;
    const value = [place.latitude, place.longitude, nearby];
    return filter({ field: "near", operator: "near", value, label: words });
  }
  // A photo of 1987 has no day in common with others.
  if (!takenAt || takenAt.length < { day: 10, month: 7, year: 4 }[same]) return null;
  const [year = 0, month = 1, day = 1] = takenAt.slice(0, 10).split("-").map(Number);
  const stretches = {
    day: [Date.UTC(year, month - 1, day), Date.UTC(year, month - 1, day + 1), say.day(takenAt)],
    month: [Date.UTC(year, month - 1), Date.UTC(year, month), say.month(takenAt)],
    year: [Date.UTC(year, 0), Date.UTC(year + 1, 0), String(year)],
  } as const;
  const [start, end, label] = stretches[same];
  return filter({ field: "taken", operator: "within", value: [start, end], label });
}

/** Makes a filter for the trip that a photo is from; null if it is from none. */
export function tripOf(
  { takenAt }: Photo,
  trips: KnownTrip[],
  words: string,
  say: Labels,
): PlanFilter | null {
  const at = Date.parse(`${takenAt?.slice(0, 10)}T00:00:00Z`);
  const trip = trips.find(({ start, end }) => at >= start && at < end);
  if (!trip) return null;
  const label = trip.place === null ? say.trips : say.trip(trip.place);
  const value = [trip.start, trip.end];
  return { field: "taken", operator: "within", value, negated: false, either: null, words, label };
}
