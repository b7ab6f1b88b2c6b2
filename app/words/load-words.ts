import type { Groups } from "./groups.ts";
import { addGroups, isLanguage, type Language } from "./language.ts";
import { addTurnWords, hasTurnWords } from "./turns.ts";
import { addWords, type Words } from "./words.ts";

/** The strings of each language that does not come with every page: those of `words`, and the groups beside them. */
const loads: Partial<Record<Language, () => [Promise<Words>, Promise<Groups>]>> = {
  de: () => [
    import("./de.ts").then(({ germanWords }) => germanWords),
    import("./de-groups.ts").then(({ germanGroups }) => germanGroups),
  ],
  es: () => [
    import("./es.ts").then(({ spanishWords }) => spanishWords),
    import("./es-groups.ts").then(({ spanishGroups }) => spanishGroups),
  ],
  fr: () => [
    import("./fr.ts").then(({ frenchWords }) => frenchWords),
    import("./fr-groups.ts").then(({ frenchGroups }) => frenchGroups),
  ],
};

/** Loads the strings of a language that does not come with every page. */
async function loadWords(language: Language): Promise<void> {
  const [words, groups] = await Promise.all(loads[language]?.() ?? []);
  if (words) addWords(language, words);
  if (groups) addGroups(language, groups);
}

/** Loads the strings that a turn needs whose question is in this language. */
export async function loadTurnWords(language: Language): Promise<void> {
  if (hasTurnWords(language)) return;
  switch (language) {
    case "en":
      return;
    case "de":
      return addTurnWords("de", (await import("./de-turn.ts")).germanTurnWords);
    case "es":
      return addTurnWords("es", (await import("./es-turn.ts")).spanishTurnWords);
    case "fr":
      return addTurnWords("fr", (await import("./fr-turn.ts")).frenchTurnWords);
  }
}

/** Loads what the page needs that the server has drawn, so that the browser draws the same. */
export async function loadPageWords(pageLanguage: Language): Promise<void> {
  const turns = [...document.querySelectorAll("[data-turn][lang]")].map((turn) => turn.getAttribute("lang"));
  const spoken = new Set([pageLanguage, ...turns]);
  await Promise.all([loadWords(pageLanguage), ...[...spoken].filter(isLanguage).map(loadTurnWords)]);
}
