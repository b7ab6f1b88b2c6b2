import { z } from "zod";
import { searchPlan } from "../search/types.ts";
import { clock, id, limit, question } from "./inputs.ts";
import { procedure, router } from "./trpc.ts";

const cursor = z
  .string()
  .regex(/^[0-9a-f-]{36}_\d{1,9}(_[0-9a-f-]{36})?$/, "is not a cursor of this list")
  .optional();
const page = { limit: limit.optional(), cursor };

const asked = procedure.meta({ counts: "question" });

export const search = router({
  plan: asked
    .input(z.object({ text: question, conversationId: id.optional(), ...clock }))
    .query(({ ctx, input: { conversationId, ...input } }) =>
      conversationId
        ? ctx.services.converse.plan(ctx.owner, { conversationId, ...input })
        : ctx.services.search.plan(ctx.owner, input),
    ),

  run: asked
    .input(
      z.union([
        z.object({ text: question, ...page, ...clock }),
        z.object({ plan: searchPlan, ...page, ...clock }),
      ]),
    )
    .query(({ ctx, input, signal }) => ctx.services.search.run(ctx.owner, input, signal)),

  /** Completes what is being typed with names of the library. */
  complete: procedure
    .input(z.object({ text: question, limit: limit.optional() }))
    .query(async ({ ctx, input }) =>
      (await ctx.services.search.vocabulary(ctx.owner)).complete(input.text, input.limit ?? 6),
    ),

  similar: asked
    .input(z.object({ photoId: id, ...page }))
    .query(({ ctx, input, signal }) => ctx.services.search.similar(ctx.owner, input, signal)),
});
