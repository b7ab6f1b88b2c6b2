import type { Database } from "../engines/database/port.ts";
import { filmTypes, sidecarType } from "../formats.ts";
import { difference } from "./columns-changed.ts";
import { columnsOfField, type EditColumns, noEdits } from "./edited.ts";
import { writeChange } from "./edits.ts";
import { recordPhotoEvent } from "./events.ts";
import { lockCompanions, lockPhotos } from "./locks.ts";
import { inPages } from "./pages.ts";
import { isFilm, isSidecar, type PairedFile, type PairFound, pairsAmong } from "./pairing.ts";
import { changedFields } from "./photo.ts";
import { loadKnownPhotos } from "./photo-rows.ts";
import type { Rows, Schema } from "./schema.ts";
import { armJob } from "./stages.ts";

/** Joins files to the photos that they belong to. */
export interface Companions {
  /**
   * Joins a prepared file to the photo that it belongs to, and files that wait for it to it. The file of a shot that is
   * prepared last finds the others, so their order does not matter. Returns true if anything was joined.
   */
  settle(owner: string, id: string): Promise<boolean>;
}

/** The most files with the same name that are looked at. */
const most = 2_000;

export function createCompanions({ rows }: Database<Schema>): Companions {
  return {
    async settle(owner, id) {
      // Most files have no companions, and wait for nobody.
      if ((await pairsWith(rows, owner, id)).length === 0) return false;
      return rows.transaction().execute(async (transaction) => {
        await lockCompanions(transaction, owner);
        const pairs = await pairsWith(transaction, owner, id);
        const files = pairs.map(({ file }) => file);
        const brought = await inPages(files, (page) =>
          transaction.selectFrom("photos").select("id").where("companion_of", "in", page).execute(),
        );
        const changed = [...files, ...pairs.map(({ of }) => of), ...brought.map(({ id }) => id)];
        await lockPhotos(transaction, [...new Set(changed)]);
        const joined: PairJoined[] = [];
        for (const pair of pairs) joined.push(await join(transaction, owner, pair));
        // The log is locked last, also where there are several pairs.
        for (const { of, file, fileName } of joined) {
          await recordPhotoEvent(transaction, owner, file, "joined");
          await recordPhotoEvent(transaction, owner, of, "joined", { reason: fileName });
        }
        return pairs.length > 0;
      });
    },
  };
}

/** Finds the photo that a file is a part of, and the files that are parts of it. */
async function pairsWith(on: Rows, owner: string, id: string): Promise<PairFound[]> {
  const files = () =>
    on
      .selectFrom("photos")
      .innerJoin("photo_facts as facts", "facts.photo_id", "photos.id")
      .select(["photos.id", "type", "file_name", "stem", "created_at", "role", "companion_of"])
      .select(["facts.taken_local", "facts.taken_precision", "facts.taken_from", "facts.make"])
      .select(["facts.model", "facts.content_id"])
      .where("photos.owner", "=", owner)
      .where("photos.deleted_at", "is", null);
  const own = await files().where("photos.id", "=", id).executeTakeFirst();
  if (!own) return [];
  const ofName = files().where("stem", "=", own.stem).where("photos.id", "!=", id).limit(most);
  // Thousands of files may be called "photo.jpg". A photo can only be joined to the films, sidecars and photos of its
  // day.
  const beside =
    isFilm(own) || isSidecar(own)
      ? ofName
      : ofName.where(({ or, eb }) =>
          or([
            eb("type", "in", [...Object.keys(filmTypes), sidecarType]),
            eb("facts.taken_local", "is not", null).and(
              "facts.taken_local",
              "like",
              `${ownDay(own.taken_local)}%`,
            ),
          ]),
        );
  // Ids first: in a statement that begins with the photos, SQLite would look through all of the owner's.
  const ofContent = own.content_id
    ? on.selectFrom("photo_facts").select("photo_id").where("content_id", "=", own.content_id)
    : null;
  const called = (await ofContent?.execute())?.map(({ photo_id }) => photo_id) ?? [];
  const ofOne = called.length === 0 ? [] : await files().where("photos.id", "in", called).execute();
  const found = new Map([own, ...(await beside.execute()), ...ofOne].map((row) => [row.id, toPaired(row)]));
  return pairsAmong([...found.values()]).filter(
    ({ of, file }) => file === id || of === id || of === own.companion_of,
  );
}

const ownDay = (local: string | null) => local?.slice(0, 10) ?? "none";

type FileRow = Pick<
  Schema["photos"],
  "id" | "type" | "file_name" | "stem" | "created_at" | "role" | "companion_of"
> &
  Pick<
    Schema["photo_facts"],
    "taken_local" | "taken_precision" | "taken_from" | "make" | "model" | "content_id"
  >;

function toPaired(row: FileRow): PairedFile {
  return {
    ...{ id: row.id, type: row.type, fileName: row.file_name, stem: row.stem, role: row.role },
    ...{ partOf: row.companion_of, arrivedAt: Number(row.created_at), takenLocal: row.taken_local },
    ...{ takenPrecision: row.taken_precision, takenFrom: row.taken_from, make: row.make, model: row.model },
    contentId: row.content_id,
  };
}

/** The events of a pair, which are written after all pairs are joined. */
interface PairJoined {
  of: string;
  file: string;
  fileName: string;
}

/**
 * Makes a file a part of a photo. The photo takes over the parts of the file and a person's edits of it. Returns the
 * event to write.
 */
async function join(on: Rows, owner: string, { of, file, role }: PairFound): Promise<PairJoined> {
  const brought = await on
    .updateTable("photos")
    .set({ companion_of: of })
    .where("companion_of", "=", file)
    .returning("role")
    .execute();
  const joined = await on
    .updateTable("photos")
    .set({ role, companion_of: of })
    .where("id", "=", file)
    .returning("file_name")
    .executeTakeFirstOrThrow();
  await moveEdits(on, owner, file, of);
  // A part is not described, and it leaves the index.
  await on
    .deleteFrom("jobs")
    .where("photo_id", "=", file)
    .where("stage", "in", ["describe", "embed"])
    .execute();
  await armJob(on, owner, file, "index");
  const tellsMore = role === "sidecar" || brought.some((each) => each.role === "sidecar");
  await armJob(on, owner, of, tellsMore ? "prepare" : "index");
  return { of, file, fileName: joined.file_name };
}

/**
 * Moves a person's edits of a file to its photo, so that none is lost; where both were edited, those of the photo stay.
 */
async function moveEdits(on: Rows, owner: string, from: string, to: string): Promise<void> {
  const moved = await on
    .selectFrom("photo_edits")
    .selectAll()
    .where("photo_id", "=", from)
    .executeTakeFirst();
  const [known] = moved ? await loadKnownPhotos(on, owner, [to]) : [];
  if (!moved || !known) return;
  const there = known.edits ?? noEdits;
  const columns: Partial<EditColumns> = {};
  for (const field of changedFields) {
    const isSaid = columnsOfField[field].some((column) => there[column] !== noEdits[column]);
    if (!isSaid)
      for (const column of columnsOfField[field]) Object.assign(columns, { [column]: moved[column] });
  }
  const change = difference(there, columns);
  if (change) await writeChange(on, owner, known, change);
  await on.deleteFrom("photo_edits").where("photo_id", "=", from).execute();
}
