import { beforeEach, expect, test } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { noFacts } from "#tests/fixtures/facts.ts";
import type { Database } from "../engines/database/port.ts";
import { writeCaption } from "../library/captions.ts";
import { writeFacts } from "../library/facts.ts";
import { localOwner, newId } from "../library/ids.ts";
import { createJobs, type Jobs } from "../library/jobs.ts";
import { createPhotos, type Photos } from "../library/photos.ts";
import type { Schema } from "../library/schema.ts";
import { type Captions, createCaptions } from "./describe-again.ts";

onEachDatabase((connect) => {
  let database: Database<Schema>;
  let photos: Photos;
  let jobs: Jobs;
  let captions: Captions;

  beforeEach(async () => {
    database = await connect();
    photos = createPhotos(database);
    jobs = createJobs(database);
    captions = createCaptions(database);
  });

  /** Makes a photo that is indexed with this caption, or one that has failed to be described. */
  async function add(text: string | null, model = "llava", thumbhash: string | null = "x") {
    const id = newId();
    const about = {
      file_name: "a.jpg",
      type: "image/jpeg",
      extension: "jpg",
      bytes: 1,
      sort_at: 1,
      created_at: 1,
    };
    await database.rows.transaction().execute(async (rows) => {
      await rows
        .insertInto("photos")
        .values({ id, owner: localOwner, sha256: id, status: text === null ? "failed" : "indexed", ...about })
        .execute();
      await writeFacts(rows, localOwner, id, noFacts, { thumbhash, colours: [], brightness: null });
      if (text !== null) await writeCaption(rows, localOwner, id, { text, model, raw: `${text} Indeed.` });
      const job = { id: newId(), owner: localOwner, photo_id: id, stage: "describe" as const, created_at: 1 };
      const failed = { state: "failed" as const, priority: 0, attempts: 3, takeovers: 0, due_at: 1 };
      if (text === null)
        await rows
          .insertInto("jobs")
          .values({ ...job, ...failed })
          .execute();
    });
    return id;
  }

  const waiting = async () =>
    (await jobs.list(localOwner, { limit: 50, state: "queued" })).items.map(({ photoId }) => photoId).sort();

  test("one photo is queued once, and its caption serves until the new one is written", async () => {
    const id = await add("A red barn.");
    expect(await captions.describeAgain(localOwner, { ids: [id] })).toBe(1);
    expect(await captions.describeAgain(localOwner, { ids: [id] })).toBe(0);
    const [photo] = await photos.get(localOwner, [id]);
    expect(photo).toMatchObject({
      status: "prepared",
      caption: { text: "A red barn.", model: "llava", raw: "A red barn. Indeed." },
    });
    expect((await jobs.summary(localOwner)).byStatus.prepared).toBe(1);
    const [job] = await jobs.due("describe", 5);
    const claimed = job ? await jobs.claim(job) : null;
    expect(await captions.describeAgain(localOwner, { ids: [id] })).toBe(0);
    if (!claimed) throw new Error("no job is due");
    await jobs.finish(claimed, {
      status: "described",
      write: (rows) =>
        writeCaption(rows, localOwner, id, { text: "A blue barn.", model: "moondream", raw: null }),
    });
    expect((await photos.get(localOwner, [id]))[0]?.caption).toEqual({
      text: "A blue barn.",
      model: "moondream",
      raw: null,
    });
    const events = await photos.timeline(localOwner, id);
    expect(events.map(({ type, stage }) => [type, stage])).toEqual([["retried", "describe"]]);
  });

  test("all photos of a model are queued, by any of its names, and no others", async () => {
    const own = [await add("A red barn."), await add("A blue boat.", "llava:latest")].sort();
    await add("A green field.", "moondream");
    expect(await captions.models(localOwner)).toEqual([
      { model: "llava", photos: 2 },
      { model: "moondream", photos: 1 },
    ]);
    expect(await captions.describeAgain(localOwner, { model: "llava" })).toBe(2);
    expect(await waiting()).toEqual(own);
    expect(await captions.describeAgain(localOwner, { model: "llava" })).toBe(0);
  });

  test("captions that look refused are queued, and photos that could not be described", async () => {
    await add("A red barn.");
    const refused = [
      await add("I'm sorry, but I cannot describe this picture."),
      await add("抱歉，我无法查看图片。"),
      await add(null),
    ].sort();
    expect(await captions.describeAgain(localOwner, { refused: true })).toBe(3);
    expect(await waiting()).toEqual(refused);
    expect((await photos.get(localOwner, refused)).map(({ failure }) => failure)).toEqual([null, null, null]);
  });

  test("a photo without a preview, a removed one and another owner's are left out", async () => {
    const id = await add("A red barn.");
    const gone = await add("A blue boat.");
    await photos.remove(localOwner, [gone]);
    const bare = await add("A raw file.", "llava", null);
    expect(await captions.describeAgain("somebody else", { ids: [id] })).toBe(0);
    expect(await captions.describeAgain(localOwner, { ids: [gone, bare, newId()] })).toBe(0);
    expect(await captions.describeAgain("somebody else", { refused: true })).toBe(0);
  });

  test("a failed attempt keeps what the model answered in the photo's history", async () => {
    const id = await add("A red barn.");
    await captions.describeAgain(localOwner, { ids: [id] });
    const [due = ""] = await jobs.due("describe", 1);
    const job = await jobs.claim(due);
    if (!job) throw new Error("no job is due");
    await jobs.fail(job, "The model refused to describe the picture twice.", true, "I cannot.\n\nNo.");
    expect((await photos.timeline(localOwner, id)).at(-1)).toMatchObject({
      type: "failed",
      reason: "The model refused to describe the picture twice.",
      raw: "I cannot.\n\nNo.",
    });
  });
});
