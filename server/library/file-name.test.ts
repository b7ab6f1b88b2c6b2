import { expect, test } from "vitest";
import { cleanFileName } from "./file-name.ts";

test.each([
  ["IMG_2041.jpg", "IMG_2041.jpg"],
  ["Größe – Ελλάδα 東京 🏖️.jpg", "Größe – Ελλάδα 東京 🏖️.jpg"],
  ["a\r\nSet-Cookie: x.jpg", "aSet-Cookie: x.jpg"],
  ["photo\u202egpj.exe", "photogpj.exe"],
  ["\u2066a\u2067b\u2068c\u2069\u200e\u200f\u202a\u202b\u202c\u202d.jpg", "abc.jpg"],
  ["a\0b\u0007\u007f\u0085\u2028.jpg", "ab.jpg"],
  ["half \ud83c.jpg", "half \ufffd.jpg"],
  ["", ""],
])("%o is kept as %o", (given, kept) => expect(cleanFileName(given)).toBe(kept));

test("a name is not longer than 1,024 characters, and is not cut within one", () => {
  expect(cleanFileName(`${"x".repeat(1_023)}🏖.jpg`)).toBe(`${"x".repeat(1_023)}\ufffd`);
});
