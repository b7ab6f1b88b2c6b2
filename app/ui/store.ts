import { useSyncExternalStore } from "react";

/** State that outlives a change of the page. Only the browser changes it; on the server it keeps its first value. */
export interface Store<State> {
  get(): State;
  set(change: (state: State) => State): void;
  subscribe(listener: () => void): () => void;
  readonly initial: State;
}

export function createStore<State>(initial: State): Store<State> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    initial,
    get: () => state,
    set(change) {
      const next = change(state);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Returns a part of a store's state. `select` must return the same reference for the same state. */
export function useStore<State, Part>(store: Store<State>, select: (state: State) => Part): Part {
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.get()),
    () => select(store.initial),
  );
}
