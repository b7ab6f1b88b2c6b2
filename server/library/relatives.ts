import type { Database } from "../engines/database/port.ts";
import { type Relation, relationKinds } from "../languages/relations.ts";
import { libraryTime } from "./clock.ts";
import type { Schema } from "./schema.ts";

/** The relation of a person or pet of the library to its owner, as the owner has given it. */
export interface Relative {
  /** As photos spell it. */
  name: string;
  relation: Relation | null;
  nicknames: string[];
  /** "2019-05-14"; null if it is not known. */
  birthday: string | null;
}

/** Keeps who the people and pets of a library are to its owner. */
export interface Relatives {
  /** Returns those of whom something was said, by name. */
  list(owner: string): Promise<Relative[]>;
  /** Replaces everything that is noted of somebody; without any fact, somebody is forgotten. */
  set(owner: string, relative: Relative): Promise<void>;
  /** Returns the relations after which the owner does not want to be asked again. */
  left(owner: string): Promise<Relation[]>;
  /** Notes that nobody asks after this relation any more, or that somebody may again. */
  leave(owner: string, relation: Relation, isLeft: boolean): Promise<void>;
}

const relationOf = (said: string | null): Relation | null =>
  relationKinds.find((each) => each === said) ?? null;

function namesIn(json: string): string[] {
  const said: unknown = JSON.parse(json);
  return Array.isArray(said) ? said.filter((name) => typeof name === "string") : [];
}

/** Keeps them in the rows. */
export function createRelatives({ rows }: Pick<Database<Schema>, "rows">): Relatives {
  return {
    async list(owner) {
      const found = await rows
        .selectFrom("relatives")
        .selectAll()
        .where("owner", "=", owner)
        .orderBy("name")
        .execute();
      return found.map(({ name, relation, nicknames, birthday }) => ({
        ...{ name, relation: relationOf(relation), nicknames: namesIn(nicknames), birthday },
      }));
    },

    async set(owner, { name, relation, nicknames, birthday }) {
      if (relation === null && nicknames.length === 0 && birthday === null) {
        await rows.deleteFrom("relatives").where("owner", "=", owner).where("name", "=", name).execute();
        return;
      }
      const set = { relation, nicknames: JSON.stringify(nicknames), birthday, changed_at: libraryTime() };
      await rows
        .insertInto("relatives")
        .values({ owner, name, ...set })
        .onConflict((conflict) => conflict.columns(["owner", "name"]).doUpdateSet(set))
        .execute();
    },

    async left(owner) {
      const found = await rows
        .selectFrom("relations_left")
        .select("relation")
        .where("owner", "=", owner)
        .orderBy("relation")
        .execute();
      return found.flatMap(({ relation }) => relationOf(relation) ?? []);
    },

    async leave(owner, relation, isLeft) {
      if (!isLeft) {
        await rows
          .deleteFrom("relations_left")
          .where("owner", "=", owner)
          .where("relation", "=", relation)
          .execute();
        return;
      }
      await rows
        .insertInto("relations_left")
        .values({ owner, relation, left_at: libraryTime() })
        .onConflict((conflict) => conflict.columns(["owner", "relation"]).doNothing())
        .execute();
    },
  };
}
