import type { Groups } from "./groups.ts";
import { addGroups, isLanguage, type Language } from "./language.ts";
import { addTurnWords, hasTurnWords } from "./turns.ts";
import { addWords, type Words } from "./words.ts";

/** Loads the strings of a language that does not come with every page. */
export async function loadWords(language: Language): Promise<void> {
  switch (language) {
    case "en":
      return;
    case "de": {
      const [{ germanWords }, { germanGroups }] = await Promise.all([
        import("./de.ts"),
        import("./de-groups.ts"),
      ]);
      return add("de", germanWords, germanGroups);
    }
    case "es": {
      const [{ spanishWords }, { spanishGroups }] = await Promise.all([
        import("./es.ts"),
        import("./es-groups.ts"),
      ]);
      return add("es", spanishWords, spanishGroups);
    }
    case "fr": {
      const [{ frenchWords }, { frenchGroups }] = await Promise.all([
        import("./fr.ts"),
        import("./fr-groups.ts"),
      ]);
      return add("fr", frenchWords, frenchGroups);
    }
  }
}

function add(language: Language, its: Words, groups: Groups): void {
  addWords(language, its);
  addGroups(language, groups);
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
