import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

/** Facts about the browser that the server needs to render the first page as the browser will. */
export interface Hints {
  timeZone: string;
  /** Width of a photo grid, px. */
  gridWidth: number;
  /** Milliseconds since 1970. */
  now: number;
}

const cookie = "glimpse-hints";
const HintsContext = createContext<Hints>({ timeZone: "UTC", gridWidth: 936, now: 0 });
export const useHints = (): Hints => useContext(HintsContext);

/** Reads the hints of an earlier visit; a phone that comes for the first time gets a phone's width. */
export function hintsOf(headers: Headers): Hints {
  const value = new RegExp(`(?:^|; )${cookie}=([^;]*)`).exec(headers.get("Cookie") ?? "")?.[1] ?? "";
  const [zone = "", width = ""] = value.split("~");
  const gridWidth = Number(width);
  return {
    timeZone: knownZone(zone) ?? "UTC",
    gridWidth:
      gridWidth > 0 && gridWidth < 10_000 ? gridWidth : headers.get("Sec-CH-UA-Mobile") === "?1" ? 375 : 936,
    now: Date.now(),
  };
}

function knownZone(encoded: string): string | null {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: decodeURIComponent(encoded) }).resolvedOptions()
      .timeZone;
  } catch {
    return null;
  }
}

/** Stores the grid width for the next page that the server renders. Works only over HTTPS or on localhost. */
export function rememberGridWidth(width: number): void {
  const value = `${encodeURIComponent(browserZone())}~${Math.round(width)}`;
  globalThis.cookieStore
    ?.set({ name: cookie, value, path: "/", sameSite: "lax", expires: Date.now() + 365 * 86_400_000 })
    .catch(() => {});
}

const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * Provides the server's hints for the first render, so that server and browser draw the same page, and then
 * the browser's own.
 */
export function HintsProvider({ initial, children }: { initial: Hints; children: ReactNode }) {
  const [hints, setHints] = useState(initial);
  useEffect(() => {
    const update = () => setHints((before) => ({ ...before, timeZone: browserZone(), now: Date.now() }));
    update();
    const timer = setInterval(update, 60_000);
    return () => clearInterval(timer);
  }, []);
  return <HintsContext.Provider value={hints}>{children}</HintsContext.Provider>;
}
