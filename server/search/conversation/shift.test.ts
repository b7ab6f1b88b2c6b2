import { expect, test } from "vitest";
import { context } from "#tests/fixtures/reading/context.ts";
import { wording as englishWording } from "../../languages/en/wording.ts";
import { planOf } from "../read-plan.ts";
import { readQuestion } from "../reading/read-question.ts";
import type { Shift } from "../reading/types.ts";
import type { SearchPlan } from "../types.ts";
import { otherYear, shifted } from "./shift.ts";

const now = "2026-11-22T11:00:00Z";
const asked = (text: string) => planOf(readQuestion(text, context));
const read = async (text: string, then: string) => readQuestion(text, { ...context, now: new Date(then) });
const days = (time: unknown) => new Date(Number(time)).toISOString().slice(0, 10);

async function moved(text: string, shift: Shift): Promise<string | null> {
  const plan = await shifted(asked(text), { ...shift, words: "said so", now }, read, englishWording);
  const time = plan?.filters.find(({ field }) => field === "taken");
  if (!time || !Array.isArray(time.value)) return null;
  const [start, end] = time.value;
  return `${time.label}: ${days(start)}–${days(Number(end) - 1)}`;
}

test.each<[text: string, unit: Shift["unit"], by: number, time: string]>([
  ["2023", "year", -1, "2022: 2022-01-01–2022-12-31"],
  ["May 2021", "year", 2, "May 2023: 2023-05-01–2023-05-31"],
  ["May 2021", "month", 1, "June 2021: 2021-06-01–2021-06-30"],
  ["January 2024", "month", -1, "December 2023: 2023-12-01–2023-12-31"],
  ["Easter 2022", "year", 1, "Easter 2023: 2023-04-07–2023-04-10"],
  ["last Easter", "year", -1, "18 April 2025 – 21 April 2025: 2025-04-18–2025-04-21"],
  ["14 July 2024", "day", 1, "15 July 2024: 2024-07-15–2024-07-15"],
  ["14 July 2024", "week", -1, "7 July 2024 – 13 July 2024: 2024-07-07–2024-07-13"],
  ["14 July 2024", "year", 1, "14 July 2025: 2025-07-14–2025-07-14"],
  ["last week", "week", -1, "2 November 2026 – 8 November 2026: 2026-11-02–2026-11-08"],
  ["14 July 2024", "week", 0, "8 July 2024 – 14 July 2024: 2024-07-08–2024-07-14"],
  ["14 July 2024", "year", 0, "2024: 2024-01-01–2024-12-31"],
  ["2023", "day", 1, "1 January 2024: 2024-01-01–2024-01-01"],
])("%s, %s %i", async (text, unit, by, time) => {
  expect(await moved(text, { unit, by })).toBe(time);
});

test.each([
  "dogs",
  "since 2019",
  "not in 2019",
  "in 2019 or with Anna",
  "at Christmas",
])("%s has no single time to count from", async (text) => {
  expect(await moved(text, { unit: "year", by: -1 })).toBeNull();
});

test("a time that is off is not counted from beside one that holds, and holds again once it is moved", async () => {
  const year = (text: string, off: boolean) => asked(text).filters.map((filter) => ({ ...filter, off }));
  const step = { unit: "year", by: -1, words: "the year before", now } as const;
  const labels = async (filters: SearchPlan["filters"]) => {
    const plan = await shifted({ ...asked("dogs"), filters }, step, read, englishWording);
    return plan?.filters.map(({ label, off }) => `${label}${off ? " off" : ""}`);
  };
  expect(await labels([...year("2019", true), ...year("2023", false)])).toEqual(["2019 off", "2022"]);
  expect(await labels(year("2019", true))).toEqual(["2018"]);
});

test("“2023 instead” does not mean the month that was taken off", () => {
  const plan = asked("May 2021");
  const off = { ...plan, filters: plan.filters.map((filter) => ({ ...filter, off: true })) };
  expect(otherYear(off, readQuestion("2023", context))).toBeNull();
});

test.each<[text: string, other: string, by: number | null]>([
  ["May 2021", "2023", 2],
  ["summer 2021", "2019", -2],
  ["last summer", "2024", -2],
  ["2021", "2023", null],
  ["April 2026", "2026", null],
  ["May 2021", "June 2023", null],
  ["May 2021", "dogs in 2023", null],
  ["yesterday", "2024", null],
])("%s, then %s instead, moves by %s years", (text, other, by) => {
  expect(otherYear(asked(text), readQuestion(other, context))?.by ?? null).toBe(by);
});
