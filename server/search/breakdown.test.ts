import { join } from "node:path";
import { expect, test } from "vitest";
import { noFacts } from "#tests/fixtures/facts.ts";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { openWithTables } from "#tests/fixtures/with-tables.ts";
import { writeFacts } from "../library/facts.ts";
import { localOwner } from "../library/ids.ts";
import { createPhotos } from "../library/photos.ts";
import { answerFrom } from "./answers.ts";
import { breakdownOf } from "./breakdown.ts";
import { everything } from "./plan/everything.ts";
import { answerSentence } from "./wording/sentences.ts";

test("photos are counted by what their rows say, and those that say nothing are in no row", async () => {
  await using folder = await temporaryFolder();
  const database = await openWithTables(join(folder.path, "glimpse.sqlite"));
  const photos = createPhotos(database);
  const taken = ["2023-05-01T10:00:00", "2023-05-02T18:30:00", "2024-01-01T18:00:00", null];
  const ids: string[] = [];
  for (const [at, takenLocal] of taken.entries()) {
    const file = { fileName: "", type: "image/jpeg", extension: "jpg", bytes: 1, modifiedAt: null };
    const { photo } = await photos.receive(localOwner, { sha256: String(at).padStart(64, "0"), ...file });
    const facts = {
      ...noFacts,
      takenLocal,
      make: at === 0 ? "NIKON" : "Canon",
      people: at < 2 ? ["Anna", "Ben"] : [],
    };
    const derived = { thumbhash: null, colours: [], brightness: null };
    await writeFacts(database.rows, localOwner, photo.id, facts, derived);
    ids.push(photo.id);
  }
  const rowsBy = async (by: Parameters<typeof breakdownOf>[2]) =>
    (await breakdownOf(database, localOwner, by, ids)).rows.map(({ name, photos: n }) => `${name} ${n}`);
  expect(await rowsBy("year")).toEqual(["2023 2", "2024 1"]);
  expect(await rowsBy("month")).toEqual(["2023-05 2", "2024-01 1"]);
  // 1 May 2023 and 1 January 2024 were Mondays.
  expect(await rowsBy("weekday")).toEqual(["1 2", "2 1"]);
  expect(await rowsBy("hour")).toEqual(["10 1", "18 2"]);
  expect(await rowsBy("make")).toEqual(["Canon 3", "NIKON 1"]);
  expect(await rowsBy("person")).toEqual(["Anna 2", "Ben 2"]);
  expect(await rowsBy("country")).toEqual([]);
  expect(await rowsBy("type")).toEqual(["JPEG 4"]);

  const plan = { ...everything, intent: "question" as const, ask: "table" as const, by: "month" as const };
  const asked = { owner: localOwner, plan, ask: plan.ask, photoIds: ids, total: 4 };
  const { answer, proof } = await answerFrom(database, { ...asked, signal: new AbortController().signal });
  expect(proof).toEqual(ids.slice(0, 3));
  expect(answerSentence(answer, plan, { total: 4, found: null })).toBe("May 2023 (2); January 2024 (1).");
  await database.close();
});

test("“who is with Anna?” names Anna too, once the chip with her name is off", async () => {
  await using folder = await temporaryFolder();
  const database = await openWithTables(join(folder.path, "glimpse.sqlite"));
  const file = { fileName: "", type: "image/jpeg", extension: "jpg", bytes: 1, modifiedAt: null };
  const { photo } = await createPhotos(database).receive(localOwner, { sha256: "0".repeat(64), ...file });
  const facts = { ...noFacts, people: ["Anna", "Ben"] };
  await writeFacts(database.rows, localOwner, photo.id, facts, {
    thumbhash: null,
    colours: [],
    brightness: null,
  });
  const named = async (off: boolean) => {
    const anna = {
      field: "people",
      operator: "contains",
      value: "Anna",
      negated: false,
      either: null,
    } as const;
    const plan = { ...everything, filters: [{ ...anna, words: "Anna", label: "Anna", off }] };
    const signal = new AbortController().signal;
    const about = { owner: localOwner, photoIds: [photo.id], total: 1, signal };
    const { answer } = await answerFrom(database, { ...about, ask: "who", plan });
    return "counts" in answer ? answer.counts.map(([name]) => name) : [];
  };
  expect(await named(false)).toEqual(["Ben"]);
  expect(await named(true)).toEqual(["Anna", "Ben"]);
  await database.close();
});
