import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useState } from "react";
import { useTRPC } from "#app/api/client.ts";
import { connection } from "#app/api/connection.ts";
import { useStore } from "#app/ui/store.ts";
import { useDelayed } from "#app/ui/use-delayed.ts";
import { writeDraft } from "./draft.ts";

/** Names are looked up when no key has been pressed for this many ms. */
const pause = 120;
/** A longer text is a story rather than a search, so no names are looked up for it. */
const longest = 300;

/** Offers names of the library for the word that is being typed. They never stand in the way of Enter. */
export function useSuggestions(text: string, onTake: () => void) {
  const trpc = useTRPC();
  const isLost = useStore(connection, (state) => state === "lost");
  const [active, setActive] = useState(0);
  /** The text for which a name was taken or the list was closed. */
  const [done, setDone] = useState("");
  const asked = useDelayed(text, pause);
  const isWanted = asked === text && text !== done && text.length <= longest && !isLost;
  const { data } = useQuery({
    ...trpc.search.complete.queryOptions({ text: asked }),
    enabled: isWanted && text.trim().length > 1,
    retry: false,
  });
  const names = isWanted && data ? data.names : [];
  const count = names.length;

  // biome-ignore lint/correctness/useExhaustiveDependencies: other names begin at the first.
  useEffect(() => setActive(0), [asked]);

  function take(at: number): void {
    const name = names[at];
    if (!name || !data) return;
    const next = `${text.slice(0, text.length - data.replaces)}${name.value} `;
    setDone(next);
    onTake();
    writeDraft(next);
  }

  /** Handles the keys of the list; returns true for those that it has used. */
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): boolean {
    const { selectionEnd, value } = event.currentTarget;
    const isBare = !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (count === 0 || event.nativeEvent.isComposing || !isBare || selectionEnd < value.length) return false;
    if (event.key === "ArrowDown") setActive((active + 1) % count);
    else if (event.key === "ArrowUp") setActive((active + count - 1) % count);
    else if (event.key === "Tab") take(active);
    else if (event.key === "Escape") setDone(text);
    else return false;
    event.preventDefault();
    return true;
  }

  return { names, active, take, onKeyDown, close: () => setDone(text) };
}
