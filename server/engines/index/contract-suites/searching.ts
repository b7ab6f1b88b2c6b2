import { expect, test } from "vitest";
import type { Condition } from "../port.ts";
import {
  ada,
  bob,
  cosineOf,
  documentOf,
  idsOf,
  nearest,
  noFields,
  type OpenIndex,
  photoId,
  randomNumbers,
  unitVector,
} from "./fixtures.ts";

const x = Float32Array.of(1, 0, 0);
const z = Float32Array.of(0, 0, 1);
const asked = { owner: ada, filter: [], limit: 10 };

/** Is part of `photoIndexContract`. */
export function searchContract(open: OpenIndex): void {
  test("Every call shows an owner only their own documents", async () => {
    await using store = await open();
    const { index } = store;
    await index.putDocuments([
      documentOf(1, { tokens: "dog" }),
      documentOf(2, { tokens: "dog", owner: bob }),
      documentOf(3, { tokens: "dog", owner: bob }),
    ]);
    await index.putVectors(
      "s",
      3,
      [1, 2, 3].map((number) => ({ photoId: photoId(number), vector: x })),
    );
    for (const [owner, ids] of [
      [ada, [photoId(1)]],
      [bob, [photoId(2), photoId(3)]],
      ["nobody", []],
    ] as const) {
      const query = { ...asked, owner };
      const filter: Condition[] = [{ field: "city", operator: "known", value: true, negated: true }];
      expect(idsOf(await nearest(index, { ...query, space: "s", vector: x }))).toEqual(ids);
      expect(idsOf(await nearest(index, { ...query, filter, space: "s", vector: x }))).toEqual(ids);
      expect(idsOf(await index.searchText({ ...query, tokens: ["dog"] }))).toEqual(ids);
      expect(idsOf(await index.browse(query)).sort()).toEqual(ids);
      expect(await index.count({ owner, filter: [] })).toBe(ids.length);
      expect(await index.frequencies(owner, ["dog"])).toEqual({
        documents: ids.length,
        counts: new Map([["dog", ids.length]]),
      });
      expect((await index.background("s", owner)).documents).toBe(ids.length);
    }
  });

  test("All documents with a token are listed, under filter and owner", async () => {
    await using store = await open();
    const { index } = store;
    const documents = Array.from({ length: 60 }, (_, number) =>
      documentOf(number, {
        tokens: number % 3 === 0 ? "dog _dog" : number % 3 === 1 ? "maybe__dog" : "cat",
        fields: { ...noFields, city: number % 2 ? "Lisbon" : null },
      }),
    );
    await index.putDocuments([...documents, documentOf(99, { tokens: "dog", owner: bob })]);
    const ids = (keep: (number: number) => boolean) =>
      Array.from({ length: 60 }, (_, number) => number)
        .filter(keep)
        .map(photoId);
    const query = { owner: ada, filter: [] };
    expect((await index.withTokens({ ...query, tokens: ["_dog"] })).sort()).toEqual(ids((n) => n % 3 === 0));
    expect((await index.withTokens({ ...query, tokens: ["maybe__dog", "cat"] })).sort()).toEqual(
      ids((n) => n % 3 > 0),
    );
    const filter: Condition[] = [{ field: "city", operator: "=", value: "Lisbon", negated: false }];
    expect((await index.withTokens({ owner: ada, filter, tokens: ["dog"] })).sort()).toEqual(
      ids((n) => n % 3 === 0 && n % 2 === 1),
    );
    expect(await index.withTokens({ ...query, tokens: [] })).toEqual([]);
    expect(await index.withTokens({ ...query, tokens: ["wolf"] })).toEqual([]);
  });

  test("Below its least cosine a vector finds nothing, and each vector has its own", async () => {
    await using store = await open();
    const { index } = store;
    const random = randomNumbers(12);
    const vectors = Array.from({ length: 60 }, (_, number) => ({
      photoId: photoId(number),
      vector: unitVector(8, random),
    }));
    await index.putDocuments(vectors.map((_, number) => documentOf(number, {})));
    await index.putVectors("s", 8, vectors);
    const probe = unitVector(8, random);
    const query = { ...asked, limit: 60, space: "s", vectors: [probe, probe, probe] };
    const [all = [], some = [], none] = await index.searchVectors({ ...query, least: [-1, 0.2, 1.1] });
    expect(all).toHaveLength(60);
    expect(some).toEqual(all.filter(({ score }) => score >= 0.2));
    expect(none).toEqual([]);
  });

  test("Getting ready changes nothing, and a space need not be there", async () => {
    await using store = await open();
    const { index } = store;
    await index.prepare("s");
    await index.putDocuments([documentOf(1)]);
    await index.putVectors("s", 3, [{ photoId: photoId(1), vector: x }]);
    await index.prepare("s");
    expect(idsOf(await nearest(index, { ...asked, space: "s", vector: x }))).toEqual([photoId(1)]);
  });

  test("Several vectors in one search find what each finds alone", async () => {
    await using store = await open();
    const { index } = store;
    const random = randomNumbers(11);
    const vectors = Array.from({ length: 80 }, (_, number) => ({
      photoId: photoId(number),
      vector: unitVector(16, random),
    }));
    await index.putDocuments(vectors.map((_, number) => documentOf(number, {})));
    await index.putVectors("s", 16, vectors);
    const asking = Array.from({ length: 3 }, () => unitVector(16, random));
    const together = await index.searchVectors({ ...asked, space: "s", vectors: asking });
    const alone = await Promise.all(asking.map((vector) => nearest(index, { ...asked, space: "s", vector })));
    expect(together.map(idsOf)).toEqual(alone.map(idsOf));
    expect(await index.searchVectors({ ...asked, space: "none", vectors: asking })).toEqual([[], [], []]);
  });

  test("Vector search is exact, with and without a filter", async () => {
    await using store = await open();
    const { index } = store;
    const dimension = 64;
    const random = randomNumbers(7);
    const centres = Array.from({ length: 5 }, () => unitVector(dimension, random));
    const photos = Array.from({ length: 400 }, (_, number) => ({
      document: documentOf(number, { fields: { year: 2000 + (number % 20) } }),
      vector: unitVector(dimension, random, centres[number % 5]),
    }));
    await index.putDocuments(photos.map(({ document }) => document));
    await index.putVectors(
      "s",
      dimension,
      photos.map(({ document, vector }) => ({ photoId: document.photoId, vector })),
    );
    const filters: Condition[][] = [
      [],
      [{ field: "year", operator: "=", value: 2003, negated: false }],
      [{ field: "year", operator: "=", value: 2003, negated: true }],
    ];
    for (const filter of filters) {
      const [one] = filter;
      const vector = unitVector(dimension, random, centres[3]);
      const expected = photos
        .filter(({ document }) => !one || (document.fields.year === one.value) !== one.negated)
        .map((photo) => ({ photoId: photo.document.photoId, score: cosineOf(photo.vector, vector) }))
        .sort((a, b) => b.score - a.score);
      const hits = await nearest(index, { owner: ada, filter, limit: 15, space: "s", vector });
      const cosines = new Map(expected.map((photo) => [photo.photoId, photo.score]));
      expect(hits).toHaveLength(15);
      for (const [place, hit] of hits.entries()) {
        // Vectors are stored in half precision, so hits that differ by less than that may change places.
        expect(Math.abs(hit.score - (cosines.get(hit.photoId) ?? Number.NaN))).toBeLessThan(0.002);
        expect(Math.abs(hit.score - (expected[place]?.score ?? Number.NaN))).toBeLessThan(0.002);
        expect(hit.score).toBeLessThanOrEqual(hits[place - 1]?.score ?? 1.002);
      }
    }
  });

  test("Text finds documents with any of the tokens, rarer words and shorter documents first", async () => {
    await using store = await open();
    const { index } = store;
    await index.putDocuments([
      documentOf(1, { tokens: "dog on a beach" }),
      documentOf(2, { tokens: "dog in a garden" }),
      documentOf(3, { tokens: "dog on a long long road near the sea with many other things" }),
      ...[4, 5, 6, 7, 8].map((number) => documentOf(number, { tokens: "cat in a house" })),
    ]);
    const hits = await index.searchText({ ...asked, tokens: ["dog", "beach", "dog"] });
    expect(idsOf(hits)).toEqual([photoId(1), photoId(2), photoId(3)]);
    for (const { score } of hits) expect(score).toBeGreaterThan(0);
    expect(await index.searchText({ ...asked, tokens: [] })).toEqual([]);
    expect(await index.searchText({ ...asked, tokens: ["do", "beac", "horse"] })).toEqual([]);
    expect(await index.frequencies(ada, ["dog", "a", "horse"])).toEqual({
      documents: 8,
      counts: new Map([
        ["dog", 3],
        ["a", 8],
        ["horse", 0],
      ]),
    });
  });

  test("A token is matched as it is, even if it is syntax to the engine", async () => {
    await using store = await open();
    const { index } = store;
    const tokens = ["and", "or", "not", "near", "tokens", "img_2041", "犬", "東京", "नमस्ते", "x".repeat(2000)];
    await index.putDocuments(tokens.map((token, number) => documentOf(number, { tokens: `${token} dog` })));
    for (const [number, token] of tokens.entries()) {
      expect(idsOf(await index.searchText({ ...asked, tokens: [token] })), token).toEqual([photoId(number)]);
    }
    const hostile = [
      '"',
      '""',
      "'",
      "*",
      "do*",
      "dog*",
      "NEAR(",
      "dog AND x",
      "tokens:dog",
      "^dog",
      "-dog",
      "{",
      "\\",
    ];
    for (const token of [...hostile, "\u0000", "dog\u0000", "", " ", "😀", '" or 1==1', "\ud800"]) {
      expect(await index.searchText({ ...asked, tokens: [token] }), token).toEqual([]);
      expect((await index.frequencies(ada, [token])).counts.get(token), token).toBe(0);
    }
    expect(idsOf(await index.searchText({ ...asked, tokens: [...hostile, "near"] }))).toEqual([photoId(3)]);
  });

  test("A long question is answered", async () => {
    await using store = await open();
    await store.index.putDocuments([documentOf(1, { tokens: "t999" })]);
    const tokens = Array.from({ length: 1000 }, (_, number) => `t${number}`);
    expect(idsOf(await store.index.searchText({ ...asked, tokens }))).toEqual([photoId(1)]);
  });

  test("The limit holds, and equal hits are in the order of their ids", async () => {
    await using store = await open();
    const { index } = store;
    const numbers = [5, 3, 9, 1, 7, 2, 8];
    await index.putDocuments(numbers.map((number) => documentOf(number, { tokens: "dog", sortAt: 0 })));
    await index.putVectors(
      "s",
      3,
      numbers.map((number) => ({ photoId: photoId(number), vector: z })),
    );
    for (const limit of [0, 1, 4, 7, 100]) {
      const expected = [1, 2, 3, 5, 7, 8, 9].slice(0, limit).map(photoId);
      expect(idsOf(await index.browse({ ...asked, limit }))).toEqual(expected);
      expect(idsOf(await index.searchText({ ...asked, limit, tokens: ["dog"] }))).toEqual(expected);
      expect(idsOf(await nearest(index, { ...asked, limit, space: "s", vector: x }))).toEqual(expected);
    }
  });

  test("The newest can be listed a page after the other, also where times are equal", async () => {
    await using store = await open();
    const { index } = store;
    const sortAtOf = (number: number) => Math.floor(number / 4);
    await index.putDocuments(
      Array.from({ length: 30 }, (_, number) =>
        documentOf(number, { sortAt: sortAtOf(number), fields: { city: number % 3 ? "Lisbon" : null } }),
      ),
    );
    const filter: Condition[] = [{ field: "city", operator: "=", value: "Lisbon", negated: false }];
    for (const query of [asked, { ...asked, filter }]) {
      const all = idsOf(await index.browse({ ...query, limit: 100 }));
      const paged: string[] = [];
      for (let last = all[0]; last !== undefined; last = paged.at(-1)) {
        if (paged.length === 0) paged.push(last);
        const after = { sortAt: sortAtOf(Number.parseInt(last.slice(-12), 16)), photoId: last };
        const page = idsOf(await index.browse({ ...query, after, limit: 7 }));
        if (page.length === 0) break;
        paged.push(...page);
      }
      expect(paged).toEqual(all);
    }
  });

  test("The newest among some photos are found under the filter", async () => {
    await using store = await open();
    const { index } = store;
    const cityOf = (number: number) => (number % 2 ? "Lisbon" : null);
    await index.putDocuments([
      ...[1, 2, 3, 4, 5].map((number) =>
        documentOf(number, { sortAt: number, fields: { city: cityOf(number) } }),
      ),
      documentOf(7, { owner: bob, fields: { city: "Lisbon" } }),
    ]);
    const filter: Condition[] = [{ field: "city", operator: "=", value: "Lisbon", negated: false }];
    const browsed = async (query: Partial<Parameters<typeof index.browse>[0]>) =>
      idsOf(await index.browse({ ...asked, ...query }));
    const among = [1, 2, 5, 6, 7].map(photoId);
    expect(await browsed({ among })).toEqual([5, 2, 1].map(photoId));
    expect(await browsed({ among, filter })).toEqual([5, 1].map(photoId));
    expect(await browsed({ among, limit: 1 })).toEqual([photoId(5)]);
    expect(await browsed({ among, after: { sortAt: 5, photoId: photoId(5) } })).toEqual([2, 1].map(photoId));
    expect(await browsed({ among: [] })).toEqual([]);
  });

  test("The newest come first", async () => {
    await using store = await open();
    const { index } = store;
    await index.putDocuments([
      documentOf(1, { sortAt: Date.UTC(2020, 0) }),
      documentOf(2, { sortAt: Date.UTC(2024, 0) }),
      documentOf(3, { sortAt: Date.UTC(1955, 0) }),
      documentOf(4, { sortAt: Date.UTC(2024, 0) }),
    ]);
    const ids = [2, 4, 1, 3].map(photoId);
    expect(await index.browse(asked)).toEqual(ids.map((id) => ({ photoId: id, score: 0 })));
  });

  test("The background measures how similar pairs of documents are, and follows the library", async () => {
    await using store = await open();
    const { index } = store;
    const random = randomNumbers(3);
    const shared = unitVector(32, random);
    const vectors = Array.from({ length: 100 }, () => unitVector(32, random, shared));
    const put = async (from: number, to: number) => {
      const numbers = Array.from({ length: to - from }, (_, i) => from + i);
      await index.putDocuments(numbers.map((number) => documentOf(number)));
      await index.putVectors(
        "s",
        32,
        numbers.map((number) => ({ photoId: photoId(number), vector: vectors[number] ?? shared })),
      );
    };
    await put(0, 100);
    const cosines = vectors.flatMap((a, i) => vectors.slice(i + 1).map((b) => cosineOf(a, b)));
    const mean = cosines.reduce((sum, one) => sum + one, 0) / cosines.length;
    const deviation = Math.sqrt(cosines.reduce((sum, one) => sum + (one - mean) ** 2, 0) / cosines.length);
    const background = await index.background("s", ada);
    expect(background.documents).toBe(100);
    expect(Math.abs(background.mean - mean)).toBeLessThan(0.02);
    expect(Math.abs(background.deviation - deviation)).toBeLessThan(0.02);
    await put(100, 115);
    expect(await index.background("s", ada)).toEqual(background);
    await put(115, 300);
    const grown = await index.background("s", ada);
    expect(grown.documents).toBe(300);
    expect(grown.mean).toBeGreaterThan(background.mean);
  });

  test("An aborted search rejects with the reason, and the next search is answered", async () => {
    await using store = await open();
    const { index } = store;
    await index.putDocuments([documentOf(1)]);
    const controller = new AbortController();
    const first = index.browse(asked);
    const second = index.browse({ ...asked, signal: controller.signal });
    controller.abort(new Error("no longer wanted"));
    await expect(second).rejects.toThrow("no longer wanted");
    await expect(index.browse({ ...asked, signal: controller.signal })).rejects.toThrow("no longer wanted");
    expect(idsOf(await first)).toEqual([photoId(1)]);
    expect(idsOf(await index.browse(asked))).toEqual([photoId(1)]);
  });

  test("A closed index says so", async () => {
    await using store = await open();
    await store.index.close();
    await expect(store.index.browse(asked)).rejects.toMatchObject({ code: "INDEX_AWAY" });
    await expect(store.index.putDocuments([documentOf(1)])).rejects.toMatchObject({ code: "INDEX_AWAY" });
  });
}
