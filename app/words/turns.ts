import { turnWords } from "./en-turn.ts";
import type { Language, Said } from "./language.ts";

export type TurnWords = Said<typeof turnWords>;

const inLanguages: { en: TurnWords } & Partial<Record<Language, TurnWords>> = { en: turnWords };

export const hasTurnWords = (language: Language): boolean => inLanguages[language] !== undefined;

/** Returns the strings of a turn in the language of its question; in English until those are loaded. */
export const turnWordsIn = (language: Language): TurnWords => inLanguages[language] ?? inLanguages.en;

export function addTurnWords(language: Language, its: TurnWords): void {
  inLanguages[language] = its;
}
