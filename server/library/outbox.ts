import type { Database } from "../engines/database/port.ts";
import type { Outbox } from "../engines/queue/port.ts";
import { leasesEndedBefore, libraryTime } from "./clock.ts";
import { longestWaiting, newestFirst, oneOldOf } from "./describing-order.ts";
import type { Stage } from "./photo.ts";
import type { Schema } from "./schema.ts";
import { lookedAt, waitedFor } from "./stages.ts";

/**
 * Feeds a broker from the rows of `jobs`; the jobs of a stage are in the lane of the same name. `isResting` says
 * whether photos are described only where a person waits for them.
 */
export function createOutbox({ rows }: Database<Schema>, isResting: () => Promise<boolean>): Outbox {
  const columns = ["id", "due_at as dueAt", "published_at as publishedAt"] as const;

  /** Returns the photos to describe, newest first, with those among them that have waited longest. */
  async function toDescribe(urgent: boolean, leastUrgent: number, limit: number) {
    const newest = urgent
      ? newestFirst(rows).where("priority", ">=", leastUrgent)
      : newestFirst(rows).where("priority", ">=", 0).where("priority", "<", leastUrgent);
    const first = await newest.select(columns).limit(limit).execute();
    if (urgent || first.length < limit) return first;
    const share = Math.ceil(limit / oneOldOf);
    const old = await longestWaiting(rows).select(columns).limit(share).execute();
    const mixed = first.flatMap((job, at) => [
      job,
      ...(at % oneOldOf === oneOldOf - 2 ? old.splice(0, 1) : []),
    ]);
    return [...new Map(mixed.map((job) => [job.id, job])).values()];
  }

  return {
    now: libraryTime,

    async due(lane, { urgent, limit }) {
      const now = libraryTime();
      // In a pause no worker takes photos that were only opened. If they counted as urgent, they would be published
      // again and again.
      const leastUrgent = lane === "describe" && (await isResting()) ? waitedFor : lookedAt;
      const abandoned = await rows
        .selectFrom("jobs")
        .where("stage", "=", lane as Stage)
        .where("priority", urgent ? ">=" : "<", leastUrgent)
        .limit(limit)
        .select(["id", "lease_until as dueAt", "published_at as publishedAt"])
        .where("state", "=", "running")
        .where("lease_until", "<", leasesEndedBefore())
        .execute();
      const queued = rows
        .selectFrom("jobs")
        .where("stage", "=", lane as Stage)
        .limit(limit)
        .select(columns)
        .where("state", "=", "queued")
        .where("due_at", "<=", now);
      const inTurn = queued
        // We use equality where we can, because the index then returns the rows in order, however many there
        // are.
        .where("priority", urgent ? ">" : "=", 0)
        .where("takeovers", "=", 0)
        .orderBy("priority", "desc")
        .orderBy("due_at");
      const untroubled = await (lane === "describe"
        ? toDescribe(urgent, leastUrgent, limit)
        : inTurn.execute());
      // The rest comes last: jobs at which workers died, and jobs that are only done again after an upgrade.
      const isLast = !urgent && abandoned.length === 0 && untroubled.length === 0;
      const last = isLast ? await queued.orderBy("takeovers").orderBy("due_at").execute() : [];
      return [...abandoned, ...untroubled, ...last].slice(0, limit).map(({ id, dueAt, publishedAt }) => ({
        id,
        dueAt: Number(dueAt),
        publishedAt: publishedAt === null ? null : Number(publishedAt),
      }));
    },

    async published(jobIds, at) {
      // A job that somebody is changing now is left out: nobody waits, and at worst it is published twice.
      const free = rows
        .selectFrom("jobs")
        .select("id")
        .where("id", "in", jobIds)
        .forNoKeyUpdate()
        .skipLocked();
      await rows.updateTable("jobs").set({ published_at: at }).where("id", "in", free).execute();
    },
  };
}
