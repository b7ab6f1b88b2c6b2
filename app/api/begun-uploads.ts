import { uuid } from "#app/ui/uuid.ts";

/** An upload that was begun and has not ended, as the browser keeps it. */
interface Begun {
  path: string;
  /** The tab that sends it, and when it last did, in milliseconds. */
  tab: string;
  at: number;
}

const prefix = "glimpse.upload.";
const tabKey = "glimpse.tab";
/** A tab that has said nothing for so long is gone; until then two tabs would break off each other's connection. */
const silent = 60_000;
/** The server forgets an upload after a day. */
const kept = 86_400_000;
/** Writing is dear, and progress comes often. */
const saidAgain = 5_000;

/** The paths of uploads that this page is at. */
const here = new Set<string>();

/**
 * Returns where the upload of a file with this hash was begun, before the page was loaded anew or in a tab that is gone;
 * undefined if none was. Whoever asks sends it from now on.
 */
export function takeBegun(sha256: string): string | undefined {
  const found = read(prefix + sha256);
  if (!found || here.has(found.path)) return undefined;
  const isFree = found.tab === thisTab() || Date.now() - found.at > silent;
  if (!isFree) return undefined;
  keepBegun(sha256, found.path);
  return found.path;
}

/** Keeps, while an upload goes on, where it was begun. */
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

/** A browser may forbid to keep anything; then uploads go on until the page is left. */
function tried<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
