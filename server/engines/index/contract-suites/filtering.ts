import { expect, test } from "vitest";
import { AppError } from "#server/errors.ts";
import type { Clause, Condition, FilterFields, PhotoIndex } from "../port.ts";
import { ada, bob, documentOf, idsOf, nearest, type OpenIndex, photoId } from "./fixtures.ts";

const lisbon: Partial<FilterFields> = {
  taken: Date.UTC(2023, 4, 7, 9, 30),
  year: 2023,
  month: 5,
  latitude: 38.7223,
  longitude: -9.1393,
  city: "Lisboa",
  season: "spring",
  places: ["Lisboa", "Portugal"],
  countryCode: "PT",
  lens: 'EF 50mm f/1.8 "II"',
  iso: 100,
  flash: true,
  fileName: "IMG_2041.HEIC",
  orientation: "landscape",
  rating: 5,
  favourite: true,
  keywords: ["Café", "Straße"],
  people: ["Ana María"],
  described: true,
};
const berlin: Partial<FilterFields> = {
  taken: Date.UTC(2021, 11, 31, 23, 59),
  year: 2021,
  month: 12,
  latitude: -0.5,
  city: "Berlin",
  iso: 3200,
  kind: "video",
  duration: 42.5,
  flash: false,
  rating: 0,
  keywords: ["Nacht", "Cafeteria"],
  people: ["Ana María", "Żaneta"],
};
/**
 * Document 1 is in Lisbon, 2 in Berlin, and 3 has no known fields; 4 is like 1 but belongs to another owner.
 */
const documents = [
  documentOf(1, { tokens: "dog", fields: lisbon }),
  documentOf(2, { tokens: "dog", fields: berlin }),
  documentOf(3, { tokens: "dog" }),
  documentOf(4, { tokens: "dog", owner: bob, fields: lisbon }),
];

type Case = [
  field: Condition["field"],
  operator: Condition["operator"],
  value: Condition["value"],
  numbers: number[],
];

const cases: Case[] = [
  ["kind", "=", "video", [2]],
  ["kind", "=", "photo", [1, 3]],
  ["duration", ">", 42, [2]],
  ["duration", "<", 42, []],
  ["duration", "known", true, [2]],
  ["taken", "=", Date.UTC(2023, 4, 7, 9, 30), [1]],
  ["taken", ">=", Date.UTC(2023, 4, 7, 9, 30), [1]],
  ["taken", ">", Date.UTC(2023, 4, 7, 9, 30), []],
  ["taken", "<", Date.UTC(2023, 4, 7, 9, 30), [2]],
  ["taken", "<=", Date.UTC(2023, 4, 7, 9, 30), [1, 2]],
  ["taken", "known", true, [1, 2]],
  ["year", "in", [2021, 2023], [1, 2]],
  ["year", "in", [], []],
  ["taken", "within", [Date.UTC(2023, 0), Date.UTC(2024, 0)], [1]],
  ["taken", "within", [Date.UTC(2023, 4, 7, 9, 30), Date.UTC(2023, 4, 7, 9, 31)], [1]],
  ["taken", "within", [Date.UTC(2023, 4, 7, 9), Date.UTC(2023, 4, 7, 9, 30)], []],
  ["year", "within", [2020, 2022, 2023, 2024], [1, 2]],
  ["year", "within", [], []],
  ["season", "=", "spring", [1]],
  ["places", "contains", "lisboa", [1]],
  ["places", "in", ["berlin", "Portugal"], [1]],
  ["latitude", "<", 0, [2]],
  ["longitude", "=", -9.1393, [1]],
  ["longitude", "known", true, [1]],
  ["rating", "=", 0, [2]],
  ["rating", "<", 5, [2]],
  ["city", "=", "lisboa", [1]],
  ["city", "=", "LÍSBOA", [1]],
  ["city", "=", "Lis", []],
  ["city", "in", ["BERLIN", "Lisboa"], [1, 2]],
  ["city", "known", true, [1, 2]],
  ["lens", "=", 'EF 50mm f/1.8 "II"', [1]],
  ["fileName", "=", "img_2041.heic", [1]],
  ["fileName", "known", true, [1, 2, 3]],
  ["orientation", "=", "landscape", [1]],
  ["flash", "=", true, [1]],
  ["flash", "=", false, [2]],
  ["flash", "known", true, [1, 2]],
  ["favourite", "=", false, [2, 3]],
  ["keywords", "contains", "cafe", [1]],
  ["keywords", "contains", "STRASSE", [1]],
  ["keywords", "in", ["nacht", "café"], [1, 2]],
  ["keywords", "in", [], []],
  ["keywords", "known", true, [1, 2]],
  ["people", "contains", "ana maria", [1, 2]],
  ["people", "contains", "Ana", []],
  ["people", "contains", "Zaneta", [2]],
];

const hostileTexts = [
  `"`,
  `'`,
  `\\`,
  `\\"`,
  `" or 1==1 or "`,
  `' OR '1'='1`,
  `x"] or id != "" or id in ["y`,
  "%",
  "_",
  "*",
  "a\nb\r\tc",
  "nul\u0000nul",
  "😀 👩‍👩‍👧",
  "\u202eevil",
  "--",
  "",
];

/** Is part of `photoIndexContract`. */
export function filterContract(open: OpenIndex): void {
  const asked = { owner: ada, limit: 10 };
  const browsed = async (index: PhotoIndex, ...filter: Clause[]) =>
    idsOf(await index.browse({ ...asked, filter })).sort();

  test("Every operator works on every kind of field, and so does its negation", async () => {
    await using store = await open();
    await store.index.putDocuments(documents);
    for (const [field, operator, value, numbers] of cases) {
      const condition = { field, operator, value, negated: false };
      const others = [1, 2, 3].filter((number) => !numbers.includes(number));
      const name = `${field} ${operator} ${JSON.stringify(value)}`;
      expect(await browsed(store.index, condition), name).toEqual(numbers.map(photoId));
      expect(await browsed(store.index, { ...condition, negated: true }), `not ${name}`).toEqual(
        others.map(photoId),
      );
    }
  });

  test("All conditions must hold, in every search", async () => {
    await using store = await open();
    const { index } = store;
    await index.putDocuments(documents);
    const vector = Float32Array.of(1, 0);
    await index.putVectors(
      "s",
      2,
      documents.map(({ photoId: id }) => ({ photoId: id, vector })),
    );
    const filter: Condition[] = [
      { field: "people", operator: "contains", value: "Ana María", negated: false },
      { field: "year", operator: "=", value: 2023, negated: true },
    ];
    expect(idsOf(await index.browse({ ...asked, filter }))).toEqual([photoId(2)]);
    expect(idsOf(await index.searchText({ ...asked, filter, tokens: ["dog"] }))).toEqual([photoId(2)]);
    expect(idsOf(await nearest(index, { ...asked, filter, space: "s", vector }))).toEqual([photoId(2)]);
    expect(await index.count({ owner: ada, filter })).toBe(1);
  });

  test("At least one of several alternatives must hold, and alternatives may be negated", async () => {
    await using store = await open();
    const { index } = store;
    await index.putDocuments(documents);
    const city = (value: string, negated = false): Condition => ({
      field: "city",
      operator: "=",
      value,
      negated,
    });
    const year: Condition = { field: "year", operator: "=", value: 2021, negated: false };
    expect(await browsed(index, [city("Lisboa"), year])).toEqual([1, 2].map(photoId));
    expect(await browsed(index, [city("Lisboa"), city("Berlin", true)])).toEqual([1, 3].map(photoId));
    expect(await browsed(index, [city("Lisboa"), year], city("Berlin"))).toEqual([photoId(2)]);
    expect(await browsed(index, [city("Lisboa")], [year])).toEqual([]);
    expect(await browsed(index, [])).toEqual([]);
    expect(await index.count({ owner: ada, filter: [[city("Lisboa"), year]] })).toBe(2);
  });

  test("A document that is written again is filtered by its new fields only", async () => {
    await using store = await open();
    await store.index.putDocuments([documentOf(1, { fields: lisbon })]);
    await store.index.putDocuments([documentOf(1, { fields: berlin })]);
    for (const [field, operator, value, numbers] of cases) {
      const hits = await browsed(store.index, { field, operator, value, negated: false });
      expect(hits, `${field} ${operator}`).toEqual(numbers.includes(2) ? [photoId(1)] : []);
    }
  });

  test("Vectors are filtered by the present fields of their documents, in every space", async () => {
    await using store = await open();
    const { index } = store;
    const vector = Float32Array.of(1, 0);
    const put = (city: string | null) =>
      index.putDocuments([1, 2].map((number) => documentOf(number, { fields: { city } })));
    const inCity = async (city: string, space: string) => {
      const filter: Condition[] = [{ field: "city", operator: "=", value: city, negated: false }];
      return idsOf(await nearest(index, { ...asked, filter, space, vector }));
    };
    await put("Lisboa");
    const spaces = { s: [1, 2], t: [2] };
    for (const [space, numbers] of Object.entries(spaces)) {
      await index.putVectors(
        space,
        2,
        numbers.map((number) => ({ photoId: photoId(number), vector })),
      );
    }
    await put("Porto");
    for (const [space, numbers] of Object.entries(spaces)) {
      expect(await inCity("Lisboa", space)).toEqual([]);
      expect(await inCity("Porto", space)).toEqual(numbers.map(photoId));
    }
    await put(null);
    expect(await inCity("Porto", "s")).toEqual([]);
    expect(idsOf(await nearest(index, { ...asked, filter: [], space: "s", vector }))).toEqual(
      [1, 2].map(photoId),
    );
  });

  test("Text of any kind is only a value", async () => {
    await using store = await open();
    const { index } = store;
    await index.putDocuments(
      hostileTexts.map((text, number) => documentOf(number, { fields: { city: text, keywords: [text] } })),
    );
    for (const [number, text] of hostileTexts.entries()) {
      const equal = { field: "city", operator: "=", value: text, negated: false } as const;
      expect(await browsed(index, equal), text).toEqual([photoId(number)]);
      expect(await index.count({ owner: ada, filter: [{ ...equal, negated: true }] })).toBe(
        hostileTexts.length - 1,
      );
      expect(
        await browsed(index, { field: "city", operator: "in", value: [text, "x"], negated: false }),
      ).toEqual([photoId(number)]);
      const contains = { field: "keywords", operator: "contains", value: text, negated: false } as const;
      expect(await browsed(index, contains), text).toEqual([photoId(number)]);
      expect(await index.count({ owner: text, filter: [] })).toBe(0);
    }
  });

  test("A condition that does not fit its field is refused", async () => {
    await using store = await open();
    const refused = [
      { field: "taken", operator: "within", value: [1, 2, 3] },
      { field: "taken", operator: "within", value: 1 },
      { field: "city", operator: "within", value: ["a", "b"] },
      { field: "id OR 1=1", operator: "=", value: 1 },
      { field: "constructor", operator: "=", value: 1 },
      { field: "year", operator: "= 1 OR 1 =", value: 1 },
      { field: "year", operator: "=", value: "2023" },
      { field: "year", operator: "=", value: Number.NaN },
      { field: "year", operator: "in", value: 2023 },
      { field: "year", operator: "in", value: [2023, "2024"] },
      { field: "year", operator: "known", value: false },
      { field: "year", operator: "contains", value: "2" },
      { field: "city", operator: "<", value: "M" },
      { field: "city", operator: "=", value: 7 },
      { field: "flash", operator: "=", value: 1 },
      { field: "keywords", operator: "=", value: "a" },
      { field: "keywords", operator: "contains", value: ["a"] },
    ].map((condition) => ({ ...condition, negated: false }) as Condition);
    for (const condition of refused) {
      const answer = store.index.count({ owner: ada, filter: [condition] });
      await expect(answer, JSON.stringify(condition)).rejects.toMatchObject({
        name: AppError.name,
        code: "BAD_REQUEST",
      });
    }
  });
}
