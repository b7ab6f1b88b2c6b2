import type { Scored } from "../port.ts";
import { mostInAnswer } from "./rows.ts";

/** A row of one search, with the fields that the order needs. */
export interface Dated {
  photoId: string;
  /** Whole milliseconds since 1970. */
  sortAt: number;
}

/** A stretch of time that includes `from` and excludes `to`. */
export interface Period {
  from: number;
  to: number;
}

/** The abilities of the server: it counts and finds rows in a period, but it can sort only by id. */
export interface Dates {
  count(period: Period): Promise<number>;
  /** Returns all rows in the period, or `mostInAnswer` of them if there are more. */
  rows(period: Period): Promise<Dated[]>;
  /** Returns the first `limit` rows by id, even from a period with more rows than one answer holds. */
  byId(period: Period, limit: number): Promise<Dated[]>;
}

/**
 * Up to this number of rows we fetch all of them. It must be less than `mostInAnswer`: a full answer may not
 * be all.
 */
const enough = mostInAnswer - 1;
const day = 86_400_000;
/** The range of dates that JavaScript can hold. */
const earliest = -8.64e15;
const latest = 8.64e15 + 1;
const cuts = 16;

/**
 * Returns the newest `limit` photos, at most 16,383; photos of the same time are in the order of their ids.
 * The result is exact and needs few queries: if there are more rows than one answer holds, we narrow the
 * period down by counting, about sixteen counts at a time, and begin with the last days.
 */
export async function newest(dates: Dates, wanted: number, now = Date.now()): Promise<Scored[]> {
  const limit = Math.min(wanted, enough);
  /**
   * The boundary lies in here: fewer than `limit` rows are from `to` or later, more than `enough` from `from`
   * or later.
   */
  let within: Period = { from: earliest, to: latest };
  const all = await dates.rows(within);
  if (all.length <= enough) return first(all, limit);
  let after = 0;
  for (let next = daysBack(now); within.to - within.from > 1; next = evenly(within)) {
    const at = next.filter((time) => time > within.from && time < within.to);
    const counts = await Promise.all(at.map((time) => dates.count({ from: time, to: latest })));
    for (const [place, time] of at.entries()) {
      const count = counts[place] ?? 0;
      if (count >= limit && count <= enough) {
        return first(await dates.rows({ from: time, to: latest }), limit);
      }
      if (count > enough) within = { ...within, from: Math.max(within.from, time) };
      else if (time < within.to) {
        within = { ...within, to: time };
        after = count;
      }
    }
  }
  // Too many photos share this one moment to fetch them all.
  const [newer, same] = await Promise.all([
    after > 0 ? dates.rows({ from: within.to, to: latest }) : [],
    dates.byId(within, limit - after),
  ]);
  return first([...newer, ...same], limit);
}

/** Returns the times one day, two days, four days … 90 years ago. */
function daysBack(now: number): number[] {
  return Array.from({ length: cuts }, (_, power) => now - day * 2 ** power);
}

function evenly({ from, to }: Period): number[] {
  const step = (to - from) / cuts;
  const times = Array.from({ length: cuts - 1 }, (_, place) => Math.floor(from + step * (place + 1)));
  return [...new Set(times)];
}

function first(rows: Dated[], limit: number): Scored[] {
  return rows
    .sort((a, b) => b.sortAt - a.sortAt || (a.photoId < b.photoId ? -1 : 1))
    .slice(0, limit)
    .map(({ photoId }) => ({ photoId, score: 0 }));
}
