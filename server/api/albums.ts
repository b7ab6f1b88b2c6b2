import { z } from "zod";
import { id, ids } from "./inputs.ts";
import { procedure, router } from "./trpc.ts";

const name = z.string().trim().min(1, "must not be empty").max(200);
const order = z.enum(["hand", "date"]);

/** Albums: photos that a person puts together. `shelves` returns the photos of an album. */
export const albums = router({
  list: procedure.query(async ({ ctx }) => ({ items: await ctx.services.albums.list(ctx.owner) })),

  get: procedure
    .input(z.object({ id }))
    .query(({ ctx, input }) => ctx.services.albums.get(ctx.owner, input.id)),

  /** The albums that a photo is in. */
  withPhoto: procedure.input(z.object({ photoId: id })).query(async ({ ctx, input }) => ({
    items: await ctx.services.albums.withPhoto(ctx.owner, input.photoId),
  })),

  /** Makes an album of photos, or of an answer: its photos as they are, or (`living`) what it asks for. */
  make: procedure
    .input(
      z.object({ name, photoIds: ids.optional(), turnId: id.optional(), living: z.boolean().optional() }),
    )
    .mutation(({ ctx, input }) => ctx.services.albums.make(ctx.owner, input)),

  change: procedure
    .input(z.object({ id, name: name.optional(), cover: id.nullable().optional(), order: order.optional() }))
    .mutation(({ ctx, input: { id, ...to } }) => ctx.services.albums.change(ctx.owner, id, to)),

  /** Deletes an album. Its photos stay in the library. */
  remove: procedure
    .input(z.object({ id }))
    .mutation(({ ctx, input }) => ctx.services.albums.remove(ctx.owner, input.id)),

  /** Returns the photos that were not in the album before. */
  add: procedure.input(z.object({ id, photoIds: ids })).mutation(async ({ ctx, input }) => ({
    added: await ctx.services.albums.add(ctx.owner, input.id, input.photoIds),
  })),

  takeOut: procedure.input(z.object({ id, photoIds: ids })).mutation(async ({ ctx, input }) => ({
    taken: await ctx.services.albums.takeOut(ctx.owner, input.id, input.photoIds),
  })),

  /** Moves photos before another one (null: to the end). The album is in this order from then on. */
  move: procedure
    .input(z.object({ id, photoIds: ids, before: id.nullable() }))
    .mutation(({ ctx, input: { id, photoIds, before } }) =>
      ctx.services.albums.move(ctx.owner, id, photoIds, before),
    ),
});
