import type { Database } from "../engines/database/port.ts";
import { libraryTime } from "./clock.ts";
import { type Hours, isWithin, nextChange } from "./hours.ts";
import type { Schema } from "./schema.ts";

/** When photos may be described. */
export interface DescribingRule {
  paused: boolean;
  /** Null if any hour will do. */
  hours: Hours | null;
}

/** The figures that a worker measures of one model server. */
export interface DescriberFigures {
  address: string;
  /** How many requests there may be at once. */
  atOnce: number;
  /** Photos a minute, measured over the last minutes; null while too few were described to say. */
  perMinute: number | null;
}

export interface DescribingStatus extends DescribingRule {
  /** `paused` by a person, or it `waits` for its hours. */
  state: "on" | "paused" | "waits";
  /** When its hours next begin or end (ISO 8601); null while it is paused, or if any hour will do. */
  changesAt: string | null;
  /** How many photos wait to be described, or to be described anew. */
  waiting: number;
  servers: DescriberFigures[];
  /** Photos a minute of all servers together; null if it is not known. */
  perMinute: number | null;
  /**
   * When all will be described at this rate (ISO 8601); null if the rate is not known, or if the hours of describing
   * make it uncertain.
   */
  doneAt: string | null;
}

/** Keeps when photos may be described, and reports how far describing is. */
export interface Describing {
  rule(owner: string): Promise<DescribingRule>;
  /** Says whether only photos that a person waits for may be described now. */
  isResting(owner: string): Promise<boolean>;
  status(owner: string): Promise<DescribingStatus>;
  set(owner: string, change: Partial<DescribingRule>): Promise<void>;
  /** Replaces the figures of a worker's servers. */
  note(worker: string, figures: DescriberFigures[]): Promise<void>;
}

/** In milliseconds. A worker notes its figures more often than this while it lives. */
const figuresLast = 30_000;

/** Says whether photos may be described now, by the wall clock, because a person reads it. */
export function stateBy({ paused, hours }: DescribingRule, at: number): DescribingStatus["state"] {
  if (paused) return "paused";
  return hours === null || isWithin(hours, at) ? "on" : "waits";
}

/** `wall` is the wall clock, because hours are given by it. */
export function createDescribing({ rows }: Database<Schema>, wall: () => number): Describing {
  async function rule(owner: string): Promise<DescribingRule> {
    const row = await rows.selectFrom("describing").selectAll().where("owner", "=", owner).executeTakeFirst();
    const { hours_from: from, hours_to: to, time_zone: timeZone } = row ?? {};
    return {
      paused: row?.paused === 1,
      hours: from && to && timeZone ? { from, to, timeZone } : null,
    };
  }

  async function waiting(owner: string): Promise<number> {
    const { count } = await rows
      .selectFrom("jobs")
      .innerJoin("photos", "photos.id", "jobs.photo_id")
      .select(({ fn }) => fn.countAll().as("count"))
      .where("jobs.owner", "=", owner)
      .where("jobs.stage", "=", "describe")
      .where("jobs.state", "in", ["queued", "running"])
      .where("photos.deleted_at", "is", null)
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  async function servers(): Promise<DescriberFigures[]> {
    const found = await rows
      .selectFrom("describers")
      .select(["address", "at_once", "per_minute"])
      .where("written_at", ">", libraryTime() - figuresLast)
      .orderBy("address")
      .execute();
    const merged = new Map<string, DescriberFigures>();
    // Several workers may use one server.
    for (const { address, at_once, per_minute } of found) {
      const { atOnce = 0, perMinute = null } = merged.get(address) ?? {};
      merged.set(address, {
        address,
        atOnce: atOnce + at_once,
        perMinute: per_minute === null ? perMinute : (perMinute ?? 0) + per_minute,
      });
    }
    return [...merged.values()];
  }

  return {
    rule,
    isResting: async (owner) => stateBy(await rule(owner), wall()) !== "on",

    async status(owner) {
      const [known, left, each] = await Promise.all([rule(owner), waiting(owner), servers()]);
      const now = wall();
      const state = stateBy(known, now);
      const changes = state === "paused" || known.hours === null ? null : nextChange(known.hours, now);
      const measured = each.flatMap(({ perMinute }) => perMinute ?? []);
      const perMinute = measured.length > 0 ? measured.reduce((sum, rate) => sum + rate, 0) : null;
      const done = perMinute && left > 0 && state === "on" ? now + (left / perMinute) * 60_000 : null;
      const time = (at: number | null) => (at === null ? null : new Date(at).toISOString());
      return {
        ...known,
        state,
        changesAt: time(changes),
        waiting: left,
        servers: each,
        perMinute,
        doneAt: time(done !== null && (changes === null || done <= changes) ? done : null),
      };
    },

    async set(owner, change) {
      const { hours, paused } = change;
      const set = {
        ...(paused === undefined ? {} : { paused: Number(paused) }),
        ...(hours === undefined
          ? {}
          : {
              hours_from: hours?.from ?? null,
              hours_to: hours?.to ?? null,
              time_zone: hours?.timeZone ?? null,
            }),
        changed_at: libraryTime(),
      };
      await rows
        .insertInto("describing")
        .values({ owner, paused: 0, hours_from: null, hours_to: null, time_zone: null, ...set })
        .onConflict((conflict) => conflict.column("owner").doUpdateSet(set))
        .execute();
    },

    async note(worker, figures) {
      const now = libraryTime();
      await rows.transaction().execute(async (transaction) => {
        await transaction
          .deleteFrom("describers")
          .where((where) =>
            where.or([where("worker", "=", worker), where("written_at", "<", now - 10 * figuresLast)]),
          )
          .execute();
        if (figures.length === 0) return;
        const noted = figures.map(({ address, atOnce, perMinute }) => ({
          ...{ worker, address, at_once: atOnce, per_minute: perMinute, written_at: now },
        }));
        await transaction.insertInto("describers").values(noted).execute();
      });
    },
  };
}
