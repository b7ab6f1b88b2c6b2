import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible, openPage } from "./fixtures/browser.ts";
import { askPage, type BrowsedGlimpse, startBrowsedGlimpse, tiles } from "./fixtures/browsing.ts";
import { until } from "./fixtures/until.ts";

/** The caption of each photo, and when it was taken. */
const library = [
  ["A red bus stands on a rainy street.", "2019:10:02 12:00:00"],
  ["A horse grazes on a green meadow.", "2019:10:03 12:00:00"],
  ["A boat on a calm lake at sunset.", "2023:05:04 12:00:00"],
] as const;

let browsed: BrowsedGlimpse;

beforeAll(async () => {
  browsed = await startBrowsedGlimpse();
  const ids = await Promise.all(
    library.map(([caption, taken], n) =>
      browsed.upload({ name: `${n}.jpg`, seed: 8_000 + n, caption, taken }),
    ),
  );
  // Lisbon
  const position = {
    ...{ GPSLatitudeRef: "N", GPSLatitude: "38/1 43/1 0/1" },
    ...{ GPSLongitudeRef: "W", GPSLongitude: "9/1 8/1 0/1" },
  };
  const tram = { name: "tram.jpg", seed: 8_050, caption: "A yellow tram.", taken: "2022:04:01 12:00:00" };
  ids.push(await browsed.upload({ ...tram, position }));
  await browsed.indexed(ids);
});

afterAll(() => browsed?.[Symbol.asyncDispose]());

/** The question, its answer, and the number of tiles that are shown. */
const answers: [question: string, answer: string, shown: number][] = [
  ["a submarine", "Nothing here shows a submarine.", 0],
  ["a submarine in 2023", "Nothing here, 2023, shows a submarine.", 0],
  ["ein Krokodil", "Nichts hier zeigt ein Krokodil.", 0],
  // The lexicon does not know the German word, and it is no kind of boat.
  ["ein U-Boot", "„U-Boot“ habe ich nicht verstanden.", 0],
  ["how many submarines are there?", "Nothing here shows submarines.", 0],
  // A waterfall is no autumn, though two photos are of October.
  ["falls", "Nothing here shows falls.", 0],
  ["a horse and a bus", "No photo shows a horse and a bus together. 1 shows a horse, 1 a bus.", 0],
  ["photos from 2019 xqzzt", "2 photos, 2019. (I could not use: “xqzzt”.)", 2],
  [
    "xqzzt wvrrk",
    "I did not understand “xqzzt”, “wvrrk”. Ask for what photos show, or when, where and with what they were taken.",
    0,
  ],
  ["photos from Lisbn", "Lisbon, I think you meant: 1 photo, in Lisbon.", 1],
  [
    "how many photos of a red bus per roll?",
    "I did not understand “per roll”. Without it: 1 photo, from October 2019.",
    1,
  ],
];

test.each(answers)("“%s” is answered by “%s”", async (question, answer, shown) => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url);
  const { page, complaints } = opened;
  const turn = await askPage(page, question);
  await turn.getByRole("paragraph").filter({ hasText: answer }).first().waitFor();
  await expect.poll(() => tiles(turn).count()).toBe(shown);
  // The nearest photos are shown only on request.
  await expect.poll(() => turn.getByRole("region", { name: "Weaker matches" }).count()).toBe(0);
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test("each thing that an answer counts is a click away", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url);
  const { page, complaints } = opened;
  const turn = await askPage(page, "a horse and a bus");
  await turn.getByRole("button", { name: "1 shows a bus" }).click();
  await page.getByRole("article").nth(1).waitFor();
  const next = page.getByRole("article").last();
  await tiles(next).first().click();
  await page.getByRole("dialog").getByText(library[0][0]).first().waitFor();
  expect(complaints).toEqual([]);
});

test("a library that is half described says so, with and without a filter", async () => {
  browsed.ollama.fail({ kind: "hang", on: ["chat"] });
  const id = await browsed.upload({
    name: "late.jpg",
    seed: 8_100,
    caption: "A submarine in a harbour.",
    taken: "2023:06:01 12:00:00",
  });
  await until("it is prepared", async () => {
    const { status } = await browsed.glimpse.api.photos.get.query({ id });
    return status !== "received";
  });
  await until("it is counted", async () => {
    const { found } = await browsed.glimpse.api.search.run.query({ text: "a submarine" });
    return found?.described?.of === library.length + 2;
  });
  await using opened = await openPage(browsed.browser, browsed.glimpse.url);
  const { page, complaints } = opened;
  const alone = await askPage(page, "a submarine");
  await alone.getByText("Of the 4 photos described so far none shows a submarine.").waitFor();
  await expect.poll(() => tiles(alone).count()).toBe(0);
  const filtered = await askPage(page, "photos of a submarine in 2023");
  await filtered.getByText("Of the 4 photos described so far none, 2023, shows a submarine.").waitFor();
  const together = await askPage(page, "a bus with a horse");
  await together
    .getByText("Of the 4 photos described so far none shows a bus and a horse together.")
    .waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});
