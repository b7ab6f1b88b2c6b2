import type { Database } from "../engines/database/port.ts";
import { AppError } from "../errors.ts";
import { leasesEndedBefore, libraryTime } from "./clock.ts";
import { appendEvent } from "./events.ts";
import { type ConversationItem, toConversationItem } from "./history.ts";
import { isOfDead, newLease } from "./leases.ts";
import type { Rows, Schema, TurnRow } from "./schema.ts";
import {
  bringTurnsBack,
  replacedIn,
  replaceTurns,
  type StoredTurn,
  shortTitle,
  toStoredTurn,
} from "./turn-edits.ts";

export interface NewTurn {
  id: string;
  /** The name for a conversation that has none yet. */
  title: string;
  conversationId: string;
  /** True if the conversation is made with this turn, unless it is there. */
  begins: boolean;
  /** The turn whose place it takes: an edited question. That turn and all after it are kept, and not shown. */
  replaces: string | null;
  text: string;
  photoIds: string[];
  now: string | null;
  timeZone: string | null;
}

/** The columns that change while a turn runs. */
export type TurnProgress = Partial<
  Pick<
    StoredTurn,
    | "state"
    | "plan"
    | "result_set_id"
    | "words"
    | "stands"
    | "error_code"
    | "error_message"
    | "cover"
    | "cover_place"
    | "cover_taken"
  >
>;

const columnsOf = ({ plan, ...columns }: TurnProgress): Partial<TurnRow> => ({
  ...columns,
  ...(plan !== undefined && { plan: JSON.stringify(plan) }),
});

/** Reads and writes conversations as a whole. It is a type of its own, because other programs see it. */
export interface NamedConversations {
  /** Idempotent by id. */
  create(owner: string, id: string, title: string): Promise<ConversationItem>;
  rename(owner: string, id: string, title: string): Promise<ConversationItem>;
  remove(owner: string, id: string): Promise<void>;
}

/** Reads and writes conversations and their turns. */
export interface Conversations extends NamedConversations {
  /** `replaced`: the number of turns that each turn has replaced, by its id. Throws AppError NOT_FOUND. */
  get(
    owner: string,
    id: string,
  ): Promise<ConversationItem & { turns: StoredTurn[]; replaced: ReadonlyMap<string, number> }>;
  /**
   * Begins a turn; a second call with its id changes nothing. `begun` is true for the one caller that runs the turn;
   * `replaced` are running turns that it has replaced. Throws NOT_FOUND, CONFLICT.
   */
  beginTurn(
    owner: string,
    turn: NewTurn,
  ): Promise<{ turn: StoredTurn; begun: boolean; replaced: StoredTurn[] }>;
  /**
   * Brings back the turns that this one has replaced, and puts this one away. Returns it. Throws NOT_FOUND, and
   * CONFLICT if something was asked since.
   */
  bringBack(owner: string, id: string): Promise<StoredTurn>;
  turn(owner: string, id: string): Promise<StoredTurn>;
  /** Changes what a turn shows. */
  adjustTurn(owner: string, id: string, set: TurnProgress): Promise<void>;
  /**
   * Writes an event and the new state of the turn in one transaction. If the turn has ended, or a process other than
   * `runner` has its lease, it writes nothing and returns false. A `runner` of null stands for any process; `within` is
   * a transaction that has already written something.
   */
  tellTurn(
    turn: Pick<StoredTurn, "owner" | "id">,
    event: { type: string },
    set: TurnProgress,
    runner: string | null,
    within?: Rows,
  ): Promise<boolean>;
  /** Takes over the running turns whose process is gone; they are ours to run from now on. */
  takeTurns(): Promise<StoredTurn[]>;
  /** Renews our lease on these turns. */
  keepTurns(ids: string[]): Promise<void>;
}

/**
 * Milliseconds for which a process that runs turns may be silent. If it died on this machine, others know at
 * once.
 */
const leaseMs = 30_000;

export function createConversations(database: Database<Schema>): Conversations {
  const { rows } = database;
  const lease = newLease();

  async function find(owner: string, id: string, within: Rows = rows): Promise<ConversationItem> {
    const row = await within
      .selectFrom("conversations")
      .selectAll()
      .where("owner", "=", owner)
      .where("id", "=", id)
      .where("deleted_at", "is", null)
      .executeTakeFirst();
    if (!row) throw new AppError("NOT_FOUND", "This conversation is not here any more.");
    return toConversationItem(row);
  }

  async function create(owner: string, id: string, title: string, within: Rows = rows) {
    const now = libraryTime();
    await within
      .insertInto("conversations")
      .values({ id, owner, title, created_at: now, updated_at: now })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
    return find(owner, id, within);
  }

  async function turn(owner: string, id: string): Promise<StoredTurn> {
    const row = await rows
      .selectFrom("turns")
      .selectAll()
      .where("owner", "=", owner)
      .where("id", "=", id)
      .executeTakeFirst();
    if (!row) throw new AppError("NOT_FOUND", "This question is not here any more.");
    return toStoredTurn(row);
  }

  return {
    turn,
    async get(owner, id) {
      const conversation = await find(owner, id);
      const turns = await rows
        .selectFrom("turns")
        .selectAll()
        .where("owner", "=", owner)
        .where("conversation_id", "=", id)
        .where("replaced_by", "is", null)
        .orderBy("created_at")
        .orderBy("id")
        .execute();
      return { ...conversation, turns: turns.map(toStoredTurn), replaced: await replacedIn(rows, owner, id) };
    },

    create,

    async rename(owner, id, title) {
      await find(owner, id);
      await rows
        .updateTable("conversations")
        .set({ title })
        .where("owner", "=", owner)
        .where("id", "=", id)
        .execute();
      return find(owner, id);
    },

    async remove(owner, id) {
      await rows
        .updateTable("conversations")
        .set({ deleted_at: libraryTime() })
        .where("owner", "=", owner)
        .where("id", "=", id)
        .execute();
    },

    async beginTurn(owner, { id, conversationId, begins, replaces, title, text, photoIds, now, timeZone }) {
      if (!begins) await find(owner, conversationId);
      const created = libraryTime();
      return rows.transaction().execute(async (transaction) => {
        if (begins) await create(owner, conversationId, "", transaction);
        const row: TurnRow = {
          id,
          owner,
          conversation_id: conversationId,
          text,
          photo_ids: JSON.stringify(photoIds),
          now,
          time_zone: timeZone,
          state: "running",
          plan: null,
          result_set_id: null,
          words: "",
          error_code: null,
          error_message: null,
          created_at: created,
          lease_by: lease,
          lease_until: created + leaseMs,
          ...{
            replaced_by: null,
            cover: null,
            cover_place: null,
            cover_taken: null,
            stands: 0,
            second: null,
          },
        };
        const inserted = await transaction
          .insertInto("turns")
          .values(row)
          .onConflict((conflict) => conflict.column("id").doNothing())
          .executeTakeFirst();
        if (!inserted.numInsertedOrUpdatedRows) {
          const there = await transaction
            .selectFrom("turns")
            .selectAll()
            .where("id", "=", id)
            .executeTakeFirstOrThrow();
          if (there.owner !== owner || there.conversation_id !== conversationId || there.text !== text) {
            throw new AppError("CONFLICT", "Another question has this turnId already.");
          }
          return { turn: toStoredTurn(there), begun: false, replaced: [] };
        }
        const replaced = replaces ? await replaceTurns(transaction, row, replaces, title) : [];
        const conversation = transaction.updateTable("conversations").where("id", "=", conversationId);
        await conversation.set({ updated_at: created }).execute();
        await conversation
          .set({ title: shortTitle(title) })
          .where("title", "=", "")
          .execute();
        return { turn: toStoredTurn(row), begun: true, replaced };
      });
    },

    bringBack: (owner, id) =>
      rows.transaction().execute((transaction) => bringTurnsBack(transaction, owner, id)),

    async adjustTurn(owner, id, set) {
      await rows
        .updateTable("turns")
        .set(columnsOf(set))
        .where("owner", "=", owner)
        .where("id", "=", id)
        .execute();
    },

    tellTurn({ owner, id }, event, set, runner, within) {
      async function write(transaction: Rows): Promise<boolean> {
        let update = transaction
          .updateTable("turns")
          .set({ ...columnsOf(set), state: set.state ?? "running" })
          .where("id", "=", id)
          .where("state", "=", "running");
        if (runner) update = update.where("lease_by", "=", runner);
        const there = await update.executeTakeFirst();
        if (there.numUpdatedRows === 0n) return false;
        await appendEvent(transaction, { owner, kind: "turn", subject: id, type: event.type, data: event });
        return true;
      }
      return within ? write(within) : rows.transaction().execute(write);
    },

    async takeTurns() {
      const now = libraryTime();
      const running = await rows
        .selectFrom("turns")
        .selectAll()
        .where("state", "=", "running")
        .orderBy("created_at")
        .execute();
      const taken: StoredTurn[] = [];
      for (const row of running) {
        const isHeld =
          row.lease_by !== null && Number(row.lease_until) >= leasesEndedBefore() && !isOfDead(row.lease_by);
        if (isHeld) continue;
        const result = await rows
          .updateTable("turns")
          .set({ lease_by: lease, lease_until: now + leaseMs })
          .where("id", "=", row.id)
          .where("state", "=", "running")
          .where("lease_by", "is not distinct from", row.lease_by)
          .where("lease_until", "is not distinct from", row.lease_until)
          .executeTakeFirst();
        if (result.numUpdatedRows > 0n) taken.push({ ...toStoredTurn(row), lease_by: lease });
      }
      return taken;
    },

    async keepTurns(ids) {
      if (ids.length === 0) return;
      await rows
        .updateTable("turns")
        .set({ lease_until: libraryTime() + leaseMs })
        .where("id", "in", ids)
        .where("lease_by", "=", lease)
        .execute();
    },
  };
}
