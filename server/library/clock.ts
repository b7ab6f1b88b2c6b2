import type { Database } from "../engines/database/port.ts";
import type { Schema } from "./schema.ts";

/**
 * The clock of the library. It decides which jobs are due, when leases end and when photos are deleted, instead of the
 * machine's wall clock. People and time servers set a wall clock: it may jump by an hour or a year, in either
 * direction. The library's clock never goes back. It runs with the machine's steady clock, and follows the wall clock
 * where that is ahead. A leap ahead of more than two days is believed only when the library has run for two days and
 * nobody has set the clock back.
 */
export interface LibraryClock {
  /** Milliseconds since 1970. Never goes back. */
  now(): number;
  /**
   * A lease that ended before this has been given up. Holders need a moment after a leap to renew their
   * leases; until then only leases that end at 0 count, which is how the leases of dead processes are marked.
   */
  leasesEndedBefore(): number;
  /** True while the wall clock is within two days of the library's. Otherwise nothing may be deleted for ever. */
  isTrusted(): boolean;
  /** The state to keep with the rows. */
  kept(): KeptClock;
  /** Sets the clock to the kept state; call it once, before the time is used. */
  begin(kept: KeptClock): void;
  /** Goes ahead to where another process's clock is. */
  catchUp(at: number): void;
}

export interface KeptClock {
  at: number;
  /** Since when the wall clock has been too far ahead to be believed, by the library's clock. */
  doubtedSince: number | null;
}

export interface Leap {
  /** Milliseconds by which the wall clock is ahead of the library's, negative if it is behind. */
  ahead: number;
  believed: boolean;
}

interface Sources {
  wall(): number;
  /** Milliseconds of a clock that nobody sets. */
  steady(): number;
  onLeap(leap: Leap): void;
}

/** The clocks of one machine drift apart by less than this between two looks. */
const leapMs = 5_000;
const twoDays = 2 * 86_400_000;
/** The longest time for which a holder of a lease is silent, twice. */
const toRenewLeases = 30_000;

export function createLibraryClock({ wall, steady, onLeap }: Sources): LibraryClock {
  let at = wall();
  let since = steady();
  let leaptAt = Number.NEGATIVE_INFINITY;
  let doubtedSince: number | null = null;
  let isBehind = false;

  function now(): number {
    const nowSteady = steady();
    at += Math.max(0, nowSteady - since);
    since = nowSteady;
    const ahead = wall() - at;
    if (ahead > twoDays) {
      if (doubtedSince === null) {
        doubtedSince = at;
        onLeap({ ahead, believed: false });
      }
      if (at - doubtedSince >= twoDays) leap(ahead);
      return at;
    }
    doubtedSince = null;
    if (ahead > leapMs) leap(ahead);
    else if (ahead > 0) at += ahead;
    if (ahead < -leapMs !== isBehind) {
      isBehind = ahead < -leapMs;
      if (isBehind) onLeap({ ahead, believed: false });
    }
    return at;
  }

  function leap(ahead: number): void {
    at += ahead;
    leaptAt = since;
    doubtedSince = null;
    onLeap({ ahead, believed: true });
  }

  return {
    now,
    leasesEndedBefore: () => {
      const time = now();
      return since - leaptAt < toRenewLeases ? 1 : time;
    },
    isTrusted: () => Math.abs(wall() - now()) <= twoDays,
    kept: () => ({ at: now(), doubtedSince }),
    begin(kept) {
      const before = now();
      if (Math.abs(kept.at - before) > leapMs) leaptAt = since;
      if (kept.at > before || before - kept.at > twoDays) at = kept.at;
      doubtedSince = kept.doubtedSince;
      const ahead = wall() - now();
      // An operator reads the log of this run, not of the one before.
      if (kept.doubtedSince !== null && doubtedSince !== null) onLeap({ ahead, believed: false });
    },
    catchUp(other) {
      const behind = other - now();
      if (behind <= 0) return;
      at = other;
      if (behind > leapMs) leaptAt = since;
    },
  };
}

let hearLeap: (leap: Leap) => void = () => {};

/** Says in one line what the wall clock did. */
export function leapWords({ ahead, believed }: Leap): string {
  const seconds = Math.round(Math.abs(ahead) / 1_000);
  if (ahead < 0) return `this machine's clock is ${seconds} s behind the library's, which goes on by itself`;
  if (believed) return `this machine's clock leapt ahead by ${seconds} s`;
  return `this machine's clock is ${seconds} s ahead of the time last seen; nothing is deleted for good until it is sure`;
}

/** The clock of the library that this process has open. */
const clock = createLibraryClock({
  wall: () => Date.now(),
  steady: () => performance.now(),
  onLeap: (leap) => hearLeap(leap),
});

/** The time of the library, in milliseconds since 1970. Rows are stamped with it. */
export const libraryTime = (): number => Math.round(clock.now());
export const leasesEndedBefore = (): number => Math.round(clock.leasesEndedBefore());
export const isClockTrusted = (): boolean => clock.isTrusted();

/**
 * Begins where the library's clock stood, and from then on keeps it with the rows, every `every` milliseconds
 * and at the end. `onLeap` hears of leaps of the wall clock, `onError` of a database that could not be read.
 */
export async function keepClock(
  { rows }: Database<Schema>,
  { every, onLeap, onError }: { every: number; onLeap(leap: Leap): void; onError(error: unknown): void },
): Promise<{ close(): Promise<void> }> {
  const read = () => rows.selectFrom("clock").selectAll().executeTakeFirst();

  async function keep(): Promise<void> {
    const { at, doubtedSince } = clock.kept();
    const set = { at: Math.round(at), doubted_since: doubtedSince && Math.round(doubtedSince) };
    await rows
      .insertInto("clock")
      .values({ id: 1, ...set })
      .onConflict((conflict) => conflict.column("id").doUpdateSet(set).where("clock.at", "<", set.at))
      .execute();
    const kept = await read();
    if (kept) clock.catchUp(Number(kept.at));
  }

  hearLeap = onLeap;
  const kept = await read();
  // Rows may be younger than the kept time, which is written only now and then.
  const newest = await rows
    .selectFrom("events")
    .select("created_at")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  const doubtedSince = kept?.doubted_since ?? null;
  if (kept) {
    const at = Math.max(Number(kept.at), Number(newest?.created_at ?? 0));
    clock.begin({ at, doubtedSince: doubtedSince === null ? null : Number(doubtedSince) });
  }
  const keepOrTell = () => keep().catch(onError);
  await keepOrTell();
  const timer = setInterval(keepOrTell, every).unref();
  return {
    async close() {
      clearInterval(timer);
      await keepOrTell();
    },
  };
}
