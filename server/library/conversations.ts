import type { Database } from "../engines/database/port.ts";
import { AppError } from "../errors.ts";
import type { ConversationsTable, Schema, TurnRow } from "./schema.ts";

export interface ConversationItem {
  id: string;
  title: string;
  /** ISO 8601, UTC. */
  updatedAt: string;
}

export interface NewTurn {
  id: string;
  /** What a conversation that has no name yet is called from now on. */
  title: string;
  conversationId: string;
  text: string;
  photoIds: string[];
  now: string | null;
  timeZone: string | null;
}

/** Rows of conversations and their turns. */
export interface Conversations {
  list(owner: string): Promise<ConversationItem[]>;
  /** Throws AppError NOT_FOUND. */
  get(owner: string, id: string): Promise<ConversationItem & { turns: TurnRow[] }>;
  /** Idempotent by its id. */
  create(owner: string, id: string, title: string): Promise<ConversationItem>;
  rename(owner: string, id: string, title: string): Promise<ConversationItem>;
  remove(owner: string, id: string): Promise<void>;
  /** Idempotent by its id: `begun` is false when the turn was there already. Throws NOT_FOUND, CONFLICT. */
  beginTurn(owner: string, turn: NewTurn): Promise<{ turn: TurnRow; begun: boolean }>;
  turn(owner: string, id: string): Promise<TurnRow>;
  /** Turns that no ending was written for: the process that ran them is gone. */
  runningTurns(): Promise<TurnRow[]>;
}

export function createConversations(database: Database<Schema>): Conversations {
  const { rows } = database;
  const toItem = (row: ConversationsTable): ConversationItem => ({
    id: row.id,
    title: row.title,
    updatedAt: new Date(Number(row.updated_at)).toISOString(),
  });

  async function find(owner: string, id: string): Promise<ConversationItem> {
    const row = await rows
      .selectFrom("conversations")
      .selectAll()
      .where("owner", "=", owner)
      .where("id", "=", id)
      .where("deleted_at", "is", null)
      .executeTakeFirst();
    if (!row) throw new AppError("NOT_FOUND", "This conversation is not here any more.");
    return toItem(row);
  }

  async function turn(owner: string, id: string): Promise<TurnRow> {
    const row = await rows
      .selectFrom("turns")
      .selectAll()
      .where("owner", "=", owner)
      .where("id", "=", id)
      .executeTakeFirst();
    if (!row) throw new AppError("NOT_FOUND", "This question is not here any more.");
    return row;
  }

  return {
    turn,
    async list(owner) {
      const found = await rows
        .selectFrom("conversations")
        .selectAll()
        .where("owner", "=", owner)
        .where("deleted_at", "is", null)
        .orderBy("updated_at", "desc")
        .limit(500)
        .execute();
      return found.map(toItem);
    },

    async get(owner, id) {
      const conversation = await find(owner, id);
      const turns = await rows
        .selectFrom("turns")
        .selectAll()
        .where("owner", "=", owner)
        .where("conversation_id", "=", id)
        .orderBy("created_at")
        .orderBy("id")
        .execute();
      return { ...conversation, turns };
    },

    async create(owner, id, title) {
      const now = Date.now();
      await rows
        .insertInto("conversations")
        .values({ id, owner, title, created_at: now, updated_at: now })
        .onConflict((conflict) => conflict.column("id").doNothing())
        .execute();
      return find(owner, id);
    },

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
        .set({ deleted_at: Date.now() })
        .where("owner", "=", owner)
        .where("id", "=", id)
        .execute();
    },

    async beginTurn(owner, { id, conversationId, title, text, photoIds, now, timeZone }) {
      const conversation = await find(owner, conversationId);
      return rows.transaction().execute(async (transaction) => {
        const there = await transaction
          .selectFrom("turns")
          .selectAll()
          .where("id", "=", id)
          .executeTakeFirst();
        if (there) {
          if (there.owner !== owner || there.conversation_id !== conversationId || there.text !== text) {
            throw new AppError("CONFLICT", "Another question has this turnId already.");
          }
          return { turn: there, begun: false };
        }
        const created = Date.now();
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
        };
        await transaction.insertInto("turns").values(row).execute();
        await transaction
          .updateTable("conversations")
          .set({ updated_at: created, title: conversation.title || shortTitle(title) })
          .where("id", "=", conversationId)
          .execute();
        return { turn: row, begun: true };
      });
    },

    runningTurns: () =>
      rows.selectFrom("turns").selectAll().where("state", "=", "running").orderBy("created_at").execute(),
  };
}

/** One line that fits a list. */
function shortTitle(title: string): string {
  const line = title.replace(/\s+/g, " ").trim();
  if (line.length <= 60) return line;
  return `${line.slice(0, 60).replace(/\s+\S*$/, "")}…`;
}
