import type { mapWords } from "./en-map.ts";
import { count, photos } from "./es-counts.ts";
import type { Said } from "./language.ts";

/** The strings of the map in Spanish. */
export const spanishMapWords: Said<typeof mapWords> = {
  map: "Mapa de tus fotos",
  empty: "Ninguna foto dice dónde se hizo.",
  emptyHint: "Las fotos de móviles suelen decirlo. También puedes darle un lugar a una foto al mirarla.",
  cell: (n, place) => (place ? `${photos(n)}, ${place}` : photos(n)),
  here: (n) => (n === 0 ? "No hay fotos en esta parte del mapa" : `${photos(n)} en esta parte del mapa`),
  chosen: (n, place) => (place ? `${photos(n)} en un punto, ${place}` : `${photos(n)} en un punto`),
  whole: "Volver a lo que muestra el mapa",
  all: "Mostrar todos los lugares",
  ask: (km) => `Preguntar por fotos a menos de ${count(km)} km`,
  question: (km, latitude, longitude) => `Fotos a menos de ${km} km de ${latitude}, ${longitude}`,
  nearer: "Acercar",
  farther: "Alejar",
  more: "Mostrar más",
  loading: "Cargando el mapa",
  noDrawing:
    "Este navegador no puede dibujar el mapa (WebGL está desactivado o falta). Las fotos están en la lista de abajo.",
  trouble: (reason) => `Las fotos del mapa no se pueden cargar: ${reason}`,
  retry: "Intentar otra vez",
  credit: "Mapa: Natural Earth. Ciudades: GeoNames.",
};
