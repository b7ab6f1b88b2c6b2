import type { Photo } from "#client/index.ts";
import { say } from "./answer.ts";
import { type Household, households } from "./cases/all.ts";
import { type FilledGlimpse, fillGlimpse } from "./glimpse.ts";
import { faultsOf } from "./judge.ts";
import { misread } from "./library-check.ts";
import { disobeyed } from "./obeys.ts";
import type { FixturePhoto } from "./photo.ts";
import type { Category, Conversation } from "./types.ts";

/** One utterance, judged. */
export interface Judged {
  category: Category;
  /** What was said before it in its conversation. */
  before: string[];
  say: string;
  faults: string[];
  /** Photos returned under a plan with filters, and those of them that disobey one. */
  returned: number;
  disobeying: string[];
  ms: number;
}

export interface Outcome {
  photos: number;
  /** Facts that Glimpse reads otherwise than they were meant. */
  misread: string[];
  judged: Judged[];
}

/** Has every conversation, those of a household with one Glimpse over its photos. `chosen`: which of them. */
export async function runConversations(
  chosen: (conversation: Conversation) => boolean = () => true,
): Promise<Outcome> {
  const outcome: Outcome = { photos: 0, misread: [], judged: [] };
  for (const household of households) {
    const conversations = household.conversations.filter(chosen);
    if (conversations.length === 0) continue;
    const { photos, misread, judged } = await runHousehold({ ...household, conversations });
    outcome.photos += photos;
    outcome.misread.push(...misread);
    outcome.judged.push(...judged);
  }
  return outcome;
}

async function runHousehold({ photos, conversations }: Household): Promise<Outcome> {
  await using filled = await fillGlimpse(photos);
  const judged: Judged[] = [];
  for (const conversation of conversations) judged.push(...(await converse(filled, conversation)));
  return {
    photos: photos.length,
    misread: photos.flatMap((photo) => {
      const read: Photo | undefined = filled.read.get(photo.name);
      return read ? misread(photo, read) : [`${photo.name} is not there`];
    }),
    judged,
  };
}

async function converse(
  { glimpse, byId }: FilledGlimpse,
  { category, turns }: Conversation,
): Promise<Judged[]> {
  const { id } = await glimpse.api.conversations.create.mutate({});
  const library = [...byId.values()];
  const judged: Judged[] = [];
  let shown: FixturePhoto[] = [];
  for (const [at, { say: text, expect }] of turns.entries()) {
    const { plan, photoIds, words, error, ms } = await say(glimpse, id, text);
    const photos = photoIds.flatMap((photoId) => byId.get(photoId) ?? []);
    const filters = plan?.filters ?? [];
    const favourites = filters.some(({ field }) => field === "favourite")
      ? await favouriteIds(glimpse, photoIds)
      : new Set<string>();
    judged.push({
      category,
      before: turns.slice(0, at).map((turn) => turn.say),
      say: text,
      faults: faultsOf(expect, { photos, words, error, filters }, library, shown),
      returned: filters.length > 0 ? photos.length : 0,
      disobeying: photoIds.flatMap((photoId) => {
        const photo = byId.get(photoId);
        const broken = photo ? disobeyed(photo, filters, favourites.has(photoId)) : ["is not of the library"];
        return broken.length > 0 ? [`${photo?.name ?? photoId}: ${broken.join("; ")}`] : [];
      }),
      ms,
    });
    if (photos.length > 0) shown = photos;
  }
  return judged;
}

async function favouriteIds({ api }: FilledGlimpse["glimpse"], photoIds: string[]): Promise<Set<string>> {
  const photos = await Promise.all(photoIds.map((id) => api.photos.get.query({ id })));
  return new Set(photos.filter(({ favourite }) => favourite).map(({ id }) => id));
}
