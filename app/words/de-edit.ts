import type { ChangedField } from "#server/library/photo.ts";
import type { editWords } from "./en-edit.ts";
import type { Said } from "./language.ts";

const fields: Record<ChangedField, string> = {
  title: "Titel",
  description: "Beschreibung",
  caption: "Bildtext",
  takenAt: "Datum",
  place: "Ort",
  people: "Personen",
  keywords: "Schlagwörter",
  rating: "Sterne",
  favourite: "Favorit",
};

/** The strings of editing a photo in German. */
export const germanEditWords: Said<typeof editWords> = {
  fields,
  edit: (field) => `${fields[field]} ändern`,
  add: {
    title: "Titel hinzufügen",
    description: "Beschreibung hinzufügen",
    caption: "Bildtext hinzufügen",
    takenAt: "Datum hinzufügen",
    place: "Ort hinzufügen",
    people: "Personen hinzufügen",
    keywords: "Schlagwörter hinzufügen",
  },
  label: (field) => fields[field],
  hints: {
    title: "Enter speichert, Esc bricht ab",
    description: "Enter speichert, Umschalt und Enter beginnen eine Zeile, Esc bricht ab",
    caption: "Enter speichert, Umschalt und Enter beginnen eine Zeile, Esc bricht ab",
    takenAt: "Enter speichert, Esc bricht ab",
    place: "Ein Name wie „Porto, Portugal“ oder „41.15, -8.61“",
    people: "Namen mit Kommas dazwischen",
    keywords: "Wörter mit Kommas dazwischen",
  },
  revert: (field) =>
    field === "caption"
      ? "Zurück zu dem, was das Modell sagt"
      : `Zurück zur Angabe der Datei (${fields[field]})`,
  captionByPerson: "Bildtext von dir",
  description: "Beschreibung",
  favourite: "Favorit",
  star: (stars) => (stars === 1 ? "1 Stern" : `${stars} Sterne`),
  saved: (field) => (field ? `Gespeichert: ${fields[field]}.` : "Gespeichert."),
  reverted: (field) =>
    field === "caption"
      ? "Der Bildtext des Modells ist zurück."
      : `Die Angabe der Datei ist zurück: ${fields[field]}.`,
  favoured: (isFavourite) => (isFavourite ? "Als Favorit markiert." : "Kein Favorit mehr."),
  undo: "Rückgängig",
  undone: "Zurückgenommen.",
  notUndone: "Es wurde seither geändert und bleibt.",
  edited: (changed) =>
    changed && changed.length > 0
      ? `Geändert: ${changed.map((field) => fields[field]).join(", ")}`
      : "Geändert",
};
