import type { lightboxWords } from "./en-lightbox.ts";
import type { Said } from "./language.ts";

/** The strings of looking at one photo closely, in French. */
export const frenchLightboxWords: Said<typeof lightboxWords> = {
  takenFrom: {
    person: "Date donnée par vous",
    file: "Date de l’appareil",
    name: "Date d’après le nom du fichier",
    change: "Date de la dernière modification du fichier",
  },
  shot: "Comment elle a été prise",
  flash: "flash",
  place: (name) => (name ? `Carte autour de ${name}` : "Carte autour de son lieu"),
  onMap: "Afficher sur la carte",
  showFaces: "Montrer qui est où",
  indexed: "Comment elle a été indexée",
  similarity: (value) => `Proximité avec votre question : ${value} sur 1`,
  slides: "Diaporama",
  stopSlides: "Arrêter le diaporama",
  slidesRun: "Le diaporama est en cours. La barre d’espace l’arrête.",
  slidesEnd: "Le diaporama est terminé.",
};
