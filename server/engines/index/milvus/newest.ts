import type { Scored } from "../port.ts";
import { mostInAnswer } from "./rows.ts";

/** Rows of one search, as far as the order needs them. */
export interface Dated {
  photoId: string;
  /** Whole ms. */
  sortAt: number;
}

/** From `from` on, before `to`. */
export interface Period {
  from: number;
  to: number;
}

/** What the server can do: it counts and finds what lies in a period, and sorts by nothing but ids. */
export interface Dates {
  count(period: Period): Promise<number>;
  /** All in the period, or `mostInAnswer` of them. */
  rows(period: Period): Promise<Dated[]>;
  /** The first `limit` by id, of what may be more than an answer holds. */
  byId(period: Period, limit: number): Promise<Dated[]>;
}

/** So many are fetched rather than told apart: fewer than an answer holds, or it might not be all. */
const enough = mostInAnswer - 1;
const day = 86_400_000;
/** What a date of JavaScript can hold. */
const earliest = -8.64e15;
const latest = 8.64e15 + 1;
const cuts = 16;

/**
 * The newest `limit`, at most 16,383; of the same time by id. Exact, in few questions: where there are more than an
 * answer holds, the period is narrowed down by counting, sixteen counts at a time, from the last days outwards first.
 */
export async function newest(dates: Dates, wanted: number, now = Date.now()): Promise<Scored[]> {
  const limit = Math.min(wanted, enough);
  /** Fewer than `limit` lie from `to` on; more than `enough` from `from` on. What lies between is to be told apart. */
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
  // More share this one moment than are worth fetching all.
  const [newer, same] = await Promise.all([
    after > 0 ? dates.rows({ from: within.to, to: latest }) : [],
    dates.byId(within, limit - after),
  ]);
  return first([...newer, ...same], limit);
}

/** A day, two, four … 90 years ago. */
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
