import type { turnWords } from "./en-turn.ts";
import { count, photos, plural } from "./es-counts.ts";
import type { Said } from "./language.ts";

const quoted = (text: string): string => `«${text}»`;

/** All strings of a question and its answer in Spanish. */
export const spanishTurnWords: Said<typeof turnWords> = {
  photos,
  looking: (total) => (total > 0 ? `Buscando en ${photos(total)}` : "Buscando"),
  photosOnly: (n) => (n === 1 ? "Fotos como esta" : "Fotos como estas"),
  askedWith: "Preguntado con",
  waiting: (n) =>
    n === 1
      ? "Tu foto se podrá comparar en cuanto esté descrita."
      : `Tus ${count(n)} fotos se podrán comparar en cuanto estén descritas.`,
  found: (n) => (n === 0 ? "Ninguna foto encontrada" : plural(n, "foto encontrada", "fotos encontradas")),
  some: (n) => (n === 0 ? "Ninguna foto coincide." : `${photos(n)}.`),
  each: "Fotos de cada cosa",
  table: (by) => `Fotos por ${by.toLowerCase()}`,
  tablePhotos: "Fotos",
  groupings: {
    ...{ year: "Año", month: "Mes", day: "Día", weekday: "Día de la semana", hour: "Hora" },
    ...{
      country: "País",
      city: "Lugar",
      person: "Persona",
      keyword: "Palabra clave",
      type: "Tipo de archivo",
    },
    ...{ make: "Marca de cámara", camera: "Cámara", lens: "Objetivo" },
  },
  showThing: (thing, n) => `${count(n)} ${n === 1 ? "muestra" : "muestran"} ${thing}`,
  noneAll: "Ninguna foto cumple todo esto.",
  fewer: (filters) => `Sin ${filters === 1 ? "un filtro" : "dos filtros"} hay algunas:`,
  without: (labels) => `Sin ${labels.map(quoted).join(" y ")}`,
  emptyLibrary: "Todavía no hay fotos. Suelta algunas aquí y pregunta otra vez.",

  filters: "Filtros",
  removeFilter: (label) => `Quitar el filtro ${label}`,
  restoreFilter: (label) => `Recuperar el filtro ${label}`,
  filterOptions: (label) => `${label}: opciones de este filtro`,
  takeOff: "Quitar",
  asWords: (said) => `Buscar ${quoted(said)} en su lugar`,
  notThis: "Esto no",
  thisAgain: "Esto sí",
  not: (label) => `no ${label}`,
  change: { day: "Otra fecha", place: "Otro lugar", person: "Otra persona", camera: "Otra cámara" },
  choose: {
    day: "Elegir una fecha",
    place: "Elegir un lugar",
    person: "Elegir una persona",
    camera: "Elegir una cámara",
  },
  searchChoices: "Buscar en la lista",
  noChoices: "Estas fotos no tienen nada más.",
  countedAmong: (n, of) => `Contado entre ${count(n)} de ${photos(of)}.`,
  like: (n) => `como la n.º ${n}`,
  likePhoto: "como esta foto",
  showLike: (n) => (n === null ? "Mostrar esta foto" : `Mostrar la foto ${n}`),
  among: (n) => `entre ${photos(n)}`,
  except: (n) => `sin ${photos(n)}`,
  atMost: (n) => `${count(n)} como mucho`,
  perDay: "una por día",
  changed: (n, removed) => `${n === 0 ? "Ninguna foto" : photos(n)} sin ${removed.map(quoted).join(" y ")}.`,

  calendar: {
    previousMonth: "Mes anterior",
    nextMonth: "Mes siguiente",
    previousYear: "Año anterior",
    nextYear: "Año siguiente",
    wholeMonth: "Todo el mes",
    wholeYear: "Todo el año",
    hint: "Elige un día, y luego otro para el tiempo entre ambos.",
    photosOn: (day, n) => (n === 0 ? day : `${day}, ${photos(n)}`),
    show: "Mostrar",
    range: (from, to) => `del ${from} al ${to}`,
  },

  edit: "Cambiar la pregunta",
  editing: "Cambiar la pregunta",
  editSend: "Preguntar de nuevo",
  editCancel: "Cancelar",
  editHint: (later) =>
    later === 0
      ? "Intro pregunta de nuevo, Esc lo deja."
      : `Intro pregunta de nuevo, Esc lo deja. ${plural(later, "pregunta posterior desaparece", "preguntas posteriores desaparecen")}.`,
  edited: (later) =>
    later === 0
      ? "La pregunta se ha cambiado."
      : `La pregunta se ha cambiado; ${plural(later, "posterior ha desaparecido", "posteriores han desaparecido")}.`,
  undoEdit: "Deshacer",

  readAs: (text) => `Leído como: ${quoted(text)}.`,
  asWritten: "Como lo escribí",
  alsoReadAs: (text) => `También leído como ${quoted(text)}.`,
  showReading: "Mostrar",

  followUps: "Sigue preguntando",

  order: "Orden",
  orderBy: (order) => `Orden: ${order}`,
  best: "Mejores",
  relevance: "Relevancia",
  date: "Fecha",
  results: (n, order) => `${photos(n)}, por ${order.toLowerCase()}`,
  resultsBest: (n) => `${photos(n)}, las mejores primero`,
  showAlbum: "Mostrar el álbum",
  undoAlbum: "Deshacer",
  undoneAlbum: "Deshecho.",
  saveAlbum: "Guardar como álbum",
  showAll: (n) => `Mostrar las ${count(n)}`,
  showMore: "Mostrar más",
  loading: "Cargando",
  shown: (shown, total, tiles) =>
    `${count(shown)} de ${count(total)}${tiles < shown ? `, en ${plural(tiles, "miniatura", "miniaturas")}` : ""}`,
  folded: (tiles, behind) =>
    `${plural(tiles, "miniatura", "miniaturas")}; detrás, ${plural(behind, "más que es casi igual", "más que son casi iguales")}.`,

  showWeaker: "Mostrar coincidencias más débiles",
  weaker: "Coincidencias más débiles",
  lacking: (things) => `A cada una le falta algo: ${things.map(quoted).join(" o ")}.`,
  lackingEach: (counts) =>
    `No se ve: ${counts.map(([thing, n], at) => `${quoted(thing)} en ${at === 0 ? plural(n, "miniatura", "miniaturas") : count(n)}`).join(", ")}.`,
  noWeaker: "No hay coincidencias más débiles.",

  yes: "Sí",
  no: "No",
  undo: "Deshacer",
  undoing: { en: "undo", de: "rückgängig", es: "deshacer", fr: "annuler" },
  changedBy: (gone, came) =>
    gone.length === 0
      ? `Limitado a ${came.join(", ")}`
      : came.length === 0
        ? `Sin el filtro ${gone.join(", ")}`
        : `${came.join(", ")} en vez de ${gone.join(", ")}`,
  assent: { en: "yes", de: "ja", es: "sí", fr: "oui" },

  stopped: "Detenido.",
  soFar: (n) => `${photos(n)} hasta ahora.`,
  askAgain: "Preguntar otra vez",
  retry: "Reintentar",
};
