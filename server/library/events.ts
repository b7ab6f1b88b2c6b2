import type { Database } from "../engines/database/port.ts";
import { libraryTime } from "./clock.ts";
import { lockEvents } from "./locks.ts";
import type { PhotoEvent } from "./photo.ts";
import type { EventRow, Rows, Schema } from "./schema.ts";

export interface PhotoEventData {
  stage?: PhotoEvent["stage"];
  attempt?: number | null;
  model?: string | null;
  reason?: string | null;
  raw?: string | null;
  fields?: PhotoEvent["fields"];
}

/** Writes one event of a photo; call it at the end of the transaction that it reports. */
export async function recordPhotoEvent(
  rows: Rows,
  owner: string,
  photoId: string,
  type: PhotoEvent["type"],
  data: PhotoEventData = {},
): Promise<void> {
  await appendEvent(rows, { owner, kind: "photo", subject: photoId, type, data });
}

/**
 * Writes an event. Call it at the end of the transaction: until that is over, nobody else can write an event.
 */
export async function appendEvent(
  rows: Rows,
  event: { owner: string; kind: EventRow["kind"]; subject: string; type: string; data: unknown },
): Promise<void> {
  const { data, ...columns } = event;
  await lockEvents(rows);
  await rows
    .insertInto("events")
    .values({ ...columns, data: JSON.stringify(data), created_at: libraryTime() })
    .execute();
}

/** An event with its data decoded. */
export interface LoggedEvent extends Omit<EventRow, "data"> {
  data: unknown;
}

export const toLogged = (row: EventRow): LoggedEvent => ({ ...row, data: JSON.parse(row.data) });

export function toPhotoEvent(row: LoggedEvent): PhotoEvent {
  const data = row.data as PhotoEventData;
  return {
    id: String(row.id),
    photoId: row.subject,
    type: row.type as PhotoEvent["type"],
    at: new Date(Number(row.created_at)).toISOString(),
    stage: data.stage ?? null,
    attempt: data.attempt ?? null,
    model: data.model ?? null,
    reason: data.reason ?? null,
    raw: data.raw ?? null,
    fields: data.fields ?? null,
  };
}

export interface EventFilter {
  owner: string;
  kind: EventRow["kind"];
  subject?: string;
}

/** Returns the id of the newest event of any subject; 0 if there is none. */
export async function newestEvent(rows: Rows, { owner, kind }: EventFilter): Promise<number> {
  const row = await rows
    .selectFrom("events")
    .select(({ fn }) => fn.max("id").as("id"))
    .where("owner", "=", owner)
    .where("kind", "=", kind)
    .executeTakeFirst();
  return Number(row?.id ?? 0);
}

/** The log of what happened, read in order and followed as it grows. */
export interface Events {
  /** Returns the id of the newest event; 0 if there is none. */
  newest(filter: EventFilter): Promise<number>;
  after(filter: EventFilter, id: number, limit?: number): Promise<LoggedEvent[]>;
  /** Yields events after `id` as any process commits them, until `signal` aborts. */
  follow(filter: EventFilter, id: number, signal: AbortSignal): AsyncGenerator<LoggedEvent>;
  /** Tells followers in this process that something was written, so that they need not wait for the next look. */
  nudge(): void;
}

const lookEvery = 200;

export function createEvents(database: Database<Schema>): Events {
  const waiting = new Set<() => void>();

  async function after(filter: EventFilter, id: number, limit = 500) {
    let query = database.rows
      .selectFrom("events")
      .selectAll()
      .where("owner", "=", filter.owner)
      .where("kind", "=", filter.kind)
      .where("id", ">", id);
    if (filter.subject) query = query.where("subject", "=", filter.subject);
    return (await query.orderBy("id").limit(limit).execute()).map(toLogged);
  }

  function nextLook(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        waiting.delete(done);
        signal.removeEventListener("abort", done);
        resolve();
      };
      const timer = setTimeout(done, lookEvery);
      waiting.add(done);
      signal.addEventListener("abort", done);
    });
  }

  return {
    after,
    newest: (filter) => newestEvent(database.rows, filter),
    async *follow(filter, id, signal) {
      let last = id;
      while (!signal.aborted) {
        const found = await after(filter, last);
        for (const row of found) {
          last = Number(row.id);
          yield row;
          if (signal.aborted) return;
        }
        if (found.length === 0) await nextLook(signal);
      }
    },
    nudge() {
      for (const wake of [...waiting]) wake();
    },
  };
}
