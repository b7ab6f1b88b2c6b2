import type { Language } from "./language.ts";
import { addWords } from "./words.ts";

/** Loads the strings of a language that does not come with every page. */
export async function loadWords(language: Language): Promise<void> {
  if (language === "de") addWords("de", (await import("./de.ts")).germanWords);
}
