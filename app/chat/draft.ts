import { createStore, useStore } from "#app/ui/store.ts";
import type { Upload } from "./upload-queue.ts";
import { wholesAmong } from "./wholes.ts";

/** The message that is being written. All conversations share it, so that it survives moving between them. */
export interface Draft {
  text: string;
  /** True if its photos are part of the question. While it is null, the number of photos decides. */
  askWith: boolean | null;
  /** True if Send was pressed while uploads or an answer were under way; it is sent when they are done. */
  waiting: boolean;
  /** True while the message is on its way to the server. */
  sending: boolean;
  /** Why the last attempt to send it failed. */
  problem: "offline" | { reason: string } | null;
}

/** The most characters that the server accepts in one question. */
export const longestQuestion = 2_000;

/** Counts the characters of a question as the server does. */
export const lengthOf = (text: string): number => text.trim().length;

const empty: Draft = { text: "", askWith: null, waiting: false, sending: false, problem: null };
const storageKey = "glimpse-draft";

export const draft = createStore<Draft>(empty);
export const useDraft = (): Draft => useStore(draft, (state) => state);

export function changeDraft(part: Partial<Draft>): void {
  draft.set((before) => ({ ...before, ...part }));
}

/** Changes the text and keeps it for a reload of this tab. */
export function writeDraft(text: string): void {
  changeDraft({ text });
  keepDraft(text);
}

export function keepDraft(text: string): void {
  try {
    sessionStorage.setItem(storageKey, text);
  } catch {
    // Storage is full or forbidden. Then a reload loses the text, and everything else still works.
  }
}

/** Restores the text that was written before a reload. */
export function restoreDraft(): void {
  if (draft.get().text !== "") return;
  try {
    changeDraft({ text: sessionStorage.getItem(storageKey) ?? "" });
  } catch {
    // See keepDraft.
  }
}

/** More photos than this look like an import, so they are part of the question only if a person says so. */
const askedWithByDefault = 4;
/** The most photos that the server accepts with one question. */
export const mostAskedWith = 20;

/** Tells whether the added photos are part of the question. */
export function isAskedWith(uploads: readonly Upload[], askWith: boolean | null): boolean {
  const usable = wholesAmong(uploads).filter((upload) => upload.state !== "failed").length;
  if (usable === 0 || usable > mostAskedWith) return false;
  return askWith ?? usable <= askedWithByDefault;
}
