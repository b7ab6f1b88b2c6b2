import { plural } from "./de-counts.ts";
import type { jumpWords } from "./en-jump.ts";
import type { Said } from "./language.ts";

/** The strings of the search of everything and of the list of keys in German. */
export const germanJumpWords: Said<typeof jumpWords> = {
  jump: {
    title: "Alles durchsuchen",
    field: "Unterhaltungen, Fotos, Orte, Personen, Aktionen",
    results: "Treffer",
    none: "Nichts heißt so. Enter fragt danach.",
    ask: (text) => `„${text}“ fragen`,
    groups: {
      actions: "Aktionen",
      conversations: "Unterhaltungen",
      names: "Orte, Personen, Kameras, Alben und Reisen",
      photos: "Fotos",
    },
    hint: "Auf und Ab wählen, Enter öffnet, Esc schließt",
    album: "Album",
    trip: "Reise",
    count: (n) => plural(n, "Treffer", "Treffer"),
  },

  keys: {
    title: "Tasten",
    close: "Schließen",
    open: "Tasten",
    groups: { everywhere: "Überall", writing: "Beim Schreiben", photos: "In Fotos", photo: "Ein Foto" },
    names: {
      ctrl: "Strg",
      shift: "Umschalt",
      enter: "Enter",
      escape: "Esc",
      space: "Leertaste",
      tab: "Tab",
      or: "oder",
    },
    does: {
      jump: "Alles durchsuchen",
      keys: "Diese Tasten zeigen",
      send: "Senden",
      line: "Eine Zeile beginnen",
      stop: "Die Antwort stoppen",
      edit: "Die letzte Frage ändern, wenn das Feld leer ist",
      take: "Einen vorgeschlagenen Namen nehmen",
      move: "Durch Fotos gehen",
      open: "Ein Foto öffnen",
      browse: "Foto davor oder danach",
      details: "Einzelheiten",
      slides: "Diashow, und ihr Ende",
      faces: "Zeigen, wer wo ist",
      change: "Ändern",
      favourite: "Favorit",
      stars: "Sterne",
      zoom: "Vergrößern",
      close: "Schließen",
    },
  },
};
