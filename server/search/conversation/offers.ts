import type { Database } from "../../engines/database/port.ts";
import { AppError } from "../../errors.ts";
import { languageOf } from "../../languages/languages.ts";
import type { Conversations } from "../../library/conversations.ts";
import { namesAmong } from "../../library/photo-names.ts";
import type { Schema } from "../../library/schema.ts";
import { type Breakdown, breakdownOf } from "../breakdown.ts";
import type { ClockInput, Search } from "../search.ts";
import { type PlanFilter, type SearchPlan, searchPlan } from "../types.ts";
import type { QuestionVectors } from "../vectors.ts";
import { offerWordsOf } from "../wording/offers.ts";
import type { Converse } from "./converse.ts";
import { type CountedName, countNames, type NameKind } from "./counted-names.ts";

/** A sentence that a person could say next, and how many photos it would find. */
export interface FollowUp {
  text: string;
  photos: number;
}

/** Another value for a chip, and how many photos the answer would then have. */
export interface Choice {
  name: string;
  photos: number;
  filter: PlanFilter;
}

export const choiceKinds = ["place", "person", "camera", "day"] as const;
export type ChoiceKind = (typeof choiceKinds)[number];

export interface Choices {
  choices: Choice[];
  /** How many photos were counted, and how many there are. */
  counted: number;
  of: number;
}

/** A table with a label for each row, and the sentence that asks for its photos. */
export interface Table extends Pick<Breakdown, "by" | "photos"> {
  rows: { name: string; called: string; says: string; photos: number }[];
}

/** Offers that are made from an answer's own facts: next questions, and other values for its chips. */
export interface Offers {
  /** At most three sentences; each was tried and narrows the answer to some photos. Throws NOT_FOUND. */
  followUps(owner: string, input: { turnId: string } & ClockInput, signal?: AbortSignal): Promise<FollowUp[]>;
  /** Counts the photos of a turn that asked for a table; null if it asked for none. Throws NOT_FOUND. */
  table(owner: string, input: { turnId: string }): Promise<Table | null>;
  /** Counts the values under all filters of the plan except those with these words. Throws NOT_FOUND. */
  choices(
    owner: string,
    input: { turnId: string; words: string; kind: ChoiceKind },
    signal?: AbortSignal,
  ): Promise<Choices>;
}

interface Needs {
  database: Database<Schema>;
  conversations: Conversations;
  converse: Pick<Converse, "plan">;
  search: Search;
  vectors: QuestionVectors;
}

const mostFollowUps = 3;
/** How many sentences are tried at most. */
const mostTried = 6;
/** How many photos of an answer are looked at. */
const mostCounted = 2_000;
const mostChoices = 200;

const askedKinds = ["city", "year", "person", "keyword", "camera"] as const;
const kindsOf: Record<ChoiceKind, readonly NameKind[]> = {
  place: ["city", "region", "country", "place"],
  person: ["person"],
  camera: ["camera"],
  day: ["day"],
};

export function createOffers({ database, conversations, converse, search, vectors }: Needs): Offers {
  async function found(owner: string, plan: SearchPlan, signal?: AbortSignal) {
    const words = await vectors.ofWords(plan, signal);
    return search.resolve(owner, plan, { words, lasting: false, ...(signal && { signal }) });
  }

  async function namesIn(owner: string, set: { hits: { photoId: string; more: string[] }[] }) {
    const ids = set.hits.flatMap(({ photoId, more }) => [photoId, ...more]).slice(0, mostCounted);
    return namesAmong(database.rows, owner, ids);
  }

  return {
    async followUps(owner, { turnId, ...clock }, signal) {
      const turn = await conversations.turn(owner, turnId);
      const plan = turn.plan ? searchPlan.parse(turn.plan) : null;
      const isSearch = plan?.intent === "search" || plan?.intent === "refine";
      if (!plan || !isSearch || !turn.result_set_id || turn.state !== "done") return [];
      const set = await search.load(owner, turn.result_set_id);
      const names = await namesIn(owner, set);
      const say = offerWordsOf(plan.language).only;
      const offered: FollowUp[] = [];
      for (const { kind, name } of telling(countNames(names, askedKinds), names.length).slice(0, mostTried)) {
        if (offered.length === mostFollowUps) break;
        signal?.throwIfAborted();
        if (kind === "day" || kind === "region" || kind === "country" || kind === "place") continue;
        const text = say[kind](name);
        const input = { conversationId: turn.conversation_id, text, ...clock };
        const next = await converse.plan(owner, input);
        if (next.intent !== "refine") continue;
        const { total } = await found(owner, next, signal);
        if (total > 0 && total < set.total) offered.push({ text, photos: total });
      }
      return offered;
    },

    async table(owner, { turnId }) {
      const turn = await conversations.turn(owner, turnId);
      const plan = turn.plan ? searchPlan.parse(turn.plan) : null;
      if (!plan?.by || !turn.result_set_id) return null;
      const { hits } = await search.loadWhole(owner, turn.result_set_id);
      const ids = hits.flatMap(({ photoId, more }) => [photoId, ...more]);
      const { by, rows, photos } = await breakdownOf(database, owner, plan.by, ids);
      const say = languageOf(plan.language).wording;
      const says = offerWordsOf(plan.language).row[by];
      const row = ({ name, photos }: Breakdown["rows"][number]) => {
        const called = say.group(by, name);
        return { name, called, says: says(called, name), photos };
      };
      return { by, photos, rows: rows.map(row) };
    },

    async choices(owner, { turnId, words, kind }, signal) {
      const turn = await conversations.turn(owner, turnId);
      if (!turn.plan) throw new AppError("NOT_FOUND", "This answer is not here any more.");
      const plan = searchPlan.parse(turn.plan);
      const filters = plan.filters.filter((filter) => filter.words !== words);
      const set = await found(owner, { ...plan, filters, intent: "search", limit: null }, signal);
      const names = await namesIn(owner, set);
      const label = offerWordsOf(plan.language).chip;
      const choices = distinct(countNames(names, kindsOf[kind])).map(
        ({ name, photos, condition }): Choice => {
          const called = kind === "day" ? name : label[kind](name);
          const filter = { ...condition, negated: false, either: null, words: called, label: called };
          return { name, photos, filter };
        },
      );
      const most = kind === "day" ? mostCounted : mostChoices;
      return { choices: choices.slice(0, most), counted: names.length, of: set.total };
    },
  };
}

/** A city and a region of one name are one choice: the one with more photos, which comes first. */
function distinct(counted: CountedName[]): CountedName[] {
  const seen = new Set<string>();
  return counted.filter(({ name }) => !seen.has(name) && seen.add(name));
}

/**
 * Orders names by how well they split the photos: a name that half of them have tells most; one that all or a single
 * one have tells little. The best of each kind come first, so that three follow-ups ask for different things.
 */
function telling(counted: CountedName[], of: number): CountedName[] {
  const splits = counted.filter(({ photos }) => photos < of);
  const share = ({ photos }: CountedName) => Math.min(photos, of - photos);
  const ranked = Map.groupBy(
    splits.toSorted((one, other) => share(other) - share(one)),
    ({ kind }) => kind,
  );
  const rounds = askedKinds.map((kind) => ranked.get(kind) ?? []);
  return Array.from({ length: mostTried }, (_, round) => rounds.flatMap((each) => each[round] ?? [])).flat();
}
