import type { Photo } from "#client/index.ts";
import { say } from "./answer.ts";
import type { Category, Conversation } from "./cases.ts";
import { type FilledGlimpse, fillGlimpse } from "./glimpse.ts";
import { readHouseholds, type Split, splits } from "./households.ts";
import { faultsOf } from "./judge.ts";
import { misread } from "./library-check.ts";
import { disobeyed } from "./obeys.ts";
import type { FixturePhoto } from "./photo.ts";

/** One utterance and the verdict on its answer. */
export interface Judged {
  household: string;
  split: Split;
  source: string;
  category: Category;
  /** The utterances before it in its conversation. */
  before: string[];
  say: string;
  faults: string[];
  /** How many photos were returned under a plan with filters. */
  returned: number;
  /** Photos among them that disobey a filter, and which one. */
  disobeying: string[];
  ms: number;
}

export interface Outcome {
  photos: number;
  /** Facts that Glimpse did not read as the fixture means them. */
  misread: string[];
  judged: Judged[];
}

/**
 * Holds every conversation that `chosen` accepts. A household's conversations share one Glimpse, but its held-out ones get
 * a Glimpse of their own, because a conversation may leave a favourite behind.
 */
export async function runConversations(
  chosen: (conversation: Conversation) => boolean = () => true,
): Promise<Outcome> {
  const outcome: Outcome = { photos: 0, misread: [], judged: [] };
  for (const { name, photos, conversations } of readHouseholds()) {
    const runs = splits
      .map((split) => ({ split, having: conversations[split].filter(chosen) }))
      .filter(({ having }) => having.length > 0);
    if (runs.length > 0) outcome.photos += photos.length;
    for (const { split, having } of runs) {
      await using filled = await fillGlimpse(photos);
      outcome.misread.push(...photos.flatMap((photo) => misreadOf(photo, filled.read.get(photo.name))));
      for (const conversation of having) {
        const answers = await converse(filled, conversation);
        outcome.judged.push(...answers.map((answer) => ({ ...answer, household: name, split })));
      }
    }
  }
  return outcome;
}

const misreadOf = (photo: FixturePhoto, read: Photo | undefined) =>
  read ? misread(photo, read) : [`${photo.name} is not there`];

async function converse(
  { api, byId, settled }: FilledGlimpse,
  { category, source, turns }: Conversation,
): Promise<Omit<Judged, "household" | "split">[]> {
  const { id } = await api.conversations.create.mutate({});
  const library = [...byId.values()];
  const judged: Omit<Judged, "household" | "split">[] = [];
  let shown: FixturePhoto[] = [];
  for (const [at, { say: text, expect }] of turns.entries()) {
    const { plan, photoIds, words, error, ms } = await say(api, id, text);
    const photos = photoIds.flatMap((photoId) => byId.get(photoId) ?? []);
    const filters = plan?.filters ?? [];
    const favourites = filters.some(({ field }) => field === "favourite")
      ? await favouriteIds(api, photoIds)
      : new Set<string>();
    judged.push({
      source,
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
    // A photo that the worker had read before an act reaches the index a moment after it; people do not answer so fast.
    if (plan?.act) await settled();
  }
  return judged;
}

async function favouriteIds(api: FilledGlimpse["api"], photoIds: string[]): Promise<Set<string>> {
  const photos = await Promise.all(photoIds.map((id) => api.photos.get.query({ id })));
  return new Set(photos.filter(({ favourite }) => favourite).map(({ id }) => id));
}
