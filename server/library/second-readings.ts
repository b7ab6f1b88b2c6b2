import type { Database } from "../engines/database/port.ts";
import { AppError } from "../errors.ts";
import { appendEvent } from "./events.ts";
import type { Rows, Schema, TurnRow } from "./schema.ts";
import type { StoredTurn } from "./turn-edits.ts";
import type { ReadingAnswered, SecondReading, WhichReading } from "./turn-readings.ts";

/** Keeps the second readings of turns, and which reading serves. */
export interface SecondReadings {
  /**
   * Makes the second reading serve and writes its event in the same transaction. If somebody has changed the answer
   * since `stood`, the result set of the first reading, the second is only offered. Returns which reading serves; null
   * if the turn has ended, or a process other than `runner` has it.
   */
  take(
    turn: Pick<StoredTurn, "owner" | "id" | "lease_by">,
    second: SecondTaken,
  ): Promise<WhichReading | null>;
  /** Makes this reading serve. Throws NOT_FOUND if there is no second one. */
  serve(owner: string, turnId: string, which: WhichReading): Promise<void>;
}

export interface SecondTaken {
  text: string;
  answered: ReadingAnswered;
  stood: string | null;
  /** Makes the event that says it. */
  event(serves: WhichReading): { type: string };
}

export function createSecondReadings({ rows }: Database<Schema>): SecondReadings {
  return {
    take: ({ owner, id, lease_by }, { text, answered, stood, event }) =>
      rows.transaction().execute(async (transaction) => {
        // Locked, so that a change of the answer happens either before this or after it.
        const held = await transaction
          .updateTable("turns")
          .set({ stands: 1 })
          .where("id", "=", id)
          .where("state", "=", "running")
          .where("lease_by", "is not distinct from", lease_by)
          .executeTakeFirst();
        if (held.numUpdatedRows === 0n) return null;
        const row = await turnOf(transaction, owner, id);
        const serves = row.result_set_id === stood ? "second" : "first";
        const [shown, other] = serves === "second" ? [answered, answeredOf(row)] : [null, answered];
        await update(transaction, id, shown, { text, serves, other });
        await appendEvent(transaction, {
          owner,
          kind: "turn",
          subject: id,
          type: "reread",
          data: event(serves),
        });
        return serves;
      }),

    serve: (owner, turnId, which) =>
      rows.transaction().execute(async (transaction) => {
        const row = await turnOf(transaction, owner, turnId);
        if (!row.second) throw new AppError("NOT_FOUND", "This question was read only once.");
        const second: SecondReading = JSON.parse(row.second);
        if (second.serves === which) return;
        await update(transaction, turnId, second.other, { ...second, serves: which, other: answeredOf(row) });
      }),
  };
}

async function turnOf(transaction: Rows, owner: string, id: string): Promise<TurnRow> {
  const row = await transaction
    .selectFrom("turns")
    .selectAll()
    .where("owner", "=", owner)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) throw new AppError("NOT_FOUND", "This question is not here any more.");
  return row;
}

const answeredOf = ({ plan, result_set_id, words }: TurnRow): ReadingAnswered => ({
  plan: plan && JSON.parse(plan),
  result_set_id,
  words,
});

async function update(
  transaction: Rows,
  id: string,
  shown: ReadingAnswered | null,
  second: SecondReading,
): Promise<void> {
  const set = shown && { ...shown, plan: JSON.stringify(shown.plan) };
  await transaction
    .updateTable("turns")
    .set({ ...set, second: JSON.stringify(second) })
    .where("id", "=", id)
    .execute();
}
