import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A work of others that comes with Glimpse. */
export interface Shipped {
  name: string;
  version: string;
  /** Its SPDX identifier, if the package gives one. */
  licence: string;
}

interface Manifest {
  name?: string;
  version?: string;
  license?: string | { type?: string };
  licenses?: { type?: string }[];
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** Data that came with no package, and a library whose package has a licence of its own. */
const others: Shipped[] = [
  { name: "GeoNames", version: "", licence: "CC-BY-4.0" },
  { name: "LibRaw (in libraw-wasm)", version: "0.22", licence: "LGPL-2.1-only OR CDDL-1.0" },
  { name: "Natural Earth", version: "", licence: "Public domain" },
  { name: "Unicode CLDR", version: "", licence: "Unicode-3.0" },
  { name: "WordNet", version: "3.1", licence: "WordNet 3.0 license" },
];

/**
 * Lists the packages that Glimpse runs on or that are built into its pages, as they are installed in `root`, and the
 * data. Packages that only build and test are left out.
 */
export function listShipped(root: string): Shipped[] {
  const own = readManifest(root);
  const bundled = bundledTools(root, Object.keys(own.devDependencies ?? {}));
  const found = new Map<string, Shipped>();
  const seen = new Set<string>();
  function follow(name: string, from: string): void {
    const folder = folderOf(name, from, root);
    // Packages for other systems are not installed, so they are not shipped with this one.
    if (folder === null || seen.has(folder)) return;
    seen.add(folder);
    const manifest = readManifest(folder);
    const { version = "" } = manifest;
    found.set(`${name} ${version}`, { name, version, licence: licenceOf(manifest) });
    for (const next of dependenciesOf(manifest)) follow(next, folder);
  }
  for (const name of [...dependenciesOf(own), ...bundled]) follow(name, root);
  return [...found.values(), ...others].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

const dependenciesOf = ({ dependencies, optionalDependencies }: Manifest) =>
  Object.keys({ ...dependencies, ...optionalDependencies });

/** Tools whose code or styles the build puts into the pages. */
function bundledTools(root: string, tools: string[]): string[] {
  const files = globSync("app/**/*.{ts,tsx,css}", { cwd: root }).filter(
    (file) => !/\.test\.tsx?$/.test(file),
  );
  const text = files.map((file) => readFileSync(join(root, file), "utf8")).join("\n");
  return tools.filter((name) => text.includes(`"${name}"`) || text.includes(`"${name}/`));
}

/** Finds a package as Node does: in the folder of the one that wants it, or in one above it. */
function folderOf(name: string, from: string, root: string): string | null {
  for (let folder = from; ; folder = join(folder, "..")) {
    const candidate = join(folder, "node_modules", name);
    if (isPackage(candidate)) return candidate;
    if (folder === root || folder === join(folder, "..")) return null;
  }
}

function isPackage(folder: string): boolean {
  return globSync("package.json", { cwd: folder }).length > 0;
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

function licenceOf({ license, licenses }: Manifest): string {
  if (typeof license === "string") return license;
  return license?.type ?? licenses?.map(({ type }) => type).join(" OR ") ?? "";
}

const id = "virtual:shipped-packages";

/** Gives the pages the list as a module, made when they are built. */
export const shippedPackages = (root: string) => ({
  name: "shipped-packages",
  resolveId: (source: string) => (source === id ? `\0${id}` : null),
  load: (source: string) =>
    source === `\0${id}` ? `export const shipped = ${JSON.stringify(listShipped(root))};` : null,
});
