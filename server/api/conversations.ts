import { tracked } from "@trpc/server";
import { z } from "zod";
import { newId } from "../library/ids.ts";
import { searchPlan, type TurnEvent } from "../search/types.ts";
import { clock, id, ids, question } from "./inputs.ts";
import { procedure, router } from "./trpc.ts";

const title = z.string().trim().max(200);

export const conversations = router({
  list: procedure.query(async ({ ctx }) => ({ items: await ctx.services.conversations.list(ctx.owner) })),

  get: procedure
    .input(z.object({ id }))
    .query(({ ctx, input }) => ctx.services.converse.conversation(ctx.owner, input.id)),

  create: procedure
    .input(z.object({ id: id.optional(), title: title.optional() }).optional())
    .mutation(({ ctx, input }) =>
      ctx.services.conversations.create(ctx.owner, input?.id ?? newId(), input?.title ?? ""),
    ),

  rename: procedure
    .input(z.object({ id, title: title.min(1, "must not be empty") }))
    .mutation(({ ctx, input }) => ctx.services.conversations.rename(ctx.owner, input.id, input.title)),

  remove: procedure
    .input(z.object({ id }))
    .mutation(({ ctx, input }) => ctx.services.conversations.remove(ctx.owner, input.id)),

  say: procedure
    .meta({ counts: "question" })
    .input(
      z.object({
        conversationId: id,
        turnId: id,
        text: question,
        photoIds: z.array(id).max(20).optional(),
        begins: z.boolean().optional(),
        ...clock,
      }),
    )
    // Begun before anything is answered, so that a question which is refused fails as a whole.
    .mutation(async ({ ctx: { services, owner }, input, signal }) => {
      await services.converse.begin(owner, input);
      return told(services.converse.follow(owner, input.turnId, 0, signal));
    }),

  /** Begins a conversation among these photos; what is asked in it is asked of them. */
  among: procedure
    .input(z.object({ conversationId: id, turnId: id, text: question.min(1), photoIds: ids }))
    .mutation(({ ctx, input }) => ctx.services.converse.beginAmong(ctx.owner, input)),

  watch: procedure
    .input(
      z.object({
        turnId: id,
        lastEventId: z
          .string()
          .regex(/^\d{1,15}$/)
          .nullish(),
      }),
    )
    .subscription(async function* ({ ctx, input, signal }) {
      const from = Number(input.lastEventId ?? 0);
      for await (const { id, event } of ctx.services.converse.follow(ctx.owner, input.turnId, from, signal)) {
        yield tracked(id, event);
      }
    }),

  adjust: procedure
    .meta({ counts: "question" })
    .input(z.object({ turnId: id, plan: searchPlan }))
    .mutation(({ ctx, input }) => ctx.services.converse.adjust(ctx.owner, input.turnId, input.plan)),

  stop: procedure
    .input(z.object({ turnId: id }))
    .mutation(({ ctx, input }) => ctx.services.converse.stop(ctx.owner, input.turnId)),
});

async function* told(turn: AsyncIterable<{ event: TurnEvent }>): AsyncGenerator<TurnEvent> {
  for await (const { event } of turn) yield event;
}
