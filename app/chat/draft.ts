import { createStore, useStore } from "#app/ui/store.ts";
import type { Upload } from "./upload-queue.ts";

/** The message that is being written; one for all conversations, so that it goes along when somebody looks around. */
export interface Draft {
  text: string;
  /** Whether its photos are part of the question; null: by their number. */
  askWith: boolean | null;
  /** Send was pressed, and waits for uploads. */
  waiting: boolean;
  /** It is on its way to the server. */
  sending: boolean;
  /** Why the last attempt to send did not get through. */
  problem: "offline" | { reason: string } | null;
}

const empty: Draft = { text: "", askWith: null, waiting: false, sending: false, problem: null };
const storageKey = "glimpse-draft";

export const draft = createStore<Draft>(empty);
export const useDraft = (): Draft => useStore(draft, (state) => state);

export function changeDraft(part: Partial<Draft>): void {
  draft.set((before) => ({ ...before, ...part }));
}

/** Changes the words and keeps them for a reload of this tab. */
export function writeDraft(text: string): void {
  changeDraft({ text });
  keepDraft(text);
}

export function keepDraft(text: string): void {
  try {
    sessionStorage.setItem(storageKey, text);
  } catch {
    // Storage is full or forbidden: then a reload forgets the words, and nothing else suffers.
  }
}

/** Brings back what was written before a reload. */
export function restoreDraft(): void {
  if (draft.get().text !== "") return;
  try {
    changeDraft({ text: sessionStorage.getItem(storageKey) ?? "" });
  } catch {
    // See keepDraft.
  }
}

/** More than a handful is an import, and no part of the question unless somebody says so. */
const askedWithByDefault = 4;
/** What the server takes with one question. */
export const mostAskedWith = 20;

/** Whether the photos that were added are part of the question. */
export function isAskedWith(uploads: readonly Upload[], askWith: boolean | null): boolean {
  const usable = uploads.filter((upload) => upload.state !== "failed").length;
  if (usable === 0 || usable > mostAskedWith) return false;
  return askWith ?? usable <= askedWithByDefault;
}
