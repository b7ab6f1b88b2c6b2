import { germanTurnWords } from "./de-turn.ts";
import { turnWords } from "./en-turn.ts";
import type { Language, Said } from "./language.ts";

export type TurnWords = Said<typeof turnWords>;

const inLanguages: Record<Language, TurnWords> = { en: turnWords, de: germanTurnWords };

/** Returns the strings of a turn in the language of its question. */
export const turnWordsIn = (language: Language): TurnWords => inLanguages[language];
