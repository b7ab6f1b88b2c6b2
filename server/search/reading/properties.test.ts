import { expect, test } from "vitest";
import { cpuTime } from "#tests/fixtures/cpu-time.ts";
import { context, shown } from "#tests/fixtures/reading/context.ts";
import { drawing } from "#tests/fixtures/seed.ts";
import { partsRead } from "../plan/labels.ts";
import { readQuestion } from "./read-question.ts";
import type { ReadFilter, Reading } from "./types.ts";

const english = [
  "in Lisbon",
  "in May 2019",
  "at night",
  "with Anna",
  "without people",
  "ISO 800",
  "at 50mm",
  "jpegs",
  "at least 3 stars",
  "tagged holiday",
  "in portrait format",
  "with flash",
  "not in Portugal",
  "on Sundays",
  "over 20 megapixels",
  "without Ben",
  "newest first",
];
const german = [
  "in Lissabon",
  "im Mai 2019",
  "nachts",
  "mit Anna",
  "ohne Menschen",
  "mit ISO 800",
  "bei 50 mm",
  "JPEGs",
  "mindestens 3 Sterne",
  "mit Schlagwort Urlaub",
  "im Hochformat",
  "mit Blitz",
  "nicht aus Portugal",
  "sonntags",
  "über 20 Megapixel",
  "ohne Ben",
];

function meaning({ filters, without, sort }: Reading): string[] {
  const each = ({ field, operator, value, negated }: ReadFilter) =>
    JSON.stringify([field, operator, value, negated]);
  return [...filters.map(each), ...without, ...(sort === "relevance" ? [] : [sort])].sort();
}

test.each([
  ["a dog", english],
  ["ein Hund", german],
] as const)("no two filters are in each other's way: %s …", (subject, phrases) => {
  const alone = phrases.map(
    (phrase) => [phrase, meaning(readQuestion(`${subject} ${phrase}`, context))] as const,
  );
  for (const [first, one] of alone) {
    for (const [second, other] of alone) {
      if (first === second) continue;
      const question = `${subject} ${first} ${second}`;
      expect(meaning(readQuestion(question, context)), question).toEqual([...one, ...other].sort());
    }
  }
});

test("turning a chip back changes no other chip, and its words are searched for", () => {
  for (const first of english) {
    for (const second of english.filter((other) => other !== first)) {
      const question = `a dog ${first} ${second}`;
      const chips = partsRead(readQuestion(question, context));
      for (const { words } of chips) {
        const read = readQuestion(question, { ...context, literal: [words] });
        const left = chips.filter((chip) => chip.words !== words);
        expect(partsRead(read), `${question} but ${words}`).toEqual(left);
        expect(read.text, `${question} but ${words}`).toContain(words);
      }
    }
  }
});

const pieces =
  `in at from the last next 2019 2020 may May or and not without no , . ? - " # Lisbon Lisbom Paris Anna Ben with of
  photos like third these only also instead drop city how many 5 stars ISO 800 50mm between since before Christmas summer
  Fotos im ohne nur letzten Mai oder und vor Jahren 14. Juli nachts wie viele 🏖️ שלום 東京タワー é ß \ud800 \u202e IMG_2041.jpg`.split(
    /\s+/,
  );

test("every question can be read, and gives the same reading each time", () => {
  const random = drawing();
  for (let round = 0; round < 1_500; round++) {
    const length = Math.floor(random() * 14);
    const question = Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)]).join(
      random() < 0.9 ? " " : "",
    );
    const asked = random() < 0.5 ? context : shown;
    const read = readQuestion(question, asked);
    expect(readQuestion(question, asked)).toEqual(read);
    for (const { words, value, label } of read.filters) {
      expect(question.toWellFormed().replace(/\s+/g, " ")).toContain(words);
      expect(label).not.toBe("");
      if (Array.isArray(value)) expect(value.length).toBeGreaterThan(0);
    }
    for (const { operator, value } of read.filters) {
      if (operator === "within") expect(value).toEqual([...(value as number[])].sort((a, b) => a - b));
    }
  }
});

const nasty: Record<string, string> = {
  nothing: "",
  spaces: " ".repeat(2_000),
  "spaces in a date": `in 5${" ".repeat(400)}x`,
  numbers: "1 ".repeat(1_000),
  years: "2019-".repeat(400),
  months: "may ".repeat(500),
  letters: "a".repeat(2_000),
  "one-letter words": "a ".repeat(1_000),
  leads: "from since before until ".repeat(84),
  places: "Lisbon or ".repeat(200),
  misspellings: "in Lisbom ".repeat(200),
  negations: "not ".repeat(500),
  absences: "without people or ".repeat(110),
  neither: "weder noch ".repeat(180),
  choices: "a or ".repeat(400),
  quotes: '" '.repeat(1_000),
  capitals: "Abcdef ".repeat(285),
  references: "more like the third and ".repeat(83),
  questions: "how many photos ".repeat(125),
  "of another language": "de la en el ".repeat(166),
  slashes: "1/1/1/1/1/".repeat(200),
  "times beside times": "day before ".repeat(180),
  "times after times": "2 weeks after the ".repeat(110),
  "times beside parts of times": "late week before early ".repeat(86),
  "times in German": "woche vor der woche nach ".repeat(80),
  alone: "Anna, nobody else, ".repeat(105),
  "the same as others": "from the same day as the third ".repeat(64),
  "not those": "not the second and ".repeat(105),
  "misspelt words": "screnshots pohtos septmber tuesdy ".repeat(58),
  articles: "the ".repeat(500),
  German: "der letzten ".repeat(166),
  emoji: "🏖️".repeat(600),
  "right to left": "שלום \u202e".repeat(250),
  "lone surrogates": "\ud800".repeat(2_000),
  "far too much": "dogs in Lisbon ".repeat(20_000),
};

const ordinary = "photos of a dog on the beach in Lisbon last summer with Anna and Ben "
  .repeat(30)
  .slice(0, 2_000);

/** Milliseconds of processor time for several readings, because the time of a single one is told too coarsely. */
const readingTime = (question: string) =>
  cpuTime(() => {
    for (let run = 0; run < 5; run++) readQuestion(question, context);
  });

/** The time of an ordinary text of that length, once the reader is warm. */
let usual: number | null = null;

// The goal is 5 ms on an idle machine, some twice the time of an ordinary text of that length. This test finds readers
// that take quadratic time or backtrack, on a machine of any speed.
test.each(Object.entries(nasty))("%s are read quickly", (_, question) => {
  usual ??= Math.max(4, Math.min(...Array.from({ length: 3 }, () => readingTime(ordinary))));
  let ratio = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 5 && ratio >= 6; attempt++)
    ratio = Math.min(ratio, readingTime(question) / usual);
  expect(ratio).toBeLessThan(6);
});

test("a question with too many filters keeps as many as a plan may have", () => {
  const question = Array.from({ length: 150 }, (_, at) => `with Anna, not ISO ${at + 100},`).join(" ");
  expect(readQuestion(question, context).filters.length).toBeLessThanOrEqual(50);
});
