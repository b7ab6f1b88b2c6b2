import type { Database } from "../engines/database/port.ts";
import { fold } from "../engines/index/fold.ts";
import { AppError } from "../errors.ts";
import { libraryTime } from "./clock.ts";
import type { ConversationsTable, Schema } from "./schema.ts";

export interface ConversationItem {
  id: string;
  title: string;
  /** ISO 8601, UTC. */
  updatedAt: string;
  pinned: boolean;
}

/** A conversation as the history shows it. */
export interface HistoryItem extends ConversationItem {
  /** The first photo of its first answer, with the place and the local time where they are known. */
  cover: { photoId: string; place: string | null; takenAt: string | null } | null;
}

export interface FoundConversation extends HistoryItem {
  /** The question that the words were found in; null if they are only in the title. */
  matched: string | null;
}

/** The conversations as a list, with their titles, covers and pins. */
export interface History {
  /** Pinned ones first, then the newest first. */
  list(owner: string): Promise<HistoryItem[]>;
  /** Finds those whose title or questions have all of the words, or what the words begin. */
  find(owner: string, text: string, limit: number): Promise<FoundConversation[]>;
  /** Throws AppError NOT_FOUND. */
  pin(owner: string, id: string, pinned: boolean): Promise<void>;
}

/** The most conversations that a list shows, and the most questions that are looked through. */
const mostListed = 500;
const mostSearched = 20_000;

export const toConversationItem = (row: ConversationsTable): ConversationItem => ({
  id: row.id,
  title: row.title,
  updatedAt: new Date(Number(row.updated_at)).toISOString(),
  pinned: row.pinned_at !== null,
});

export function createHistory({ rows }: Database<Schema>): History {
  const conversationsOf = (owner: string) =>
    rows.selectFrom("conversations").selectAll().where("owner", "=", owner).where("deleted_at", "is", null);

  async function withCovers(owner: string, found: ConversationsTable[]): Promise<HistoryItem[]> {
    if (found.length === 0) return [];
    const ids = found.map(({ id }) => id);
    const covers = await rows
      .selectFrom("turns as t")
      .innerJoin("photos as p", "p.id", "t.cover")
      .select(["t.conversation_id as of", "t.cover", "t.cover_place as place", "t.cover_taken as taken"])
      .where("t.owner", "=", owner)
      .where("t.conversation_id", "in", ids)
      .where("t.replaced_by", "is", null)
      .where("p.deleted_at", "is", null)
      .where("p.role", "is", null)
      // The map keeps the last row of a conversation, which here is its first turn.
      .orderBy("t.created_at", "desc")
      .orderBy("t.id", "desc")
      .execute();
    const coverOf = new Map(covers.map((row) => [row.of, row]));
    return found.map((row) => {
      const cover = coverOf.get(row.id);
      return {
        ...toConversationItem(row),
        cover: cover?.cover ? { photoId: cover.cover, place: cover.place, takenAt: cover.taken } : null,
      };
    });
  }

  return {
    async list(owner) {
      const pinned = await conversationsOf(owner)
        .where("pinned_at", "is not", null)
        .orderBy("pinned_at", "desc")
        .limit(mostListed)
        .execute();
      const others = await conversationsOf(owner)
        .where("pinned_at", "is", null)
        .orderBy("updated_at", "desc")
        .limit(mostListed)
        .execute();
      return withCovers(owner, [...pinned, ...others]);
    },

    async find(owner, text, limit) {
      const words = wordsIn(text);
      if (words.length === 0) return [];
      const conversations = await conversationsOf(owner).orderBy("updated_at", "desc").execute();
      // Compared here and not in the statement, because SQLite folds the case of English letters only.
      const questions = await rows
        .selectFrom("turns")
        .select(["conversation_id as of", "text"])
        .where("owner", "=", owner)
        .where("replaced_by", "is", null)
        .orderBy("created_at", "desc")
        .limit(mostSearched)
        .execute();
      const asked = Map.groupBy(questions, ({ of }) => of);
      const matched = new Map<string, string | null>();
      const found = conversations.filter(({ id, title }) => {
        if (matched.size >= limit) return false;
        const isTitle = hasAll(title, words);
        const question = (asked.get(id) ?? []).find((each) => hasAll(each.text, words));
        if (!isTitle && !question) return false;
        matched.set(id, isTitle ? null : (question?.text ?? null));
        return true;
      });
      const items = await withCovers(owner, found);
      return items.map((item) => ({ ...item, matched: matched.get(item.id) ?? null }));
    },

    async pin(owner, id, pinned) {
      const { numUpdatedRows } = await rows
        .updateTable("conversations")
        .set({ pinned_at: pinned ? libraryTime() : null })
        .where("owner", "=", owner)
        .where("id", "=", id)
        .where("deleted_at", "is", null)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw new AppError("NOT_FOUND", "This conversation is not here any more.");
    },
  };
}

const wordsIn = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** Tells whether each word begins a word of the text. */
function hasAll(text: string, words: string[]): boolean {
  const those = wordsIn(text);
  return words.every((word) => those.some((that) => that.startsWith(word)));
}
