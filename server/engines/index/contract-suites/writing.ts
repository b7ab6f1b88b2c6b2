import { expect, test } from "vitest";
import type { PhotoIndex } from "../port.ts";
import { ada, bob, documentOf, idsOf, nearest, type OpenIndex, photoId } from "./fixtures.ts";

const x = Float32Array.of(1, 0, 0);
const y = Float32Array.of(0, 1, 0);
const asked = { owner: ada, filter: [], limit: 10 };

/** Is part of `photoIndexContract`. */
export function writeContract(open: OpenIndex): void {
  const everything = async (index: PhotoIndex) => ({
    newest: await index.browse(asked),
    dogs: await index.searchText({ ...asked, tokens: ["dog"] }),
    near: await nearest(index, { ...asked, space: "s", vector: x }),
    frequencies: await index.frequencies(ada, ["dog", "cat"]),
    background: await index.background("s", ada),
  });

  test("An empty store answers, and says that it has to be filled", async () => {
    await using store = await open();
    const { index } = store;
    await index.check();
    expect(await everything(index)).toEqual({
      newest: [],
      dogs: [],
      near: [],
      frequencies: {
        documents: 0,
        counts: new Map([
          ["dog", 0],
          ["cat", 0],
        ]),
      },
      background: { documents: 0, mean: 0, deviation: 0 },
    });
    expect(await index.isComplete()).toBe(false);
    await index.markComplete();
    expect(await index.isComplete()).toBe(true);
  });

  test("Writing the same again changes nothing", async () => {
    await using store = await open();
    const { index } = store;
    const write = async () => {
      await index.putDocuments([documentOf(1, { tokens: "dog beach" }), documentOf(2, { tokens: "cat" })]);
      await index.putVectors("s", 3, [
        { photoId: photoId(1), vector: x },
        { photoId: photoId(2), vector: y },
      ]);
    };
    await write();
    const before = await everything(index);
    await write();
    expect(await everything(index)).toEqual(before);
    expect(idsOf(before.near)).toEqual([photoId(1), photoId(2)]);
    expect(before.background).toEqual({ documents: 2, mean: 0, deviation: 0 });
  });

  test("If a photo is written twice in one call, the last one counts", async () => {
    await using store = await open();
    const { index } = store;
    await index.putDocuments([documentOf(1, { tokens: "dog" }), documentOf(1, { tokens: "cat" })]);
    await index.putVectors("s", 3, [
      { photoId: photoId(1), vector: x },
      { photoId: photoId(1), vector: y },
    ]);
    expect((await index.frequencies(ada, ["dog", "cat"])).counts).toEqual(
      new Map([
        ["dog", 0],
        ["cat", 1],
      ]),
    );
    expect((await nearest(index, { ...asked, space: "s", vector: y }))[0]?.score).toBeCloseTo(1, 3);
  });

  test("A document is replaced as a whole, and its vectors stay", async () => {
    await using store = await open();
    const { index } = store;
    await index.putDocuments([documentOf(1, { tokens: "dog", sortAt: 5 }), documentOf(2, { sortAt: 3 })]);
    await index.putVectors("s", 3, [{ photoId: photoId(1), vector: x }]);
    await index.putDocuments([documentOf(1, { tokens: "cat", sortAt: 1 })]);
    expect(await index.searchText({ ...asked, tokens: ["dog"] })).toEqual([]);
    expect(idsOf(await index.searchText({ ...asked, tokens: ["cat"] }))).toEqual([photoId(1)]);
    expect(idsOf(await index.browse(asked))).toEqual([photoId(2), photoId(1)]);
    expect(idsOf(await nearest(index, { ...asked, space: "s", vector: x }))).toEqual([photoId(1)]);
  });

  test("A vector is replaced", async () => {
    await using store = await open();
    const { index } = store;
    await index.putDocuments([documentOf(1), documentOf(2)]);
    await index.putVectors(
      "s",
      3,
      [1, 2].map((number) => ({ photoId: photoId(number), vector: x })),
    );
    expect(idsOf(await nearest(index, { ...asked, space: "s", vector: y }))).toEqual([
      photoId(1),
      photoId(2),
    ]);
    await index.putVectors("s", 3, [{ photoId: photoId(2), vector: y }]);
    const hits = await nearest(index, { ...asked, space: "s", vector: y });
    expect(idsOf(hits)).toEqual([photoId(2), photoId(1)]);
    expect(hits[0]?.score).toBeCloseTo(1, 3);
    expect(hits[1]?.score).toBeCloseTo(0, 3);
  });

  test("A removed photo is gone from every search, and can come back", async () => {
    await using store = await open();
    const { index } = store;
    const numbers = [1, 2, 3];
    const write = (of: number[]) =>
      index.putDocuments(of.map((number) => documentOf(number, { tokens: "dog" })));
    await write(numbers);
    await index.putVectors(
      "s",
      3,
      numbers.map((number) => ({ photoId: photoId(number), vector: x })),
    );
    expect((await everything(index)).near).toHaveLength(3);
    await index.remove([photoId(1), photoId(99)]);
    await index.remove([]);
    const left = await everything(index);
    expect(idsOf(left.newest)).toEqual([photoId(3), photoId(2)]);
    expect(idsOf(left.dogs)).toEqual([photoId(2), photoId(3)]);
    expect(idsOf(left.near)).toEqual([photoId(2), photoId(3)]);
    expect(left.frequencies.counts.get("dog")).toBe(2);
    await write([1]);
    const back = await everything(index);
    expect(idsOf(back.dogs)).toEqual([photoId(1), photoId(2), photoId(3)]);
    expect(idsOf(back.near)).toEqual([photoId(2), photoId(3)]);
  });

  test("A vector needs a document, the right dimension and length 1", async () => {
    await using store = await open();
    const { index } = store;
    await index.putDocuments([documentOf(1)]);
    const put = (vector: Float32Array, number = 1, dimension = 3) =>
      index.putVectors("s", dimension, [{ photoId: photoId(number), vector }]);
    await put(x);
    await expect(put(x, 2)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(put(Float32Array.of(1, 0))).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await expect(put(Float32Array.of(1, 0), 1, 2)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await expect(put(Float32Array.of(1, 1, 1))).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await expect(put(Float32Array.of(Number.NaN, 0, 0))).rejects.toMatchObject({ code: "BAD_REQUEST" });
    const search = nearest(index, { ...asked, space: "s", vector: Float32Array.of(1, 0) });
    await expect(search).rejects.toMatchObject({ code: "BAD_REQUEST" });
    expect(idsOf(await nearest(index, { ...asked, space: "s", vector: x }))).toEqual([photoId(1)]);
  });

  test("Two spaces of different dimensions stand side by side", async () => {
    await using store = await open();
    const { index } = store;
    await index.putDocuments([documentOf(1), documentOf(2)]);
    await index.putVectors("old@1:3", 3, [{ photoId: photoId(1), vector: x }]);
    await index.putVectors("new@1:2", 2, [
      { photoId: photoId(1), vector: Float32Array.of(0, 1) },
      { photoId: photoId(2), vector: Float32Array.of(1, 0) },
    ]);
    const old = { ...asked, space: "old@1:3", vector: x };
    const fresh = { ...asked, space: "new@1:2", vector: Float32Array.of(1, 0) };
    expect(idsOf(await nearest(index, old))).toEqual([photoId(1)]);
    expect(idsOf(await nearest(index, fresh))).toEqual([photoId(2), photoId(1)]);
    expect(await nearest(index, { ...old, space: "none" })).toEqual([]);
    await index.remove([photoId(1)]);
    expect(await nearest(index, old)).toEqual([]);
    expect(idsOf(await nearest(index, fresh))).toEqual([photoId(2)]);
  });

  test("A dropped space is gone, and can be filled anew", async () => {
    await using store = await open();
    const { index } = store;
    const all = Array.from({ length: 450 }, (_, at) => photoId(at + 1));
    await index.putDocuments(all.map((_, at) => documentOf(at + 1)));
    await index.putVectors(
      "s",
      3,
      all.map((id) => ({ photoId: id, vector: x })),
    );
    await index.putVectors("other", 3, [{ photoId: photoId(1), vector: x }]);
    const near = { ...asked, space: "s", vector: x, limit: 1000 };
    expect(await nearest(index, near)).toHaveLength(450);
    await index.drop("s");
    await index.drop("s");
    expect(await nearest(index, near)).toEqual([]);
    expect(await index.background("s", ada)).toEqual({ documents: 0, mean: 0, deviation: 0 });
    expect(await nearest(index, { ...near, space: "other" })).toHaveLength(1);
    await index.putVectors("s", 2, [{ photoId: photoId(7), vector: Float32Array.of(0, 1) }]);
    const anew = await nearest(index, { ...near, vector: Float32Array.of(0, 1) });
    expect(idsOf(anew)).toEqual([photoId(7)]);
  });

  test("The serving space can be searched all the time, whichever it is", async () => {
    await using store = await open();
    const { index } = store;
    await index.putDocuments([documentOf(1)]);
    const search = async (space: string) => idsOf(await nearest(index, { ...asked, space, vector: x }));
    for (const space of ["first", "second"]) {
      await index.putVectors(space, 3, [{ photoId: photoId(1), vector: x }]);
      await index.serve(space);
      await index.serve(space);
    }
    expect(await search("first")).toEqual([photoId(1)]);
    await index.drop("first");
    expect(await search("second")).toEqual([photoId(1)]);
  });

  test("The ids can be listed in order, page by page", async () => {
    await using store = await open();
    const { index } = store;
    expect(await index.list({ after: "", limit: 5 })).toEqual([]);
    expect(await index.list({ space: "s", after: "", limit: 5 })).toEqual([]);
    const numbers = [5, 3, 1, 4, 2];
    await index.putDocuments(
      numbers.map((number) => documentOf(number, { owner: number === 3 ? bob : ada })),
    );
    await index.putVectors(
      "s",
      3,
      [4, 1, 3].map((number) => ({ photoId: photoId(number), vector: x })),
    );
    await index.remove([photoId(4)]);
    const first = await index.list({ after: "", limit: 3 });
    expect(first).toEqual([photoId(1), photoId(2), photoId(3)]);
    expect(await index.list({ after: photoId(3), limit: 3 })).toEqual([photoId(5)]);
    expect(await index.list({ space: "s", after: "", limit: 3 })).toEqual([photoId(1), photoId(3)]);
    expect(await index.list({ space: "s", after: photoId(1), limit: 1 })).toEqual([photoId(3)]);
  });

  test("A photo that changes hands leaves nothing with its former owner", async () => {
    await using store = await open();
    const { index } = store;
    await index.putDocuments([documentOf(1, { tokens: "dog" })]);
    await index.putVectors("s", 3, [{ photoId: photoId(1), vector: x }]);
    await index.putDocuments([documentOf(1, { tokens: "dog", owner: bob })]);
    expect(await everything(index)).toMatchObject({ newest: [], dogs: [], near: [] });
    expect(await nearest(index, { ...asked, owner: bob, space: "s", vector: x })).toEqual([]);
    expect(await index.count({ owner: bob, filter: [] })).toBe(1);
  });
}
