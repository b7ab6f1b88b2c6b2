import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Response, Router, urlencoded } from "express";
import { ZipFile } from "yazl";
import type { Access } from "./access.ts";
import { allow } from "./api/caller.ts";
import type { ObjectStore } from "./engines/objects/port.ts";
import { AppError, statusOf } from "./errors.ts";
import { effectiveFacts, type KnownPhoto } from "./library/photo-rows.ts";
import type { Photos } from "./library/photos.ts";
import { exportName, variantsOf } from "./maintenance/export-names.ts";
import type { WholeOriginals } from "./maintenance/whole-originals.ts";

interface DownloadNeeds {
  photos: Pick<Photos, "loadAll">;
  objects: Pick<ObjectStore, "open">;
  access: Pick<Access, "callerOf">;
  originals: Pick<WholeOriginals, "ensure">;
  /** Throws LIBRARY_AWAY while a part of the library is missing. */
  library: { check(): Promise<void> };
  onError: (error: unknown) => void;
}

/** The contents of a download, shown to a person before it begins. */
export interface DownloadCheck {
  photos: number;
  bytes: number;
  /** How many are left out, because their originals are missing or damaged. */
  leftOut: number;
}

/** The most photos of one selection. */
const mostPhotos = 1_000;
/** The most bytes of the form with the ids. */
const mostFormBytes = 64_000;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** The earliest time that a zip archive can hold. */
const earliest = new Date(1980, 0, 1);

/**
 * Serves `POST /photos/zip`: the originals of these photos as one archive, which is written while it is sent. Nothing
 * is compressed or kept: photos are compressed already. With `check` it only says what the archive would hold.
 */
export function downloads(needs: DownloadNeeds): Router {
  const { access, library, onError } = needs;
  const router = Router();
  const form = urlencoded({ extended: false, limit: mostFormBytes, parameterLimit: 10 });

  router.post("/photos/zip", form, async (request, response) => {
    try {
      const caller = await access.callerOf(request.headers);
      allow(caller, "read");
      const ids = askedIds(request.body);
      await library.check();
      const { there, leftOut } = await wholeAmong(needs, caller.owner, ids);
      if (there.length === 0) throw new AppError("NOT_FOUND", "None of these photos can be downloaded.");
      response.setHeader("Cache-Control", "private, no-store");
      if (isChecked(request.body)) {
        const bytes = there.reduce((sum, { photo }) => sum + Number(photo.bytes), 0);
        const check: DownloadCheck = { photos: there.length, bytes, leftOut };
        return void response.json(check);
      }
      await sendZip(needs.objects, there, response);
    } catch (error) {
      if (response.headersSent || response.closed) return void response.destroy();
      const ours = error instanceof AppError ? error : null;
      if (!ours) onError(error);
      response
        .status(ours ? statusOf[ours.code] : 500)
        .type("text/plain")
        .send(ours?.message ?? "The photos cannot be read.");
    }
  });
  return router;
}

/** Returns the photos that are not removed and whose originals are there, as far as their length tells. */
export async function wholeAmong(
  { photos, originals }: Pick<DownloadNeeds, "photos" | "originals">,
  owner: string,
  ids: string[],
): Promise<{ there: KnownPhoto[]; leftOut: number }> {
  const there: KnownPhoto[] = [];
  let leftOut = 0;
  for (const known of await photos.loadAll(owner, ids)) {
    if (known.photo.deleted_at !== null) continue;
    const isWhole = await originals.ensure(known.photo, true).then(
      () => known.photo.damage === null,
      (error: unknown) => {
        if (error instanceof AppError && error.code === "ORIGINAL_DAMAGED") return false;
        throw error;
      },
    );
    if (isWhole) there.push(known);
    else leftOut++;
  }
  return { there, leftOut };
}

function askedIds(body: unknown): string[] {
  const given = typeof body === "object" && body !== null && "ids" in body ? body.ids : null;
  const ids = typeof given === "string" ? [...new Set(given.split(","))] : [];
  if (ids.length === 0 || ids.length > mostPhotos || !ids.every((id) => uuid.test(id)))
    throw new AppError("BAD_REQUEST", `ids: must be the ids of at most ${mostPhotos} photos`);
  return ids;
}

const isChecked = (body: unknown) => typeof body === "object" && body !== null && "check" in body;

async function sendZip(
  objects: Pick<ObjectStore, "open">,
  photos: KnownPhoto[],
  response: Response,
): Promise<void> {
  const zip = new ZipFile();
  const names = uniqueNames(photos);
  let open: Readable | null = null;
  let failure: unknown = null;
  zip.on("error", (error) => {
    failure = error;
    response.destroy();
  });
  for (const [at, known] of photos.entries()) {
    const options = { compress: false, size: Number(known.photo.bytes), mtime: timeOf(known) };
    zip.addReadStreamLazy(names[at] ?? "photo", options, (give) => {
      if (response.destroyed) return;
      open = Readable.from(checked(objects, known.photo.sha256), { objectMode: false });
      give(null, open);
    });
  }
  const size = new Promise<unknown>((resolve) =>
    zip.end(undefined, (...sizes: unknown[]) => resolve(sizes[0])),
  );
  const bytes = await size;
  response.attachment("photos.zip").setHeader("Content-Type", "application/zip");
  // From the length a browser shows how far the download is, and notices that an archive broke off.
  if (typeof bytes === "number" && bytes > 0) response.setHeader("Content-Length", bytes);
  // Closes the file when the caller goes away.
  response.once("close", () => open?.destroy());
  await pipeline(zip.outputStream, response).catch((error: NodeJS.ErrnoException) => {
    if (failure !== null) throw failure;
    if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  });
}

/** Yields an original. If at its end its hash is not the one that was stored, the archive breaks off. */
async function* checked(objects: Pick<ObjectStore, "open">, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  for await (const chunk of await objects.open(`originals/${sha256}`)) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest("hex") !== sha256)
    throw new AppError("ORIGINAL_DAMAGED", "The original of a photo is damaged.");
}

/** Some systems take "a.jpg" and "A.jpg" for the same file. */
function uniqueNames(photos: KnownPhoto[]): string[] {
  const taken = new Set<string>();
  return photos.map(({ photo }) => {
    for (const name of variantsOf(exportName(photo.file_name, photo.extension, "photo"))) {
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
    return photo.id;
  });
}

/** The time taken by the camera's clock, because an archive knows no time zones. */
function timeOf(known: KnownPhoto): Date {
  const { takenLocal } = effectiveFacts(known);
  const time = new Date(takenLocal ?? Number(known.photo.created_at));
  return time < earliest || Number.isNaN(time.getTime()) ? earliest : time;
}
