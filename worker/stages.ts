import type { Gazetteer } from "#server/library/gazetteer/gazetteer.ts";
import type { ClaimedJob, Outcome } from "#server/library/jobs.ts";
import type { KnownPhoto } from "#server/library/photo-rows.ts";
import type { Services } from "#server/services.ts";
import type { Decoder } from "./decode/protocol.ts";
import type { Marks } from "./marks.ts";

/** The services that a stage may use. */
export interface StageTools
  extends Pick<
    Services,
    "objects" | "originals" | "index" | "models" | "embeddings" | "collections" | "companions" | "photos"
  > {
  decoder: Decoder;
  marks: Marks;
  gazetteer: Pick<Gazetteer, "placeOf">;
  maxMegapixels: number;
}

/**
 * Runs one stage for a photo. It is idempotent: running it twice has the same result as once. It changes no
 * rows itself; the outcome writes its results in the transaction that ends the job. Errors of its tools pass
 * through.
 */
export type RunStage = (
  known: KnownPhoto,
  tools: StageTools,
  job: ClaimedJob,
  signal: AbortSignal,
) => Promise<Outcome>;
