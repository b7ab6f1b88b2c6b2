import type { Gazetteer } from "#server/library/gazetteer/gazetteer.ts";
import type { ClaimedJob, Outcome } from "#server/library/jobs.ts";
import type { KnownPhoto } from "#server/library/photo-rows.ts";
import type { Services } from "#server/services.ts";
import type { Decoder } from "./decode/protocol.ts";

/** What a stage may use. */
export interface StageTools
  extends Pick<Services, "objects" | "index" | "models" | "embeddings" | "collections"> {
  decoder: Decoder;
  gazetteer: Pick<Gazetteer, "placeOf">;
  maxMegapixels: number;
}

/**
 * One step of a photo's life. Idempotent: run twice it leaves the same. It changes no rows itself: what it made is
 * written by the outcome, in the transaction that ends the job. Throws what its tools throw.
 */
export type RunStage = (
  known: KnownPhoto,
  tools: StageTools,
  job: ClaimedJob,
  signal: AbortSignal,
) => Promise<Outcome>;
