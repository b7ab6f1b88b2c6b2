import type { Database } from "../engines/database/port.ts";
import type { Outbox } from "../engines/queue/port.ts";
import { leasesEndedBefore, libraryTime } from "./clock.ts";
import type { Stage } from "./photo.ts";
import type { Schema } from "./schema.ts";

/** Feeds a broker from the rows of `jobs`; the jobs of a stage are in the lane of the same name. */
export function createOutbox({ rows }: Database<Schema>): Outbox {
  return {
    now: libraryTime,

    async due(lane, { urgent, limit }) {
      const now = libraryTime();
      const ofLane = rows
        .selectFrom("jobs")
        .where("stage", "=", lane as Stage)
        // We use equality where we can, because the index then returns the rows in order, however many there
        // are.
        .where("priority", urgent ? ">" : "=", 0)
        .limit(limit);
      const abandoned = await ofLane
        .select(["id", "lease_until as dueAt", "published_at as publishedAt"])
        .where("state", "=", "running")
        .where("lease_until", "<", leasesEndedBefore())
        .execute();
      const queued = ofLane
        .select(["id", "due_at as dueAt", "published_at as publishedAt"])
        .where("state", "=", "queued")
        .where("due_at", "<=", now)
        .orderBy("priority", "desc")
        .orderBy("due_at");
      const untroubled = await queued.where("takeovers", "=", 0).execute();
      // What workers died at goes last.
      const isLast = abandoned.length === 0 && untroubled.length === 0;
      const last = isLast ? await queued.where("takeovers", ">", 0).execute() : [];
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
