import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "#app/api/client.ts";
import { type Indexing, type IndexingCounts, indexingCounts, indexingOf } from "./indexing-counts.ts";
import { useDescribing } from "./use-describing.ts";
import { type ModelsState, useModels } from "./use-models.ts";

/** Returns the live state of indexing. */
export function useIndexing(): {
  counts: IndexingCounts;
  total: number;
  /** How many damaged photos are shown in part. */
  shownInPart: number;
  waitingSidecars: number;
  state: Indexing;
  models: ModelsState;
} {
  const trpc = useTRPC();
  const { data: summary } = useSuspenseQuery(trpc.jobs.summary.queryOptions());
  const models = useModels();
  const allowed = useDescribing().state === "on";
  const counts = indexingCounts(summary);
  const { total, shownInPart, waitingSidecars } = summary;
  const state = indexingOf(counts, { ...models.ready, allowed });
  return { counts, total, shownInPart, waitingSidecars, state, models };
}
