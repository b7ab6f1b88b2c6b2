import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible } from "./fixtures/browser.ts";
import { askPage, type BrowsedGlimpse, openGlimpse, startBrowsedGlimpse } from "./fixtures/browsing.ts";

let browsed: BrowsedGlimpse;

const photos: [caption: string, day: string, ...people: string[]][] = [
  ["A girl runs along a sandy beach.", "2022:05:14", "Mia Berg"],
  ["A girl blows out the candles of a cake.", "2022:05:20", "Mia Berg"],
  ["A girl and a boy sit in a garden.", "2021:07:01", "Mia Berg", "Ben Berg"],
  ["A boy rides a bicycle.", "2021:01:10", "Ben Berg"],
  ["A brown dog sleeps on a sofa.", "2023:02:02", "Bello"],
  ["A brown dog runs along a beach.", "2023:02:03", "Bello"],
  ["An old woman reads a newspaper.", "2019:03:03", "Helga Berg"],
];

beforeAll(async () => {
  browsed = await startBrowsedGlimpse();
  const { api } = browsed.glimpse;
  const ids: string[] = [];
  for (const [seed, [caption, day, ...people]] of photos.entries()) {
    const id = await browsed.upload({
      ...{ name: `IMG ${seed}.jpg`, seed: 9_700 + seed, caption, taken: `${day} 12:00:00` },
    });
    ids.push(id);
    await browsed.indexed([id]);
    await api.photos.edit.mutate({ ids: [id], people });
  }
  await browsed.indexed(ids);
});
afterAll(() => browsed?.[Symbol.asyncDispose]());

const kinList = (page: Page) => page.getByRole("list", { name: "Who is who" });
const rowOf = (page: Page, name: string) => kinList(page).getByRole("listitem").filter({ hasText: name });
const known = async (name: string) => {
  const all = await browsed.glimpse.api.people.list.query();
  return all.find((each) => each.name === name);
};

test("an answer asks once who a relation is, and answers with who is chosen", async () => {
  await using opened = await openGlimpse(browsed);
  const { page, complaints } = opened;
  const turn = await askPage(page, "photos of my daughter");
  const question = turn.getByRole("region", { name: "Who is your daughter?" });
  await question.getByRole("button", { name: /^Mia Berg\s?, 3 photos$/ }).waitFor();
  // The captions of Bello's photos show a dog, so he comes last.
  const names = await question.getByRole("button").allInnerTexts();
  expect(names.map((name) => name.split("\n")[0])).toEqual([
    ...["Mia Berg", "Ben Berg", "Helga Berg", "Bello", "Somebody else", "Not now"],
  ]);
  await expectAccessible(page);
  await question.getByRole("button", { name: "Mia Berg" }).press("Enter");
  await turn.getByText("Mia Berg is your daughter, from now on.").waitFor();
  await turn.getByText("3 photos, with Mia Berg").waitFor();
  await expectAccessible(page);
  expect((await known("Mia Berg"))?.relation).toBe("daughter");

  await turn.getByRole("button", { name: "Undo", exact: true }).click();
  await question.getByRole("button", { name: "Mia Berg" }).waitFor();
  expect((await known("Mia Berg"))?.relation).toBe(null);
  await question.getByRole("button", { name: "Mia Berg" }).click();
  await turn.getByText("3 photos, with Mia Berg").waitFor();

  await page.reload();
  await page.getByText("3 photos, with Mia Berg").waitFor();
  const next = await askPage(page, "my daughter in 2021");
  await next.getByText("1 photo, with Mia Berg, 2021").waitFor();
  await expect.poll(() => next.getByRole("region", { name: "Who is your daughter?" }).count()).toBe(0);
  expect(complaints).toEqual([]);
});

test("after the one it asks for the other, and once in a conversation", async () => {
  await using opened = await openGlimpse(browsed);
  const { page } = opened;
  const turn = await askPage(page, "my son with my grandmother");
  const first = turn.getByRole("region", { name: "Who is your son?" });
  await first.getByRole("button", { name: /^Ben Berg/ }).click();
  await turn.getByRole("region", { name: "Who is your grandmother?" }).waitFor();
  const next = await askPage(page, "photos of my grandmother");
  await next.getByText("(I do not know yet who “grandmother” is.)", { exact: false }).waitFor();
  await expect.poll(() => next.getByRole("region", { name: "Who is your grandmother?" }).count()).toBe(0);

  const { api } = browsed.glimpse;
  const [{ id = "" } = {}] = (await api.conversations.list.query()).items;
  const { turns } = await api.conversations.get.query({ id });
  const [asks = "", other = ""] = turns.map((each) => each.id);
  await expect(api.people.introduce.mutate({ turnId: other, name: "Helga Berg" })).rejects.toThrow("not ask");
  await expect(api.people.introduce.mutate({ turnId: asks, name: "Nobody" })).rejects.toThrow("this name");
  await expect(api.people.takeBack.mutate({ turnId: asks })).rejects.toThrow("Nobody has replied");
  const { plan } = await api.people.introduce.mutate({ turnId: asks, name: "Helga Berg" });
  expect(plan?.filters.map(({ value }) => value)).toEqual(["Ben Berg", "Helga Berg"]);
  await api.people.set.mutate({ name: "Ben Berg" });
  await api.people.set.mutate({ name: "Helga Berg" });
});

test("pets come first where a pet is asked for, and who is not to be named is not asked for again", async () => {
  await using opened = await openGlimpse(browsed);
  const { page } = opened;
  const turn = await askPage(page, "our dog at the beach");
  const question = turn.getByRole("region", { name: "Who is your dog?" });
  await question.getByRole("listitem").first().getByText("Bello").waitFor();
  await question.getByRole("button", { name: "Not now" }).click();
  await turn.getByText("I will not ask this again.", { exact: false }).waitFor();
  const again = await askPage(page, "a photo of our dog");
  await again.getByText("(I do not know yet who “dog” is.)", { exact: false }).waitFor();
  await expect.poll(() => again.getByRole("region", { name: "Who is your dog?" }).count()).toBe(0);

  await turn.page().goto(`${browsed.glimpse.url}/settings#people`);
  await page.getByRole("button", { name: "Ask again: Dog" }).click();
  await page.getByRole("button", { name: "Ask again: Dog" }).waitFor({ state: "detached" });
  await page.goto(browsed.glimpse.url);
  const anew = await askPage(page, "a photo of our dog");
  await anew
    .getByRole("region", { name: "Who is your dog?" })
    .getByRole("button", { name: /^Bello\s?, 2 photos$/ })
    .click();
  await anew.getByText("2 photos, with Bello").waitFor();
});

test("relations of people are set in the settings, by the keyboard too, and saved at once", async () => {
  await using opened = await openGlimpse(browsed, { path: "/settings" });
  const { page, complaints } = opened;
  const ben = rowOf(page, "Ben Berg");
  await ben.getByRole("combobox", { name: "Who Ben Berg is to you" }).focus();
  await page.keyboard.type("Son");
  await ben.getByText("Saved.").waitFor();
  expect((await known("Ben Berg"))?.relation).toBe("son");
  await ben.getByRole("button", { name: "Undo: Ben Berg" }).click();
  await ben.getByText("Taken back.").waitFor();
  expect((await known("Ben Berg"))?.relation).toBe(null);

  const more = ben.getByRole("button", { name: "Birthday, nicknames: Ben Berg" });
  await more.press("Enter");
  await ben.getByLabel("Birthday", { exact: true }).fill("2015-09-01");
  await ben.getByText("born 1 September 2015").waitFor();
  await ben.getByLabel("Nicknames", { exact: true }).fill("Benny, Böhnchen");
  await ben.getByLabel("Nicknames", { exact: true }).press("Enter");
  await ben.getByText("born 1 September 2015 · Benny · Böhnchen", { exact: false }).waitFor();
  await expectAccessible(page);

  const mia = rowOf(page, "Mia Berg");
  await mia.getByRole("button", { name: "Birthday, nicknames: Mia Berg" }).click();
  await mia.getByLabel("Birthday", { exact: true }).fill("2019-05-14");
  await mia.getByText("Saved.").waitFor();
  expect(complaints).toEqual([]);

  await page.goto(browsed.glimpse.url);
  const birthday = await askPage(page, "Mia's third birthday");
  await birthday.getByText("1 photo,", { exact: false }).waitFor();
  const five = await askPage(page, "show me photos from when Ben was five");
  await five.getByText("2 photos,", { exact: false }).waitFor();
  const nickname = await askPage(page, "all photos of Benny");
  await nickname.getByText("2 photos,", { exact: false }).waitFor();
});

test("a library that names nobody says so, and nothing is asked", async () => {
  await using nobody = await startBrowsedGlimpse();
  await using opened = await openGlimpse(nobody, { path: "/settings" });
  await opened.page.getByText("No photo names a person yet.", { exact: false }).waitFor();
  await expectAccessible(opened.page);
  const { api } = nobody.glimpse;
  const { id: conversationId } = await api.conversations.create.mutate();
  const plan = await api.search.plan.query({ text: "photos of my daughter", conversationId });
  expect(plan.whom).toBeUndefined();
});
