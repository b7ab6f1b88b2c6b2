/**
 * The name of one kind of job. Lanes are consumed side by side, so that a slow lane never holds up another.
 */
export type Lane = string;

export interface Consumer {
  /** Takes no new jobs, or only those that a person waits for; jobs that have begun go on. */
  pause(except?: "waited-for"): void;
  resume(): void;
  /** Stops taking jobs and resolves when the jobs that have begun have ended. */
  close(): Promise<void>;
}

/** How many jobs of a lane may be in hand at once; it may change while they run. */
export interface Concurrency {
  now(): number;
  /** It is never more than this. */
  most: number;
}

/**
 * Delivers job ids, at least once, and does nothing more. Attempts, backoff and leases belong to
 * `library/jobs`: a handler claims its job there first, and if it cannot claim the job the delivery is simply
 * over.
 */
export interface JobQueue {
  /**
   * Says that jobs of the lane have become due. Returns at once, even while the broker is away. A lost call
   * costs time, but never a job.
   */
  publish(lane: Lane): void;
  /** Delivers ids to `handler`, which must not throw: the outcome of a job is written in its row. */
  consume(lane: Lane, concurrency: number | Concurrency, handler: (jobId: string) => Promise<void>): Consumer;
  /** Throws AppError QUEUE_AWAY while the broker is away. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** Returns the ids of due jobs for the embedded queue, most urgent first: all, or those that a person waits for. */
export type DueJobs = (lane: Lane, limit: number, which?: "waited-for") => Promise<string[]>;

export interface DueJob {
  id: string;
  /** When it became due, in milliseconds. */
  dueAt: number;
  /** When a broker was last told of it, in milliseconds; null if it never was. */
  publishedAt: number | null;
}

/** Gives the relay the rows of due jobs, and notes which of them a broker was told of. */
export interface Outbox {
  /** The clock by which jobs are due, in milliseconds. It never goes back. */
  now(): number;
  /**
   * Returns due jobs, most urgent first: either those that somebody waits for (`urgent`) or all the others.
   */
  due(lane: Lane, which: { urgent: boolean; limit: number }): Promise<DueJob[]>;
  /** Notes that a broker has had these jobs since `at`, in milliseconds. */
  published(jobIds: string[], at: number): Promise<void>;
}
