import { z } from "zod";
import { AppError } from "../errors.ts";
import { relationKinds } from "../languages/relations.ts";
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

/** Says who the people and pets of the library are to its owner. */
export const people = router({
  /** All who are named in photos, the most frequent first, with what was said of them. */
  list: procedure.query(async ({ ctx: { services, owner } }) => {
    const [vocabulary, known] = await Promise.all([
      services.search.vocabulary(owner),
      services.relatives.list(owner),
    ]);
    const said = new Map(known.map((each) => [each.name, each]));
    const nothing = { relation: null, nicknames: [], birthday: null };
    return vocabulary.people.map((each) => ({ ...nothing, ...said.get(each), name: each }));
  }),

  /** Notes all that is known of somebody; nothing but the name forgets it. */
  set: procedure.input(relative).mutation(async ({ ctx: { services, owner }, input }) => {
    const vocabulary = await services.search.vocabulary(owner);
    if (!vocabulary.people.includes(input.name))
      throw new AppError("NOT_FOUND", "Nobody in the library has this name.");
    await services.relatives.set(owner, input);
    services.search.forgetNames(owner);
  }),
});
