import { expect, test } from "vitest";
import { languageAsked } from "./asked-language.ts";

const asked = (accept: string, cookie = "") =>
  languageAsked(new Headers({ "Accept-Language": accept, Cookie: cookie }));

test.each([
  ["de-AT,de;q=0.9,en;q=0.8", "de"],
  ["en-GB,en;q=0.9,de;q=0.8", "en"],
  ["fi,sv;q=0.9,de;q=0.3,en;q=0.2", "de"],
  ["en;q=0.1, de;q=0.5", "de"],
  ["de;q=0, fi", "en"],
  ["", "en"],
  [";;q=,,toString", "en"],
])("a browser that accepts %s sees %s", (accept, language) => {
  expect(asked(accept)).toBe(language);
});

test("the language chosen in this browser wins, unless Glimpse does not have it", () => {
  expect(asked("de", "glimpse-hints=UTC~900; glimpse-language=en")).toBe("en");
  expect(asked("de", "glimpse-language=xx")).toBe("de");
  expect(asked("en", "not-glimpse-language=de")).toBe("en");
});
