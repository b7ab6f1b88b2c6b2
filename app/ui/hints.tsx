import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { useBeforePaint } from "./hydrated.ts";
import { keepCookie } from "./keep-cookie.ts";
import { NonceContext } from "./nonce.ts";

/** Facts about the browser that the server needs to render the first page as the browser will. */
export interface Hints {
  timeZone: string;
  /** Width of a photo grid in this window, px. */
  gridWidth: number;
  /** Width of the window, px. */
  window: number;
  /** Milliseconds since 1970. */
  now: number;
}

const cookie = "glimpse-hints";
const desktop = { gridWidth: 936, window: 1280 };
const phone = { gridWidth: 375, window: 375 };
const HintsContext = createContext<Hints>({ timeZone: "UTC", ...desktop, now: 0 });
export const useHints = (): Hints => useContext(HintsContext);

/** Reads the hints of an earlier visit; a phone that comes for the first time gets a phone's widths. */
export function hintsOf(headers: Headers): Hints {
  const value = new RegExp(`(?:^|; )${cookie}=([^;]*)`).exec(headers.get("Cookie") ?? "")?.[1] ?? "";
  const [zone = "", ...widths] = value.split("~");
  const [gridWidth = 0, window = 0] = widths.map(Number);
  const isKnown = [gridWidth, window].every((width) => width > 0 && width < 10_000);
  return {
    timeZone: knownZone(zone) ?? "UTC",
    ...(isKnown ? { gridWidth, window } : isPhone(headers) ? phone : desktop),
    now: Date.now(),
  };
}

/** Only some browsers send the hint, and only to an address that is secure. All phones say it in their name. */
const isPhone = (headers: Headers) =>
  headers.get("Sec-CH-UA-Mobile") === "?1" || /\bMobi/.test(headers.get("User-Agent") ?? "");

function knownZone(encoded: string): string | null {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: decodeURIComponent(encoded) }).resolvedOptions()
      .timeZone;
  } catch {
    return null;
  }
}

/** Keeps the width of the grid in this window for the next page that the server renders. */
export function rememberGridWidth(width: number): void {
  const value = [encodeURIComponent(browserZone()), Math.round(width), innerWidth].join("~");
  keepCookie(cookie, value);
}

const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * Provides the server's hints for the first render, so that server and browser draw the same page, and then
 * the browser's own.
 */
export function HintsProvider({ initial, children }: { initial: Hints; children: ReactNode }) {
  const [hints, setHints] = useState(initial);
  const [isMeasured, setMeasured] = useState(false);
  useBeforePaint(() => setMeasured(true), []);
  useEffect(() => {
    const update = () => setHints((before) => ({ ...before, timeZone: browserZone(), now: Date.now() }));
    update();
    const timer = setInterval(update, 60_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <HintsContext.Provider value={hints}>
      {!isMeasured && <HiddenUnlessFitting window={initial.window} />}
      {children}
    </HintsContext.Provider>
  );
}

/**
 * Hides what is laid out for a window of another width until the page's script has measured, or else it would jump.
 * Should the script not come, it is shown after a while as it is.
 */
function HiddenUnlessFitting({ window }: { window: number }) {
  const nonce = useContext(NonceContext);
  const fits = `(min-width: ${window - 1}px) and (max-width: ${window + 1}px)`;
  return (
    <style nonce={nonce} suppressHydrationWarning>
      {`@media not all and ${fits} { [data-fitted] { visibility: hidden; animation: come-late 0s 4s forwards } }`}
    </style>
  );
}
