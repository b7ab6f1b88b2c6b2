import type { Database } from "../engines/database/port.ts";
import { libraryTime } from "./clock.ts";
import type { Schema } from "./schema.ts";

/** Whether questions with words left over are read a second time, as a chat model rewrites them. */
export interface SecondReaderRule {
  on: boolean;
  /** True if the environment says it is off, so that nothing else can be chosen. */
  fixed: boolean;
}

/** Keeps whether there is a second reader. */
export interface SecondReader {
  /** Milliseconds that a second reading may take. */
  patience: number;
  rule(owner: string): Promise<SecondReaderRule>;
  set(owner: string, on: boolean): Promise<void>;
}

/** `mode` is the setting of the environment: `off` wins. */
export function createSecondReader(
  { rows }: Database<Schema>,
  { mode, patience }: { mode: "auto" | "off"; patience: number },
): SecondReader {
  return {
    patience,

    async rule(owner) {
      if (mode === "off") return { on: false, fixed: true };
      const row = await rows
        .selectFrom("second_readers")
        .select("is_on")
        .where("owner", "=", owner)
        .executeTakeFirst();
      return { on: row?.is_on !== 0, fixed: false };
    },

    async set(owner, on) {
      const set = { is_on: Number(on), changed_at: libraryTime() };
      await rows
        .insertInto("second_readers")
        .values({ owner, ...set })
        .onConflict((conflict) => conflict.column("owner").doUpdateSet(set))
        .execute();
    },
  };
}
