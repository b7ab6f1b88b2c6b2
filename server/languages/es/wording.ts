import { dateFormat } from "../date-format.ts";
import type { Wording } from "../wording.ts";

const number = new Intl.NumberFormat("es-ES");
const photos = (n: number) => `${number.format(n)} ${n === 1 ? "foto" : "fotos"}`;
const videos = (n: number) => `${number.format(n)} ${n === 1 ? "vídeo" : "vídeos"}`;
const listed = (counts: [string, number][]) =>
  counts.map(([name, n]) => `${name} (${number.format(n)})`).join("; ");
/** "lunes" is its own plural, "sábado" is not. */
const weekdays = (name: string) => (name.endsWith("s") ? name : `${name}s`);
const format = dateFormat("es-ES");

export const wording: Wording = {
  photos,
  videos,
  found: (count, labels) => `${[count, ...labels].join(", ")}.`,
  foundFrom: (n, month, best) =>
    `${photos(n)}, ${n === 1 ? "" : best ? "la mejor " : "la más reciente "}de ${month}.`,
  none: "Ninguna foto coincide.",
  nothingShows: (things, labels, described) =>
    `${[described === null ? "Nada aquí" : `De las ${photos(described)} descritas hasta ahora, ninguna`, ...labels].join(", ")}${labels.length > 0 ? "," : ""} muestra ${things.join(" o ")}.`,
  notTogether: (counts, labels, described) => {
    const among =
      described === null ? "Ninguna foto" : `De las ${photos(described)} descritas hasta ahora, ninguna`;
    const things = counts.map(([thing]) => thing).join(" y ");
    const each = counts.map(
      ([thing, n], at) => `${number.format(n)} ${at > 0 ? "" : n === 1 ? "muestra " : "muestran "}${thing}`,
    );
    return `${[among, ...labels].join(", ")}${labels.length > 0 ? "," : ""} muestra ${things} a la vez. ${each.join(", ")}.`;
  },
  undescribed:
    "Las fotos aún no están descritas: solo se busca por fechas, lugares, nombres y cámaras. En los ajustes se ve qué modelo falta.",
  unused: (words) => `(No he podido usar: ${words.map((word) => `«${word}»`).join(", ")}.)`,
  notUnderstood: (words) =>
    `No he entendido ${words.map((word) => `«${word}»`).join(", ")}. Pregunta por lo que muestran las fotos, o cuándo, dónde y con qué se hicieron.`,
  lost: (words) => `No he entendido «${words}». Sin eso:`,
  meant: (names) => `Supongo que querías decir ${names.join(" y ")}:`,
  whoIs: (relation) => `(Todavía no sé quién es «${relation}».)`,
  noField: (field, fields) => `No hay ningún campo «${field}». Los que hay: ${fields.join(", ")}.`,
  noValue: (field, value, meant) =>
    `Ninguna foto tiene «${value}» en «${field}».${meant.length > 0 ? ` ¿Querías decir ${meant.join(" o ")}?` : ""}`,
  removedSince: (n) => `${photos(n)} de estas ${n === 1 ? "se ha" : "se han"} quitado desde entonces.`,
  noneAlike: "Ninguna foto se le parece.",
  notDescribed: "Ningún modelo ha descrito aún esta foto, así que no se puede comparar con nada.",
  guessed: { name: "según el nombre del archivo", change: "según el último cambio del archivo" },
  guessedAmong: (n) => `${number.format(n)} por ${n === 1 ? "una fecha supuesta" : "fechas supuestas"}`,
  day: format.day,
  month: format.month,
  group: format.group,
  end: (which, day, place) =>
    `La ${which === "first" ? "primera" : "última"}: ${day}${place ? `, en ${place}` : ""}.`,
  span: (first, last) => (first === last ? `${first}.` : `Del ${first} al ${last}.`),
  counts: (counts, of, more) =>
    of === 1
      ? `${counts.map(([name]) => name).join(", ")}.`
      : `${listed(counts)}${more > 0 ? `; ${number.format(more)} más` : ""}.`,
  countries: (n) => `${number.format(n)} ${n === 1 ? "país" : "países"}`,
  cities: (n) => `${number.format(n)} ${n === 1 ? "ciudad" : "ciudades"}`,
  days: (n) => `${number.format(n)} ${n === 1 ? "día" : "días"}`,
  months: (n) => `${number.format(n)} ${n === 1 ? "mes" : "meses"}`,
  most: ([first, ...others], of) => {
    if (!first) return "";
    if (of === 1) return `${first[0]}.`;
    const rest = others.length > 0 ? ` Después, ${listed(others)}.` : "";
    return `${first[0]}: ${number.format(first[1])} de ${photos(of)}.${rest}`;
  },
  at: (coordinates) => `En ${coordinates}; ninguna foto nombra el lugar.`,
  about: (known) => known.map((part) => (/[.!?]$/.test(part) ? part : `${part}.`)).join(" "),
  unknown: {
    table: "Ninguna de estas fotos lo dice.",
    about: "El archivo no dice nada de sí mismo.",
    first: "Ninguna de estas fotos tiene fecha.",
    last: "Ninguna de estas fotos tiene fecha.",
    when: "El archivo no tiene fecha.",
    where: "Ninguna foto dice aquí dónde se hizo.",
    years: "Ninguna foto tiene aquí fecha.",
    months: "Ninguna foto tiene aquí fecha.",
    days: "Ninguna foto tiene aquí fecha.",
    countries: "Ninguna foto dice aquí dónde se hizo.",
    cities: "Ninguna foto dice aquí dónde se hizo.",
    lens: "Ninguna foto nombra aquí su objetivo.",
    camera: "Ninguna foto nombra aquí su cámara.",
    who: "En estas fotos no hay nadie con nombre.",
  },
  chat: {
    greeting: "Hola. Pregunta por fotos: qué muestran, o cuándo, dónde y con qué se hicieron.",
    thanks: "De nada.",
    farewell: "Hasta pronto.",
    help: "Pregunta con tus palabras: «el perro en la playa el verano pasado, no las borrosas». Y luego sigue: «solo al atardecer», «en 2022 mejor», «más como la tercera», «¿cuántas hay?», «deshacer».",
    assent: "Bien.",
    refusal: "De acuerdo.",
    beyond: "Hablando no se borra, comparte ni cambia nada: se encuentran fotos y se marcan favoritas.",
  },
  refused: {
    delete:
      "Hablando no se borra nada: encuentra aquí las fotos, y luego selecciónalas en la biblioteca y muévelas a la papelera.",
    share:
      "Hablando no se envía ni se comparte nada: encuentra aquí las fotos, y luego descárgalas desde la biblioteca.",
    print: "Hablando no se imprime nada: encuentra aquí las fotos, y luego descárgalas desde la biblioteca.",
    download: "Hablando no se descarga nada: selecciona fotos en la biblioteca, y descárgalas allí.",
    album: "Hablando no se crean álbumes: se encuentran fotos y se marcan favoritas.",
    make: "Hablando no se hace nada con las fotos, ni collages ni películas: se encuentran fotos y se marcan favoritas.",
    edit: "Hablando no se cambia ninguna imagen: se encuentran fotos y se marcan favoritas.",
    move: "Hablando no se mueve nada: se encuentran fotos y se marcan favoritas.",
  },
  cannotAnswer: "No puedo responder a eso con lo que sé de tus fotos. Quizá se vea en estas:",
  whichOne: "¿Cuál? Di «la tercera», por ejemplo.",
  nothingShown: "Todavía no se muestra ninguna foto de la que hablar.",
  nothingToUndo: "No hay nada que deshacer.",
  nothingToDrop: "Nada de eso limita esta búsqueda.",
  nothingToCorrect: "En tus fotos estas palabras no tienen otro significado.",
  noTime: "Esta búsqueda no tiene una única fecha desde la que contar.",
  askAlbum: (n, album) => `¿Poner ${n === 1 ? "esta foto" : `estas ${photos(n)}`} en el álbum «${album}»?`,
  putInAlbum: (n, album) =>
    n === 0
      ? `Todas están ya en el álbum «${album}».`
      : `${photos(n)} ${n === 1 ? "puesta" : "puestas"} en el álbum «${album}».`,
  askFavourite: (n) =>
    `¿Marcar ${n === 1 ? "esta foto como favorita" : `estas ${photos(n)} como favoritas`}?`,
  askUnfavourite: (n) => `¿Quitar ${n === 1 ? "esta foto" : `estas ${photos(n)}`} de tus favoritas?`,
  favoured: (n) => `${photos(n)} ${n === 1 ? "marcada como favorita" : "marcadas como favoritas"}.`,
  unfavoured: (n) => `${photos(n)} ${n === 1 ? "quitada" : "quitadas"} de tus favoritas.`,
  offers: {
    only: {
      city: (name) => `Solo en ${name}`,
      person: (name) => `Solo con ${name}`,
      keyword: (name) => `Solo con la etiqueta ${name}`,
      camera: (name) => `Solo hechas con ${name}`,
      year: (year) => `Solo de ${year}`,
    },
    row: {
      ...{ year: (name) => `Solo de ${name}`, month: (name) => `Solo de ${name}` },
      ...{ day: (name) => `Solo del ${name}`, weekday: (name) => `Solo los ${weekdays(name)}` },
      hour: (name) => `Solo a las ${name}`,
      ...{ country: (name) => `Solo en ${name}`, city: (name) => `Solo en ${name}` },
      ...{ person: (name) => `Solo con ${name}`, keyword: (name) => `Solo con la etiqueta ${name}` },
      ...{ make: (name) => `Solo hechas con ${name}`, camera: (name) => `Solo hechas con ${name}` },
      ...{ lens: (name) => `Solo hechas con ${name}`, type: (name) => `Solo archivos ${name}` },
    },
    chip: { place: (name) => `en ${name}`, person: (name) => `con ${name}`, camera: (name) => name },
    more: (n) => `Y ${number.format(n)} más.`,
    photo: "Foto",
    readAs: (text) => `Leído como: «${text}».`,
  },
};
