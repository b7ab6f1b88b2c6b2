import { words } from "#app/words/en.ts";
import type { ConversationItem } from "#server/search/types.ts";

/** A conversation is called by its first question; before that it has no name. */
export const titleOf = ({ title }: Pick<ConversationItem, "title">): string => title || words.shell.untitled;
