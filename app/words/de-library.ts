import { count, photos, plural } from "./de-counts.ts";
import type { libraryWords } from "./en-library.ts";
import type { Said } from "./language.ts";

const bytes = (n: number) =>
  n >= 1e9
    ? `${(n / 1e9).toLocaleString("de-DE", { minimumFractionDigits: 1, maximumFractionDigits: 1 })} GB`
    : `${count(Math.max(1, Math.round(n / 1e6)))} MB`;
const stars = (n: number) => plural(n, "Stern", "Sterne");

/** The strings of the library, the bin, and what is done with many photos, in German. */
export const germanLibraryWords: Said<typeof libraryWords> = {
  grid: "Fotos nach Datum",
  undated: "Ohne Datum",
  undatedDay: "Kein Datum bekannt",
  whole: photos,
  empty: "Noch keine Fotos",
  emptyBody:
    "Leg Fotos irgendwo in diesem Fenster ab, oder füge sie einer Frage hinzu. Hier erscheinen sie nach Datum.",
  add: "Eine Frage stellen oder Fotos hinzufügen",
  problem: "Die Fotos ließen sich nicht laden.",
  pageProblem: "Manche Fotos ließen sich nicht laden.",
  retry: "Wiederholen",
  loading: "Wird geladen",
  notLoaded: "Foto, noch nicht geladen",

  scrubber: "Datum",

  select: (name) => `${name} auswählen`,
  selectDay: (day) => `Alle auswählen: ${day}`,
  tileKeys: "Enter öffnet, x wählt aus, f markiert als Favorit, 0 bis 5 vergeben Sterne",
  stars,
  favourite: "Favorit",

  selection: "Ausgewählte Fotos",
  selected: "ausgewählt",
  most: (n) => `Höchstens ${photos(n)} auf einmal.`,
  clear: "Auswahl aufheben",
  ask: "Danach fragen",
  asked: (n) => (n === 1 ? "1 Foto aus der Bibliothek" : `${photos(n)} aus der Bibliothek`),
  markFavourite: "Als Favoriten markieren",
  unmarkFavourite: "Keine Favoriten mehr",
  rate: "Sterne vergeben",
  noStars: "Keine Sterne",
  edit: "Datum, Ort, Personen, Schlagwörter ändern",
  download: (n) => (n === 1 ? "Das Original laden" : "Die Originale als ZIP-Datei laden"),
  remove: "In den Papierkorb legen",

  edited: (n) => `${photos(n)} geändert.`,
  favoured: (n) => (n === 1 ? "1 Foto ist jetzt ein Favorit." : `${photos(n)} sind jetzt Favoriten.`),
  unfavoured: (n) => (n === 1 ? "1 Foto ist kein Favorit mehr." : `${photos(n)} sind keine Favoriten mehr.`),
  rated: (n, given) => (given === 0 ? `${photos(n)} jetzt ohne Sterne.` : `${photos(n)}: ${stars(given)}.`),
  removed: (n) => `${photos(n)} in den Papierkorb gelegt.`,
  restored: (n) => `${photos(n)} zurück in der Bibliothek.`,
  downloading: (n, size, leftOut) =>
    `${photos(n)} ${n === 1 ? "wird" : "werden"} geladen, ${bytes(size)}.${leftOut > 0 ? ` Nicht dabei: ${photos(leftOut)}, weil ${leftOut === 1 ? "das Original fehlt oder beschädigt ist" : "die Originale fehlen oder beschädigt sind"}.` : ""}`,
  undo: "Rückgängig",
  dismiss: "Schließen",

  editMany: {
    title: (n) => `${photos(n)} ändern`,
    body: "Was du leer lässt, bleibt, wie es ist. Die Dateien werden nie geändert.",
    shift: "Das Datum verschieben um",
    amount: "Wie viel",
    unit: "Einheit",
    direction: "Richtung",
    units: { minutes: "Minuten", hours: "Stunden", days: "Tage" },
    later: "später",
    earlier: "früher",
    place: "Ort",
    placeHint: "Ein Name wie „Porto, Portugal“ oder „41.15, -8.61“",
    people: "Personen hinzufügen",
    keywords: "Schlagwörter hinzufügen",
    listHint: "Mit Kommas dazwischen",
    save: "Sichern",
    cancel: "Abbrechen",
    nothing: "Noch ist nichts geändert.",
  },

  binned: {
    grid: "Fotos im Papierkorb",
    intro:
      "Gelöschte Fotos bleiben 30 Tage hier und werden danach endgültig gelöscht. Nichts hier wird gefunden oder mitgezählt.",
    empty: "Der Papierkorb ist leer",
    emptyBody: "Was du aus der Bibliothek löschst, bleibt 30 Tage hier.",
    left: (days) =>
      days > 1 ? `noch ${count(days)} Tage` : days === 1 ? "noch 1 Tag" : "wird bald gelöscht",
    restore: "Zurückholen",
    restoreAll: "Alle zurückholen",
    discard: "Endgültig löschen",
    emptyBin: "Papierkorb leeren",
    emptyTitle: (n) => `${photos(n)} endgültig löschen?`,
    emptyWarning:
      "Die Originale werden von diesem Gerät gelöscht und lassen sich nicht zurückholen. Kopien der Datenbank vergessen sie innerhalb von sieben Tagen; deine eigenen Sicherungen behalten, was sie haben.",
    yes: "Endgültig löschen",
    discarded: (n) => `${photos(n)} endgültig gelöscht.`,
  },

  answer: {
    title: "Alle Fotos",
    back: "Zurück zur Unterhaltung",
    grid: "Fotos dieser Antwort",
    empty: "Diese Antwort zeigt keine Fotos mehr.",
  },
};
