import { z } from "zod";
import type { FixtureCamera, FixturePhoto, FixturePlace } from "./photo.ts";

const place = z.strictObject({
  city: z.string(),
  region: z.string().nullable(),
  country: z.string(),
  code: z.string().length(2),
  latitude: z.number(),
  longitude: z.number(),
});

const camera = z.strictObject({
  make: z.string(),
  model: z.string(),
  lens: z.string().nullable(),
  shownAs: z.string(),
});

const shapes = {
  landscape: { width: 480, height: 320 },
  portrait: { width: 320, height: 480 },
  square: { width: 400, height: 400 },
  panorama: { width: 900, height: 300 },
};

/**
 * The facts that one photo may have, or that a journey gives to all its photos. Places and cameras are named
 * by their keys.
 */
const special = z.strictObject({
  format: z.enum(["jpg", "png", "webp"]).optional(),
  shape: z.enum(["landscape", "portrait", "square", "panorama"]).optional(),
  width: z.number().int().optional(),
  height: z.number().int().optional(),
  offset: z.string().nullable().optional(),
  place: z.string().nullable().optional(),
  placeWords: z.boolean().optional(),
  camera: z.string().nullable().optional(),
  focalLength: z.number().nullable().optional(),
  iso: z.number().nullable().optional(),
  flash: z.boolean().nullable().optional(),
  rating: z.number().nullable().optional(),
  keywords: z.array(z.string()).optional(),
  people: z.array(z.string()).optional(),
  title: z.string().nullable().optional(),
  screenshot: z.boolean().optional(),
});

const photo = special.extend({
  name: z.string(),
  taken: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
    .nullable(),
  description: z.string(),
});

/** The shape of `library.json`. What a journey says holds for all its photos, unless a photo says otherwise. */
export const librarySchema = z.strictObject({
  /** The household whose photos come before these. */
  with: z.string().optional(),
  places: z.record(z.string(), place),
  cameras: z.record(z.string(), camera),
  journeys: z.array(special.extend({ photos: z.array(photo) })),
});
export type Library = z.infer<typeof librarySchema>;

const defaults: Omit<FixturePhoto, "name" | "taken" | "description"> = {
  format: "jpg",
  ...shapes.landscape,
  offset: "+01:00",
  place: null,
  placeWords: true,
  camera: null,
  focalLength: null,
  iso: null,
  flash: null,
  rating: null,
  keywords: [],
  people: [],
  title: null,
  screenshot: false,
};

/** Returns all photos in full. Throws when a key names no place or camera. */
export function photosOf({ places, cameras, journeys }: Library): FixturePhoto[] {
  const inFull = ({ shape, place, camera, ...rest }: z.infer<typeof special>) => ({
    ...(shape && shapes[shape]),
    ...rest,
    ...(place !== undefined && { place: lookUp<FixturePlace>(places, place) }),
    ...(camera !== undefined && { camera: lookUp<FixtureCamera>(cameras, camera) }),
  });
  return journeys.flatMap(({ photos, ...common }) =>
    photos.map(({ name, taken, description, ...own }) => ({
      name,
      taken,
      description,
      ...defaults,
      ...inFull(common),
      ...inFull(own),
    })),
  );
}

function lookUp<Thing>(things: Record<string, Thing>, key: string | null): Thing | null {
  if (key === null) return null;
  const thing = things[key];
  if (!thing) throw new Error(`“${key}” is neither a place nor a camera of this library`);
  return thing;
}
