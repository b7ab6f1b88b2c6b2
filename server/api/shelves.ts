import { z } from "zod";
import { id, limit } from "./inputs.ts";
import { procedure, router } from "./trpc.ts";

const shelf = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("library") }),
  z.object({ kind: z.literal("bin") }),
  z.object({ kind: z.literal("turn"), turn: id }),
  z.object({ kind: z.literal("album"), album: id }),
  z.object({ kind: z.literal("trip"), trip: id }),
]);

const section = z
  .string()
  .regex(/^(?:\d{4}(?:-\d{2}){0,2}|undated|answer|album)$/, "is not a section of a shelf");

/** The counts, shapes and pages from which grids of very many photos are drawn. */
export const shelves = router({
  buckets: procedure
    .input(z.object({ shelf }))
    .query(({ ctx, input }) => ctx.services.shelves.buckets(ctx.owner, input.shelf)),

  page: procedure
    .input(z.object({ shelf, section, from: z.number().int().min(0).max(10_000_000), limit }))
    .query(async ({ ctx, input: { shelf, ...page } }) => ({
      items: await ctx.services.shelves.page(ctx.owner, shelf, page),
    })),

  places: procedure.input(z.object({ section })).query(async ({ ctx, input }) => ({
    places: await ctx.services.shelves.places(ctx.owner, input.section),
  })),
});
