import { createStore } from "#app/ui/store.ts";

/** Whether the server was heard of lately; told by the connection that `live.tsx` keeps open. */
export const connection = createStore<"up" | "lost">("up");
