import { createContext, useContext } from "react";
import { type Language, language } from "#app/words/language.ts";
import { type TurnWords, turnWordsIn } from "#app/words/turns.ts";

/** The language of the question whose turn is drawn. */
export const TurnLanguage = createContext<Language | null>(null);

/** Returns the language of the turn, or that of the screens outside of turns and before a question was read. */
export const useTurnLanguage = (): Language => useContext(TurnLanguage) ?? language();

/** Returns the strings of the turn, in its language. */
export const useTurnWords = (): TurnWords => turnWordsIn(useTurnLanguage());
