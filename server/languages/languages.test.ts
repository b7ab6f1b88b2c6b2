import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { expect, test } from "vitest";
import { languageCodes } from "./codes.ts";
import { languages } from "./languages.ts";

const root = resolve(import.meta.dirname, "../..");

/** The lexicon is English, and says so. */
const others = /lexicon\/|\.test\.ts$/;

const files = readdirSync(join(root, "server/search"), { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)))
  .filter((file) => !others.test(file));
const codeOf = (file: string) =>
  readFileSync(join(root, file), "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|(?<=\s)\/\/ .*$/gm, "");

test("each language has its folder and one line in the registry", () => {
  expect(languages.map(({ code }) => code)).toEqual([...languageCodes]);
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(folders.map(({ name }) => name).sort()).toEqual([...languageCodes].sort());
});

test("nothing is decided by the code of a language", () => {
  const codes = languageCodes.join("|");
  const compared = new RegExp(`[!=]==?\\s*"(?:${codes})"|"(?:${codes})"\\s*[!=]==?|case "(?:${codes})"`);
  expect(files.filter((file) => compared.test(codeOf(file)))).toEqual([]);
});

/** Words that tell a language: its function words of three letters or more, besides those that are names in code. */
const telling = new Set(
  languages.flatMap(({ functionWords, filler }) =>
    [...functionWords, ...filler].filter((word) => /^\p{L}{3,}$/u.test(word)),
  ),
);

test("no words of a language stand outside its folder", () => {
  const lists = files.flatMap((file) => {
    const literals = codeOf(file).match(/"[^"\n]*"|`[^`]*`/g) ?? [];
    const found = literals.filter((literal) => {
      const said = literal.replace(/\$\{[^}]*\}/g, " ").match(/(?<![\w/.#-])\p{L}{3,}(?![\w/.#-])/gu) ?? [];
      const known = said.filter((word) => telling.has(word.toLowerCase()));
      // Messages of errors are whole sentences.
      const isSentence = /^.[A-Z].*\.?.$/.test(literal) && /^"/.test(literal);
      return /[äöüßéè]/i.test(literal) || (known.length >= 4 && !isSentence);
    });
    return found.map((literal) => `${file}: ${literal.slice(0, 60)}`);
  });
  expect(lists).toEqual([]);
});
