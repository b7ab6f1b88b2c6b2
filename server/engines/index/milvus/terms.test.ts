import { expect, test } from "vitest";
import { amongIds, quoted, term, termBytes, tokenText, word } from "./terms.ts";

const texts = [
  ...["", "a", "A", " ", "lisboa", "straße", "東京", "नमस्ते", "f/1.8", "#", "##", "zz", "%", "_", "*", "{x}"],
  ...[
    '"',
    "'",
    "\\",
    '\\"',
    "\n",
    "\r",
    "\t",
    "\u0000",
    "\u0007",
    "\u202e",
    "\u2028",
    "\u200d",
    "😀",
    "\u{e000}",
  ],
  ...[
    '" or 1==1',
    'x"] or id != "" or id in ["y',
    "ab",
    "x".repeat(1_000),
    "x".repeat(1_001),
    "東".repeat(1_000),
  ],
];

test("Every text has a term of its own, which fits its field and can stand between quotes", () => {
  const terms = texts.map(term);
  expect(new Set(terms).size).toBe(texts.length);
  expect(terms.filter((one) => texts.includes(term(one)) && term(one) !== one)).toEqual([]);
  for (const one of terms) {
    expect(quoted(one)).toBe(`"${one}"`);
    expect(one).not.toMatch(/["'\\\n\r\t\0]/);
    expect(Buffer.byteLength(one)).toBeLessThanOrEqual(termBytes);
  }
  // A text that looks like the term of another must not be taken for it.
  expect(term(term('"'))).not.toBe(term('"'));
});

test("A text that is not a literal is never quoted", () => {
  for (const text of ['"', "\\", "\n", "'", "\ud800"]) expect(() => quoted(text)).toThrow();
});

test("Every token has a word of its own that no tokenizer takes apart", () => {
  const tokens = [
    "a",
    "zz",
    "zza",
    "zz6161",
    "aa",
    "and",
    "img_2041",
    "İ",
    "東京",
    "नमस्ते",
    "Dog",
    "dog",
    "_",
    "1a",
  ];
  const words = tokens.map(word);
  expect(new Set(words).size).toBe(tokens.length);
  for (const one of words) expect(one).toMatch(/^[a-z0-9]+$/);
});

test("A text that is too long loses whole words at its end", () => {
  expect(tokenText(" dog  beach ")).toBe("dog beach");
  expect(tokenText("")).not.toBe("");
  expect(tokenText("x".repeat(70_000))).toBe(tokenText(""));
  const long = tokenText("beach ".repeat(20_000));
  expect(long.length).toBeGreaterThan(65_500);
  expect(long.length).toBeLessThanOrEqual(65_535);
  expect(new Set(long.split(" "))).toEqual(new Set(["beach"]));
});

test("Only UUIDs are accepted as ids in an expression", () => {
  const id = "01900000-0000-7000-8000-00000000000a";
  expect(amongIds([id])).toBe(`id in ["${id}"]`);
  for (const wrong of ['x"] or id != "" or id in ["y', "", `${id}"`, `${id}\n`, id.toUpperCase()]) {
    expect(() => amongIds([id, wrong])).toThrow(expect.objectContaining({ code: "BAD_REQUEST" }));
  }
});
