import { z } from "zod";
import { ids, zone } from "./inputs.ts";
import { procedure, router } from "./trpc.ts";

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time such as 22:00");

const hours = z
  .object({ from: time, to: time, timeZone: zone })
  .refine(({ from, to }) => from !== to, "must begin and end at different times");

/** When photos may be described, and how far describing is. */
export const describing = router({
  status: procedure.query(({ ctx }) => ctx.services.describing.status(ctx.owner)),

  /** Changes the settings that are given; `hours` of null means any hour. */
  set: procedure
    .input(z.object({ paused: z.boolean().optional(), hours: hours.nullable().optional() }))
    .mutation(async ({ ctx: { services, owner }, input: { paused, hours } }) => {
      await services.describing.set(owner, {
        ...(paused === undefined ? {} : { paused }),
        ...(hours === undefined ? {} : { hours }),
      });
      return services.describing.status(owner);
    }),

  /** Moves these photos to the front of describing, because somebody looks at them; the last one comes first. */
  lookAt: procedure.input(z.object({ ids })).mutation(async ({ ctx, input }) => {
    await ctx.services.jobs.lookAt(ctx.owner, input.ids);
  }),
});
