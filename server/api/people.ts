import { z } from "zod";
import { AppError } from "../errors.ts";
import { relationKinds } from "../languages/relations.ts";
import { photosOfPerson } from "../search/vocabulary/photos-of-person.ts";
import { id } from "./inputs.ts";
import { procedure, router } from "./trpc.ts";

const name = z.string().trim().min(1).max(200);
/** Years in which somebody in a photo may be born. */
const birthday = z.iso
  .date()
  .refine((day) => day >= "1800-01-01" && day <= "2200-01-01", "must be a birthday");

const relative = z.object({
  name,
  relation: z.enum(relationKinds).nullable().default(null),
  nicknames: z.array(name).max(20).default([]),
  birthday: birthday.nullable().default(null),
});

const relation = z.enum(relationKinds);

/** Says who the people and pets of the library are to its owner. */
export const people = router({
  /** All who are named in photos, the most frequent first, with what was said of them; then those whose photos are gone. */
  list: procedure.query(async ({ ctx: { services, owner } }) => {
    const [vocabulary, known] = await Promise.all([
      services.search.vocabulary(owner),
      services.relatives.list(owner),
    ]);
    const said = new Map(known.map((each) => [each.name, each]));
    const nothing = { relation: null, nicknames: [], birthday: null };
    const gone = known.map(({ name }) => name).filter((name) => !vocabulary.people.includes(name));
    return [...vocabulary.people, ...gone].map((name) => ({
      ...{ ...nothing, ...said.get(name), name },
      photos: photosOfPerson(vocabulary, name),
    }));
  }),

  /** Notes all that is known of somebody; nothing but the name forgets it. */
  set: procedure.input(relative).mutation(async ({ ctx: { services, owner }, input }) => {
    const [vocabulary, known] = await Promise.all([
      services.search.vocabulary(owner),
      services.relatives.list(owner),
    ]);
    if (!vocabulary.people.includes(input.name) && !known.some(({ name }) => name === input.name))
      throw new AppError("NOT_FOUND", "Nobody in the library has this name.");
    await services.relatives.set(owner, input);
    services.search.forgetNames(owner);
  }),

  /** The relations after which no answer asks any more. */
  left: procedure.query(({ ctx: { services, owner } }) => services.relatives.left(owner)),

  /** Lets answers ask after a relation again, or has them leave it. */
  leave: procedure
    .input(z.object({ relation, left: z.boolean() }))
    .mutation(({ ctx: { services, owner }, input }) =>
      services.relatives.leave(owner, input.relation, input.left),
    ),

  /** The names of the library, those first who are likeliest to be this. */
  candidates: procedure
    .meta({ counts: "question" })
    .input(z.object({ relation }))
    .query(async ({ ctx: { services, owner }, input }) => ({
      items: await services.introductions.candidates(owner, input.relation),
    })),

  /** Replies to the question of an answer who somebody is, and has it answered anew; null: it is not asked again. */
  introduce: procedure
    .meta({ counts: "question" })
    .input(z.object({ turnId: id, name: name.nullable() }))
    .mutation(({ ctx: { services, owner }, input }) =>
      services.introductions.introduce(owner, input.turnId, input.name),
    ),

  /** Takes that reply back. */
  takeBack: procedure
    .meta({ counts: "question" })
    .input(z.object({ turnId: id }))
    .mutation(({ ctx: { services, owner }, input }) => services.introductions.takeBack(owner, input.turnId)),
});
