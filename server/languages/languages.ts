import type { LanguageCode } from "./codes.ts";
import { german } from "./de/german.ts";
import { english } from "./en/english.ts";
import { spanish } from "./es/spanish.ts";
import { french } from "./fr/french.ts";
import type { Language } from "./language.ts";

/** All languages of questions. The first one is used if the words do not tell. */
export const languages: Language[] = [english, german, spanish, french];

export function languageOf(code: LanguageCode): Language {
  return languages.find((language) => language.code === code) ?? english;
}

/** Joins a list of words of all languages. */
export function wordsOfAll(name: keyof Language["captionWords"]): Set<string> {
  return new Set(languages.flatMap(({ captionWords }) => captionWords[name].split(/\s+/).filter(Boolean)));
}
