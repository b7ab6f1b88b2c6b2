import type { lightboxWords } from "./en-lightbox.ts";
import type { Said } from "./language.ts";

/** The strings of looking at one photo closely, in German. */
export const germanLightboxWords: Said<typeof lightboxWords> = {
  takenFrom: {
    person: "Datum von dir",
    file: "Datum aus der Kamera",
    name: "Datum aus dem Dateinamen",
    change: "Datum der letzten Änderung der Datei",
  },
  shot: "Wie es aufgenommen wurde",
  flash: "Blitz",
  place: (name) => (name ? `Karte um ${name}` : "Karte um den Ort"),
  onMap: "Auf der Karte zeigen",
  showFaces: "Zeigen, wer wo ist",
  indexed: "Wie es indexiert wurde",
  similarity: (value) => `Nähe zu deiner Frage: ${value} von 1`,
  slides: "Diashow",
  stopSlides: "Diashow beenden",
  slidesRun: "Die Diashow läuft. Die Leertaste beendet sie.",
  slidesEnd: "Die Diashow ist zu Ende.",
};
