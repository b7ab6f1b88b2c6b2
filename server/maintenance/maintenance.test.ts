import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { noFacts } from "#tests/fixtures/facts.ts";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { openWithTables } from "#tests/fixtures/with-tables.ts";
import type { Database } from "../engines/database/port.ts";
import { nearest } from "../engines/index/contract-suites/fixtures.ts";
import { createEmbeddedIndex } from "../engines/index/embedded/embedded.ts";
import type { PhotoIndex } from "../engines/index/port.ts";
import type { Space } from "../engines/models/port.ts";
import { libraryTime } from "../library/clock.ts";
import { type Collections, createCollections } from "../library/collections.ts";
import { createEdits } from "../library/edits.ts";
import { writeEmbedding } from "../library/embeddings.ts";
import { writeFacts } from "../library/facts.ts";
import { createHubs, writeHubMean, writeHubs } from "../library/hubs.ts";
import { localOwner, newId } from "../library/ids.ts";
import { countEmbedded } from "../library/index-contents.ts";
import { armMissing } from "../library/missing-embeddings.ts";
import { createPhotos } from "../library/photos.ts";
import type { Schema } from "../library/schema.ts";
import { standardised } from "../library/standardise.ts";
import { refreshHubs } from "./hubs.ts";
import { rebuild, refill } from "./rebuild.ts";
import { isWhole, verify } from "./verify.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let database: Database<Schema>;
let index: PhotoIndex;
let collections: Collections;
let needs: { database: Database<Schema>; index: PhotoIndex; collections: Collections };

beforeEach(async () => {
  folder = await temporaryFolder();
  database = await openWithTables(join(folder.path, "glimpse.sqlite"));
  index = await createEmbeddedIndex({ folder: folder.path });
  collections = createCollections(database);
  needs = { database, index, collections };
});

afterEach(async () => {
  await index.close();
  await database.close();
  await folder[Symbol.asyncDispose]();
});

const space = (model: string, trained = true): Space => ({
  id: `${model}@1:3`,
  model,
  template: 1,
  dimension: 3,
  trained,
});
const old = space("nomic-embed-text");
const plain = space("mistral", false);
const east = Float32Array.of(1, 0, 0);

/** Adds a photo as it is when all stages but the index are done. */
async function add(name: string, vectors: [Space, Float32Array][] = [], prepared = true): Promise<string> {
  const arrival = {
    fileName: `${name}.jpg`,
    type: "image/jpeg",
    extension: "jpg",
    bytes: 1,
    modifiedAt: null,
  };
  const sha256 = newId().replaceAll("-", "").padEnd(64, "0");
  const { photo } = await createPhotos(database).receive(localOwner, { sha256, ...arrival });
  await database.rows.deleteFrom("jobs").execute();
  const derived = { thumbhash: "x", colours: [], brightness: null };
  if (prepared) await writeFacts(database.rows, localOwner, photo.id, noFacts, derived);
  const caption = { text: name, model: "llava", created_at: 1 };
  await database.rows
    .insertInto("captions")
    .values({ photo_id: photo.id, owner: localOwner, ...caption })
    .execute();
  for (const [of, vector] of vectors) await writeEmbedding(database.rows, localOwner, photo.id, of, vector);
  return photo.id;
}

/** Adds many photos quickly: the first as `add` does, the others as copies of its rows. */
async function addMany(
  many: number,
  vectorsOf: (at: number) => [Space, Float32Array][] = () => [],
): Promise<string[]> {
  const first = await add("photo 0", vectorsOf(0));
  const others = Array.from({ length: many - 1 }, (_, at) => ({ id: newId(), at: at + 1 }));
  await database.rows.transaction().execute(async (rows) => {
    const photo = await rows
      .selectFrom("photos")
      .selectAll()
      .where("id", "=", first)
      .executeTakeFirstOrThrow();
    const sha256 = (id: string) => id.replaceAll("-", "").padEnd(64, "0");
    await rows
      .insertInto("photos")
      .values(others.map(({ id }) => ({ ...photo, id, sha256: sha256(id) })))
      .execute();
    const facts = await rows
      .selectFrom("photo_facts")
      .selectAll()
      .where("photo_id", "=", first)
      .executeTakeFirstOrThrow();
    await rows
      .insertInto("photo_facts")
      .values(others.map(({ id }) => ({ ...facts, photo_id: id })))
      .execute();
    const caption = await rows
      .selectFrom("captions")
      .selectAll()
      .where("photo_id", "=", first)
      .executeTakeFirstOrThrow();
    await rows
      .insertInto("captions")
      .values(others.map(({ id, at }) => ({ ...caption, photo_id: id, text: `photo ${at}` })))
      .execute();
    for (const { id, at } of others)
      for (const [of, vector] of vectorsOf(at)) await writeEmbedding(rows, localOwner, id, of, vector);
  });
  return [first, ...others.map(({ id }) => id)];
}

async function drain<T>(steps: AsyncGenerator<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const step of steps) all.push(step);
  return all;
}

const near = async (vector = east) => {
  const serving = await collections.serving();
  const asked = { owner: localOwner, filter: [], limit: 1000 };
  const found = await nearest(index, { ...asked, space: serving?.id ?? "", vector });
  return found.map(({ photoId }) => photoId);
};

describe("refill", () => {
  test("a wiped index has every photo again, with its vector, and is complete", async () => {
    const ids = [await add("dog", [[old, east]]), await add("cat")];
    await add("only received", [], false);
    await drain(refill(needs));
    expect((await index.list({ after: "", limit: 9 })).sort()).toEqual(ids.sort());
    expect(await near()).toEqual([ids.find((id) => id !== ids[1])]);
    expect(await index.isComplete()).toBe(true);
  });

  test("an index is not complete if refill was stopped in the middle", async () => {
    await addMany(150);
    const stop = new AbortController();
    const run = (async () => {
      for await (const _ of refill(needs, stop.signal)) stop.abort(new Error("no longer wanted"));
    })();
    await expect(run).rejects.toThrow("no longer wanted");
    expect(await index.isComplete()).toBe(false);
  });
});

describe("rebuild", () => {
  test("the old collection serves until the new one is whole", async () => {
    const ids = await addMany(150, () => [[old, east]]);
    await drain(refill(needs));
    const before = await collections.serving();
    const steps = rebuild(needs, old);
    await steps.next();
    expect((await collections.serving())?.id).toBe(before?.id);
    expect(await near()).toHaveLength(150);
    expect(await drain(steps)).toContainEqual({ done: 150, total: 150 });
    const after = await collections.serving();
    expect(after?.id).not.toBe(before?.id);
    expect((await near()).sort()).toEqual(ids.sort());
    expect(isWhole(await verify(needs))).toBe(true);
  });

  test("a rebuild that was stopped in the middle goes on where it was, in the same collection", async () => {
    await addMany(250, () => [[old, east]]);
    const stop = new AbortController();
    const first = rebuild(needs, old, stop.signal);
    expect((await first.next()).value).toMatchObject({ done: 100 });
    stop.abort(new Error("no longer wanted"));
    await expect(first.next()).rejects.toThrow("no longer wanted");
    const begun = await collections.filling();
    expect(begun).toMatchObject({ filled: 100 });
    const [next] = await drain(rebuild(needs, old));
    expect(next).toMatchObject({ done: 200 });
    expect((await collections.serving())?.id).toBe(begun?.id);
    expect(await near()).toHaveLength(250);
  });

  test("the second of two rebuilds at once is told of the first", async () => {
    await addMany(150, () => [[old, east]]);
    const first = rebuild(needs, old);
    await first.next();
    await expect(rebuild(needs, old).next()).rejects.toMatchObject({ code: "CONFLICT" });
    await drain(first);
    expect(isWhole(await verify(needs))).toBe(true);
  });

  test("vectors of a plain language model are standardised, those of a trained model as they are", async () => {
    // All vectors lie close to (1, 1, 1); their differences are small beside that.
    const vectorOf = (at: number) => {
      const raw = [1, 1, 1].map((value, axis) => value + (at % 3 === axis ? 0.1 : 0));
      return Float32Array.from(raw, (value) => value / Math.hypot(...raw));
    };
    await addMany(120, (at) => [[plain, vectorOf(at)]]);
    await drain(rebuild(needs, plain));
    const serving = await collections.serving();
    expect(serving?.standard?.mean[0]).toBeCloseTo(1 / Math.sqrt(3), 1);
    const { mean } = await index.background(serving?.id ?? "", localOwner);
    expect(mean).toBeLessThan(0.2);
    const asked = { owner: localOwner, filter: [], limit: 50, space: serving?.id ?? "" };
    const found = await nearest(index, {
      ...asked,
      vector: standardised(vectorOf(1), serving?.standard ?? null),
    });
    expect(found.map(({ score }) => score > 0.9)).toEqual([
      ...Array(40).fill(true),
      ...Array(10).fill(false),
    ]);
    await drain(rebuild(needs, { ...old, id: plain.id }));
    expect((await collections.serving())?.standard).toBeNull();
  });

  test("a photo that is removed while its page is written does not stay", async () => {
    const ids = [await add("dog", [[old, east]]), await add("cat", [[old, east]])];
    const removing: PhotoIndex = {
      ...index,
      async putDocuments(documents) {
        await createPhotos(database).remove(localOwner, [ids[0] ?? ""]);
        await index.putDocuments(documents);
      },
    };
    await drain(rebuild({ ...needs, index: removing }, old));
    expect(await index.list({ after: "", limit: 9 })).toEqual([ids[1]]);
  });

  test("a caption that is changed while its page is written is not overwritten by an older one", async () => {
    const id = await add("dog", [[old, east]]);
    let first = true;
    const describing: PhotoIndex = {
      ...index,
      async putDocuments(documents) {
        if (first) await database.rows.updateTable("captions").set({ text: "a heron" }).execute();
        first = false;
        await index.putDocuments(documents);
      },
    };
    await drain(rebuild({ ...needs, index: describing }, old));
    const asked = { owner: localOwner, filter: [], limit: 9 };
    expect(await index.searchText({ ...asked, tokens: ["heron"] })).toMatchObject([{ photoId: id }]);
  });
});

describe("hubs", () => {
  /**
   * Adds photos at the centre, which are near to all others, and photos at the rim, which are near to their
   * neighbours only.
   */
  async function addRing() {
    const ids = await addMany(150, (at) => {
      const angle = (at / 120) * 2 * Math.PI;
      const raw = at < 120 ? [Math.cos(angle), Math.sin(angle), 0.5] : [0, 0, 1];
      return [[old, Float32Array.from(raw, (value) => value / Math.hypot(...raw))]];
    });
    return ids.slice(120);
  }
  const servingNow = async () => {
    const serving = await collections.serving();
    if (!serving) throw new Error("nothing serves");
    return serving;
  };

  const measure = async () => {
    const serving = await servingNow();
    return refreshHubs(database, serving, await countEmbedded(database, serving.space.id));
  };

  test("a photo that is near to many has a higher hub; hubs are measured once, and again when the collection has grown by a fifth", async () => {
    const crowd = await addRing();
    expect(await measure()).toBe(true);
    const { id, hubMean, hubsOf } = await servingNow();
    expect(hubsOf).toBe(150);
    const ids = (await database.rows.selectFrom("photos").select("id").execute()).map((row) => row.id);
    const known = createHubs(database);
    const hubs = await known.of({ id, mean: hubMean ?? 0 }, ids);
    expect(hubs.size).toBe(150);
    for (const [photoId, hub] of hubs) {
      if (crowd.includes(photoId)) expect(hub).toBeGreaterThan(hubMean ?? 1);
    }
    expect(await measure()).toBe(false);
    await addMany(31, () => [[old, east]]);
    expect(await measure()).toBe(true);
    expect((await servingNow()).hubsOf).toBe(181);
    // Values that were kept in memory do not hide those that are measured anew.
    const [photoId = ""] = ids;
    await writeHubs(database.rows, id, [{ photoId, hub: 0.99 }]);
    await writeHubMean(database.rows, id, 0.5, 181);
    expect((await known.of({ id, mean: 0.5 }, ids)).get(photoId)).toBe(0.99);
  });

  test("with only a few photos, hubs are not measured", async () => {
    await add("dog", [[old, east]]);
    expect(await measure()).toBe(false);
    expect((await servingNow()).hubMean).toBeNull();
  });
});

describe("verify", () => {
  test("names missing and strange photos, and leaves out those that are on their way", async () => {
    const dog = await add("dog", [[old, east]]);
    const cat = await add("cat", [[old, east]]);
    const bus = await add("bus", [[old, east]]);
    await drain(rebuild(needs, old));
    expect(isWhole(await verify(needs))).toBe(true);
    await index.remove([dog]);
    await database.rows.updateTable("photos").set({ deleted_at: 1 }).where("id", "=", cat).execute();
    const fresh = await add("on its way", [[old, east]]);
    const job = { id: newId(), owner: localOwner, photo_id: fresh, created_at: 1, due_at: 1 };
    await database.rows
      .insertInto("jobs")
      .values({ ...job, stage: "index", state: "queued", priority: 0, attempts: 0, takeovers: 0 })
      .execute();
    const verdict = await verify(needs);
    expect(verdict.documents).toMatchObject({
      missing: { count: 1, first: [dog] },
      strange: { count: 1, first: [cat] },
    });
    expect(verdict.vectors).toMatchObject({ missing: { first: [dog] }, strange: { first: [cat] } });
    expect(verdict.onTheirWay).toBe(1);
    expect(isWhole(verdict)).toBe(false);
    await drain(rebuild(needs, old));
    expect(isWhole(await verify(needs))).toBe(true);
    expect(await near()).toContain(bus);
  });
});

describe("armMissing", () => {
  test("arms each photo without a vector in the space once, but none that failed", async () => {
    await add("dog", [[old, east]]);
    const both = await add("cat", [
      [old, east],
      [plain, east],
    ]);
    await add("bus", [[old, east]]);
    expect(await armMissing(database, plain.id)).toBe(2);
    expect(await armMissing(database, plain.id)).toBe(2);
    const jobs = await database.rows.selectFrom("jobs").selectAll().execute();
    expect(jobs.map(({ stage }) => stage)).toEqual(["embed", "embed"]);
    expect(jobs.map(({ photo_id }) => photo_id)).not.toContain(both);
    await database.rows.updateTable("jobs").set({ state: "failed" }).execute();
    expect(await armMissing(database, plain.id)).toBe(0);
    expect(await armMissing(database, old.id)).toBe(0);
  });

  test("arms a photo whose only caption is a person's", async () => {
    const id = await add("dog", [[old, east]]);
    await database.rows.deleteFrom("captions").execute();
    expect(await armMissing(database, plain.id)).toBe(0);
    await createEdits(database).edit(localOwner, { photoIds: [id], changes: { caption: "A dog." } });
    await database.rows.deleteFrom("jobs").execute();
    expect(await armMissing(database, plain.id)).toBe(1);
  });
});

describe("collections", () => {
  test("a retired collection is deleted with its space, unless that is kept or used", async () => {
    await add("dog", [
      [old, east],
      [plain, east],
    ]);
    await drain(rebuild(needs, plain));
    const [retired] = await collections.retiredBefore(libraryTime() + 1);
    if (!retired) throw new Error("nothing was retired");
    expect(retired.space.id).toBe(old.id);
    const embeddings = async () =>
      (await database.rows.selectFrom("embeddings").select("space").execute()).map((row) => row.space);
    await collections.forget(retired, plain.id);
    expect(await embeddings()).toEqual([plain.id]);
    expect(await collections.retiredBefore(libraryTime() + 1)).toEqual([]);
  });
});
