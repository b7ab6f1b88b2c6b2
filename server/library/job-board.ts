import { sql } from "kysely";
import type { Database } from "../engines/database/port.ts";
import { recordPhotoEvent } from "./events.ts";
import { cleanFileName } from "./file-name.ts";
import { lockPhotos } from "./locks.ts";
import { type JobItem, type JobsSummary, photoStatuses } from "./photo.ts";
import type { Schema } from "./schema.ts";
import { armJob, isPrepared, setStatus, statusBefore } from "./stages.ts";

/** The jobs as callers of the API see them. */
export interface JobBoard {
  /** Retries failed jobs and returns how many; the ids may be of jobs or of photos. */
  retry(owner: string, which: { ids: string[] } | { all: "failed" }): Promise<number>;
  summary(owner: string): Promise<JobsSummary>;
  list(
    owner: string,
    page: { state?: JobItem["state"]; cursor?: string; limit: number },
  ): Promise<{ items: JobItem[]; next: string | null }>;
}

/** Number of photos in one transaction. */
const atOnce = 200;

export function createJobBoard({ rows }: Database<Schema>): JobBoard {
  const retryFailed = (owner: string, photoIds: string[]) =>
    rows.transaction().execute(async (transaction) => {
      await lockPhotos(transaction, photoIds);
      const jobs = await transaction
        .selectFrom("jobs")
        .innerJoin("photos", "photos.id", "jobs.photo_id")
        .select(["photo_id", "stage", "status", "failure_stage"])
        .where("photo_id", "in", photoIds)
        .where("state", "=", "failed")
        .execute();
      for (const job of jobs) {
        await armJob(transaction, owner, job.photo_id, job.stage);
        // If only a rendition is missing, the photo keeps its status.
        if (job.stage === "prepare" && isPrepared(job)) continue;
        await setStatus(transaction, job.photo_id, statusBefore[job.stage]);
      }
      for (const { photo_id, stage } of jobs)
        await recordPhotoEvent(transaction, owner, photo_id, "retried", { stage });
      return jobs.length;
    });

  return {
    async retry(owner, which) {
      let failed = rows
        .selectFrom("jobs")
        .select(["photo_id", "stage"])
        .where("owner", "=", owner)
        .where("state", "=", "failed");
      if ("ids" in which) {
        failed = failed.where((where) =>
          where.or([where("id", "in", which.ids), where("photo_id", "in", which.ids)]),
        );
      }
      const meant = [...new Set((await failed.execute()).map((job) => job.photo_id))];
      let retried = 0;
      for (let from = 0; from < meant.length; from += atOnce) {
        retried += await retryFailed(owner, meant.slice(from, from + atOnce));
      }
      return retried;
    },

    async summary(owner) {
      const counts = await rows
        .selectFrom("photos")
        .select(["status", sql<number>`count(*)`.as("count")])
        .where("owner", "=", owner)
        .where("deleted_at", "is", null)
        .where("role", "is", null)
        .groupBy("status")
        .execute();
      const byStatus = Object.fromEntries(
        photoStatuses.map((status) => [status, 0]),
      ) as JobsSummary["byStatus"];
      for (const { status, count } of counts) byStatus[status] = Number(count);
      // An index holds just the facts that meet this condition (`migrations/0024-unseen.ts`).
      const facts = await rows
        .selectFrom("photo_facts as facts")
        .innerJoin("photos", "photos.id", "facts.photo_id")
        .select([
          sql<number>`sum(case when facts.thumbhash is null and photos.status = 'indexed' then 1 else 0 end)`.as(
            "without",
          ),
          sql<number>`sum(case when facts.thumbhash is not null and facts.flaw is not null then 1 else 0 end)`.as(
            "flawed",
          ),
        ])
        .where("facts.owner", "=", owner)
        .where("photos.deleted_at", "is", null)
        .where("photos.role", "is", null)
        .where((where) =>
          where.or([where("facts.thumbhash", "is", null), where("facts.flaw", "is not", null)]),
        )
        .executeTakeFirst();
      const waiting = await rows
        .selectFrom("photos")
        .select(sql<number>`count(*)`.as("count"))
        .where("owner", "=", owner)
        .where("deleted_at", "is", null)
        .where("role", "=", "sidecar")
        .where("companion_of", "is", null)
        .executeTakeFirst();
      const [factsOnly, shownInPart] = [Number(facts?.without ?? 0), Number(facts?.flawed ?? 0)];
      return {
        byStatus,
        factsOnly,
        shownInPart,
        waitingSidecars: Number(waiting?.count ?? 0),
        total: Object.values(byStatus).reduce((sum, count) => sum + count, 0),
      };
    },

    async list(owner, { state, cursor, limit }) {
      let query = rows
        .selectFrom("jobs")
        .innerJoin("photos", "photos.id", "jobs.photo_id")
        .leftJoin("photo_facts", "photo_facts.photo_id", "jobs.photo_id")
        .selectAll("jobs")
        .select(["photos.file_name", "photo_facts.thumbhash"])
        .where("jobs.owner", "=", owner)
        .where("photos.deleted_at", "is", null);
      if (state) query = query.where("jobs.state", "=", state);
      if (cursor) query = query.where("jobs.id", ">", cursor);
      const found = await query
        .orderBy("jobs.id")
        .limit(limit + 1)
        .execute();
      const page = found.slice(0, limit);
      return {
        items: page.map((row) => ({
          id: row.id,
          photoId: row.photo_id,
          fileName: cleanFileName(row.file_name),
          thumbhash: row.thumbhash,
          stage: row.stage,
          state: row.state,
          attempts: row.attempts,
          reason: row.reason,
          dueAt: new Date(Number(row.due_at)).toISOString(),
        })),
        next: found.length > limit ? (page.at(-1)?.id ?? null) : null,
      };
    },
  };
}
