import { isLanguage, type Language } from "./language.ts";

/** The cookie that keeps the language that a person has chosen in this browser. */
export const languageCookie = "glimpse-language";

/**
 * Returns the language that was chosen in this browser, or else the first of the browser's languages that Glimpse has.
 */
export function languageAsked(headers: Headers): Language {
  return (
    chosenLanguage(headers.get("Cookie") ?? "") ?? languageAccepted(headers.get("Accept-Language") ?? "")
  );
}

/** Returns the language that was chosen, as it stands in the cookies; null if none was. */
export function chosenLanguage(cookies: string): Language | null {
  const value = new RegExp(`(?:^|; )${languageCookie}=([^;]*)`).exec(cookies)?.[1];
  return isLanguage(value) ? value : null;
}

/** Reads a header such as "de-AT,de;q=0.9,en;q=0.8". */
function languageAccepted(header: string): Language {
  const ranked = header
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = /q=([\d.]+)/.exec(parameters.join(";"))?.[1];
      return { code: tag.toLowerCase().split("-")[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality);
  return ranked.map(({ code }) => code).find(isLanguage) ?? "en";
}
