import { createStore } from "#app/ui/store.ts";

/** Tells whether the server can be reached. `live.tsx` sets it, because it keeps a connection open. */
export const connection = createStore<"up" | "lost">("up");
