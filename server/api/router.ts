import { access } from "./access.ts";
import { albums } from "./albums.ts";
import { captions } from "./captions.ts";
import { conversations } from "./conversations.ts";
import { describing } from "./describing.ts";
import { jobs } from "./jobs.ts";
import { models } from "./models.ts";
import { people } from "./people.ts";
import { photos } from "./photos.ts";
import { search } from "./search.ts";
import { secondReader } from "./second-reader.ts";
import { shelves } from "./shelves.ts";
import { trips } from "./trips.ts";
import { procedure, router } from "./trpc.ts";

export const appRouter = router({
  photos,
  people,
  captions,
  jobs,
  describing,
  search,
  conversations,
  models,
  secondReader,
  shelves,
  albums,
  trips,
  access,
  system: router({
    status: procedure.query(({ ctx }) => ctx.services.status(ctx.owner)),

    /** How much room the library takes. The disk is counted in the background. */
    storage: procedure.query(({ ctx }) => ctx.services.storage(ctx.owner)),

    /** Makes the worker read all originals now, unless it is doing so already. */
    check: procedure.mutation(async ({ ctx }) => {
      await ctx.services.checks.begin();
    }),
  }),
});

/** Says whether the path names a procedure whose answer is an event stream. */
export function isSubscription(path: string): boolean {
  const procedures: Record<string, unknown> = appRouter._def.procedures;
  const found = Object.hasOwn(procedures, path) ? procedures[path] : null;
  if (typeof found !== "function" || !("_def" in found)) return false;
  const { _def: definition } = found;
  return typeof definition === "object" && definition !== null && "type" in definition
    ? definition.type === "subscription"
    : false;
}

export type AppRouter = typeof appRouter;
