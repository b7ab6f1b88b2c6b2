import type { PhotoNames } from "../../library/photo-names.ts";
import { cameraName } from "../../library/photo-rows.ts";
import type { PlanFilter } from "../types.ts";

export type NameKind =
  | "city"
  | "region"
  | "country"
  | "place"
  | "person"
  | "keyword"
  | "camera"
  | "year"
  | "day";

export interface CountedName {
  kind: NameKind;
  /** The name as people know it. */
  name: string;
  photos: number;
  condition: Pick<PlanFilter, "field" | "operator" | "value">;
}

/** Counts the names of these kinds in photos, the most frequent first. */
export function countNames(photos: PhotoNames[], kinds: readonly NameKind[]): CountedName[] {
  const counts = new Map<string, CountedName>();
  for (const photo of photos) {
    for (const kind of kinds) {
      for (const value of new Set(valuesOf(kind, photo))) {
        const name = kind === "camera" ? (cameraName(photo.make, value) ?? value) : value;
        const key = `${kind} ${value}`;
        const counted = counts.get(key) ?? { kind, name, photos: 0, condition: conditionFor(kind, value) };
        counted.photos++;
        counts.set(key, counted);
      }
    }
  }
  return [...counts.values()].sort(
    (one, other) => other.photos - one.photos || (one.name < other.name ? -1 : 1),
  );
}

function valuesOf(kind: NameKind, photo: PhotoNames): Iterable<string> {
  if (kind === "person") return photo.people;
  if (kind === "keyword") return photo.keywords;
  if (kind === "place") return photo.others;
  const length = kind === "year" ? 4 : 10;
  const single = {
    city: photo.city,
    region: photo.region,
    country: photo.country,
    camera: photo.model,
    year: photo.taken?.slice(0, length),
    day: photo.taken && photo.taken.length >= length ? photo.taken.slice(0, length) : null,
  }[kind];
  return single ? [single] : [];
}

function conditionFor(kind: NameKind, value: string): CountedName["condition"] {
  switch (kind) {
    case "person":
      return { field: "people", operator: "contains", value };
    case "keyword":
      return { field: "keywords", operator: "contains", value };
    case "place":
      return { field: "places", operator: "contains", value };
    case "camera":
      return { field: "model", operator: "=", value };
    case "year":
    case "day": {
      const [year = 0, month = 1, day = 1] = value.split("-").map(Number);
      const end = kind === "year" ? Date.UTC(year + 1, 0) : Date.UTC(year, month - 1, day + 1);
      return { field: "taken", operator: "within", value: [Date.UTC(year, month - 1, day), end] };
    }
    default:
      return { field: kind, operator: "=", value };
  }
}
