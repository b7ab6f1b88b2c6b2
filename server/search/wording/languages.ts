import { englishWording } from "./english.ts";
import { germanWording } from "./german.ts";
import type { Wording } from "./wording.ts";

export function wordingOf(language: "en" | "de"): Wording {
  return language === "de" ? germanWording : englishWording;
}
