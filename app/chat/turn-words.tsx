import { createContext, useContext, useEffect, useState } from "react";
import { type Language, language } from "#app/words/language.ts";
import { loadTurnWords } from "#app/words/load-words.ts";
import { hasTurnWords, type TurnWords, turnWordsIn } from "#app/words/turns.ts";

/** The language of the question whose turn is drawn. */
export const TurnLanguage = createContext<Language | null>(null);

/** Returns the language of the turn, or that of the screens outside of turns and before a question was read. */
export const useTurnLanguage = (): Language => useContext(TurnLanguage) ?? language();

/** Returns the strings of the turn, in its language. */
export const useTurnWords = (): TurnWords => turnWordsIn(useTurnLanguage());

/** Returns the language as soon as its strings are there; English stands in until then, and where they cannot be loaded. */
export function useLoadedLanguage(spoken: Language | undefined): Language | null {
  const [, setLoaded] = useState<Language | null>(null);
  useEffect(() => {
    if (spoken && !hasTurnWords(spoken))
      loadTurnWords(spoken).then(
        () => setLoaded(spoken),
        () => {},
      );
  }, [spoken]);
  if (!spoken) return null;
  return hasTurnWords(spoken) ? spoken : "en";
}
