import { expect, test } from "vitest";
import { dateGroup, monthOf, takenWords, weekdays } from "./dates.ts";
import { germanWords } from "./de.ts";
import { germanGroups } from "./de-groups.ts";
import { editWords } from "./edit-words.ts";
import { addGroups, speakBy } from "./language.ts";
import { loadTurnWords } from "./load-words.ts";
import { loginWords } from "./login-words.ts";
import { settingsWords } from "./settings-words.ts";
import { turnWordsIn } from "./turns.ts";
import { addWords, pageTitle, words } from "./words.ts";

/** Runs something in German, and goes back to English. */
function inGerman<T>(act: () => T): T {
  addWords("de", germanWords);
  addGroups("de", germanGroups);
  speakBy(() => "de");
  try {
    return act();
  } finally {
    speakBy(() => "en");
  }
}

test("strings follow the language of the screens, also those that were taken out before", () => {
  const { composer } = words;
  const { access } = settingsWords;
  expect([composer.send, access.signOut, words.home.emptyExamples[0]]).toEqual([
    "Send",
    "Log out",
    "A dog on a beach",
  ]);
  inGerman(() => {
    expect([composer.send, access.signOut, words.home.emptyExamples[0]]).toEqual([
      "Senden",
      "Abmelden",
      "Ein Hund am Strand",
    ]);
    expect([loginWords.title, editWords.label("place"), words.photos(1_200)]).toEqual([
      "Anmelden",
      "Ort",
      "1.200 Fotos",
    ]);
    expect(pageTitle(words.shell.settings)).toBe("Einstellungen · Glimpse");
  });
  expect(words.composer.send).toBe("Send");
});

test("dates follow it too", () => {
  inGerman(() => {
    expect(monthOf("2009-03-31")).toBe("März 2009");
    expect(takenWords("2024-07-14T20:47:31+02:00")).toBe("Sonntag, 14. Juli 2024, 20:47 (UTC+2)");
    expect(dateGroup("2026-01-01T12:00:00Z", Date.parse("2026-01-02T12:00:00Z"), "UTC")).toBe("Gestern");
  });
  expect(monthOf("2009-03-31", "de")).toBe("März 2009");
  expect(weekdays("de").map(({ short }) => short)).toEqual(["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"]);
});

test("the strings of a turn are there in the language of its question as soon as they are loaded", async () => {
  await loadTurnWords("de");
  expect(turnWordsIn("de").showAll(12)).toBe("Alle 12 zeigen");
  expect(turnWordsIn("en").showAll(12)).toBe("Show all 12");
});
