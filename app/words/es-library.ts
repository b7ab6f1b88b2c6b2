import type { libraryWords } from "./en-library.ts";
import { count, photos, plural } from "./es-counts.ts";
import type { Said } from "./language.ts";

const bytes = (n: number) =>
  n >= 1e9
    ? `${(n / 1e9).toLocaleString("es-ES", { minimumFractionDigits: 1, maximumFractionDigits: 1 })} GB`
    : `${count(Math.max(1, Math.round(n / 1e6)))} MB`;
const stars = (n: number) => plural(n, "estrella", "estrellas");

/** The strings of the library, the bin, and what is done with many photos, in Spanish. */
export const spanishLibraryWords: Said<typeof libraryWords> = {
  grid: "Fotos por fecha",
  undated: "Sin fecha",
  undatedDay: "Sin fecha conocida",
  whole: photos,
  empty: "Todavía no hay fotos",
  emptyBody:
    "Suelta fotos en cualquier parte de esta ventana, o añádelas a una pregunta. Aquí aparecen por fecha.",
  add: "Hacer una pregunta o añadir fotos",
  problem: "No se han podido cargar las fotos.",
  pageProblem: "Algunas fotos no se han podido cargar.",
  retry: "Reintentar",
  loading: "Cargando",
  notLoaded: "Foto, aún sin cargar",

  scrubber: "Fecha",

  select: (name) => `Seleccionar ${name}`,
  selectDay: (day) => `Seleccionar todas: ${day}`,
  tileKeys: "Intro abre, x selecciona, f marca como favorita, de 0 a 5 dan estrellas",
  stars,
  favourite: "Favorita",

  selection: "Fotos seleccionadas",
  selected: "seleccionadas",
  most: (n) => `Como mucho ${photos(n)} a la vez.`,
  clear: "Quitar la selección",
  ask: "Preguntar por estas",
  asked: (n) => (n === 1 ? "1 foto de la biblioteca" : `${photos(n)} de la biblioteca`),
  markFavourite: "Marcar como favoritas",
  unmarkFavourite: "Quitar de favoritas",
  rate: "Dar estrellas",
  noStars: "Sin estrellas",
  edit: "Cambiar fecha, lugar, personas, palabras clave",
  download: (n) => (n === 1 ? "Descargar el original" : "Descargar los originales en un archivo zip"),
  remove: "Mover a la papelera",

  edited: (n) => `${plural(n, "foto cambiada", "fotos cambiadas")}.`,
  favoured: (n) => (n === 1 ? "1 foto es ahora favorita." : `${photos(n)} son ahora favoritas.`),
  unfavoured: (n) => (n === 1 ? "1 foto ya no es favorita." : `${photos(n)} ya no son favoritas.`),
  rated: (n, given) => (given === 0 ? `${photos(n)} ahora sin estrellas.` : `${photos(n)}: ${stars(given)}.`),
  removed: (n) => `${plural(n, "foto movida", "fotos movidas")} a la papelera.`,
  restored: (n) => `${photos(n)} de vuelta en la biblioteca.`,
  downloading: (n, size, leftOut) =>
    `Descargando ${photos(n)}, ${bytes(size)}.${leftOut > 0 ? ` No se ${leftOut === 1 ? "incluye" : "incluyen"} ${photos(leftOut)}: ${leftOut === 1 ? "el original falta o está dañado" : "los originales faltan o están dañados"}.` : ""}`,
  undo: "Deshacer",
  dismiss: "Cerrar",

  editMany: {
    title: (n) => `Cambiar ${photos(n)}`,
    body: "Lo que dejes vacío se queda como está. Los archivos no se cambian nunca.",
    shift: "Mover la fecha",
    amount: "Cuánto",
    unit: "Unidad",
    direction: "Sentido",
    units: { minutes: "minutos", hours: "horas", days: "días" },
    later: "más tarde",
    earlier: "más temprano",
    place: "Lugar",
    placeHint: "Un nombre, como «Porto, Portugal», o «41.15, -8.61»",
    people: "Añadir personas",
    keywords: "Añadir palabras clave",
    listHint: "Separadas por comas",
    save: "Guardar",
    cancel: "Cancelar",
    nothing: "Todavía no hay ningún cambio.",
  },

  binned: {
    grid: "Fotos en la papelera",
    intro:
      "Las fotos eliminadas se quedan aquí 30 días, y después se borran para siempre. Nada de lo que hay aquí se busca ni se cuenta.",
    empty: "La papelera está vacía",
    emptyBody: "Lo que eliminas de la biblioteca se queda aquí 30 días.",
    left: (days) =>
      days > 1 ? `quedan ${count(days)} días` : days === 1 ? "queda 1 día" : "se borra pronto",
    restore: "Recuperar",
    restoreAll: "Recuperar todas",
    discard: "Borrar para siempre",
    emptyBin: "Vaciar la papelera",
    emptyTitle: (n) => `¿Borrar ${photos(n)} para siempre?`,
    emptyWarning:
      "Sus originales se borran de esta máquina y no se pueden recuperar. Las copias de la base de datos los olvidan en siete días; tus propias copias de seguridad conservan lo que tienen.",
    yes: "Borrar para siempre",
    discarded: (n) => `${plural(n, "foto borrada", "fotos borradas")} para siempre.`,
  },

  answer: {
    title: "Todas las fotos",
    back: "Volver a la conversación",
    grid: "Fotos de esta respuesta",
    empty: "Esta respuesta ya no muestra fotos.",
  },
};
