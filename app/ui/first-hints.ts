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

export const hintsCookie = "glimpse-hints";
export const desktop = { gridWidth: 936, window: 1280 };
const phone = { gridWidth: 375, window: 375 };

/** Reads the hints of an earlier visit; a phone that comes for the first time gets a phone's widths. */
export function hintsOf(headers: Headers): Hints {
  const value = new RegExp(`(?:^|; )${hintsCookie}=([^;]*)`).exec(headers.get("Cookie") ?? "")?.[1] ?? "";
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
