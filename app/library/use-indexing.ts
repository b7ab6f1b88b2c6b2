import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "#app/api/client.ts";
import { type Indexing, type IndexingCounts, indexingCounts, indexingOf } from "./indexing-counts.ts";
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
  const counts = indexingCounts(summary);
  const { total, shownInPart, waitingSidecars } = summary;
  return { counts, total, shownInPart, waitingSidecars, state: indexingOf(counts, models.ready), models };
}
