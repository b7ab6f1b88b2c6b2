import type { JobsSummary, PhotoStatus } from "#server/library/photo.ts";

/** How far a photo is on its way, as people see it. The counts of the six states add up to all photos. */
export type IndexingState = "searchable" | "factsOnly" | "preparing" | "describing" | "embedding" | "failed";

export type IndexingCounts = Record<IndexingState, number>;

/** Names each status by its next stage: a prepared photo waits to be described or is being described now. */
const stateOf: Record<PhotoStatus, IndexingState> = {
  received: "preparing",
  prepared: "describing",
  described: "embedding",
  embedded: "embedding",
  indexed: "searchable",
  failed: "failed",
};

export const indexingStates: IndexingState[] = [
  "searchable",
  "factsOnly",
  "preparing",
  "describing",
  "embedding",
  "failed",
];

export function indexingCounts({ byStatus, factsOnly }: JobsSummary): IndexingCounts {
  const counts: IndexingCounts = {
    searchable: 0,
    factsOnly,
    preparing: 0,
    describing: 0,
    embedding: 0,
    failed: 0,
  };
  for (const [status, state] of Object.entries(stateOf)) counts[state] += byStatus[status as PhotoStatus];
  // These photos have no picture, so no model has described them, and they are counted apart.
  counts.searchable = Math.max(0, counts.searchable - factsOnly);
  return counts;
}

export interface ModelsWanted {
  describe: boolean;
  embed: boolean;
  /** Models are switched off, so no photo waits for them. */
  off: boolean;
  /** True while photos may be described: not in a pause, and not out of hours. */
  allowed: boolean;
}

export type Indexing =
  | { kind: "idle" }
  | { kind: "working"; stage: "preparing" | "describing" | "embedding"; left: number; done: number }
  | { kind: "waiting"; left: number; done: number }
  | { kind: "resting"; left: number; done: number }
  | { kind: "failed"; failed: number; done: number };

/** Picks the one thing to say about indexing. `done` is a percentage. */
export function indexingOf(counts: IndexingCounts, ready: ModelsWanted): Indexing {
  const { searchable, factsOnly, preparing, describing, embedding, failed } = counts;
  const total = searchable + factsOnly + preparing + describing + embedding + failed;
  const done = total === 0 ? 100 : ((searchable + factsOnly) / total) * 100;
  if (preparing > 0) return { kind: "working", stage: "preparing", left: preparing, done };
  if (describing > 0 && ready.describe && ready.allowed)
    return { kind: "working", stage: "describing", left: describing, done };
  if (embedding > 0 && ready.embed) return { kind: "working", stage: "embedding", left: embedding, done };
  if (describing > 0 && !ready.allowed && !ready.off) return { kind: "resting", left: describing, done };
  const left = describing + embedding;
  if (left > 0 && !ready.off) return { kind: "waiting", left, done };
  return failed > 0 ? { kind: "failed", failed, done } : { kind: "idle" };
}
