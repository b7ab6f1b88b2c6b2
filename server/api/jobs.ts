import { tracked } from "@trpc/server";
import { z } from "zod";
import { toPhotoEvent } from "../library/events.ts";
import { ids, pageInput } from "./inputs.ts";
import { procedure, router } from "./trpc.ts";

export const jobs = router({
  summary: procedure.query(({ ctx }) => ctx.services.jobs.summary(ctx.owner)),

  list: procedure
    .input(
      pageInput(/^[0-9a-f-]{36}$/)
        .extend({ state: z.enum(["queued", "running", "failed"]).optional() })
        .optional(),
    )
    .query(({ ctx, input }) => ctx.services.jobs.list(ctx.owner, { limit: 50, ...input })),

  retry: procedure
    .input(z.union([z.object({ ids }), z.object({ all: z.literal("failed") })]))
    .mutation(async ({ ctx, input }) => {
      const retried = await ctx.services.jobs.retry(ctx.owner, input);
      ctx.services.events.nudge();
      return { retried };
    }),

  watch: procedure
    .input(
      z
        .object({
          lastEventId: z
            .string()
            .regex(/^\d{1,15}$/)
            .nullish(),
        })
        .optional(),
    )
    .subscription(async function* ({ ctx, input, signal }) {
      const { events } = ctx.services;
      const filter = { owner: ctx.owner, kind: "photo" as const };
      const from = input?.lastEventId ? Number(input.lastEventId) : await events.newest(filter);
      for await (const row of events.follow(filter, from, signal ?? new AbortController().signal)) {
        yield tracked(String(row.id), toPhotoEvent(row));
      }
    }),
});
