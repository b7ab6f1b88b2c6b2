import { expect, test } from "vitest";
import { randomNumbers } from "../contract-suites/fixtures.ts";
import { type Dated, type Dates, newest, type Period } from "./newest.ts";

const now = Date.UTC(2026, 10, 22);
const year = 365 * 86_400_000;

/** Answers as a server with these rows would: at most 16,384 in an answer, in any order. */
function answering(rows: Dated[]): Dates & { questions: number } {
  const during = ({ from, to }: Period) => rows.filter(({ sortAt }) => sortAt >= from && sortAt < to);
  return {
    questions: 0,
    async count(period) {
      this.questions++;
      return during(period).length;
    },
    async rows(period) {
      this.questions++;
      return during(period).slice(0, 16_384);
    },
    async byId(period, limit) {
      this.questions++;
      return during(period)
        .sort((a, b) => (a.photoId < b.photoId ? -1 : 1))
        .slice(0, limit);
    },
  };
}

const random = randomNumbers(11);
const idOf = (number: number) => number.toString(16).padStart(12, "0");
const rowsAt = (times: number[]): Dated[] =>
  times
    .map((sortAt, number) => ({ photoId: idOf((number * 7919) % times.length), sortAt: Math.round(sortAt) }))
    .sort(() => random() - 0.5);
const many = (count: number, time: (number: number) => number) =>
  rowsAt(Array.from({ length: count }, (_, number) => time(number)));

test.each([
  ["none", []],
  ["few", many(100, () => now - random() * 20 * year)],
  ["over twenty years", many(40_000, () => now - random() * 20 * year)],
  [
    "most of them in one hour long ago",
    many(40_000, (n) => (n % 10 ? now - 9 * year + random() * 3_600_000 : 0)),
  ],
  ["all at one moment", many(20_000, () => now - 3 * year)],
  ["many at one moment, some newer", many(20_000, (n) => (n % 7 ? 0 : now - n))],
  [
    "in the far future and before 1970",
    many(20_000, (n) => (n % 2 ? now + 70 * year * random() : -year * random())),
  ],
  ["at the very ends", rowsAt([8.64e15, -8.64e15, ...Array.from({ length: 17_000 }, () => -8.64e15)])],
])("The newest of %s", async (_, rows) => {
  const expected = [...rows].sort((a, b) => b.sortAt - a.sortAt || (a.photoId < b.photoId ? -1 : 1));
  for (const limit of [1, 50, 10_000]) {
    const dates = answering(rows);
    const hits = await newest(dates, limit, now);
    expect(hits.map(({ photoId }) => photoId)).toEqual(
      expected.slice(0, limit).map(({ photoId }) => photoId),
    );
    expect(dates.questions).toBeLessThan(300);
  }
});

test("Over twenty years, a few rounds of counting are enough", async () => {
  const dates = answering(many(100_000, () => now - random() * 20 * year));
  await newest(dates, 50, now);
  expect(dates.questions).toBeLessThan(50);
});
