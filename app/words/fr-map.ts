import type { mapWords } from "./en-map.ts";
import { count, photos } from "./fr-counts.ts";
import type { Said } from "./language.ts";

/** The strings of the map in French. */
export const frenchMapWords: Said<typeof mapWords> = {
  map: "Carte de vos photos",
  empty: "Aucune photo ne dit où elle a été prise.",
  emptyHint:
    "Les photos des téléphones le disent le plus souvent. Vous pouvez aussi donner un lieu à une photo en la regardant.",
  cell: (n, place) => (place ? `${photos(n)}, ${place}` : photos(n)),
  here: (n) =>
    n === 0 ? "Pas de photos sur cette partie de la carte" : `${photos(n)} sur cette partie de la carte`,
  chosen: (n, place) => (place ? `${photos(n)} en un point, ${place}` : `${photos(n)} en un point`),
  whole: "Revenir à ce que montre la carte",
  all: "Afficher tous les lieux",
  ask: (km) => `Demander les photos à moins de ${count(km)} km`,
  question: (km, latitude, longitude) => `Photos à moins de ${km} km de ${latitude}, ${longitude}`,
  nearer: "Agrandir",
  farther: "Réduire",
  more: "Afficher plus",
  loading: "Chargement de la carte",
  noDrawing:
    "Ce navigateur ne peut pas dessiner la carte (WebGL est désactivé ou absent). Les photos sont dans la liste ci-dessous.",
  trouble: (reason) => `Les photos de la carte ne peuvent pas être chargées : ${reason}`,
  retry: "Réessayer",
  credit: "Carte : Natural Earth. Villes : GeoNames.",
};
