import type { albumWords } from "./en-albums.ts";
import { count, photos, plural } from "./es-counts.ts";
import type { Said } from "./language.ts";

/** The strings of albums, trips and people in Spanish. */
export const spanishAlbumWords: Said<typeof albumWords> = {
  title: "Álbumes",
  count: (n) => plural(n, "álbum", "álbumes"),
  photos: (n) => photos(n),
  living: "Vivo",
  livingHint: "Las fotos nuevas que encajan con la pregunta se añaden",
  empty: "Todavía no hay álbumes",
  emptyBody: "Selecciona fotos en la biblioteca y añádelas a un álbum, o guarda una respuesta como álbum.",
  toLibrary: "Ir a las fotos",
  emptyAlbum: "Este álbum está vacío",
  emptyAlbumBody: "Selecciona fotos en la biblioteca y elige «Añadir a un álbum».",
  grid: (name) => `Fotos de ${name}`,
  back: "Todos los álbumes",
  options: "Opciones de este álbum",

  make: "Nuevo álbum",
  name: "Nombre",
  save: "Guardar",
  cancel: "Cancelar",
  rename: "Cambiar el nombre",
  remove: "Eliminar el álbum",
  removeTitle: (name) => `¿Eliminar «${name}»?`,
  removeBody: "El álbum desaparece. Sus fotos se quedan en la biblioteca.",
  removeYes: "Eliminar el álbum",
  byDate: "Ordenar por fecha",
  byHand: "Ordenar a mano",
  handHint: "Arrastra las fotos, o muévelas con Alt y las flechas.",

  add: "Añadir a un álbum",
  addTitle: (n) => `Añadir ${photos(n)} a un álbum`,
  addBody: "Elige un álbum, o crea uno nuevo.",
  choose: "Álbumes",
  madeOf: (name, n) => `Álbum «${name}» con ${photos(n)}.`,
  added: (name, n) =>
    n === 0 ? `Todas están ya en «${name}».` : `${plural(n, "foto añadida", "fotos añadidas")} a «${name}».`,
  takeOut: "Quitar del álbum",
  taken: (name, n) => `${plural(n, "foto quitada", "fotos quitadas")} de «${name}».`,
  cover: "Usar como portada",
  covered: (name) => `La portada de «${name}» ha cambiado.`,
  earlier: "Mover hacia delante",
  later: "Mover hacia atrás",
  moved: (n) => `${plural(n, "foto movida", "fotos movidas")}.`,

  saveAnswer: "Guardar como álbum",
  saveTitle: "Guardar esta respuesta como álbum",
  kinds: "Contenido del álbum",
  fixed: "Estas fotos",
  fixedHint: (n) => (n === 1 ? "La que se encontró." : `Las ${count(n)} que se encontraron.`),
  livingKind: "La pregunta",
  saved: (name) => `Guardado como «${name}».`,
  show: "Mostrarlo",

  trips: "Viajes",
  people: "Personas",
  askPerson: (name) => `Fotos de ${name}`,
  tripGrid: "Fotos de este viaje",
  noTrip: "Este viaje ya no tiene fotos",
};
