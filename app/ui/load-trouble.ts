import { createStore } from "./store.ts";

/** Why code of the page could not be loaded. "updated": another build has taken the place of the one that runs here. */
export type LoadFailure = "offline" | "updated" | "unknown";

export interface LoadTrouble {
  failure: LoadFailure;
  retry(): void;
  /** Continues without the code. */
  giveUp(): void;
}

/** The last failure to load code, until it is loaded or no longer wanted. */
export const loadTrouble = createStore<LoadTrouble | null>(null);

/** Tells why code could not be loaded. Each build names its manifest differently, so a missing one means an update. */
export async function loadFailure(): Promise<LoadFailure> {
  try {
    const { status } = await fetch(window.__remixManifest.url, { method: "HEAD", cache: "no-store" });
    return status === 404 ? "updated" : "unknown";
  } catch {
    return "offline";
  }
}

/** Runs something when the browser has nothing else to do. */
export function whenIdle(act: () => void): () => void {
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(act, 1_000);
    return () => clearTimeout(timer);
  }
  const waiting = requestIdleCallback(act, { timeout: 5_000 });
  return () => cancelIdleCallback(waiting);
}

/**
 * Loads a module that could not be loaded before. Some browsers remember that its address failed, so that it has to be
 * asked for at another one.
 */
export async function importAnew<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    const address = /https?:\S+\.js\b/.exec(error instanceof Error ? error.message : "")?.[0];
    if (!address || new URL(address).origin !== location.origin) throw error;
    return import(/* @vite-ignore */ `${address}?again=${Date.now()}`);
  }
}
