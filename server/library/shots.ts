import type { Database } from "../engines/database/port.ts";
import type { Face } from "./facts.ts";
import type { Gazetteer, Town } from "./gazetteer/gazetteer.ts";
import { effectiveFacts, loadKnownPhotos } from "./photo-rows.ts";
import type { Schema } from "./schema.ts";

/** The camera settings and faces of one photo. They are loaded only when somebody looks at the photo closely. */
export interface Shot {
  /** Seconds. */
  exposure: number | null;
  aperture: number | null;
  iso: number | null;
  /** mm, as engraved on the lens. */
  focalLength: number | null;
  flash: boolean | null;
  /** The faces whose names still stand in the photo's people; parts of the picture as it is shown. */
  faces: Face[];
  /** The largest towns around its place, for a small map. */
  towns: Town[];
}

export interface Shots {
  /** Returns null if there is no such photo, or it is removed. */
  of(owner: string, photoId: string): Promise<Shot | null>;
}

/** Towns are looked for within this distance of its place, in degrees. */
const around = { latitude: 2.5, longitude: 6 };
const mostTowns = 30;

export function createShots({ rows }: Database<Schema>, gazetteer: Pick<Gazetteer, "townsIn">): Shots {
  function townsAround(latitude: number | null, longitude: number | null): Town[] {
    if (latitude === null || longitude === null) return [];
    const turned = (degrees: number) => ((degrees + 540) % 360) - 180;
    const part = {
      ...{ west: turned(longitude - around.longitude), east: turned(longitude + around.longitude) },
      ...{ south: latitude - around.latitude, north: latitude + around.latitude },
    };
    return gazetteer.townsIn(part, mostTowns);
  }

  return {
    async of(owner, photoId) {
      const [known] = await loadKnownPhotos(rows, owner, [photoId]);
      if (!known || known.photo.deleted_at !== null) return null;
      const { facts } = known;
      const now = effectiveFacts(known);
      const people = new Set(now.people.map((name) => name.toLowerCase()));
      const faces: Face[] = JSON.parse(facts?.faces ?? "[]");
      return {
        exposure: facts?.exposure ?? null,
        aperture: facts?.aperture ?? null,
        iso: facts?.iso ?? null,
        focalLength: facts?.focal_length ?? null,
        flash: facts?.flash == null ? null : facts.flash === 1,
        faces: faces.filter(({ name }) => people.has(name.toLowerCase())),
        towns: townsAround(now.latitude, now.longitude),
      };
    },
  };
}
