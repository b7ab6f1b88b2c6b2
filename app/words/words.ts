import { words as english } from "./en.ts";
import { type Language, type Said, spokenIn } from "./language.ts";

export type Words = Said<typeof english>;

const spoken: { en: Words } & Partial<Record<Language, Words>> = { en: english };

/** All strings of the screens, in the language of the screens. */
export const words: Words = spokenIn(spoken);

/** Adds a language. English is there from the start; the page loads another one before it is drawn. */
export function addWords(language: Language, its: Words): void {
  spoken[language] = its;
}

/** Returns the title of the browser's tab. */
export const pageTitle = (title?: string): string => (title ? `${title} · ${words.brand}` : words.brand);
