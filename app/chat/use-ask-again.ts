import { isOffline, reasonOf } from "#app/api/errors.ts";
import { uuid } from "#app/ui/uuid.ts";
import type { Turn } from "#server/search/types.ts";
import { changeDraft } from "./draft.ts";
import { ask } from "./live-turns.ts";

/** Asks a turn's question again as a new turn. */
export function useAskAgain(conversationId: string, { text, photos }: Turn): () => Promise<void> {
  return async () => {
    try {
      await ask(conversationId, uuid(), { text, photos });
      changeDraft({ problem: null });
    } catch (error) {
      changeDraft({ problem: isOffline(error) ? "offline" : { reason: reasonOf(error) } });
    }
  };
}
