import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { MilvusClient } from "@zilliz/milvus2-sdk-node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasMilvusLite, type MilvusLite, startMilvusLite } from "#tests/fixtures/milvus-lite.ts";
import { photoIndexContract } from "../contract.ts";
import { ada, bob, documentOf, idsOf, nearest, photoId } from "../contract-suites/fixtures.ts";
import type { Condition, PhotoIndex } from "../port.ts";
import { createMilvusIndex } from "./milvus.ts";

let server: MilvusLite;
let admin: MilvusClient;

beforeAll(async () => {
  if (!hasMilvusLite) return;
  server = await startMilvusLite();
  admin = new MilvusClient({ address: server.url, maxRetries: 0, timeout: 5_000 });
  await admin.connectPromise;
});

afterAll(async () => {
  await admin?.closeConnection();
  await server?.[Symbol.asyncDispose]();
});

/** Makes names that are unique on the server; all collections with them are dropped in the end. */
function names() {
  const prefix = `t${randomUUID().replaceAll("-", "")}_`;
  const collections = async () => {
    const { data } = await admin.showCollections();
    return data.map(({ name }) => name).filter((name) => name.startsWith(prefix));
  };
  return {
    prefix,
    collections,
    /** Drops collections without the index knowing. */
    async drop(kind: "documents" | "space") {
      for (const name of await collections()) {
        if (name.startsWith(prefix + kind)) await admin.dropCollection({ collection_name: name });
      }
    },
    async [Symbol.asyncDispose]() {
      for (const name of await collections()) await admin.dropCollection({ collection_name: name });
    },
  };
}

function openIndex(prefix: string, kind: "auto" | "HNSW_SQ" = "auto") {
  const index = createMilvusIndex({ url: server.url, token: null, index: kind, prefix });
  return { index, [Symbol.asyncDispose]: () => index.close() };
}

const asked = { owner: ada, filter: [], limit: 10_000 };
const x = Float32Array.of(1, 0, 0);
const near = { ...asked, space: "s", vector: x };
const at = (numbers: number[]) => numbers.map((number) => ({ photoId: photoId(number), vector: x }));

/** Starts a process that writes documents and vectors of these numbers, alone or beside others. */
function writerProcess(prefix: string, from: number, to: number) {
  const program = `
    const { createMilvusIndex } = await import(${JSON.stringify(new URL("./milvus.ts", import.meta.url).href)});
    const { documentOf, photoId } = await import(${JSON.stringify(new URL("../contract-suites/fixtures.ts", import.meta.url).href)});
    const index = createMilvusIndex(${JSON.stringify({ url: server.url, token: null, index: "auto", prefix })});
    const numbers = Array.from({ length: ${to - from} }, (_, at) => ${from} + at);
    for (const number of numbers) {
      await index.putDocuments([documentOf(number, { tokens: "dog" })]);
      await index.putVectors("s", 3, [{ photoId: photoId(number), vector: Float32Array.of(1, 0, 0) }]);
    }
    await index.close();`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  return { ended: once(child, "close"), [Symbol.dispose]: () => void child.kill("SIGKILL") };
}

describe.skipIf(!hasMilvusLite)("on Milvus Lite", () => {
  photoIndexContract("Milvus index", async () => {
    const own = names();
    const { index } = openIndex(own.prefix);
    return {
      index,
      async [Symbol.asyncDispose]() {
        await index.close();
        await own[Symbol.asyncDispose]();
      },
    };
  });

  test("Processes and clients that start at once make each collection once, and lose nothing", async () => {
    await using own = names();
    using first = writerProcess(own.prefix, 0, 15);
    using second = writerProcess(own.prefix, 15, 30);
    const here = Array.from({ length: 4 }, () => openIndex(own.prefix));
    await Promise.all(
      here.map(async ({ index }, place) => {
        const numbers = Array.from({ length: 10 }, (_, number) => 30 + place * 10 + number);
        await index.putDocuments(numbers.map((number) => documentOf(number, { tokens: "dog" })));
        await index.putVectors("s", 3, at(numbers));
        await index.markComplete();
      }),
    );
    expect(await Promise.all([first.ended, second.ended])).toEqual([
      [0, null],
      [0, null],
    ]);
    expect(await own.collections()).toHaveLength(2);
    for (const { index } of here) {
      expect(await index.count(asked)).toBe(70);
      expect(await nearest(index, near)).toHaveLength(70);
      expect(await index.isComplete()).toBe(true);
      await index.close();
    }
  });

  test("Spaces with similar names stay apart, for names of any length and with any sign", async () => {
    await using own = names();
    await using opened = openIndex(own.prefix);
    const { index } = opened;
    await index.putDocuments([documentOf(1)]);
    const spaces = [
      "a b",
      "a_b",
      "A b",
      "a@b:3#1",
      "mistral@2:4096#3",
      "x".repeat(300),
      `${"x".repeat(300)}y`,
      "東京",
    ];
    for (const [place, space] of spaces.entries()) {
      const vector = Float32Array.from({ length: spaces.length }, (_, one) => Number(one === place));
      await index.putVectors(space, spaces.length, [{ photoId: photoId(1), vector }]);
    }
    for (const [place, space] of spaces.entries()) {
      const vector = Float32Array.from({ length: spaces.length }, (_, one) => Number(one === place));
      expect((await nearest(index, { ...asked, space, vector }))[0]?.score).toBeCloseTo(1, 3);
    }
  });

  test("The alias points at the serving space as soon as its collection exists", async () => {
    await using own = names();
    await using opened = openIndex(own.prefix);
    const { index } = opened;
    const target = async () => {
      const alias = `${own.prefix}vectors`;
      return (await admin.describeAlias({ collection_name: alias, alias })).collection;
    };
    await index.serve("first");
    expect(await target()).toBe("");
    await index.putDocuments([documentOf(1)]);
    await index.putVectors("first", 3, at([1]));
    expect(await target()).toMatch(/space_.*first/);
    await index.putVectors("second", 3, at([1]));
    await index.serve("second");
    expect(await target()).toMatch(/space_.*second/);
    await index.drop("second");
    expect(await target()).toBe("");
  });

  test("Texts, lists and numbers of any size are accepted, and found if the server can hold them", async () => {
    await using own = names();
    await using opened = openIndex(own.prefix);
    const { index } = opened;
    const long = "é".repeat(40_000);
    const keywords = Array.from({ length: 5_000 }, (_, number) => `k${number}`);
    await index.putDocuments([
      documentOf(1, {
        tokens: `dog ${"beach ".repeat(30_000)}`,
        fields: { city: long, keywords, iso: 1e300 },
      }),
      documentOf(2, { tokens: "dog", fields: { city: `${long}!`, iso: -1e-7 } }),
    ]);
    const found = async (
      field: Condition["field"],
      operator: Condition["operator"],
      value: string | number,
    ) => idsOf(await index.browse({ ...asked, filter: [{ field, operator, value, negated: false }] }));
    expect(idsOf(await index.searchText({ ...asked, tokens: ["dog"] }))).toEqual([2, 1].map(photoId));
    expect(await found("city", "=", long)).toEqual([photoId(1)]);
    expect(await found("keywords", "contains", "k4000")).toEqual([photoId(1)]);
    expect(await found("iso", "=", 1e300)).toEqual([photoId(1)]);
    expect(await found("iso", "=", -1e-7)).toEqual([photoId(2)]);
    expect(await found("iso", "<", 2 ** 70)).toEqual([photoId(2)]);
    expect(await found("year", "=", -0)).toEqual([]);
  });

  test("Invalid ids reach no expression", async () => {
    await using own = names();
    await using opened = openIndex(own.prefix);
    const { index } = opened;
    await index.putDocuments([documentOf(1)]);
    const hostile = 'x"] or id != "" or id in ["y';
    const refused = { code: "BAD_REQUEST" };
    await expect(index.remove([hostile])).rejects.toMatchObject(refused);
    await expect(index.putDocuments([{ ...documentOf(2), photoId: hostile }])).rejects.toMatchObject(refused);
    await expect(index.putVectors("s", 3, [{ photoId: hostile, vector: x }])).rejects.toMatchObject(refused);
    await expect(index.list({ after: hostile, limit: 1 })).rejects.toMatchObject(refused);
    expect(await index.count(asked)).toBe(1);
  });

  test("A lost collection makes the index incomplete until it has been filled again", async () => {
    await using own = names();
    await using web = openIndex(own.prefix);
    await using worker = openIndex(own.prefix);
    const fill = async () => {
      await worker.index.putDocuments([documentOf(1, { tokens: "dog" }), documentOf(2, { owner: bob })]);
      await worker.index.putVectors("s", 3, at([1, 2]));
    };
    await fill();
    await worker.index.markComplete();
    expect(await nearest(web.index, near)).toHaveLength(1);
    expect(await web.index.isComplete()).toBe(true);
    expect(await web.index.list({ after: "", limit: 9 })).toEqual([1, 2].map(photoId));
    for (const kind of ["documents", "space"] as const) {
      await own.drop(kind);
      expect(await web.index.isComplete()).toBe(false);
      expect(await web.index.searchText({ ...asked, tokens: ["dog"] })).toHaveLength(
        Number(kind === "space"),
      );
      expect(await nearest(web.index, near)).toHaveLength(Number(kind === "documents"));
      await fill();
      expect(await nearest(web.index, near)).toHaveLength(1);
      expect(await web.index.isComplete()).toBe(false);
      await worker.index.markComplete();
      expect(await web.index.isComplete()).toBe(true);
    }
    await worker.index.drop("s");
    expect(await web.index.isComplete()).toBe(true);
  });

  test("A photo that is changed or removed while its vector is written does not come back", async () => {
    await using own = names();
    await using filling = openIndex(own.prefix);
    await using editing = openIndex(own.prefix);
    const vector = Float32Array.from({ length: 1024 }, (_, one) => Number(one === 0));
    const put = (index: PhotoIndex, numbers: number[], city: string) =>
      index.putDocuments(numbers.map((number) => documentOf(number, { fields: { city } })));
    for (let round = 0; round < 6; round++) {
      const numbers = Array.from({ length: 100 }, (_, place) => round * 100 + place);
      await put(filling.index, numbers, "before");
      const vectors = numbers.map((number) => ({ photoId: photoId(number), vector }));
      // A vector cannot be written if its document was removed before.
      const filled = filling.index.putVectors("s", 1024, vectors).catch((error) => {
        expect(error).toMatchObject({ code: "NOT_FOUND" });
      });
      // Each round waits for a different time.
      await pause(5 * round);
      const [changed = 0, removed = 0] = numbers;
      await Promise.all([
        put(editing.index, [changed], "after"),
        editing.index.remove([photoId(removed)]),
        filled,
      ]);
      const filter: Condition[] = [{ field: "city", operator: "=", value: "before", negated: false }];
      const hits = idsOf(await nearest(filling.index, { ...asked, filter, space: "s", vector }));
      expect(hits).not.toContain(photoId(changed));
      expect(hits).not.toContain(photoId(removed));
    }
  });

  test("A space that another process has made anew is searched as it is now", async () => {
    await using own = names();
    await using web = openIndex(own.prefix);
    await using worker = openIndex(own.prefix);
    await worker.index.putDocuments([documentOf(1)]);
    await worker.index.putVectors("s", 3, at([1]));
    expect(await nearest(web.index, near)).toHaveLength(1);
    await worker.index.drop("s");
    expect(await nearest(web.index, near)).toEqual([]);
    const vector = Float32Array.of(0, 1);
    await worker.index.putVectors("s", 2, [{ photoId: photoId(1), vector }]);
    expect(await nearest(web.index, { ...near, vector })).toHaveLength(1);
    await expect(nearest(web.index, near)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await worker.index.drop("s");
    await web.index.putVectors("s", 3, at([1]));
    expect(await nearest(worker.index, near)).toHaveLength(1);
    await web.index.drop("s");
    await web.index.putVectors("s", 2, [{ photoId: photoId(1), vector }]);
    await worker.index.putVectors("s", 2, [{ photoId: photoId(1), vector }]);
    expect(await nearest(worker.index, { ...near, vector })).toHaveLength(1);
  });

  test("A new collection gets the index of the settings, and an existing index stays", async () => {
    await using own = names();
    await using first = openIndex(own.prefix, "HNSW_SQ");
    await first.index.putDocuments([documentOf(1)]);
    await first.index.putVectors("s", 3, at([1]));
    await using second = openIndex(own.prefix);
    await second.index.putVectors("s", 3, at([1]));
    for (const { index } of [first, second]) expect(await nearest(index, near)).toHaveLength(1);
    const name = (await own.collections()).find((one) => one.includes("space")) ?? "";
    const { index_descriptions } = await admin.describeIndex({ collection_name: name, field_name: "vector" });
    expect(index_descriptions[0]?.params).toContainEqual({ key: "index_type", value: "HNSW_SQ" });
  });
});
