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
  /** Tells the queue that these jobs are due. Losing a call costs time, never a job. */
  publish(lane: Lane, jobIds: string[]): Promise<void>;
  /** `handler` must not throw: what becomes of a job is written in its row. */
  consume(lane: Lane, concurrency: number, handler: (jobId: string) => Promise<void>): Consumer;
  check(): Promise<void>;
  close(): Promise<void>;
}

/** What the embedded queue polls: ids of due jobs, most urgent first. */
export type DueJobs = (lane: Lane, limit: number) => Promise<string[]>;
