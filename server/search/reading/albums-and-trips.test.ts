import { describe, expect, test } from "vitest";
import { context as library } from "#tests/fixtures/reading/context.ts";
import { readQuestion } from "./read-question.ts";
import { days } from "./stretch.ts";
import type { ReadingContext } from "./types.ts";

const trip = (from: string, length: number, place: string, ...others: string[]) => {
  const { start, end } = days(Date.parse(`${from}T00:00:00Z`), length);
  return { start, end, place, places: [place, ...others] };
};
const context: ReadingContext = {
  ...library,
  albums: [
    { id: "0b1f2a5e-0000-7000-8000-000000000001", name: "Summer" },
    { id: "0b1f2a5e-0000-7000-8000-000000000002", name: "Summer 2024" },
    { id: "0b1f2a5e-0000-7000-8000-000000000003", name: "Mum's 60th" },
  ],
  trips: [
    trip("2024-05-03", 5, "Lisbon", "Portugal"),
    trip("2023-08-01", 10, "Porto", "Portugal"),
    trip("2021-02-06", 2, "Lisbon", "Portugal"),
  ],
};

/** The text that is left, and each filter: the number of an album, or the days of stretches. */
function read(question: string, within = context): string {
  const reading = readQuestion(question, within);
  const filters = reading.filters.map(({ field, operator, value, label, negated }) => {
    const not = negated ? "!" : "";
    if (field === "album") return `${not}album ${String(value).at(-1)}`;
    if (field !== "taken" || operator !== "within" || !Array.isArray(value)) return `${not}${label}`;
    const ends = value.map((at, index) => new Date(Number(at) - (index % 2)).toISOString().slice(0, 10));
    return `${not}${label}: ${ends.join(" ")}`;
  });
  return [reading.text, ...filters].filter((part) => part !== "").join("; ");
}

describe("albums by name", () => {
  test.each([
    ["the album Summer", "album 1"],
    ["show me the Summer album", "album 1"],
    ["das Album Summer", "album 1"],
    ["photos from the album “Summer 2024”", "album 2"],
    ["the album called Mum's 60th", "album 3"],
    ["dogs in the album Summer", "dogs; album 1"],
    ["not in the album Summer", "!album 1"],
    ["an album cover", "an album cover"],
    ["summer", "summer"],
  ])("%s", (question, expected) => expect(read(question)).toBe(expected));
});

describe("trips", () => {
  const lisbon = "2021-02-06 2021-02-07 2024-05-03 2024-05-07";
  const all = "2021-02-06 2021-02-07 2023-08-01 2023-08-10 2024-05-03 2024-05-07";
  test.each([
    ["our last trip", "last trip: 2024-05-03 2024-05-07"],
    ["photos from our latest trip", "last trip: 2024-05-03 2024-05-07"],
    ["the Lisbon trip", `Lisbon trip: ${lisbon}`],
    ["our trip to Lisbon", `Lisbon trip: ${lisbon}`],
    ["the last trip to Portugal", "last Portugal trip: 2024-05-03 2024-05-07"],
    ["beaches on the Porto trip", "beaches; Porto trip: 2023-08-01 2023-08-10"],
    ["trips in 2023", `trips: ${all}; 2023: 2023-01-01 2023-12-31`],
    ["Urlaub 2024", `Reisen: ${all}; 2024: 2024-01-01 2024-12-31`],
    ["unsere letzte Reise", "letzte Reise: 2024-05-03 2024-05-07"],
    ["die Reise nach Lissabon", `Reise Lisbon: ${lisbon}`],
    ["der Urlaub in Porto", "Reise Porto: 2023-08-01 2023-08-10"],
    ["a school trip", "a school trip"],
  ])("%s", (question, expected) => expect(read(question)).toBe(expected));

  test("a trip and a time must both hold, also where there is no such trip", () => {
    for (const question of ["trips in 2022", "the Lisbon trip in 2019"])
      expect(readQuestion(question, context).filters.map(({ either }) => either)).toEqual([null, null]);
    const both = readQuestion("the Lisbon trip or the Porto trip", context).filters;
    expect(both.length === 1 || both.every(({ either }) => either !== null)).toBe(true);
  });

  test("if there is no trip to a place, its name is read as a place", () => {
    expect(read("our trip to Lisbon", library)).toBe("in Lisbon");
    expect(read("our last trip", library)).not.toContain("trip:");
  });

  test("more of a trip is more from the days of the shown photo", () => {
    for (const question of ["anything else from that trip", "more from that trip", "mehr von dieser Reise"])
      expect(readQuestion(question, { ...context, hasShown: true })).toMatchObject({
        intent: "same",
        same: "trip",
      });
  });
});

describe("putting photos into an album", () => {
  const within = { ...context, hasShown: true };
  test.each([
    ["put these in an album called Summer", "Summer"],
    ["add them to the album Summer 2024", "Summer 2024"],
    ["please add these to my Winter album", "Winter"],
    ["save all of them as an album named “Mum's 60th”", "Mum's 60th"],
    ["add the first to the album Summer", "Summer"],
    ["lege diese in ein Album namens Sommer", "Sommer"],
    ["pack die ersten drei ins Album Sommer", "Sommer"],
    ["füge diese zum Album Sommer hinzu", "Sommer"],
  ])("%s", (question, album) =>
    expect(readQuestion(question, within)).toMatchObject({ intent: "act", act: { album } }));

  test("an album that is to be made of nothing is beyond us, as ever", () => {
    expect(readQuestion("make me a photo album", within)).toMatchObject({ intent: "chat", chat: "beyond" });
    expect(readQuestion("add these to my favourites", within)).toMatchObject({ act: "favourite" });
  });
});
