/** Jobs of one kind; lanes are consumed side by side, so that a slow one holds up no other. */
export type Lane = string;

export interface Consumer {
  /** Takes no new jobs; those in hand go on. */
  pause(): void;
  resume(): void;
  /** Stops taking jobs and resolves when those in hand have ended. */
  close(): Promise<void>;
}

/**
 * Delivers job ids, at least once; nothing more. Attempts, backoff and leases belong to `library/jobs`: a handler
 * claims its job there first, and a delivery that nobody may claim is simply over.
 */
export interface JobQueue {
  /**
   * Says that jobs of the lane have become due. Returns at once, whatever is away; losing a call costs time, never a
   * job.
   */
  publish(lane: Lane): void;
  /** `handler` must not throw: what becomes of a job is written in its row. */
  consume(lane: Lane, concurrency: number, handler: (jobId: string) => Promise<void>): Consumer;
  /** Throws AppError QUEUE_AWAY while what delivers is away. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** What the embedded queue polls: ids of due jobs, most urgent first. */
export type DueJobs = (lane: Lane, limit: number) => Promise<string[]>;

export interface DueJob {
  id: string;
  /** Since when it is due, ms. */
  dueAt: number;
  /** When a broker was last told of it, ms; null: never. */
  publishedAt: number | null;
}

/** What feeds a broker: the rows of jobs, and what it was told of them. */
export interface Outbox {
  /** Due jobs that somebody waits for, or those that nobody does; most urgent first. */
  due(lane: Lane, which: { urgent: boolean; limit: number }): Promise<DueJob[]>;
  /** Notes that a broker has these since `at`, ms. */
  published(jobIds: string[], at: number): Promise<void>;
}
