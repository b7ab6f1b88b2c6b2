import { uuid } from "#app/ui/uuid.ts";

/** An upload that was begun and has not ended, as the browser's storage holds it. */
interface Begun {
  path: string;
  /** The tab that sends it, and when it last did, in milliseconds. */
  tab: string;
  at: number;
}

const prefix = "glimpse.upload.";
const tabKey = "glimpse.tab";
/** In ms. A tab that has noted nothing for this long counts as gone; a living tab keeps its uploads to itself. */
const silent = 60_000;
/** In ms: the server forgets an upload after a day. */
const kept = 86_400_000;
/** The shortest time between two notes of one upload, in ms: writing is slow, and progress comes often. */
const saidAgain = 5_000;

/** The paths of the uploads that this page sends. */
const here = new Set<string>();

/**
 * Returns the path of an upload of a file with this hash that an earlier load of this page, or a tab that is gone, has
 * begun; undefined if there is none. From now on the caller sends it.
 */
export function takeBegun(sha256: string): string | undefined {
  const found = read(prefix + sha256);
  if (!found || here.has(found.path)) return undefined;
  const isFree = found.tab === thisTab() || Date.now() - found.at > silent;
  if (!isFree) return undefined;
  keepBegun(sha256, found.path);
  return found.path;
}

/** Notes that this tab sends an upload, so that another page can go on with it later. */
export function keepBegun(sha256: string, path: string): void {
  here.add(path);
  const found = read(prefix + sha256);
  if (found?.path === path && found.tab === thisTab() && Date.now() - found.at < saidAgain) return;
  if (!found) dropOld();
  tried(() =>
    localStorage.setItem(prefix + sha256, JSON.stringify({ path, tab: thisTab(), at: Date.now() })),
  );
}

/** Forgets an upload that has ended or that the server no longer has. */
export function forgetBegun(sha256: string, path: string): void {
  here.delete(path);
  if (read(prefix + sha256)?.path === path) tried(() => localStorage.removeItem(prefix + sha256));
}

function dropOld(): void {
  const keys = tried(() => Object.keys(localStorage)) ?? [];
  for (const key of keys.filter((each) => each.startsWith(prefix))) {
    const found = read(key);
    if (!found || Date.now() - found.at > kept) tried(() => localStorage.removeItem(key));
  }
}

function read(key: string): Begun | null {
  const found: Partial<Begun> | null = tried(() => JSON.parse(localStorage.getItem(key) ?? "null")) ?? null;
  const { path, tab, at } = found ?? {};
  return typeof path === "string" && typeof tab === "string" && typeof at === "number"
    ? { path, tab, at }
    : null;
}

/** A tab keeps its name when its page is loaded anew. */
function thisTab(): string {
  const name = tried(() => sessionStorage.getItem(tabKey)) ?? uuid();
  tried(() => sessionStorage.setItem(tabKey, name));
  return name;
}

/** The browser may forbid storage; an upload then ends with its page. */
function tried<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
