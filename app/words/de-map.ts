import { count, photos } from "./de-counts.ts";
import type { mapWords } from "./en-map.ts";
import type { Said } from "./language.ts";

/** The strings of the map in German. */
export const germanMapWords: Said<typeof mapWords> = {
  map: "Karte deiner Fotos",
  empty: "Kein Foto sagt, wo es aufgenommen wurde.",
  emptyHint:
    "Fotos von Telefonen tun es meistens. Du kannst einem Foto auch einen Ort geben, wenn du es ansiehst.",
  cell: (n, place) => (place ? `${photos(n)}, ${place}` : photos(n)),
  here: (n) => (n === 0 ? "Keine Fotos auf diesem Teil der Karte" : `${photos(n)} auf diesem Teil der Karte`),
  chosen: (n, place) => (place ? `${photos(n)} an einem Punkt, ${place}` : `${photos(n)} an einem Punkt`),
  whole: "Zurück zu dem, was die Karte zeigt",
  all: "Alle Orte zeigen",
  ask: (km) => `Nach Fotos im Umkreis von ${count(km)} km fragen`,
  question: (km, latitude, longitude) => `Fotos im Umkreis von ${km} km um ${latitude}, ${longitude}`,
  nearer: "Vergrößern",
  farther: "Verkleinern",
  more: "Mehr zeigen",
  loading: "Die Karte wird geladen",
  noDrawing:
    "Dieser Browser kann die Karte nicht zeichnen (WebGL ist aus oder fehlt). Die Fotos stehen darunter.",
  trouble: (reason) => `Die Fotos der Karte lassen sich nicht laden: ${reason}`,
  retry: "Noch einmal versuchen",
  credit: "Karte: Natural Earth. Städte: GeoNames.",
};
