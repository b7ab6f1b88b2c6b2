import { leasesEndedBefore, libraryTime } from "./clock.ts";
import type { Rows } from "./schema.ts";
import { waitedFor } from "./stages.ts";

/** One in this many photos is the one that has waited longest, so that newer ones never starve it. */
export const oneOldOf = 8;

/** Finds the photos to describe next: those that a person waits for, those that were opened, and then the newest. */
export interface DescribingOrder {
  due(limit: number, which?: "waited-for"): Promise<string[]>;
  /** Says that a job was claimed. */
  took(): void;
}

/** The jobs of describing that have never killed a worker, by the index of this order. */
const queued = (rows: Rows) =>
  rows
    .selectFrom("jobs")
    .where("stage", "=", "describe")
    .where("state", "=", "queued")
    .where("due_at", "<=", libraryTime());

export const newestFirst = (rows: Rows) =>
  queued(rows).where("takeovers", "=", 0).orderBy("priority", "desc").orderBy("newness", "desc");

/**
 * The jobs that have waited longest. Photos that are described again are not among them: they come after all others.
 */
export const longestWaiting = (rows: Rows) =>
  queued(rows).where("takeovers", "=", 0).where("priority", "=", 0).orderBy("due_at");

export function createDescribingOrder(rows: Rows): DescribingOrder {
  let taken = 0;

  async function abandoned(limit: number): Promise<string[]> {
    const found = rows
      .selectFrom("jobs")
      .select("id")
      .where("stage", "=", "describe")
      .where("state", "=", "running")
      .where("lease_until", "<", leasesEndedBefore())
      .where("takeovers", "=", 0)
      .limit(limit);
    return (await found.execute()).map(({ id }) => id);
  }

  return {
    took() {
      taken++;
    },

    async due(limit, which) {
      const first = newestFirst(rows).select(["id", "priority"]).limit(limit);
      const isForPeople = which === "waited-for";
      const found = await (isForPeople ? first.where("priority", ">=", waitedFor) : first).execute();
      const newest = found.map(({ id }) => id);
      if (isForPeople) return newest;
      const left = await abandoned(limit);
      const isOldsTurn = taken % oneOldOf === oneOldOf - 1 && (found[0]?.priority ?? 0) < waitedFor;
      const old = isOldsTurn ? await longestWaiting(rows).select("id").executeTakeFirst() : undefined;
      const untroubled = [...new Set([...left, ...(old ? [old.id] : []), ...newest])].slice(0, limit);
      if (untroubled.length > 0) return untroubled;
      // Jobs at which workers died come last, those with the fewest deaths first.
      const troubled = await rows
        .selectFrom("jobs")
        .select("id")
        .where("stage", "=", "describe")
        .where("takeovers", ">", 0)
        .where((where) =>
          where.or([
            where.and([where("state", "=", "queued"), where("due_at", "<=", libraryTime())]),
            where.and([where("state", "=", "running"), where("lease_until", "<", leasesEndedBefore())]),
          ]),
        )
        .orderBy("takeovers")
        .orderBy("due_at")
        .limit(limit)
        .execute();
      return troubled.map(({ id }) => id);
    },
  };
}
