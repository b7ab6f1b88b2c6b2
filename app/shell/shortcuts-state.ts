import { createStore } from "#app/ui/store.ts";

/** The dialog that lies over the page for a key. */
export const shortcutDialog = createStore<"jump" | "keys" | null>(null);
