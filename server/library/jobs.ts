import type { Database } from "../engines/database/port.ts";
import type { DueJobs } from "../engines/queue/port.ts";
import { leasesEndedBefore, libraryTime } from "./clock.ts";
import { createDescribingOrder } from "./describing-order.ts";
import { type PhotoEventData, recordPhotoEvent } from "./events.ts";
import { createJobBoard, type JobBoard } from "./job-board.ts";
import { isOfDead, newLease } from "./leases.ts";
import { lockPhotos } from "./locks.ts";
import type { PhotoEvent, PhotoStatus, Stage } from "./photo.ts";
import type { JobRow, Rows, Schema } from "./schema.ts";
import { armJob, isPrepared, lookedAt, setStatus, waitedFor } from "./stages.ts";

export const mostAttempts = 3;
/**
 * A job is given up after this many deaths of workers that may be its fault. Preparing opens a foreign file: it
 * counts each death during which nothing but this file was open, and all others together once. In the other stages
 * every death counts, so their limit is generous.
 */
const mostTakeovers: Record<Stage, number> = { prepare: 4, describe: 10, embed: 10, index: 10 };
/** Milliseconds for which a worker may be silent. If it died on this machine, the next one knows at once. */
const leaseMs = 30_000;
export const heartbeatMs = 10_000;
/** Milliseconds before the second and the third attempt. */
const backoffMs = [2_000, 15_000];
const laterMs = 2_000;
/** A priority below all others. */
const lowest = -1_000;

export interface ClaimedJob {
  id: string;
  owner: string;
  photoId: string;
  stage: Stage;
  attempt: number;
  /** A worker died while it had the file open. */
  isSuspect: boolean;
  /** Proves that the lease is still ours. */
  lease: string;
}

export interface Outcome {
  status?: PhotoStatus;
  event?: { type: PhotoEvent["type"]; data?: PhotoEventData };
  next?: Stage[];
  /** Stages to do a little later, because a stage that comes soon may make them necessary anyway. */
  later?: Stage[];
  /**
   * Writes what the stage made. It runs in the transaction that ends the job, so that all is written once or
   * not at all.
   */
  write?(rows: Rows): Promise<void>;
}

/**
 * Manages the rows of `jobs`, which are the truth about attempts, backoff, leases and dead letters, whatever
 * queue delivers the jobs.
 */
export interface Jobs extends JobBoard {
  /** The jobs of a stage are in the lane of the same name. */
  due: DueJobs;
  /**
   * Claims the job for this worker; null if it is done, not due, claimed by another worker, or of a lower priority
   * than `least`.
   */
  claim(id: string, least?: number): Promise<ClaimedJob | null>;
  heartbeat(job: ClaimedJob): Promise<boolean>;
  /** Ends the job. Returns false and writes nothing if another worker has taken over the lease. */
  finish(job: ClaimedJob, outcome: Outcome): Promise<boolean>;
  /**
   * Counts the attempt as failed. The job is tried again later; if `final`, or after too many attempts, it
   * has failed for good. `raw` is what a model answered instead of a caption.
   */
  fail(job: ClaimedJob, reason: string, final?: boolean, raw?: string): Promise<void>;
  /** Gives the job back as if it had not been tried, because something that it needs is away. */
  release(job: ClaimedJob): Promise<void>;
  /** Makes the jobs that dead workers of this machine had claimed due at once. */
  reclaim(): Promise<void>;
  /**
   * Notes that a worker died while it had the file of this job open. If nothing else was open (`alone`), the
   * death counts against the photo. Either way the job waits for all others.
   */
  suspect(id: string, alone: boolean): Promise<void>;
  /** Says whether a person waits for a job of this stage that no worker has claimed. */
  isUrgent(stage: Stage): Promise<boolean>;
  /** Puts the jobs of these photos before all others, because a person waits for them. */
  hurry(owner: string, photoIds: string[]): Promise<void>;
  /** Moves the describing of these photos before that of photos which nobody has opened; the last one comes first. */
  lookAt(owner: string, photoIds: string[]): Promise<void>;
}

export function createJobs(database: Database<Schema>): Jobs {
  const { rows } = database;
  const describingOrder = createDescribingOrder(rows);

  /** Ends our lease on the job; returns false if it is no longer ours. */
  async function letGo(on: Rows, job: ClaimedJob, set: Partial<JobRow>): Promise<boolean> {
    const result = await on
      .updateTable("jobs")
      .set({ ...set, lease_by: null, lease_until: null })
      .where("id", "=", job.id)
      .where("lease_by", "=", job.lease)
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  }

  /** Changes the job unless somebody changed it since it was read; returns false if somebody did. */
  async function asItIs(on: Rows, job: JobRow, set: Partial<JobRow>): Promise<boolean> {
    const result = await on
      .updateTable("jobs")
      .set(set)
      .where("id", "=", job.id)
      .where("state", "=", job.state)
      .where("attempts", "=", job.attempts)
      .where("takeovers", "=", job.takeovers)
      .where("lease_by", "is not distinct from", job.lease_by)
      .where("lease_until", "is not distinct from", job.lease_until)
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  }

  /** Fails a job for good, because too many workers died at it. */
  async function setAside(job: JobRow): Promise<void> {
    const reason = `The worker died or hung ${job.takeovers} times at this photo.`;
    await rows.transaction().execute(async (transaction) => {
      await lockPhotos(transaction, [job.photo_id]);
      const failed = await asItIs(transaction, job, { state: "failed", lease_by: null, reason });
      if (!failed) return;
      await markFailed(
        transaction,
        { owner: job.owner, photoId: job.photo_id, stage: job.stage, attempt: job.attempts },
        reason,
      );
    });
  }

  async function markFailed(
    on: Rows,
    job: Pick<ClaimedJob, "owner" | "photoId" | "stage" | "attempt">,
    reason: string,
    raw?: string,
  ) {
    // If renditions cannot be made again, the photo keeps what was made of it before.
    const photo = await on
      .selectFrom("photos")
      .select(["status", "failure_stage"])
      .where("id", "=", job.photoId)
      .executeTakeFirst();
    const isAgain = job.stage === "prepare" && photo && isPrepared(photo);
    if (!isAgain) await setStatus(on, job.photoId, "failed", { stage: job.stage, reason });
    // It is kept, counted and shown, so it has to be found too, by what is known without opening it.
    if (!isAgain && job.stage === "prepare") await armJob(on, job.owner, job.photoId, "index");
    await recordPhotoEvent(on, job.owner, job.photoId, "failed", {
      stage: job.stage,
      attempt: job.attempt,
      reason,
      raw,
    });
  }

  return {
    ...createJobBoard(database),

    async due(lane, limit, which) {
      const now = libraryTime();
      if (lane === "describe") return describingOrder.due(limit, which);
      const ofLane = rows
        .selectFrom("jobs")
        .select("id")
        .where("stage", "=", lane as Stage)
        .where("priority", ">=", which === "waited-for" ? waitedFor : lowest)
        .where((where) =>
          where.or([
            where.and([where("state", "=", "queued"), where("due_at", "<=", now)]),
            where.and([where("state", "=", "running"), where("lease_until", "<", leasesEndedBefore())]),
          ]),
        );
      const untroubled = await ofLane
        .where("takeovers", "=", 0)
        .orderBy("priority", "desc")
        .orderBy("due_at")
        .limit(limit)
        .execute();
      if (untroubled.length > 0) return untroubled.map((row) => row.id);
      // Jobs at which workers died come last, those with the fewest deaths first.
      const last = ofLane.where("takeovers", ">", 0).orderBy("takeovers").orderBy("due_at");
      return (await last.limit(limit).execute()).map((row) => row.id);
    },

    async claim(id, least) {
      const now = libraryTime();
      const job = await rows.selectFrom("jobs").selectAll().where("id", "=", id).executeTakeFirst();
      if (!job || (least !== undefined && job.priority < least)) return null;
      const abandoned = job.state === "running" && Number(job.lease_until) < leasesEndedBefore();
      if (!abandoned && !(job.state === "queued" && Number(job.due_at) <= now)) return null;
      if (job.takeovers >= mostTakeovers[job.stage]) {
        await setAside(job);
        return null;
      }
      const attempt = abandoned ? job.attempts : job.attempts + 1;
      const lease = newLease();
      const claimed = await asItIs(rows, job, {
        state: "running",
        attempts: attempt,
        takeovers: job.takeovers + (abandoned && job.stage !== "prepare" ? 1 : 0),
        lease_by: lease,
        lease_until: now + leaseMs,
      });
      if (!claimed) return null;
      if (job.stage === "describe") describingOrder.took();
      const isSuspect = job.stage === "prepare" && job.takeovers > 0;
      return { id, owner: job.owner, photoId: job.photo_id, stage: job.stage, attempt, isSuspect, lease };
    },

    heartbeat: async (job) => {
      const result = await rows
        .updateTable("jobs")
        .set({ lease_until: libraryTime() + leaseMs })
        .where("id", "=", job.id)
        .where("lease_by", "=", job.lease)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },

    finish: (job, outcome) =>
      rows.transaction().execute(async (transaction) => {
        await lockPhotos(transaction, [job.photoId]);
        const ended = await transaction
          .deleteFrom("jobs")
          .where("id", "=", job.id)
          .where("lease_by", "=", job.lease)
          .returning("priority")
          .executeTakeFirst();
        if (!ended) return false;
        // A person who waits for this stage waits for the next ones too.
        const { priority } = ended;
        await outcome.write?.(transaction);
        if (outcome.status) await setStatus(transaction, job.photoId, outcome.status);
        for (const stage of outcome.next ?? [])
          await armJob(transaction, job.owner, job.photoId, stage, { priority });
        for (const stage of outcome.later ?? [])
          await armJob(transaction, job.owner, job.photoId, stage, { inMs: laterMs, priority });
        if (outcome.event) {
          const data = { stage: job.stage, attempt: job.attempt, ...outcome.event.data };
          await recordPhotoEvent(transaction, job.owner, job.photoId, outcome.event.type, data);
        }
        return true;
      }),

    async fail(job, reason, final = false, raw) {
      const over = final || job.attempt >= mostAttempts;
      const wait = (backoffMs[job.attempt - 1] ?? 0) * (0.75 + Math.random() / 2);
      await rows.transaction().execute(async (transaction) => {
        await lockPhotos(transaction, [job.photoId]);
        const held = await letGo(transaction, job, {
          state: over ? "failed" : "queued",
          due_at: Math.round(libraryTime() + wait),
          reason,
        });
        if (!held) return;
        if (over) return markFailed(transaction, job, reason, raw);
        await recordPhotoEvent(transaction, job.owner, job.photoId, "attempt-failed", {
          stage: job.stage,
          attempt: job.attempt,
          reason,
          raw,
        });
      });
    },

    async release(job) {
      await letGo(rows, job, { state: "queued", attempts: job.attempt - 1, due_at: libraryTime() + 1_000 });
    },

    async reclaim() {
      const held = await rows
        .selectFrom("jobs")
        .select(["id", "lease_by"])
        .where("state", "=", "running")
        .execute();
      for (const { id, lease_by } of held) {
        if (!lease_by || !isOfDead(lease_by)) continue;
        await rows
          .updateTable("jobs")
          .set({ lease_until: 0 })
          .where("id", "=", id)
          .where("lease_by", "=", lease_by)
          .execute();
      }
    },

    async suspect(id, alone) {
      const ofJob = rows.updateTable("jobs").where("id", "=", id);
      if (alone) await ofJob.set(({ eb }) => ({ takeovers: eb("takeovers", "+", 1) })).execute();
      else await ofJob.set({ takeovers: 1 }).where("takeovers", "=", 0).execute();
    },

    async isUrgent(stage) {
      const job = await rows
        .selectFrom("jobs")
        .select("id")
        .where("stage", "=", stage)
        .where("state", "=", "queued")
        .where("priority", ">=", waitedFor)
        .executeTakeFirst();
      return job !== undefined;
    },

    async hurry(owner, photoIds) {
      if (photoIds.length === 0) return;
      await rows.transaction().execute(async (transaction) => {
        await lockPhotos(transaction, photoIds);
        await transaction
          .updateTable("jobs")
          // A broker has to be told again, because it may have put the job behind many others.
          .set({ priority: waitedFor, published_at: null })
          .where("owner", "=", owner)
          .where("photo_id", "in", photoIds)
          .execute();
      });
    },

    async lookAt(owner, photoIds) {
      await rows.transaction().execute(async (transaction) => {
        await lockPhotos(transaction, photoIds);
        await transaction
          .updateTable("jobs")
          .set({ priority: lookedAt, newness: libraryTime(), published_at: null })
          .where("owner", "=", owner)
          .where("photo_id", "in", photoIds)
          .where("stage", "=", "describe")
          .where("state", "=", "queued")
          .where("priority", "<=", lookedAt)
          .execute();
      });
    },
  };
}
