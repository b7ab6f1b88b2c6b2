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
    .input(
      z.object({
        text: question,
        conversationId: id.optional(),
        /** Also tells how the question was read: `explained` has its tokens, classes, rules, and what was left. */
        explain: z.boolean().default(false),
        ...clock,
      }),
    )
    .query(async ({ ctx, input: { conversationId, explain, ...input } }) => {
      const { search, converse } = ctx.services;
      const within = conversationId === undefined ? null : { conversationId, ...input };
      const plan = within ? await converse.plan(ctx.owner, within) : await search.plan(ctx.owner, input);
      if (!explain) return plan;
      const explained = within ? converse.explain(ctx.owner, within) : search.explain(ctx.owner, input);
      return { ...plan, explained: await explained };
    }),

  run: asked
    .input(
      z.union([
        z.object({ text: question, ...page, ...clock }),
        z.object({ plan: searchPlan, ...page, ...clock }),
      ]),
    )
    .query(({ ctx, input, signal }) => ctx.services.search.run(ctx.owner, input, signal)),

  /** The people with most photos. */
  people: procedure.input(z.object({ limit: limit.optional() }).optional()).query(async ({ ctx, input }) => ({
    items: await ctx.services.people.list(ctx.owner, input?.limit ?? 16),
  })),

  /** Completes a text that is being typed with names of the library. */
  complete: procedure
    .input(z.object({ text: question, limit: limit.optional() }))
    .query(async ({ ctx, input }) =>
      (await ctx.services.search.vocabulary(ctx.owner)).complete(input.text, input.limit ?? 6),
    ),

  similar: asked
    .input(z.object({ photoId: id, ...page }))
    .query(({ ctx, input, signal }) => ctx.services.search.similar(ctx.owner, input, signal)),
});
