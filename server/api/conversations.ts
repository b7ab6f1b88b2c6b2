import { tracked } from "@trpc/server";
import { z } from "zod";
import { newId } from "../library/ids.ts";
import { readings } from "../library/turn-readings.ts";
import { conversationMarkdown } from "../search/conversation/markdown.ts";
import { choiceKinds } from "../search/conversation/offers.ts";
import { searchPlan, type TurnEvent } from "../search/types.ts";
import { clock, id, ids, limit, question } from "./inputs.ts";
import { procedure, router } from "./trpc.ts";

const title = z.string().trim().max(200);
const origin = z
  .string()
  .max(300)
  .regex(/^https?:\/\/[^\s/<>()\\]+$/, "is not the address of a site");

export const conversations = router({
  list: procedure.query(async ({ ctx }) => ({ items: await ctx.services.history.list(ctx.owner) })),

  /** Finds conversations by their title and their questions. */
  find: procedure
    .input(z.object({ text: question, limit: limit.optional() }))
    .query(async ({ ctx, input }) => ({
      items: await ctx.services.history.find(ctx.owner, input.text, input.limit ?? 20),
    })),

  pin: procedure
    .input(z.object({ id, pinned: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.services.history.pin(ctx.owner, input.id, input.pinned)),

  /** The conversation as Markdown, with links that begin with `origin`. */
  export: procedure.input(z.object({ id, origin })).query(async ({ ctx, input }) => {
    const conversation = await ctx.services.converse.conversation(ctx.owner, input.id);
    return { title: conversation.title, text: conversationMarkdown(conversation, input.origin) };
  }),

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
        replaces: id.optional(),
        ...clock,
      }),
    )
    // Begun before anything is answered, so that a question which is refused fails as a whole.
    .mutation(async ({ ctx: { services, owner }, input, signal }) => {
      await services.converse.begin(owner, input);
      return told(services.converse.follow(owner, input.turnId, 0, signal));
    }),

  /** Begins a conversation among these photos; its questions are about them. */
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

  /** Shows the answer to the question as it was written, or as a model has said it in other words. */
  readAs: procedure
    .input(z.object({ turnId: id, reading: z.enum(readings) }))
    .mutation(({ ctx, input }) => ctx.services.converse.readAs(ctx.owner, input.turnId, input.reading)),

  /** Takes an edited question back: the turns that it replaced come back. */
  bringBack: procedure
    .input(z.object({ turnId: id }))
    .mutation(({ ctx, input }) => ctx.services.converse.bringBack(ctx.owner, input.turnId)),

  followUps: procedure
    .meta({ counts: "question" })
    .input(z.object({ turnId: id, ...clock }))
    .query(async ({ ctx, input, signal }) => ({
      items: await ctx.services.offers.followUps(ctx.owner, input, signal),
    })),

  /** The values that a chip of the turn could have instead. */
  choices: procedure
    .meta({ counts: "question" })
    .input(z.object({ turnId: id, words: question, kind: z.enum(choiceKinds) }))
    .query(({ ctx, input, signal }) => ctx.services.offers.choices(ctx.owner, input, signal)),

  /** The table of a turn that asked for one. */
  table: procedure
    .input(z.object({ turnId: id }))
    .query(({ ctx, input }) => ctx.services.offers.table(ctx.owner, input)),

  stop: procedure
    .input(z.object({ turnId: id }))
    .mutation(({ ctx, input }) => ctx.services.converse.stop(ctx.owner, input.turnId)),
});

async function* told(turn: AsyncIterable<{ event: TurnEvent }>): AsyncGenerator<TurnEvent> {
  for await (const { event } of turn) yield event;
}
