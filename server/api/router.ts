import { access } from "./access.ts";
import { captions } from "./captions.ts";
import { conversations } from "./conversations.ts";
import { describing } from "./describing.ts";
import { jobs } from "./jobs.ts";
import { models } from "./models.ts";
import { people } from "./people.ts";
import { photos } from "./photos.ts";
import { search } from "./search.ts";
import { shelves } from "./shelves.ts";
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
  shelves,
  access,
  system: router({
    status: procedure.query(({ ctx }) => ctx.services.status(ctx.owner)),
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
