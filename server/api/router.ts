import { captions } from "./captions.ts";
import { conversations } from "./conversations.ts";
import { jobs } from "./jobs.ts";
import { models } from "./models.ts";
import { photos } from "./photos.ts";
import { search } from "./search.ts";
import { procedure, router } from "./trpc.ts";

export const appRouter = router({
  photos,
  captions,
  jobs,
  search,
  conversations,
  models,
  system: router({
    status: procedure.query(({ ctx }) => ctx.services.status(ctx.owner)),
  }),
});

export type AppRouter = typeof appRouter;
