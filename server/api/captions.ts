import { z } from "zod";
import { ids } from "./inputs.ts";
import { procedure, router } from "./trpc.ts";

export const captions = router({
  models: procedure.query(({ ctx }) => ctx.services.captions.models(ctx.owner)),

  describeAgain: procedure
    .input(
      z.union([
        z.object({ ids }),
        z.object({ model: z.string().min(1).max(200) }),
        z.object({ refused: z.literal(true) }),
      ]),
    )
    .mutation(async ({ ctx, input }) => {
      const queued = await ctx.services.captions.describeAgain(ctx.owner, input);
      ctx.services.events.nudge();
      return { queued };
    }),
});
