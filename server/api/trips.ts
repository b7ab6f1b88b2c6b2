import { z } from "zod";
import { id, limit } from "./inputs.ts";
import { procedure, router } from "./trpc.ts";

/** Journeys that the worker finds in the photos' days and places. Their photos are shown by `shelves`. */
export const trips = router({
  /** The newest trips. */
  list: procedure.input(z.object({ limit: limit.optional() }).optional()).query(async ({ ctx, input }) => ({
    items: await ctx.services.trips.counted(ctx.owner, input?.limit ?? 24),
  })),

  get: procedure
    .input(z.object({ id }))
    .query(({ ctx, input }) => ctx.services.trips.get(ctx.owner, input.id)),
});
