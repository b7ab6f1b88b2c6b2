/** What the pages need of each language, in the order in which languages are tried; the first is used in doubt. */
export const languageCodes = ["en", "de", "es", "fr"] as const;
export type LanguageCode = (typeof languageCodes)[number];

/** Before a thing that photos must not show. */
export const withoutLabels: Record<LanguageCode, string> = {
  en: "not:",
  de: "nicht:",
  es: "sin:",
  fr: "sans :",
};
