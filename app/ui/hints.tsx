import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { desktop, type Hints, hintsCookie } from "./first-hints.ts";
import { useBeforePaint } from "./hydrated.ts";
import { keepCookie } from "./keep-cookie.ts";
import { NonceContext } from "./nonce.ts";

const HintsContext = createContext<Hints>({ timeZone: "UTC", ...desktop, now: 0 });
export const useHints = (): Hints => useContext(HintsContext);

/** Keeps the width of the grid in this window for the next page that the server renders. */
export function rememberGridWidth(width: number): void {
  const value = [encodeURIComponent(browserZone()), Math.round(width), innerWidth].join("~");
  keepCookie(hintsCookie, value);
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
