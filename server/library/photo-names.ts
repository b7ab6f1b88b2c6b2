import { setImmediate } from "node:timers/promises";
import { sql } from "kysely";
import { isPlaceEdited } from "./edited.ts";
import { newestEvent } from "./events.ts";
import { inPages } from "./pages.ts";
import { writtenAsKnown } from "./photo-rows.ts";
import type { Rows } from "./schema.ts";

export interface PlaceNames {
  city: string | null;
  region: string | null;
  country: string | null;
  code: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** The names in one photo. */
export interface PhotoNames extends PlaceNames {
  make: string | null;
  model: string | null;
  lens: string | null;
  keywords: Iterable<string>;
  people: Iterable<string>;
  /** Further places that the photo was taken at or shows. */
  others: Iterable<string>;
  taken: string | null;
}

/** The names in several photos that have all of them in common. */
export interface SharedNames extends PhotoNames {
  photos: number;
  /** How many of the photos have coordinates; latitude and longitude are the sums over these. */
  located: number;
  latitude: number;
  longitude: number;
  /** The latest date; `taken` is the earliest. */
  until: string | null;
}

const photosAtOnce = 5_000;

/**
 * Yields the names in photos that are not removed, some photos at a time; an edit wins, as in `effectiveFacts`. The
 * database puts photos with the same names together, which takes a fraction of the time that reading each takes.
 */
export async function* namesOfPhotos(rows: Rows, owner: string): AsyncGenerator<SharedNames[]> {
  const edits = await editsOf(rows, owner);
  for (let last: string | undefined = ""; last !== undefined; await setImmediate()) {
    const end = await rows
      .selectFrom("photo_facts")
      .select("photo_id as id")
      .where("photo_id", ">", last)
      .orderBy("photo_id")
      .offset(photosAtOnce - 1)
      .limit(1)
      .executeTakeFirst();
    const found = await sharedNames(rows, owner, last, end?.id);
    // Postgres returns counts as texts.
    yield found.map((some) =>
      withLists({ ...some, photos: Number(some.photos), located: Number(some.located) }),
    );
    last = end?.id;
  }
  for (const edited of await namesAmong(rows, owner, [...edits.keys()]))
    yield [{ ...edited, photos: 1, ...located(edited), until: edited.taken }];
}

/** Returns the names of photos whose names nobody has edited, with ids behind `last` and up to `end`. */
function sharedNames(rows: Rows, owner: string, last: string, end: string | undefined) {
  const isLocated = sql<boolean>`latitude is not null and longitude is not null`;
  const removed = rows
    .selectFrom("photos")
    .select("id")
    .where((photo) => photo.or([photo("deleted_at", "is not", null), photo("role", "is not", null)]));
  return rows
    .selectFrom("photo_facts")
    .select(["make", "model", "lens", "keywords", "people", "other_places as others"])
    .select(["city", "region", "country", "country_code as code"])
    .select(({ fn }) => [
      fn.countAll<number | string>().as("photos"),
      fn.countAll<number | string>().filterWhere(isLocated).as("located"),
      sql<number>`coalesce(sum(latitude) filter (where ${isLocated}), 0)`.as("latitude"),
      sql<number>`coalesce(sum(longitude) filter (where ${isLocated}), 0)`.as("longitude"),
      fn.min("taken_local").as("taken"),
      fn.max("taken_local").as("until"),
    ])
    .where("owner", "=", owner)
    .where("photo_id", ">", last)
    .$if(end !== undefined, (some) => some.where("photo_id", "<=", end ?? ""))
    .where("photo_id", "not in", removed)
    .where("photo_id", "not in", editedNames(rows, owner).select("photo_id"))
    .groupBy(["make", "model", "lens", "keywords", "people", "other_places"])
    .groupBy(["city", "region", "country", "country_code"])
    .execute();
}

function located({ latitude, longitude }: PlaceNames) {
  return latitude === null || longitude === null
    ? { located: 0, latitude: 0, longitude: 0 }
    : { located: 1, latitude, longitude };
}

/** Returns the names in these photos, without those that are removed; `taken` is as exact as it is known. */
export async function namesAmong(rows: Rows, owner: string, ids: string[]): Promise<PhotoNames[]> {
  return inPages(ids, async (page) => {
    const edits = await editsOf(rows, owner, page);
    const found = await factsIn(rows)
      .select("f.owner")
      .where("f.photo_id", "in", page)
      .where("photos.deleted_at", "is", null)
      .where("photos.role", "is", null)
      .execute();
    // The owner is checked here: SQLite would look through all of the owner's photos for each page.
    const theirs = found.filter((photo) => photo.owner === owner);
    return theirs.map(({ precision, ...photo }) => {
      const taken = photo.taken && writtenAsKnown(photo.taken, precision ?? "moment");
      return withLists({ ...photo, taken, ...edits.get(photo.id) });
    });
  });
}

const factsIn = (rows: Rows) =>
  rows
    .selectFrom("photo_facts as f")
    .innerJoin("photos", "photos.id", "f.photo_id")
    .select(["f.photo_id as id", "f.make", "f.model", "f.lens", "f.keywords", "f.people"])
    .select(["f.city", "f.region", "f.country", "f.country_code as code", "f.latitude", "f.longitude"])
    .select(["f.taken_local as taken", "f.taken_precision as precision", "f.other_places as others"]);

const withLists = <Names extends Record<"keywords" | "people" | "others", string>>(names: Names) => ({
  ...names,
  keywords: listOf(names.keywords),
  people: listOf(names.people),
  others: listOf(names.others),
});

/** The edits that change a name. */
const editedNames = (rows: Rows, owner: string) =>
  rows
    .selectFrom("photo_edits")
    .where("owner", "=", owner)
    .where((edit) =>
      edit.or(
        (["keywords", "people", "taken_local", "city", "country", "latitude"] as const).map((column) =>
          edit(column, "is not", null),
        ),
      ),
    );

/** Reads, for each photo, which of its names a person changed; a place is edited as a whole. */
async function editsOf(rows: Rows, owner: string, ids: string[] | null = null) {
  const edits = editedNames(rows, owner)
    .select(["photo_id", "keywords", "people", "taken_local as taken"])
    .select(["city", "region", "country", "country_code as code", "latitude", "longitude"]);
  const found = await (ids ? edits.where("photo_id", "in", ids) : edits).execute();
  return new Map(
    found.map(({ photo_id, keywords, people, taken, ...place }) => {
      const lists = { ...(keywords !== null && { keywords }), ...(people !== null && { people }) };
      return [
        photo_id,
        {
          ...(isPlaceEdited(place) && { ...place, others: "[]" }),
          ...lists,
          ...(taken !== null && { taken: taken || null }),
        },
      ];
    }),
  );
}

function listOf(json: string): Iterable<string> {
  return json === "[]" ? [] : new Set(JSON.parse(json) as string[]);
}

/** Events after which names may have changed; the work of models changes none. */
const telling = ["received", "prepared", "removed", "restored", "edited", "joined"];

/** Differs from an earlier state if names may have changed since. */
export interface NamesState {
  /** Id of the newest event that the vocabulary includes. */
  event: number;
  edits: string;
}

export async function namesState(rows: Rows, owner: string): Promise<NamesState> {
  const edits = await rows
    .selectFrom("photo_edits")
    .select([sql<number>`count(*)`.as("count"), sql<number | null>`max(updated_at)`.as("newest")])
    .where("owner", "=", owner)
    .executeTakeFirst();
  return {
    event: await newestEvent(rows, { owner, kind: "photo" }),
    edits: `${edits?.count} ${edits?.newest}`,
  };
}

/** Returns true if names may have changed between two states. */
export async function haveNamesChanged(
  rows: Rows,
  owner: string,
  from: NamesState,
  to: NamesState,
): Promise<boolean> {
  if (from.edits !== to.edits || from.event > to.event) return true;
  if (from.event === to.event) return false;
  const event = await rows
    .selectFrom("events")
    .select("id")
    .where("owner", "=", owner)
    .where("kind", "=", "photo")
    .where("id", ">", from.event)
    .where("type", "in", telling)
    .limit(1)
    .executeTakeFirst();
  return event !== undefined;
}
