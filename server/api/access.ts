import { procedure, router } from "./trpc.ts";

/** Logs browsers out. Logging in is the login page's; passwords and tokens are made on the command line only. */
export const access = router({
  state: procedure.query(({ ctx }) => ctx.services.access.state(ctx.caller)),

  signOut: procedure.mutation(({ ctx }) => ctx.services.access.signOut(ctx.caller)),

  signOutEverywhere: procedure.mutation(async ({ ctx }) => ({
    browsers: await ctx.services.access.signOutEverywhere(ctx.caller),
  })),
});
