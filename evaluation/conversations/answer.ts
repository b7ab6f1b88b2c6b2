import { randomUUID } from "node:crypto";
import type { Glimpse, Hit, SearchPlan } from "#client/index.ts";

/** Everything that answered a turn. */
export interface Answer {
  plan: SearchPlan | null;
  /** All photos in the order in which they were returned. Folded near-duplicates follow their photo. */
  photoIds: string[];
  words: string;
  error: string | null;
  ms: number;
}

const asked = { now: "2026-11-22T12:00:00+01:00", timeZone: "Europe/Berlin" };
const idsOf = (hits: Hit[]) => hits.flatMap(({ photo, more }) => [photo.id, ...more]);

/** Says one sentence, and reads all pages of the found photos. */
export async function say(api: Glimpse["api"], conversationId: string, text: string): Promise<Answer> {
  const began = performance.now();
  const answer: Answer = { plan: null, photoIds: [], words: "", error: null, ms: 0 };
  let next: string | null = null;
  const turn = { conversationId, turnId: randomUUID(), text, ...asked };
  for await (const event of await api.conversations.say.mutate(turn)) {
    if (event.type === "plan") answer.plan = event.plan;
    if (event.type === "words") answer.words = event.text;
    if (event.type === "error") answer.error = `${event.code}: ${event.message}`;
    if (event.type === "hits") {
      answer.photoIds = idsOf(event.hits);
      next = event.next;
    }
  }
  answer.ms = performance.now() - began;
  while (next !== null && answer.plan !== null) {
    const page = await api.search.run.query({ plan: answer.plan, cursor: next, limit: 200 });
    answer.photoIds.push(...idsOf(page.hits));
    next = page.next;
  }
  return answer;
}
