import { pipeline } from "node:stream/promises";
import { type Response, Router } from "express";
import type { ObjectKey, ObjectStore, StoredObject } from "./engines/objects/port.ts";
import type { JobQueue } from "./engines/queue/port.ts";
import { AppError, statusOf } from "./errors.ts";
import { localOwner } from "./library/ids.ts";
import type { KnownPhoto } from "./library/photo-rows.ts";
import type { Photos } from "./library/photos.ts";
import { renditionKey } from "./library/renditions.ts";
import type { WholeOriginals } from "./maintenance/whole-originals.ts";

interface Needs {
  photos: Photos;
  objects: ObjectStore;
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
}

const variants: Record<string, (known: KnownPhoto) => Served> = {
  original: ({ photo }) => ({ key: `originals/${photo.sha256}`, type: photo.type }),
  download: ({ photo }) => ({
    key: `originals/${photo.sha256}`,
    type: photo.type,
    saveAs: photo.file_name || `photo.${photo.extension}`,
  }),
  preview: ({ photo }) => ({ key: renditionKey(photo.sha256, "preview"), type: "image/jpeg" }),
  thumbnail: ({ photo }) => ({ key: renditionKey(photo.sha256, "thumbnail"), type: "image/webp" }),
};

/** Serves `GET /photos/:id/{original,preview,thumbnail,download}`. */
export function photoUrls({ photos, objects, originals, queue, library, onError }: Needs): Router {
  const router = Router();

  /** Has a rendition made that is missing, and tells the caller that it comes, or why it cannot. */
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
    const variant = variants[request.params.variant];
    if (!variant) return next();
    try {
      const known = await photos.load(localOwner, request.params.id);
      if (!known || known.photo.deleted_at !== null)
        throw new AppError("NOT_FOUND", "This photo is not in the library.");
      const served = variant(known);
      const etag = `"${known.photo.sha256.slice(0, 32)}-${request.params.variant}-${known.facts?.prepared_at ?? 0}"`;
      const isRendition = served.key.startsWith("renditions/");
      response.setHeader("ETag", etag);
      // A rendition can be made anew, but an original never changes.
      response.setHeader(
        "Cache-Control",
        isRendition ? "private, no-cache" : "private, max-age=31536000, immutable",
      );
      if (request.headers["if-none-match"] === etag) return void response.status(304).end();
      if (!isRendition) await originals.ensure(known.photo);
      const stored = (await objects.stat(served.key)) ?? (await makeAgain(known));
      await send(response, objects, served, stored);
    } catch (error) {
      if (response.headersSent) return void response.destroy();
      const ours = error instanceof AppError ? error : null;
      if (!ours) onError(error);
      response.removeHeader("ETag");
      response.setHeader("Cache-Control", "no-store");
      response
        .status(ours ? statusOf[ours.code] : 500)
        .type("text/plain")
        .send(ours?.message ?? "The photo cannot be read.");
    }
  });
  return router;
}

async function send(
  response: Response,
  objects: ObjectStore,
  { key, type, saveAs }: Served,
  stored: StoredObject,
): Promise<void> {
  response.setHeader("Content-Type", type);
  response.setHeader("Content-Length", stored.bytes);
  // A file may hold anything, so a browser that opens it as a page must not let it do anything.
  response.setHeader(
    "Content-Security-Policy",
    "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox",
  );
  if (saveAs !== undefined) response.attachment(saveAs).setHeader("Content-Type", type);
  if (response.req.method === "HEAD") return void response.end();
  await pipeline(await objects.open(key), response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  });
}
