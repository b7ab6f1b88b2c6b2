import { libraryTime } from "./clock.ts";
import { newId } from "./ids.ts";
import type { PhotoStatus, Stage } from "./photo.ts";
import type { PhotoRow, Rows } from "./schema.ts";

/** The priority of a job that a person waits for, because a question was asked with its photo. */
export const waitedFor = 10;
/** The priority of a job whose photo was opened. */
export const lookedAt = 1;

/** The status of a photo before each stage is done. */
export const statusBefore: Record<Stage, PhotoStatus> = {
  prepare: "received",
  describe: "prepared",
  embed: "described",
  index: "embedded",
};

/** Returns the stage that a photo of this status needs next. */
export function stageAfter(status: PhotoStatus): Stage | null {
  return (Object.keys(statusBefore) as Stage[]).find((stage) => statusBefore[stage] === status) ?? null;
}

/** Says whether a photo was prepared before, whatever came after that. */
export function isPrepared({ status, failure_stage }: Pick<PhotoRow, "status" | "failure_stage">): boolean {
  return status === "failed" ? failure_stage !== "prepare" : status !== "received";
}

/** Sets a photo's status. An earlier failure is cleared unless it is given again. */
export async function setStatus(
  on: Rows,
  photoId: string,
  status: PhotoStatus,
  failure?: { stage: Stage; reason: string },
): Promise<void> {
  await on
    .updateTable("photos")
    .set({ status, failure_stage: failure?.stage ?? null, failure_reason: failure?.reason ?? null })
    .where("id", "=", photoId)
    .execute();
}

/**
 * Makes a photo's job for a stage due now or in `inMs`; a job that exists starts anew. Call it in the
 * transaction that makes the job necessary.
 */
export async function armJob(
  rows: Rows,
  owner: string,
  photoId: string,
  stage: Stage,
  { inMs = 0, priority = 0 } = {},
): Promise<void> {
  const now = libraryTime();
  const fresh = {
    state: "queued" as const,
    attempts: 0,
    takeovers: 0,
    due_at: now + inMs,
    lease_by: null,
    lease_until: null,
    reason: null,
  };
  // Arming a job without urgency does not lower the priority that somebody else has given it.
  const urgent = priority > 0 ? { priority } : {};
  await rows
    .insertInto("jobs")
    .values({
      ...{ id: newId(), owner, photo_id: photoId, stage, priority, created_at: now, ...fresh },
      newness: (eb) =>
        eb.fn.coalesce(eb.selectFrom("photos").select("sort_at").where("id", "=", photoId), eb.lit(0)),
    })
    .onConflict((conflict) => conflict.columns(["photo_id", "stage"]).doUpdateSet({ ...fresh, ...urgent }))
    .execute();
}
