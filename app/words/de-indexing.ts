import { count, photos, plural } from "./de-counts.ts";
import type { Words } from "./words.ts";

/** The strings of indexing. */
export const germanIndexingWords: Words["indexing"] = {
  resting: (n) => `Das Beschreiben ruht, ${count(n)} übrig`,
  waitingSidecars: (n) =>
    `${plural(n, "XMP-Begleitdatei wartet auf ihr Foto", "XMP-Begleitdateien warten auf ihre Fotos")}.`,
  preparing: (n) => `Vorbereiten, noch ${count(n)}`,
  describing: (n) => `Beschreiben, noch ${count(n)}`,
  embedding: (n) => `Einbetten, noch ${count(n)}`,
  waiting: (n) => `Wartet auf Ollama, noch ${count(n)}`,
  failed: (n) => `${count(n)} gescheitert`,
  title: (searchable, total) => `${count(searchable)} von ${photos(total)} sind zu finden`,
  close: "Schließen",
  going: (n, stage) =>
    `${{ preparing: "Vorzubereiten", describing: "Zu beschreiben", embedding: "Einzubetten" }[stage]}: ${count(n)} weitere.`,
  allDone: "Nichts mehr zu tun.",
  rested: "Gerade wird an nichts gearbeitet.",
  states: {
    searchable: "Zu finden",
    factsOnly: "Nur Angaben",
    preparing: "Vorbereiten",
    describing: "Beschreiben",
    embedding: "Einbetten",
    failed: "Gescheitert",
  },
  withoutPixels: (facts, parts) =>
    [
      facts > 0 &&
        `${photos(facts)} ${facts === 1 ? "lässt" : "lassen"} sich nicht zeigen oder beschreiben und ${facts === 1 ? "wird" : "werden"} über Datum, Ort und Name gefunden.`,
      parts > 0 &&
        `${photos(parts)} ${parts === 1 ? "ist" : "sind"} beschädigt und ${parts === 1 ? "wird" : "werden"} zum Teil gezeigt.`,
    ]
      .filter(Boolean)
      .join(" "),
  waits: "wartet",
  rate: (n) => `${count(n)} in der Minute`,
  waitingFor: (address) => `Wartet auf Ollama unter ${address.replace(/^https?:\/\//, "")}.`,
  goesOn:
    "Das Beschreiben geht von selbst weiter, wenn es antwortet; bis dahin werden diese Fotos über Datum, Ort und Name gefunden.",
  check: "Jetzt prüfen",
  retryAll: (n) => (n === 1 ? "Wiederholen" : `Alle ${count(n)} wiederholen`),
  retry: "Wiederholen",
  retryOne: (name) => `${name} wiederholen`,
  remove: "Entfernen",
  removeOne: (name) => `${name} aus der Bibliothek entfernen`,
  removed: (name) => `${name} ist entfernt.`,
  undo: "Rückgängig",
  while: (stage) => `beim ${stage}`,
  moreFailed: (n) => `${count(n)} weitere zeigen`,
};
