import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");

/** The other parts of the code that each part may import from. */
const mayUse: Record<string, string[]> = {
  app: [],
  client: [],
  cli: ["server/(root)", "server/maintenance", "server/engines"],
  "server/(root)": [
    "server/api",
    "server/maintenance",
    "server/ingest",
    "server/search",
    "server/library",
    "server/engines",
    "package.json",
  ],
  "server/api": [
    "server/maintenance",
    "server/ingest",
    "server/search",
    "server/library",
    "server/languages",
    "server/engines",
    "server/(root)",
  ],
  "server/ingest": ["server/library", "server/engines"],
  "server/search": ["server/library", "server/languages", "server/engines"],
  "server/library": ["server/languages", "server/engines"],
  "server/languages": ["server/engines"],
  "server/maintenance": ["server/search", "server/library", "server/engines"],
  "server/engines": [],
  worker: ["server/(root)", "server/maintenance", "server/library", "server/search", "server/engines"],
};
/** The files that every part may import, also the pages at run time. They import nothing that the pages may not. */
const isCommon = (file: string) =>
  ["errors.ts", "formats.ts", "languages/codes.ts", "library/earth.ts"].some(
    (name) => file === `server/${name}`,
  ) || file.startsWith("server/search/plan/");

/**
 * The rooms within search, the lowest first. Each may use the rooms before it. The files beside the folders
 * are one room.
 */
const searchRooms = [
  ["lexicon/", "words.ts", "slips.ts", "thumbhash.ts"],
  ["concepts/"],
  ["reading/"],
  ["types.ts", "plan/"],
  ["vocabulary/"],
  [""],
  ["rewriting/", "wording/"],
  ["conversation/"],
];

const code = ["app", "server", "worker", "client", "cli"].flatMap(filesBelow);

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter(
      (entry) =>
        entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$|contract\.ts$/.test(entry.name),
    )
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.includes("node_modules") && !file.includes("/dist/"));
}

function roomOf(file: string): string {
  const [top = "", second = ""] = file.split("/");
  if (top !== "server") return top;
  return second.endsWith(".ts") ? "server/(root)" : `server/${second}`;
}

interface Import {
  target: string;
  typeOnly: boolean;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), "utf8");
  const statements = text.matchAll(/^(?:import|export)\s+(type\s)?([^"';(]*?)(?:from\s+)?["']([^"']+)["']/gm);
  return [...statements].flatMap(([, type, names = "", specifier = ""]) => {
    const allTypes = /^\{\s*(?:type\s[^,}]+,?\s*)+\}\s*$/.test(names.trim());
    const target = specifier.startsWith("#")
      ? specifier.slice(1)
      : specifier.startsWith(".")
        ? relative(root, resolve(root, dirname(file), specifier))
        : null;
    return target ? [{ target, typeOnly: Boolean(type) || allTypes }] : [];
  });
}

test("no part of the code imports from a part above it", () => {
  const wrong = code.flatMap((file) => {
    const room = roomOf(file);
    return importsOf(file)
      .filter(({ target, typeOnly }) => {
        const to = roomOf(target);
        if (to === room || isCommon(target) || mayUse[room]?.includes(to)) return false;
        // Code that does not run in the server may import the server's types, and nothing else.
        return !(typeOnly && (room === "app" || room === "client") && to.startsWith("server"));
      })
      .map(({ target }) => `${file} -> ${target}`);
  });
  expect(wrong).toEqual([]);
});

/** Returns a place in `searchRooms`; -1 if the file is not in search. */
function heightOf(file: string): number {
  const path = file.startsWith("server/search/") ? file.slice("server/search/".length) : null;
  const isIn = (part: string) => path !== null && (part === "" ? !path.includes("/") : path.startsWith(part));
  // Some files beside the folders belong to the lowest room, which is found first.
  return searchRooms.findIndex((room) => room.some(isIn));
}

test("within search, a room imports only from lower rooms", () => {
  const wrong = code.flatMap((file) =>
    importsOf(file)
      .filter(({ target }) => heightOf(file) !== -1 && heightOf(target) > heightOf(file))
      .map(({ target }) => `${file} -> ${target}`),
  );
  expect(wrong).toEqual([]);
  expect(code.filter((file) => file.startsWith("server/search/") && heightOf(file) === -1)).toEqual([]);
});

test("no files import each other, not even types and not through other files", () => {
  const known = new Set(code);
  const graph = new Map(
    code.map((file) => [
      file,
      importsOf(file).flatMap(
        ({ target }) => ["", ".ts", ".tsx"].map((end) => target + end).find((path) => known.has(path)) ?? [],
      ),
    ]),
  );
  const state = new Map<string, "open" | "done">();
  const cycles: string[] = [];
  const visit = (file: string, path: string[]): void => {
    if (state.get(file) === "done") return;
    if (state.get(file) === "open") {
      cycles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
      return;
    }
    state.set(file, "open");
    for (const target of graph.get(file) ?? []) visit(target, [...path, file]);
    state.set(file, "done");
  };
  for (const file of code) visit(file, []);
  expect(cycles).toEqual([]);
});

test("rows are read and written in server/library only", () => {
  const wrong = code.filter(
    (file) =>
      !/^server\/(?:library|engines)\//.test(file) &&
      /\b(?:selectFrom|insertInto|updateTable|deleteFrom)\b/.test(readFileSync(join(root, file), "utf8")),
  );
  expect(wrong).toEqual([]);
});

test("no file lies beside a folder of its name", () => {
  // Remix reads `app/routes.ts` and the pages in `app/routes/`, and asks for both names.
  const allowed = ["app/routes.ts"];
  const folders = new Set(code.map(dirname));
  const beside = code.filter((file) => folders.has(file.replace(/\.tsx?$/, "")));
  expect(beside.filter((file) => !allowed.includes(file))).toEqual([]);
});

test("engines import nothing from the features, not even types", () => {
  const wrong = code
    .filter((file) => file.startsWith("server/engines/"))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => !target.startsWith("server/engines/") && target !== "server/errors.ts")
        .map(({ target }) => `${file} -> ${target}`),
    );
  expect(wrong).toEqual([]);
});

test("only config.ts reads the environment", () => {
  const wrong = code.filter(
    (file) =>
      file !== "server/config.ts" &&
      /process\.env|import\.meta\.env/.test(readFileSync(join(root, file), "utf8")),
  );
  expect(wrong).toEqual([]);
});

test("only the decoder imports what opens images, so that the web process opens no image", () => {
  const wrong = code.filter(
    (file) =>
      !file.startsWith("worker/decode/") &&
      importsText(file).some((specifier) =>
        /^(sharp|exiftool-vendored|libheif-js|libraw-wasm|@jsquash)/.test(specifier),
      ),
  );
  expect(wrong).toEqual([]);
});

test("no file is longer than 400 lines", () => {
  const long = code.filter((file) => readFileSync(join(root, file), "utf8").split("\n").length > 400);
  expect(long).toEqual([]);
});

function importsText(file: string): string[] {
  return [
    ...readFileSync(join(root, file), "utf8").matchAll(/from\s+["']([^"']+)["']|import\(["']([^"']+)["']\)/g),
  ].map(([, first, second]) => first ?? second ?? "");
}
