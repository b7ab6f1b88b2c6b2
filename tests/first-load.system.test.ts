import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { z } from "zod";

const client = resolve(import.meta.dirname, "../build/client");
/** Bytes after gzip. */
const most = 180_000;

const module = z.object({ module: z.string(), imports: z.array(z.string()).default([]) });
const manifestOf = z.object({ entry: module, routes: z.record(z.string(), module) });

/** The list of files that Remix tells the browser to load for each page. */
function readManifest() {
  const [file] = globSync("assets/manifest-*.js", { cwd: client });
  if (!file) throw new Error("The pages are not built. Run: node scripts/setup.mjs --build");
  const text = readFileSync(join(client, file), "utf8");
  const manifest = manifestOf.parse(JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)));
  return { ...manifest, file };
}

test("the first load of a page is small, and parts that are not seen at once are loaded later", () => {
  const { entry, routes, file: manifest } = readManifest();
  const { root } = routes;
  if (!root) throw new Error("There is no root.");
  const sizes = new Map<string, number>();
  const sizeOf = (file: string) => {
    const size = sizes.get(file) ?? gzipSync(readFileSync(join(client, file))).length;
    sizes.set(file, size);
    return size;
  };
  const pages = Object.entries(routes).filter(([id]) => id !== "root");
  expect(pages.length).toBeGreaterThan(9);
  const loads = pages.map(([id, page]) => {
    const files = new Set([
      manifest,
      ...[entry, root, page].flatMap((each) => [each.module, ...each.imports]),
    ]);
    return { id, bytes: [...files].reduce((sum, file) => sum + sizeOf(file), 0) };
  });
  // The sizes are of the right files.
  for (const { bytes } of loads) expect(bytes).toBeGreaterThan(100_000);
  expect(loads.filter(({ bytes }) => bytes > most)).toEqual([]);
});
