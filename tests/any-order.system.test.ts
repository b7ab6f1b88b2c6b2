import { expect, test } from "vitest";
import { say } from "#evaluation/conversations/answer.ts";
import { fillGlimpse } from "#evaluation/conversations/glimpse.ts";
import { readHousehold, readHouseholds } from "#evaluation/conversations/households.ts";
import { disobeyed } from "#evaluation/conversations/obeys.ts";

/** Makes repeatable random numbers from a seed, with the generator of ANSI C. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

/** All sentences of the evaluation, except those that mark favourites. */
const sayings = readHouseholds()
  .flatMap(({ conversations }) => Object.values(conversations).flat())
  .flatMap(({ turns }) => turns.map(({ say }) => say))
  .filter((text) => !/fav|star|merk|heart|^(?:yes|ja|ok|sure)/i.test(text));

test("sentences in any order never fail, obey every filter, and give plans that find the same again", async () => {
  await using filled = await fillGlimpse(readHousehold("milan-and-ines").photos);
  const { api, byId } = filled;
  const random = randomFrom(42);
  for (let conversation = 0; conversation < 40; conversation++) {
    const { id } = await api.conversations.create.mutate({});
    const said: string[] = [];
    for (let turn = 0; turn < 6; turn++) {
      said.push(sayings[random(sayings.length)] ?? "");
      const { plan, photoIds, words, error } = await say(api, id, said.at(-1) ?? "");
      const context = said.join(" → ");
      expect(error, context).toBeNull();
      expect(words, context).not.toBe("");
      const filters = plan?.filters ?? [];
      const photos = photoIds.flatMap((photoId) => byId.get(photoId) ?? []);
      expect(
        photos.flatMap((photo) => disobeyed(photo, filters, false)),
        context,
      ).toEqual([]);
      // Only searches can be repeated: other answers show only evidence, and small talk shows nothing.
      if (!plan || !["search", "refine"].includes(plan.intent) || plan.like.length > 0) continue;
      const again = await api.search.run.query({ plan, limit: 200 });
      const found = again.hits.flatMap(({ photo, more }) => [photo.id, ...more]);
      expect(found, context).toEqual(photoIds);
    }
  }
});
