import type { Row } from "#bench/row.ts";

/** One way to torture Glimpse for a while. It returns what was measured, and throws only if it cannot run. */
export interface Scenario {
  name: string;
  run(torture: Torture): Promise<Row[]>;
}

export interface Torture {
  /** Milliseconds that the scenario should take; it ends what it has begun. */
  forMs: number;
  seed: number;
}

/** A figure that must be zero. */
export const none = (name: string, count: number): Row => ({
  name,
  value: count,
  unit: "",
  goal: "0",
  ok: count === 0,
});

export const counted = (name: string, value: number, unit = ""): Row => ({ name, value, unit });

/** A figure with an upper limit. */
export const atMost = (name: string, value: number, limit: number, unit: string): Row => ({
  name,
  value,
  unit,
  goal: `≤ ${limit}`,
  ok: value <= limit,
});
