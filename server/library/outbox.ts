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
      const abandoned = await rows
        .selectFrom("jobs")
        .where("stage", "=", lane as Stage)
        .where("priority", urgent ? ">" : "<=", 0)
        .limit(limit)
        .select(["id", "lease_until as dueAt", "published_at as publishedAt"])
        .where("state", "=", "running")
        .where("lease_until", "<", leasesEndedBefore())
        .execute();
      const queued = rows
        .selectFrom("jobs")
        .where("stage", "=", lane as Stage)
        .limit(limit)
        .select(["id", "due_at as dueAt", "published_at as publishedAt"])
        .where("state", "=", "queued")
        .where("due_at", "<=", now);
      const untroubled = await queued
        // We use equality where we can, because the index then returns the rows in order, however many there
        // are.
        .where("priority", urgent ? ">" : "=", 0)
        .where("takeovers", "=", 0)
        .orderBy("priority", "desc")
        .orderBy("due_at")
        .execute();
      // Nobody waits for the rest: what workers died at, and what is only done anew after an upgrade.
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
