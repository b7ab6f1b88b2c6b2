import { z } from "zod";
import { procedure, router } from "./trpc.ts";

/** Says whether questions with words left over are read a second time, as a chat model rewrites them. */
export const secondReader = router({
  status: procedure.query(({ ctx }) => ctx.services.secondReader.rule(ctx.owner)),

  /** Where the environment says `off`, this is kept and changes nothing. */
  set: procedure
    .input(z.object({ on: z.boolean() }))
    .mutation(async ({ ctx: { services, owner }, input }) => {
      await services.secondReader.set(owner, input.on);
      return services.secondReader.rule(owner);
    }),
});
