import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { whileBusy } from "#tests/fixtures/crowding.ts";
import { hasMilvusLite, type MilvusLite, startMilvusLite } from "#tests/fixtures/milvus-lite.ts";
import { until } from "#tests/fixtures/until.ts";
import { ada, documentOf, idsOf, nearest, photoId } from "../contract-suites/fixtures.ts";
import type { PhotoIndex } from "../port.ts";
import { createMilvusIndex } from "./milvus.ts";

const asked = { owner: ada, filter: [], limit: 10 };
const dogs = { ...asked, tokens: ["dog"] };
const x = Float32Array.of(1, 0, 0);
const near = { ...asked, space: "s", vector: x };

let server: MilvusLite;

beforeAll(async () => {
  if (hasMilvusLite) server = await startMilvusLite();
});

afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
});

/** Clears what an earlier test may have left behind. */
beforeEach(async () => {
  server?.thaw();
  await server?.start();
});

let number = 0;
function openIndex(prefix = `f${number++}_`) {
  const index = createMilvusIndex({ url: server.url, token: null, index: "auto", prefix });
  return { prefix, index, [Symbol.asyncDispose]: () => index.close() };
}

async function fill(index: PhotoIndex) {
  await index.putDocuments([1, 2].map((one) => documentOf(one, { tokens: "dog" })));
  await index.putVectors("s", 3, [{ photoId: photoId(1), vector: x }]);
  await index.markComplete();
}

/** Checks that every call for which people wait fails with INDEX_AWAY within three seconds. */
async function expectAway(index: PhotoIndex) {
  const began = performance.now();
  const answers = await Promise.allSettled([
    index.searchText(dogs),
    nearest(index, near),
    index.browse(asked),
    index.count(asked),
    index.frequencies(ada, ["dog"]),
    index.background("s", ada),
    index.isComplete(),
    index.check(),
  ]);
  expect(performance.now() - began).toBeLessThan(whileBusy(3_000));
  for (const answer of answers) expect(answer).toMatchObject({ reason: { code: "INDEX_AWAY" } });
}

/** Checks that a write fails, after it has accepted some seconds of silence from a busy server. */
async function expectUnwritten(index: PhotoIndex) {
  const began = performance.now();
  await expect(index.putDocuments([documentOf(3)])).rejects.toMatchObject({ code: "INDEX_AWAY" });
  expect(performance.now() - began).toBeLessThan(whileBusy(10_000));
}

async function expectFilled(index: PhotoIndex) {
  await until("the server answers again", () =>
    index.check().then(
      () => true,
      () => false,
    ),
  );
  expect(idsOf(await index.searchText(dogs))).toEqual([1, 2].map(photoId));
  expect(idsOf(await nearest(index, near))).toEqual([photoId(1)]);
  expect(await index.isComplete()).toBe(true);
}

/** Three seconds may be too short on a busy machine, so we allow more tries. */
const patient = { retry: 2 };

describe.skipIf(!hasMilvusLite)("on Milvus Lite", patient, () => {
  test("A killed server is away, and both old and new connections find it again", async () => {
    await using before = openIndex();
    await fill(before.index);
    await server.kill();
    await using during = openIndex(before.prefix);
    await expectAway(before.index);
    await expectAway(during.index);
    await expectUnwritten(before.index);
    await server.start();
    await expectFilled(during.index);
    await expectFilled(before.index);
    await before.index.putDocuments([documentOf(3, { tokens: "dog" })]);
    expect(await during.index.searchText(dogs)).toHaveLength(3);
  });

  test("A hanging server is away, aborted calls end at once, and it is found when it goes on", async () => {
    await using store = openIndex();
    const { index } = store;
    await fill(index);
    const leaving = openIndex(store.prefix);
    expect(await leaving.index.count(asked)).toBe(2);
    await server.freeze();
    try {
      const controller = new AbortController();
      const search = nearest(index, { ...near, signal: controller.signal });
      const began = performance.now();
      controller.abort(new Error("no longer wanted"));
      await expect(search).rejects.toThrow("no longer wanted");
      expect(performance.now() - began).toBeLessThan(whileBusy(500));
      await expectAway(index);
      await using other = openIndex(store.prefix);
      await expectAway(other.index);
      await expectUnwritten(index);
      const left = leaving.index.count(asked);
      const closing = performance.now();
      await Promise.all([leaving.index.close(), expect(left).rejects.toMatchObject({ code: "INDEX_AWAY" })]);
      expect(performance.now() - closing).toBeLessThan(whileBusy(3_000));
    } finally {
      server.thaw();
    }
    await expectFilled(index);
  });

  test("A server that comes back empty has to be filled, and can be at once", async () => {
    await using web = openIndex();
    await using worker = openIndex(web.prefix);
    for (const { index } of [worker, web]) {
      await fill(index);
      await expectFilled(index);
    }
    await server.kill();
    await server.wipe();
    await server.start();
    await until("the server answers again", () =>
      web.index.check().then(
        () => true,
        () => false,
      ),
    );
    expect(await web.index.isComplete()).toBe(false);
    expect(await web.index.searchText(dogs)).toEqual([]);
    expect(await nearest(web.index, near)).toEqual([]);
    await fill(worker.index);
    await expectFilled(web.index);
  });
});

test("Another server at this address is not the index, and its words are reported", patient, async () => {
  await using other = createServer((_, response) => response.writeHead(404).end("not here")).listen(
    0,
    "127.0.0.1",
  );
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const index = createMilvusIndex({ url: `http://127.0.0.1:${port}`, token: null, index: "auto" });
  const began = performance.now();
  await expect(index.check()).rejects.toMatchObject({
    code: "INDEX_AWAY",
    message: expect.stringContaining(`127.0.0.1:${port}`),
  });
  expect(performance.now() - began).toBeLessThan(whileBusy(3_000));
  await index.close();
});
