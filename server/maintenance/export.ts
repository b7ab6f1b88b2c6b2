import { mkdir, readdir, stat, utimes } from "node:fs/promises";
import { join, parse, relative, resolve } from "node:path";
import type { ObjectStore } from "../engines/objects/port.ts";
import { AppError } from "../errors.ts";
import { isGuess } from "../library/photo.ts";
import { effectiveFacts, type KnownPhoto, localMs, toPhoto, writtenAsKnown } from "../library/photo-rows.ts";
import type { Photos } from "../library/photos.ts";
import type { PhotoRow } from "../library/schema.ts";
import type { FileChecks } from "../library/verifications.ts";
import { hashOfFile } from "./backup-format.ts";
import type { CheckProgress } from "./check-files.ts";
import { exportFolder, exportName, variantsOf } from "./export-names.ts";
import { writeWhole } from "./place-file.ts";
import { type SidecarFacts, sidecarOf } from "./sidecar.ts";
import type { WholeOriginals } from "./whole-originals.ts";

export interface ExportNeeds {
  objects: ObjectStore;
  originals: WholeOriginals;
  photos: Pick<Photos, "load">;
  checks: Pick<FileChecks, "photosAfter" | "countPhotos">;
  dataFolder: string;
}

export interface Exported {
  photos: number;
  /** Photos that could not be exported because their originals are damaged or missing. */
  lacking: { fileName: string; damage: string }[];
}

const pageSize = 200;

/**
 * Writes each photo that is not removed into `target`, by year and month, under its name, with an XMP sidecar
 * beside it. What is there already is left, so a run that was stopped goes on. The files are copies, because
 * people change what they export.
 */
export async function* exportLibrary(
  needs: ExportNeeds,
  target: string,
  signal: AbortSignal,
): AsyncGenerator<CheckProgress, Exported> {
  const way = relative(needs.dataFolder, resolve(target));
  if (!way.startsWith(".."))
    throw new AppError("BAD_REQUEST", "Export into a folder outside the data folder.");
  await mkdir(target, { recursive: true });
  const names = createNames(target);
  const total = await needs.checks.countPhotos();
  const exported: Exported = { photos: 0, lacking: [] };
  let done = 0;
  for (let after = ""; ; ) {
    const page = await needs.checks.photosAfter(after, pageSize);
    if (page.length === 0) return exported;
    for (const { id, owner } of page) {
      signal.throwIfAborted();
      after = id;
      done++;
      const known = await needs.photos.load(owner, id);
      // Files that belong to a photo are written beside it.
      if (known && known.photo.deleted_at === null && known.photo.companion_of === null) {
        const lacking = await exportPhoto(needs, names, known);
        exported.lacking.push(...lacking);
        const isWhole = lacking.every(({ fileName }) => fileName !== known.photo.file_name);
        if (isWhole && known.photo.role === null) exported.photos++;
      }
      yield { done, total: Math.max(done, total) };
    }
  }
}

type Names = ReturnType<typeof createNames>;

/** Writes a photo and all that belongs to it, and returns what could not be written. */
async function exportPhoto(
  needs: ExportNeeds,
  names: Names,
  known: KnownPhoto,
): Promise<Exported["lacking"]> {
  const { photo, companions } = known;
  const facts = effectiveFacts(known);
  const folder = exportFolder(facts.takenLocal && writtenAsKnown(facts.takenLocal, facts.takenPrecision));
  const name = exportName(photo.file_name, photo.extension, photo.id);
  const time = facts.takenLocal ? localMs(facts.takenLocal) : photo.modified_at;
  const lacking: Exported["lacking"] = [];
  const path = await names.placeFor(folder, name, photo.sha256, Number(photo.bytes));
  const damage = await exportFile(needs, path, photo, time);
  if (damage) lacking.push({ fileName: photo.file_name, damage });
  // A sidecar that waits for its photo needs no sidecar of its own.
  else if (photo.role === null)
    await writeWhole(`${path.path}.xmp`, createOnce(Buffer.from(sidecarOf(sidecarFacts(known)))));
  for (const part of companions) {
    // Other programs recognise by equal names which files belong together.
    const beside = `${parse(path.path).name}.${part.extension}`;
    const place = await names.placeFor(folder, beside, part.sha256, Number(part.bytes));
    const damagedPart = await exportFile(needs, place, part, time);
    if (damagedPart) lacking.push({ fileName: part.file_name, damage: damagedPart });
  }
  return lacking;
}

async function exportFile(
  needs: ExportNeeds,
  { path, isThere }: { path: string; isThere: boolean },
  file: PhotoRow,
  time: number | null,
): Promise<string | null> {
  if (isThere) return null;
  const damage = await needs.originals.look(file, { deep: false });
  if (damage === "missing") return damage;
  const written = await writeWhole(path, await needs.objects.open(`originals/${file.sha256}`), file.sha256);
  if (written !== file.sha256) return needs.originals.look(file, { deep: true });
  if (time !== null && Number.isFinite(Number(time)))
    await utimes(path, Number(time) / 1_000, Number(time) / 1_000);
  return null;
}

function sidecarFacts(known: KnownPhoto): SidecarFacts {
  const facts = effectiveFacts(known);
  return {
    sha256: known.photo.sha256,
    title: facts.title,
    description: facts.description,
    caption: facts.caption?.text ?? null,
    keywords: facts.keywords,
    people: facts.people,
    rating: facts.rating,
    favourite: facts.favourite,
    // A guess is no fact, and other programs could not tell the two apart.
    takenAt: isGuess(facts.takenFrom) ? null : toPhoto(known).takenAt,
    ...{ city: facts.city, region: facts.region, country: facts.country, countryCode: facts.countryCode },
    ...{ latitude: facts.latitude, longitude: facts.longitude },
  };
}

/** Gives each photo a name of its own, also where the system does not tell capital letters from small ones. */
function createNames(target: string) {
  const taken = new Map<string, Set<string>>();
  /** The names that were there before this run. */
  const before = new Map<string, Set<string>>();

  async function enter(folder: string) {
    if (taken.has(folder)) return;
    await mkdir(join(target, folder), { recursive: true });
    taken.set(folder, new Set());
    before.set(folder, new Set((await readdir(join(target, folder))).map(fold)));
  }

  return {
    async placeFor(folder: string, name: string, sha256: string, bytes: number) {
      await enter(folder);
      for (const variant of variantsOf(name)) {
        const key = fold(variant);
        if (taken.get(folder)?.has(key)) continue;
        const path = join(target, folder, variant);
        const wasThere = before.get(folder)?.has(key) ?? false;
        const isThere = wasThere && (await isFile(path, sha256, bytes));
        // Somebody else's file keeps its name.
        if (wasThere && !isThere) continue;
        taken.get(folder)?.add(key);
        // Our own sidecar will lie there.
        taken.get(folder)?.add(`${key}.xmp`);
        return { path, isThere };
      }
      throw new Error("there is always another name");
    },
  };
}

const fold = (name: string) => name.normalize("NFC").toLowerCase();

async function isFile(path: string, sha256: string, bytes: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.size === bytes && (await hashOfFile(path)) === sha256;
}

async function* createOnce(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
