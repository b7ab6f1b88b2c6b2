import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const app = resolve(import.meta.dirname, "..");
const words = readdirSync(import.meta.dirname);

test("no page takes its words from the file of one language", () => {
  const wrong = readdirSync(app, { withFileTypes: true, recursive: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        /\.tsx?$/.test(entry.name) &&
        !entry.name.includes(".test.") &&
        entry.parentPath !== import.meta.dirname,
    )
    .map((entry) => join(entry.parentPath, entry.name))
    // The server draws pages in all languages, so it loads them all.
    .filter((file) => relative(app, file) !== "entry.server.tsx")
    .filter((file) => /words\/(?:en|de|es|fr)(?:-[a-z-]+)?\.ts"/.test(readFileSync(file, "utf8")))
    .map((file) => relative(app, file));
  expect(wrong).toEqual([]);
});

test.each(["de", "es", "fr"])("each English file of words has one in %s", (code) => {
  const english = words.filter((file) => /^en(?:-[a-z-]+)?\.ts$/.test(file));
  expect(english.length).toBeGreaterThan(8);
  expect(english.filter((file) => !words.includes(file.replace(/^en/, code)))).toEqual([]);
});
