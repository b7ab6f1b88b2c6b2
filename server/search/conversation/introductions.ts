import { AppError } from "../../errors.ts";
import { petRelations, type Relation } from "../../languages/relations.ts";
import type { Conversations } from "../../library/conversations.ts";
import type { Photos } from "../../library/photos.ts";
import type { Relative, Relatives } from "../../library/relatives.ts";
import { everything } from "../plan/everything.ts";
import type { Search } from "../search.ts";
import { type SearchPlan, searchPlan, type Turn } from "../types.ts";
import { photosOfPerson } from "../vocabulary/photos-of-person.ts";
import type { Converse } from "./converse.ts";

/** A name of the library that may be the one asked for by a relation. */
export interface Candidate {
  name: string;
  photos: number;
}

/** Answers the question of a turn: "Who is your daughter?" */
export interface Introductions {
  /** Returns all names of people and pets, those who are likeliest to be this first. */
  candidates(owner: string, relation: Relation): Promise<Candidate[]>;
  /**
   * Remembers that this name is the person whom the turn asks about, and answers its question again; null: the turn
   * does not ask again. Throws NOT_FOUND, and CONFLICT if the turn does not ask.
   */
  introduce(owner: string, turnId: string, name: string | null): Promise<Turn>;
  /** Takes the reply to this turn back; the turn then asks again. Throws NOT_FOUND, CONFLICT. */
  takeBack(owner: string, turnId: string): Promise<Turn>;
}

interface Needs {
  relatives: Relatives;
  search: Pick<Search, "forgetNames" | "resolve" | "vocabulary">;
  photos: Pick<Photos, "get">;
  conversations: Pick<Conversations, "turn">;
  converse: Pick<Converse, "answerAnew">;
}

/** The most photos of animals that are looked at. */
const mostLookedAt = 500;
/** A name with at least this share of its photos showing an animal is likely that of a pet. */
const beastly = 0.5;

const animals: Partial<Record<Relation, string[]>> = { dog: ["a dog"], cat: ["a cat"] };

export function createIntroductions(needs: Needs): Introductions {
  const { relatives, search, photos, conversations, converse } = needs;

  /** Counts, for each name, the photos whose captions show an animal. */
  async function photosWithAnimals(owner: string, relation: Relation): Promise<Map<string, number>> {
    const either = animals[relation] ?? ["a dog", "a cat"];
    const plan: SearchPlan = { ...everything, text: either.join(" or "), either };
    const { hits } = await search.resolve(owner, plan, { words: new Map(), lasting: false });
    const ids = hits.flatMap(({ photoId, more }) => [photoId, ...more]).slice(0, mostLookedAt);
    const counts = new Map<string, number>();
    for (const { people } of await photos.get(owner, ids))
      for (const name of people) counts.set(name, (counts.get(name) ?? 0) + 1);
    return counts;
  }

  async function whomOf(owner: string, turnId: string) {
    const { plan } = await conversations.turn(owner, turnId);
    const whom = plan ? searchPlan.parse(plan).whom : undefined;
    if (!whom) throw new AppError("CONFLICT", "This answer does not ask who somebody is.");
    return whom;
  }

  async function setRelation(owner: string, name: string, relation: Relation | null): Promise<Relative> {
    const known = (await relatives.list(owner)).find((each) => each.name === name);
    const before = known ?? { name, relation: null, nicknames: [], birthday: null };
    await relatives.set(owner, { ...before, relation });
    search.forgetNames(owner);
    return before;
  }

  return {
    async candidates(owner, relation) {
      const [vocabulary, known, animal] = await Promise.all([
        search.vocabulary(owner),
        relatives.list(owner),
        photosWithAnimals(owner, relation),
      ]);
      const related = new Set(known.flatMap((each) => (each.relation === null ? [] : each.name)));
      const isPet = petRelations.includes(relation);
      const rank = ({ name, photos: of }: Candidate) =>
        (related.has(name) ? 2 : 0) + ((animal.get(name) ?? 0) >= of * beastly === isPet ? 0 : 1);
      return vocabulary.people
        .map((name) => ({ name, photos: photosOfPerson(vocabulary, name) }))
        .sort((one, other) => rank(one) - rank(other) || other.photos - one.photos);
    },

    async introduce(owner, turnId, name) {
      const { relation, is } = await whomOf(owner, turnId);
      if (is !== undefined) throw new AppError("CONFLICT", "Somebody has already replied who it is.");
      if (name === null) {
        await relatives.leave(owner, relation, true);
        return converse.answerAnew(owner, turnId, { relation, is: null });
      }
      const { people } = await search.vocabulary(owner);
      if (!people.includes(name)) throw new AppError("NOT_FOUND", "Nobody in the library has this name.");
      const before = await setRelation(owner, name, relation);
      return converse.answerAnew(owner, turnId, { relation, is: name, was: before.relation });
    },

    async takeBack(owner, turnId) {
      const { relation, is, was = null } = await whomOf(owner, turnId);
      if (is === undefined) throw new AppError("CONFLICT", "Nobody has replied who it is.");
      const known = (await relatives.list(owner)).find(({ name }) => name === is);
      if (is === null) await relatives.leave(owner, relation, false);
      // The settings may have been changed since the reply.
      else if (known?.relation === relation) await setRelation(owner, is, was);
      return converse.answerAnew(owner, turnId);
    },
  };
}
