import { kindOf } from "../formats.ts";
import { editedFields, isPlaceEdited, timeThatHolds } from "./edited.ts";
import { cleanFileName } from "./file-name.ts";
import type { Photo, TakenPrecision } from "./photo.ts";
import type { CaptionRow, EditsRow, FactsRow, PhotoRow, Rows } from "./schema.ts";

/** Everything that is known of one photo, as it stands in the rows. */
export interface KnownPhoto {
  photo: PhotoRow;
  facts: FactsRow | null;
  edits: EditsRow | null;
  caption: CaptionRow | null;
  /** The files that belong to it and have not been removed. */
  companions: PhotoRow[];
}

/** Says whether a row is a photo that people see: not removed, and no part of another. */
export const isShown = ({ deleted_at, role }: Pick<PhotoRow, "deleted_at" | "role">) =>
  deleted_at === null && role === null;

/** Loads the photos of `owner` among `ids`, with all that belongs to each, in no particular order. */
export async function loadKnownPhotos(rows: Rows, owner: string, ids: string[]): Promise<KnownPhoto[]> {
  if (ids.length === 0) return [];
  const of = <Row extends { photo_id: string }>(found: Row[]) =>
    new Map(found.map((row) => [row.photo_id, row]));
  // We check the owner here and not in the statement. SQLite has no statistics, and would look through all
  // photos of the owner instead of these few.
  const found = await rows.selectFrom("photos").selectAll().where("id", "in", ids).execute();
  const photos = found.filter((photo) => photo.owner === owner);
  const facts = of(await rows.selectFrom("photo_facts").selectAll().where("photo_id", "in", ids).execute());
  const edits = of(await rows.selectFrom("photo_edits").selectAll().where("photo_id", "in", ids).execute());
  const captions = of(await rows.selectFrom("captions").selectAll().where("photo_id", "in", ids).execute());
  const beside = await rows
    .selectFrom("photos")
    .selectAll()
    .where("companion_of", "in", ids)
    .where("deleted_at", "is", null)
    .orderBy("id")
    .execute();
  const companions = Map.groupBy(beside, ({ companion_of }) => companion_of);
  return photos.map((photo) => ({
    photo,
    companions: companions.get(photo.id) ?? [],
    facts: facts.get(photo.id) ?? null,
    edits: edits.get(photo.id) ?? null,
    caption: captions.get(photo.id) ?? null,
  }));
}

/**
 * Returns the facts of a photo that count: a person's edits win over the file. Places and times are edited as a whole.
 */
export function effectiveFacts({ facts, edits, caption }: KnownPhoto) {
  const time = timeThatHolds(facts, edits);
  const precision: TakenPrecision = time?.taken_precision ?? "moment";
  const isPlaceOfEdits = edits !== null && isPlaceEdited(edits);
  const place = isPlaceOfEdits ? edits : facts;
  return {
    takenLocal: time?.taken_local || null,
    takenOffset: time?.taken_offset ?? null,
    takenPrecision: precision,
    takenFrom: !time?.taken_local
      ? null
      : time === edits
        ? ("person" as const)
        : (facts?.taken_from ?? "file"),
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    city: place?.city || null,
    region: place?.region || null,
    country: place?.country || null,
    countryCode: place?.country_code ?? null,
    otherPlaces: isPlaceOfEdits ? [] : (JSON.parse(facts?.other_places ?? "[]") as string[]),
    rating: edits?.rating ?? facts?.rating ?? null,
    favourite: edits?.favourite === 1,
    title: (edits?.title ?? facts?.title) || null,
    description: (edits?.description ?? facts?.description) || null,
    keywords: JSON.parse(edits?.keywords ?? facts?.keywords ?? "[]") as string[],
    people: JSON.parse(edits?.people ?? facts?.people ?? "[]") as string[],
    caption: edits?.caption
      ? { text: edits.caption, model: "person", raw: null }
      : caption && { text: caption.text, model: caption.model, raw: caption.raw },
    colours: JSON.parse(facts?.colours ?? "[]") as string[],
    camera: cameraName(facts?.make ?? null, facts?.model ?? null),
  };
}

export function toPhoto(known: KnownPhoto): Photo {
  const { photo, facts } = known;
  const now = effectiveFacts(known);
  const placed = [now.city, now.region, now.country, now.latitude].some((part) => part !== null);
  return {
    id: photo.id,
    sha256: photo.sha256,
    fileName: cleanFileName(photo.file_name),
    type: photo.type,
    bytes: Number(photo.bytes),
    kind: kindOf(photo.type),
    durationMs: facts?.duration_ms ?? null,
    width: facts?.width ?? null,
    height: facts?.height ?? null,
    takenAt: now.takenLocal && asKnown(now.takenLocal, now.takenOffset, now.takenPrecision),
    takenFrom: now.takenFrom,
    place: placed
      ? {
          city: now.city,
          region: now.region,
          country: now.country,
          latitude: now.latitude,
          longitude: now.longitude,
        }
      : null,
    otherPlaces: now.otherPlaces,
    camera: now.camera,
    lens: facts?.lens ?? null,
    rating: now.rating,
    favourite: now.favourite,
    keywords: now.keywords,
    people: now.people,
    title: now.title,
    description: now.description,
    caption: now.caption,
    edited: editedFields(known.edits),
    thumbhash: facts?.thumbhash ?? null,
    animated: facts?.animated === 1,
    pictureNote: facts?.picture_note ?? null,
    companions: known.companions.flatMap(({ id, role, file_name, type, bytes }) =>
      role ? [{ id, role, fileName: cleanFileName(file_name), type, bytes: Number(bytes) }] : [],
    ),
    motion: motionOf(known),
    partOf: photo.role && { role: photo.role, of: photo.companion_of },
    status: photo.status,
    failure:
      photo.failure_stage && photo.failure_reason
        ? { stage: photo.failure_stage, reason: photo.failure_reason }
        : null,
    flaw: facts?.flaw ?? null,
    damage: photo.damage,
    createdAt: new Date(Number(photo.created_at)).toISOString(),
  };
}

/** Returns the film behind a photo's picture; null if there is none. */
export function motionOf({ companions, facts }: Pick<KnownPhoto, "companions" | "facts">): Photo["motion"] {
  const film = companions.find(({ role }) => role === "motion");
  if (film) return { from: "file", type: film.type };
  return facts?.film_type ? { from: "inside", type: facts.film_type } : null;
}

/** The part of a maker's name that files contain and nobody says: "NIKON CORPORATION", "OLYMPUS IMAGING CORP.". */
const incorporated = /[\s,]+(?:imaging|corporation|corp|company|co|ltd|inc|camera ag|optical|electric)\b.*$/i;

/**
 * Names a camera: "Canon" and "Canon EOS 40D" make "Canon EOS 40D"; "NIKON CORPORATION" and "D90" make "NIKON
 * D90".
 */
export function cameraName(make: string | null, model: string | null): string | null {
  if (!model) return make;
  // Nobody says "Apple iPhone", and a search for apples should not find phones.
  if (make === "Apple") return model;
  const brand = make?.split(" ")[0];
  return !make || !brand || model.toLowerCase().startsWith(brand.toLowerCase())
    ? model
    : `${make.replace(incorporated, "")} ${model}`;
}

const lengths: Record<TakenPrecision, number> = { year: 4, month: 7, day: 10, moment: 99 };

/** Writes a local time as exactly as it is known: "1987", "1987-07". */
export function writtenAsKnown(local: string, precision: TakenPrecision): string {
  return local.slice(0, lengths[precision]);
}

/** `offset`: minutes east of UTC. */
function asKnown(local: string, offset: number | null, precision: TakenPrecision): string {
  if (precision !== "moment") return writtenAsKnown(local, precision);
  const seconds = local.replace(/\.0+$/, "");
  if (offset === null) return seconds;
  const part = (value: number) => String(value).padStart(2, "0");
  const minutes = Math.abs(offset);
  return `${seconds}${offset < 0 ? "-" : "+"}${part(Math.floor(minutes / 60))}:${part(minutes % 60)}`;
}

/** Returns a local time in milliseconds as if it were UTC, so that times can be compared. */
export function localMs(local: string): number {
  return Date.parse(`${local}Z`);
}
