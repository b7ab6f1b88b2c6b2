/**
 * The languages of questions, in the order in which they are tried; the first is used in doubt. The pages need no more
 * of them than this file.
 */
export const languageCodes = ["en", "de", "es", "fr"] as const;
export type LanguageCode = (typeof languageCodes)[number];

/** Before a thing that photos must not show. */
export const withoutLabels: Record<LanguageCode, string> = {
  en: "not:",
  de: "nicht:",
  es: "sin:",
  fr: "sans :",
};
