import { pipeline } from "node:stream/promises";
import { type Response, Router } from "express";
import type { Access } from "./access.ts";
import { allow } from "./api/caller.ts";
import type { ObjectKey, ObjectStore, StoredObject } from "./engines/objects/port.ts";
import type { JobQueue } from "./engines/queue/port.ts";
import { AppError, statusOf } from "./errors.ts";
import { cleanFileName } from "./library/file-name.ts";
import type { KnownPhoto } from "./library/photo-rows.ts";
import type { Photos } from "./library/photos.ts";
import { renditionKey } from "./library/renditions.ts";
import type { PhotoRow } from "./library/schema.ts";
import type { WholeOriginals } from "./maintenance/whole-originals.ts";
import { stretchAsked } from "./stretch.ts";

interface Needs {
  photos: Photos;
  objects: ObjectStore;
  access: Pick<Access, "callerOf">;
  originals: WholeOriginals;
  queue: Pick<JobQueue, "publish">;
  /** Throws LIBRARY_AWAY while a part of the library is missing. */
  library: { check(): Promise<void> };
  onError: (error: unknown) => void;
}

interface Served {
  key: ObjectKey;
  type: string;
  /** The file name for a download; undefined when the picture is shown. */
  saveAs?: string;
  /** The part of the file that is served, if it is not the whole. */
  part?: { offset: number; bytes: number };
  /** The original that must be whole, if it is not the photo's own. */
  of?: PhotoRow;
}

/** The film of a Live Photo, or the one inside a motion photo. */
function filmOf({ photo, facts, companions }: KnownPhoto): Served {
  const film = companions.find(({ role }) => role === "motion");
  if (film) return { key: `originals/${film.sha256}`, type: film.type, of: film };
  if (facts?.film_type == null) throw new AppError("NOT_FOUND", "Nothing moves in this photo.");
  const part = { offset: Number(facts.film_offset), bytes: Number(facts.film_bytes) };
  return { key: `originals/${photo.sha256}`, type: facts.film_type, part };
}

const variants = new Map<string, (known: KnownPhoto) => Served>(
  Object.entries({
    original: ({ photo }) => ({ key: `originals/${photo.sha256}`, type: photo.type }),
    download: ({ photo }) => ({
      key: `originals/${photo.sha256}`,
      type: photo.type,
      saveAs: cleanFileName(photo.file_name) || `photo.${photo.extension}`,
    }),
    preview: ({ photo }) => ({ key: renditionKey(photo.sha256, "preview"), type: "image/jpeg" }),
    motion: filmOf,
    thumbnail: ({ photo }) => ({ key: renditionKey(photo.sha256, "thumbnail"), type: "image/webp" }),
  }),
);

/** Serves `GET /photos/:id/{original,preview,thumbnail,download,motion}`, whole or a stretch of it. */
export function photoUrls(needs: Needs): Router {
  const { photos, objects, originals, queue, library, access, onError } = needs;
  const router = Router();

  /** Arms the making of a missing rendition, and throws an error that says that it comes, or why it cannot. */
  async function makeAgain({ photo, facts }: KnownPhoto): Promise<never> {
    await library.check();
    if (!facts?.thumbhash) throw new AppError("NOT_FOUND", "There is no such picture of this photo.");
    await originals.ensure(photo);
    if (!(await photos.prepareAgain(photo))) {
      throw new AppError("NOT_FOUND", "This picture is missing, and could not be made again.");
    }
    queue.publish("prepare");
    throw new AppError("NOT_FOUND", "This picture is being made again. It will be here in a few seconds.");
  }

  router.get("/photos/:id/:variant", async (request, response, next) => {
    const variant = variants.get(request.params.variant);
    if (!variant) return next();
    try {
      const caller = await access.callerOf(request.headers);
      allow(caller, "read");
      const known = await photos.load(caller.owner, request.params.id);
      if (!known || !isShown(known, request.params.variant))
        throw new AppError("NOT_FOUND", "This photo is not in the library.");
      const served = variant(known);
      const etag = `"${(served.of ?? known.photo).sha256.slice(0, 32)}-${request.params.variant}-${known.facts?.prepared_at ?? 0}"`;
      response.setHeader("ETag", etag);
      // The browser has to ask each time whether it may show its copy, because its person may have been logged out.
      response.setHeader("Cache-Control", "private, no-cache");
      if (isKnown(request.headers["if-none-match"], etag)) return void response.status(304).end();
      if (!served.key.startsWith("renditions/")) await originals.ensure(served.of ?? known.photo);
      const stored = (await objects.stat(served.key)) ?? (await makeAgain(known));
      await send(response, objects, served, stored);
    } catch (error) {
      if (response.headersSent) return void response.destroy();
      const ours = error instanceof AppError ? error : null;
      if (!ours) onError(error);
      response.removeHeader("ETag");
      response.setHeader("Cache-Control", "private, no-store");
      response
        .status(ours ? statusOf[ours.code] : 500)
        .type("text/plain")
        .send(ours?.message ?? "The photo cannot be read.");
    }
  });
  return router;
}

/** Photos in the bin can be looked at there, but not downloaded. */
function isShown({ photo }: KnownPhoto, variant: string): boolean {
  const isPicture = variant === "thumbnail" || variant === "preview";
  return photo.deleted_at === null || (Number(photo.deleted_at) > 0 && isPicture);
}

/** Says whether a browser has the picture of this tag already. */
function isKnown(tags: string | undefined, etag: string): boolean {
  return tags?.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag) ?? false;
}

async function send(
  response: Response,
  objects: ObjectStore,
  { key, type, saveAs, part }: Served,
  file: StoredObject,
): Promise<void> {
  const stored = part ?? file;
  response.setHeader("Content-Type", type);
  response.setHeader("Accept-Ranges", "bytes");
  const { headers, method } = response.req;
  const asked = method === "GET" ? stretchAsked(headers, stored.bytes, response.getHeader("ETag")) : null;
  if (asked === "beyond") {
    response.setHeader("Content-Range", `bytes */${stored.bytes}`);
    throw new AppError("BEYOND_END", `This picture has ${stored.bytes} bytes, and no such stretch.`);
  }
  if (asked) {
    response.status(206);
    response.setHeader("Content-Range", `bytes ${asked.first}-${asked.last}/${stored.bytes}`);
  }
  response.setHeader("Content-Length", asked ? asked.last - asked.first + 1 : stored.bytes);
  // A file may hold anything, so a browser that opens it as a page must not let it do anything.
  response.setHeader(
    "Content-Security-Policy",
    "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox",
  );
  if (saveAs !== undefined) response.attachment(saveAs).setHeader("Content-Type", type);
  if (method === "HEAD") return void response.end();
  await pipeline(await objects.open(key, within(part, asked)), response).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
    },
  );
}

/** Where in its file a stretch of a part lies. */
function within(part: Served["part"], asked: { first: number; last: number } | null) {
  if (!part) return asked ?? undefined;
  const { first, last } = asked ?? { first: 0, last: part.bytes - 1 };
  return { first: part.offset + first, last: part.offset + last };
}
