let channel: BroadcastChannel | undefined;

/** The channel on which the tabs of this browser tell each other what they changed; undefined on the server. */
function tabs(): BroadcastChannel | undefined {
  if (typeof document === "undefined" || !("BroadcastChannel" in window)) return undefined;
  channel ??= new BroadcastChannel("glimpse");
  return channel;
}

/** Tells the other tabs that the server has something new in a conversation, or in their list. */
export function tellOtherTabs(): void {
  tabs()?.postMessage("conversations");
}

/** Calls back when another tab has changed a conversation. Returns a function that stops listening. */
export function onOtherTabs(listener: () => void): () => void {
  const heard = tabs();
  heard?.addEventListener("message", listener);
  return () => heard?.removeEventListener("message", listener);
}
