import { count, photos, plural } from "./de-counts.ts";
import type { careWords } from "./en-care.ts";
import type { Said } from "./language.ts";

const units = [
  { bytes: 1e12, name: "TB", digits: 2 },
  { bytes: 1e9, name: "GB", digits: 1 },
  { bytes: 1e6, name: "MB", digits: 0 },
];

function size(bytes: number): string {
  const unit = units.find((each) => bytes >= each.bytes);
  if (!unit) return `${count(Math.ceil(bytes / 1e3))} kB`;
  const digits = { minimumFractionDigits: unit.digits, maximumFractionDigits: unit.digits };
  return `${(bytes / unit.bytes).toLocaleString("de-DE", digits)} ${unit.name}`;
}

/** The strings of the settings about appearance, storage, the check of originals and the choice of models, in German. */
export const germanCareWords: Said<typeof careWords> = {
  appearance: {
    title: "Aussehen",
    intro: "Wie die Bildschirme in diesem Browser aussehen.",
    choices: { system: "Wie das System", light: "Hell", dark: "Dunkel" },
  },
  storage: {
    title: "Speicher",
    intro: "Wie viel Platz die Bibliothek braucht. Was im Papierkorb liegt, zählt mit.",
    originals: "Originale",
    files: (n, bytes) => `${size(bytes)} in ${plural(n, "Datei", "Dateien")}`,
    renditions: "Bilder für den Bildschirm",
    index: "Suchindex",
    database: "Datenbank und ihre Kopien",
    size,
    counting: "Wird gezählt",
    years: "Nach Jahren",
    year: (n, bytes) => `${size(bytes)}, ${photos(n)}`,
    undated: "Kein Datum bekannt",
    counted: (moment) => `Auf der Platte gezählt: ${moment}.`,
  },
  check: {
    now: "Jetzt prüfen",
    begins: "Die Prüfung beginnt innerhalb von Sekunden und liest leise im Hintergrund.",
    result: (n) => `Angesehen: ${photos(n)}.`,
    mended: (n) =>
      n === 0 ? "" : `${photos(n)} ohne Bild für den Bildschirm; es entsteht, wenn es gebraucht wird.`,
  },
};
