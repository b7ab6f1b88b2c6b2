import type { ReadableStream } from "node:stream/web";
import { octetInputParser } from "@trpc/server/http";
import { z } from "zod";
import { AppError } from "../errors.ts";
import { tooLarge } from "../ingest/ingest.ts";
import type { Visit } from "../limits.ts";
import { photoEdit } from "./edit-inputs.ts";
import { id, ids, pageInput } from "./inputs.ts";
import { procedure, router } from "./trpc.ts";

const listCursor = /^-?\d+_[0-9a-f-]{36}$/;
const latitude = z.number().min(-90).max(90);
const longitude = z.number().min(-180).max(180);
const mapPart = z.object({ west: longitude, south: latitude, east: longitude, north: latitude });
/** The width of a cell of the map, in degrees. */
const mapStep = z.number().min(1e-5).max(360);

export const photos = router({
  upload: procedure
    .meta({ needs: "upload" })
    .input(octetInputParser)
    .mutation(({ ctx, input }) => {
      const { services, owner, headers, visit } = ctx;
      const length = headers["content-length"];
      // The kind of file is not known before its first bytes are here.
      const most = Math.max(...Object.values(services.maxBytes));
      if (Number(length) > most) throw tooLarge(most);
      const body = input as unknown as ReadableStream<Uint8Array>;
      if (length !== undefined) visit.stage(Number(length));
      return services.ingest.receive(owner, {
        name: decodedName(headers["x-file-name"]),
        modifiedAt: modifiedTime(headers["x-file-modified"]),
        body: length === undefined ? staged(body, visit) : body,
      });
    }),

  known: procedure
    .meta({ needs: ["read", "upload"] })
    .input(
      z.object({
        sha256: z.array(z.string().regex(/^[0-9a-f]{64}$/, "must be hashes in lower-case hex")).max(1_000),
      }),
    )
    .query(async ({ ctx: { services, owner }, input }) => {
      const known = (await services.photos.known(owner, input.sha256)).map(({ photo }) => photo);
      const stored = await services.ingest.stored(known);
      return { known: stored.map((photo) => ({ sha256: photo.sha256, photo })) };
    }),

  get: procedure.input(z.object({ id })).query(async ({ ctx, input }) => {
    const [photo] = await ctx.services.photos.get(ctx.owner, [input.id]);
    if (!photo) throw new AppError("NOT_FOUND", "This photo is not in the library.");
    return photo;
  }),

  /** Camera settings, and the faces in the photo. */
  shot: procedure.input(z.object({ id })).query(async ({ ctx, input }) => {
    const shot = await ctx.services.shots.of(ctx.owner, input.id);
    if (!shot) throw new AppError("NOT_FOUND", "This photo is not in the library.");
    return shot;
  }),

  list: procedure
    .input(pageInput(listCursor).optional())
    .query(({ ctx, input }) => ctx.services.photos.list(ctx.owner, { limit: 60, ...input })),

  map: procedure
    .input(z.object({ part: mapPart, step: mapStep }))
    .query(({ ctx, input: { part, step } }) => ctx.services.photoMap.cells(ctx.owner, part, step)),

  within: procedure
    .input(pageInput(listCursor).extend({ part: mapPart }))
    .query(async ({ ctx, input: { part, ...page } }) => {
      const { ids, next } = await ctx.services.photoMap.within(ctx.owner, part, { limit: 60, ...page });
      return { items: await ctx.services.photos.get(ctx.owner, ids), next };
    }),

  remove: procedure.input(z.object({ ids })).mutation(async ({ ctx, input }) => {
    const removed = await ctx.services.photos.remove(ctx.owner, input.ids);
    ctx.services.events.nudge();
    return { removed };
  }),

  edit: procedure.input(photoEdit).mutation(({ ctx, input }) => ctx.services.editing.edit(ctx.owner, input)),

  /** Takes an edit back, except where somebody has changed the same field since. */
  undo: procedure.input(z.object({ edit: id })).mutation(async ({ ctx, input }) => ({
    undone: await ctx.services.editing.undo(ctx.owner, input.edit),
  })),

  restore: procedure.input(z.object({ ids })).mutation(async ({ ctx, input }) => {
    const restored = await ctx.services.photos.restore(ctx.owner, input.ids);
    ctx.services.events.nudge();
    return { restored };
  }),

  /** Takes photos out of the bin, or all that lies there, to be deleted for good. */
  discard: procedure
    .input(z.object({ ids: z.union([ids, z.literal("all")]) }))
    .mutation(async ({ ctx, input }) => ({
      discarded: await ctx.services.photos.discard(ctx.owner, input.ids),
    })),

  timeline: procedure
    .input(z.object({ id }))
    .query(({ ctx, input }) => ctx.services.photos.timeline(ctx.owner, input.id)),
});

/** Counts the bytes of an upload that does not say how long it is. */
export async function* staged(body: AsyncIterable<Uint8Array>, visit: Visit): AsyncGenerator<Uint8Array> {
  for await (const chunk of body) {
    visit.stage(chunk.length);
    yield chunk;
  }
}

function decodedName(header: string | string[] | undefined): string {
  try {
    return decodeURIComponent(String(header ?? ""));
  } catch (cause) {
    throw new AppError("BAD_REQUEST", "x-file-name: must be percent-encoded UTF-8", { cause });
  }
}

function modifiedTime(header: string | string[] | undefined): number | null {
  if (header === undefined || header === "") return null;
  const time = Number(header);
  if (!Number.isSafeInteger(time))
    throw new AppError("BAD_REQUEST", "x-file-modified: must be milliseconds since 1970");
  return time;
}
