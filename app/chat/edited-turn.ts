import { createStore } from "#app/ui/store.ts";

/** The id of the turn whose question is being edited. */
export const editedTurn = createStore<string | null>(null);
