import { libraryTime } from "./clock.ts";
import type { PictureNote, TakenPrecision, TakenSource } from "./photo.ts";
import type { FactsRow, Rows } from "./schema.ts";
import { shapeOf } from "./shape.ts";
import { timeColumns } from "./time-columns.ts";

/** The facts of a file, as far as it tells them. Every preparation reads them again; nobody edits them. */
export interface PhotoFacts {
  /** Pixels of the upright picture. */
  width: number | null;
  height: number | null;
  /** The length of a video, ms. */
  durationMs: number | null;
  /**
   * The camera's local time `YYYY-MM-DDTHH:mm:ss.sss` without an offset, or the beginning of the day, month or
   * year that is known; null if nothing tells.
   */
  takenLocal: string | null;
  /** Minutes east of UTC; null if neither the file nor its GPS tells. */
  takenOffset: number | null;
  /** How exactly the date is known. */
  takenPrecision: TakenPrecision | null;
  /** Where the date comes from. All but "file" is a guess. */
  takenFrom: TakenSource | null;
  /** The date is that of a clock in UTC, because the file keeps no other. It is not kept: `worker/known-facts.ts`. */
  takenInUtc?: boolean;
  latitude: number | null;
  longitude: number | null;
  city: string | null;
  region: string | null;
  country: string | null;
  countryCode: string | null;
  /** Further names of the place, and of others that the photo was taken at or shows. */
  otherPlaces: string[];
  make: string | null;
  model: string | null;
  lens: string | null;
  /** mm, as engraved on the lens. */
  focalLength: number | null;
  aperture: number | null;
  /** Seconds. */
  exposure: number | null;
  iso: number | null;
  flash: boolean | null;
  rating: number | null;
  title: string | null;
  /** The description that a person wrote into the file. */
  description: string | null;
  keywords: string[];
  people: string[];
  faces: Face[];
  screenshot: boolean;
  /** The identifier that Apple gives to the picture and the film of a Live Photo. */
  contentId: string | null;
  /** The film inside the file of a motion photo. */
  film: { offset: number; bytes: number; type: string } | null;
}

/** A face that somebody has named. Numbers are parts of the upright picture. */
export interface Face {
  name: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

/**
 * The version of how facts are read. Raise it when more can be read from files that are there already: the
 * worker then reads them anew, in the background.
 */
export const factsVersion = 3;

/** Stands among the names of a picture's colours if the picture has none. */
export const withoutColours = "black and white";

/** Says whether a file has any fact by which its photo could be found. */
export function tellsAnything(facts: PhotoFacts): boolean {
  const { takenLocal, latitude, city, region, country, make, model, title, description, rating } = facts;
  const { keywords, people, otherPlaces } = facts;
  return (
    [takenLocal, latitude, city, region, country, make, model, title, description, rating].some(
      (fact) => fact !== null,
    ) || keywords.length + people.length + otherPlaces.length > 0
  );
}

/** Facts that come from opening the picture. */
export interface Derived {
  /** Why the picture cannot be shown, or not all of it, in words for a person; null if all is well. */
  flaw?: string | null;
  thumbhash: string | null;
  colours: string[];
  brightness: number | null;
  animated?: boolean;
  pictureNote?: PictureNote | null;
  /** The version of its format that opened the file; 0 if nothing says so. */
  version?: number;
  /** The hashes of the sidecars that tell some of the facts. */
  sidecars?: string[];
}

/**
 * Rounds to a whole number or returns null, because a file may hold anything and the column holds integers.
 */
function whole(value: number | null): number | null {
  return value !== null && Number.isSafeInteger(Math.round(value)) ? Math.round(value) : null;
}

/** Replaces what is derived from a photo's file. A person's edits stay, and win. */
export async function writeFacts(
  rows: Rows,
  owner: string,
  photoId: string,
  facts: PhotoFacts,
  derived: Derived,
): Promise<void> {
  const flag = (value: boolean | null) => (value === null ? null : Number(value));
  const columns: Omit<FactsRow, "photo_id" | "owner"> = {
    width: whole(facts.width),
    height: whole(facts.height),
    duration_ms: whole(facts.durationMs),
    taken_local: facts.takenLocal,
    taken_offset: facts.takenOffset,
    taken_precision: facts.takenPrecision,
    taken_from: facts.takenFrom,
    latitude: facts.latitude,
    longitude: facts.longitude,
    city: facts.city,
    region: facts.region,
    country: facts.country,
    country_code: facts.countryCode,
    other_places: JSON.stringify(facts.otherPlaces),
    make: facts.make,
    model: facts.model,
    lens: facts.lens,
    focal_length: facts.focalLength,
    aperture: facts.aperture,
    exposure: facts.exposure,
    iso: whole(facts.iso),
    flash: flag(facts.flash),
    rating: facts.rating,
    title: facts.title,
    description: facts.description,
    keywords: JSON.stringify(facts.keywords),
    people: JSON.stringify(facts.people),
    faces: JSON.stringify(facts.faces),
    screenshot: Number(facts.screenshot),
    content_id: facts.contentId,
    film_offset: facts.film?.offset ?? null,
    film_bytes: facts.film?.bytes ?? null,
    film_type: facts.film?.type ?? null,
    sidecars: derived.sidecars?.length ? JSON.stringify(derived.sidecars) : null,
    thumbhash: derived.thumbhash,
    colours: JSON.stringify(derived.colours),
    brightness: derived.brightness,
    animated: Number(derived.animated ?? false),
    picture_note: derived.pictureNote ?? null,
    version: derived.version ?? 0,
    flaw: derived.flaw ?? null,
    facts_version: factsVersion,
    prepared_at: libraryTime(),
  };
  await rows
    .insertInto("photo_facts")
    .values({ photo_id: photoId, owner, ...columns })
    .onConflict((conflict) => conflict.column("photo_id").doUpdateSet(columns))
    .execute();
  const known = await rows
    .selectFrom("photos")
    .leftJoin("photo_edits as edits", "edits.photo_id", "photos.id")
    .select(["photos.created_at", "edits.taken_local", "edits.taken_precision"])
    .where("photos.id", "=", photoId)
    .executeTakeFirst();
  if (!known) return;
  await rows
    .updateTable("photos")
    .set({
      shape: shapeOf(columns.width, columns.height),
      ...timeColumns(Number(known.created_at), columns, known),
    })
    .where("id", "=", photoId)
    .execute();
}
