import { words } from "#app/words/words.ts";
import type { ConversationItem } from "#server/search/types.ts";

/** Returns a conversation's title. The server names it after its first question, so a new one has none yet. */
export const titleOf = ({ title }: Pick<ConversationItem, "title">): string => title || words.shell.untitled;
