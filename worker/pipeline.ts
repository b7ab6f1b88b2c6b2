import { setTimeout as pause } from "node:timers/promises";
import { NoCaption } from "#server/engines/models/caption/tries.ts";
import type { Consumer } from "#server/engines/queue/port.ts";
import { AppError } from "#server/errors.ts";
import { type ClaimedJob, heartbeatMs } from "#server/library/jobs.ts";
import { newLease } from "#server/library/leases.ts";
import type { Stage } from "#server/library/photo.ts";
import { waitedFor } from "#server/library/stages.ts";
import type { Services } from "#server/services.ts";
import { DecodeError } from "./decode/protocol.ts";
import { describe } from "./describe.ts";
import { createDescribers } from "./describers.ts";
import { embed } from "./embed.ts";
import { indexPhoto } from "./index-photo.ts";
import { createModelLanes } from "./model-lanes.ts";
import { prepare } from "./prepare.ts";
import type { RunStage, StageTools } from "./stages.ts";

export interface Pipeline {
  close(): Promise<void>;
}

const runners: Record<Stage, RunStage> = { prepare, describe, embed, index: indexPhoto };

const lookAtModels = 3_000;
const embeddedAtOnce = 32;
/** Milliseconds after which figures that have not changed are noted again. */
const noteEvery = 10_000;

/**
 * Consumes the jobs of all stages side by side: preparing runs ahead, and a model's lane pauses while its
 * model is away.
 */
export function startPipeline(services: Services, tools: StageTools, concurrency: number): Pipeline {
  const { jobs, queue, photos, models, events, library, room, describing, log } = services;
  const ending = new AbortController();
  const consume = (stage: Stage, atOnce: number) =>
    queue.consume(stage, atOnce, (jobId) => work(stage, jobId));

  const describers = createDescribers(models.servers, () => performance.now());
  const withDescribers = { ...tools, models: { ...models, describe: describers.describe } };

  const lanes: Record<Stage, Consumer> = {
    // Two more than the decoder opens at once, so that it has a file to go on with while outcomes are
    // written.
    prepare: consume("prepare", concurrency + 2),
    index: consume("index", 2),
    describe: queue.consume("describe", { now: describers.jobsAtOnce, most: describers.mostJobs }, (id) =>
      work("describe", id),
    ),
    // These texts share one request.
    embed: consume("embed", embeddedAtOnce),
  };
  const modelLanes = createModelLanes({
    ...{ lanes, models, jobs, describers },
    rule: () => describing.rule(services.owner),
  });
  const worker = newLease();
  let noted = { text: "[]", at: performance.now() };
  jobs.reclaim().catch((error) => log.error(error));
  lanes.describe.pause();
  lanes.embed.pause();
  const watching = watchModels();

  async function work(stage: Stage, jobId: string): Promise<void> {
    const isResting = stage === "describe" && modelLanes.isResting();
    const job = await jobs.claim(jobId, isResting ? waitedFor : undefined);
    if (!job) return;
    const lost = new AbortController();
    const heartbeat = setInterval(() => {
      jobs.heartbeat(job).then(
        (held) => held || lost.abort(),
        (error) => log.error(error),
      );
    }, heartbeatMs);
    try {
      await attempt(stage, job, AbortSignal.any([ending.signal, lost.signal]));
    } finally {
      clearInterval(heartbeat);
      events.nudge();
      if (isOfModels(stage)) await modelLanes.ended(stage).catch((error) => log.error(error));
    }
  }

  async function attempt(stage: Stage, job: ClaimedJob, signal: AbortSignal): Promise<void> {
    try {
      const known = await photos.load(job.owner, job.photoId);
      // The files that a stage makes must not use the reserve either.
      if (stage !== "index") await room.ensure(0);
      // A file that belongs to a photo is shown and found by that photo alone.
      const isPart = known?.photo.role != null && isOfModels(stage);
      const gone = !known || isPart || (known.photo.deleted_at !== null && stage !== "index");
      await library.check();
      const outcome = gone ? {} : await runners[stage](known, withDescribers, job, signal);
      await jobs.finish(job, outcome);
      for (const next of outcome.next ?? []) queue.publish(next);
    } catch (error) {
      if (signal.aborted) return jobs.release(job);
      if (isAway(error) || !(await isAllThere())) {
        await jobs.release(job);
        if (isOfModels(stage)) modelLanes.away(stage);
        return;
      }
      const { reason, final } = verdictOn(error);
      log.warn({ job: job.id, stage, attempt: job.attempt, err: error }, "attempt failed");
      await jobs.fail(job, reason, final, error instanceof NoCaption ? error.raw : undefined);
    }
  }

  /** Says whether the library is all there. While a disk is away, a missing file is not the fault of its photo. */
  const isAllThere = () =>
    library.check().then(
      () => true,
      () => false,
    );

  async function watchModels(): Promise<void> {
    while (!ending.signal.aborted) {
      await modelLanes.look().catch((error) => log.error(error));
      await note().catch((error) => log.error(error));
      await pause(lookAtModels, undefined, { signal: ending.signal }).catch(() => {});
    }
  }

  /** Notes the figures of the servers if they have changed, or if the noted ones are about to expire. */
  async function note(): Promise<void> {
    const figures = describers.figures();
    const text = JSON.stringify(figures);
    const isOld = figures.length > 0 && performance.now() - noted.at > noteEvery;
    if (text === noted.text && !isOld) return;
    await describing.note(worker, figures);
    noted = { text, at: performance.now() };
  }

  return {
    async close() {
      ending.abort();
      await Promise.all([watching, ...Object.values(lanes).map((lane) => lane.close())]);
      await describing.note(worker, []).catch((error) => log.error(error));
    },
  };
}

function isOfModels(stage: Stage): stage is "describe" | "embed" {
  return stage === "describe" || stage === "embed";
}

/** Returns true if an engine was away. That is no fault of the photo and uses up none of its attempts. */
function isAway(error: unknown): boolean {
  return (
    error instanceof AppError &&
    ["MODEL_AWAY", "INDEX_AWAY", "DATABASE_AWAY", "DATABASE_DAMAGED", "LIBRARY_AWAY", "DISK_FULL"].includes(
      error.code,
    )
  );
}

/** Returns a reason to show, and whether the failure is final because another attempt would fail too. */
function verdictOn(error: unknown): { reason: string; final: boolean } {
  if (error instanceof DecodeError) {
    return {
      reason: error.message,
      final: ["damaged", "too-many-pixels", "unsupported", "timeout", "memory"].includes(error.kind),
    };
  }
  if (error instanceof AppError && error.code !== "INTERNAL") {
    return { reason: error.message, final: error.code === "ORIGINAL_DAMAGED" };
  }
  return { reason: "Something went wrong inside Glimpse. Its log says more.", final: false };
}
