import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const notOurs = new Set(["node_modules", ".git", "build", "data", "dist"]);

/** Every file and folder of the checkout, with a slash before it. */
const paths = readdirSync(root, { withFileTypes: true })
  .filter(({ name }) => !notOurs.has(name))
  .flatMap((entry) => {
    const below = entry.isDirectory() ? readdirSync(join(root, entry.name), { recursive: true }) : [];
    return [`/${entry.name}`, ...below.map((path) => `/${entry.name}/${String(path)}`)];
  });

/**
 * Returns the texts in backticks that look like a path: they have a slash, or the extension of one of our
 * files.
 */
function pathsIn(document: string): string[] {
  const spans = readFileSync(join(root, document), "utf8").matchAll(/`([^`\s]+)`/g);
  return [...spans]
    .map(([, span = ""]) => span)
    .filter((span) => /^[\w.$-]+(?:\/[\w.$-]+)*\/?$/.test(span))
    .filter((span) => span.includes("/") || /\.(tsx?|mjs|md|json|yml|tsv)$/.test(span));
}

test("every path in CONTRIBUTING.md exists, from the top of the checkout", () => {
  const named = pathsIn("CONTRIBUTING.md");
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test("every path in ARCHITECTURE.md exists, from the top of the checkout or from a folder below it", () => {
  // Folders below the data folder, made when Glimpse runs.
  const made = ["staging/", "backups/"];
  const named = pathsIn("ARCHITECTURE.md").filter((path) => !made.includes(path));
  const isThere = (path: string) => {
    const end = `/${path.replace(/\/$/, "")}`;
    return paths.some((known) => known.endsWith(end) || known.endsWith(`${end}.ts`));
  };
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((path) => !isThere(path))).toEqual([]);
});
