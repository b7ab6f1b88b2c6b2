import { addGroups, isLanguage, type Language } from "./language.ts";
import { addTurnWords, hasTurnWords } from "./turns.ts";
import { addWords } from "./words.ts";

/** Loads the strings of a language that does not come with every page. */
export async function loadWords(language: Language): Promise<void> {
  if (language !== "de") return;
  const [{ germanWords }, { germanGroups }] = await Promise.all([
    import("./de.ts"),
    import("./de-groups.ts"),
  ]);
  addWords("de", germanWords);
  addGroups("de", germanGroups);
}

/** Loads the strings that a turn needs whose question is in this language. */
export async function loadTurnWords(language: Language): Promise<void> {
  if (hasTurnWords(language)) return;
  if (language === "de") addTurnWords("de", (await import("./de-turn.ts")).germanTurnWords);
}

/** Loads what the page needs that the server has drawn, so that the browser draws the same. */
export async function loadPageWords(pageLanguage: Language): Promise<void> {
  const turns = [...document.querySelectorAll("[data-turn][lang]")].map((turn) => turn.getAttribute("lang"));
  const spoken = new Set([pageLanguage, ...turns]);
  await Promise.all([loadWords(pageLanguage), ...[...spoken].filter(isLanguage).map(loadTurnWords)]);
}
