import { AppError } from "../errors.ts";
import type { Rows, TurnRow } from "./schema.ts";
import type { SecondReading } from "./turn-readings.ts";

/** A turn with its lists and its plan decoded. Only search knows what a plan means. */
export interface StoredTurn extends Omit<TurnRow, "photo_ids" | "plan" | "second"> {
  photo_ids: string[];
  plan: unknown;
  second: SecondReading | null;
}

export const toStoredTurn = (row: TurnRow): StoredTurn => ({
  ...row,
  photo_ids: JSON.parse(row.photo_ids) as string[],
  plan: row.plan && JSON.parse(row.plan),
  second: row.second === null ? null : JSON.parse(row.second),
});

/** Shortens a title to one line that fits a list. */
export function shortTitle(title: string): string {
  const line = title.replace(/\s+/g, " ").trim();
  if (line.length <= 60) return line;
  return `${line.slice(0, 60).replace(/\s+\S*$/, "")}…`;
}

/**
 * Puts a turn and all after it away because the turn `by` replaces them; returns those that are running. A conversation
 * that is named after the old question gets the name of the new one.
 */
export async function replaceTurns(
  transaction: Rows,
  by: TurnRow,
  replaces: string,
  title: string,
): Promise<StoredTurn[]> {
  const turns = (await shownTurns(transaction, by.owner, by.conversation_id)).filter(
    ({ id }) => id !== by.id,
  );
  const from = turns.findIndex(({ id }) => id === replaces);
  if (from < 0) throw new AppError("NOT_FOUND", "This question is not here any more.");
  const gone = turns.slice(from);
  await setReplaced(
    transaction,
    gone.map(({ id }) => id),
    by.id,
  );
  if (from === 0) await rename(transaction, by.conversation_id, gone[0]?.text ?? "", title);
  return gone.filter(({ state }) => state === "running").map(toStoredTurn);
}

/** Undoes what `replaceTurns` has done for the turn `id`. */
export async function bringTurnsBack(transaction: Rows, owner: string, id: string): Promise<StoredTurn> {
  const turn = await transaction
    .selectFrom("turns")
    .selectAll()
    .where("owner", "=", owner)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!turn) throw new AppError("NOT_FOUND", "This question is not here any more.");
  const replaced = await transaction
    .selectFrom("turns")
    .select(["id", "text"])
    .where("owner", "=", owner)
    .where("replaced_by", "=", id)
    .where("id", "<>", id)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  // The turn was undone already, or has never replaced another.
  if (turn.replaced_by !== null || replaced.length === 0) return toStoredTurn(turn);
  const turns = await shownTurns(transaction, owner, turn.conversation_id);
  if (turns.at(-1)?.id !== id) throw new AppError("CONFLICT", "Something was asked since.");
  await setReplaced(
    transaction,
    replaced.map((each) => each.id),
    null,
  );
  // A turn that is replaced by itself has been taken back.
  await setReplaced(transaction, [id], id);
  if (turns.length === 1) await rename(transaction, turn.conversation_id, turn.text, replaced[0]?.text ?? "");
  return toStoredTurn(turn);
}

/** Counts the turns of a conversation that each turn has replaced, by its id. */
export async function replacedIn(
  rows: Rows,
  owner: string,
  conversationId: string,
): Promise<ReadonlyMap<string, number>> {
  const found = await rows
    .selectFrom("turns")
    .select("replaced_by as by")
    .where("owner", "=", owner)
    .where("conversation_id", "=", conversationId)
    .where("replaced_by", "is not", null)
    .execute();
  return new Map([...Map.groupBy(found, ({ by }) => by ?? "")].map(([by, turns]) => [by, turns.length]));
}

const shownTurns = (transaction: Rows, owner: string, conversationId: string): Promise<TurnRow[]> =>
  transaction
    .selectFrom("turns")
    .selectAll()
    .where("owner", "=", owner)
    .where("conversation_id", "=", conversationId)
    .where("replaced_by", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .execute();

async function setReplaced(transaction: Rows, ids: string[], by: string | null): Promise<void> {
  await transaction.updateTable("turns").set({ replaced_by: by }).where("id", "in", ids).execute();
}

/** Gives a conversation another name, if it bears the name of this question and not one that a person gave it. */
async function rename(transaction: Rows, id: string, before: string, title: string): Promise<void> {
  if (before.trim() === "" || title.trim() === "") return;
  await transaction
    .updateTable("conversations")
    .set({ title: shortTitle(title) })
    .where("id", "=", id)
    .where("title", "=", shortTitle(before))
    .execute();
}
