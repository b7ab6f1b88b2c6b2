import type { lightboxWords } from "./en-lightbox.ts";
import type { Said } from "./language.ts";

/** The strings of looking at one photo closely, in Spanish. */
export const spanishLightboxWords: Said<typeof lightboxWords> = {
  takenFrom: {
    person: "Fecha puesta por ti",
    file: "Fecha de la cámara",
    name: "Fecha según el nombre del archivo",
    change: "Fecha del último cambio del archivo",
  },
  shot: "Cómo se hizo",
  flash: "flash",
  place: (name) => (name ? `Mapa alrededor de ${name}` : "Mapa alrededor de su lugar"),
  onMap: "Mostrar en el mapa",
  showFaces: "Mostrar quién está dónde",
  indexed: "Cómo se indexó",
  similarity: (value) => `Cercanía a tu pregunta: ${value} de 1`,
  slides: "Pase de fotos",
  stopSlides: "Parar el pase de fotos",
  slidesRun: "El pase de fotos está en marcha. La barra espaciadora lo para.",
  slidesEnd: "El pase de fotos ha terminado.",
};
