import type { settingsWords } from "./en-settings.ts";
import { count, files, photos } from "./es-counts.ts";
import type { Said } from "./language.ts";

const units = [
  { bytes: 1e9, name: "GB", digits: 1 },
  { bytes: 1e6, name: "MB", digits: 0 },
  { bytes: 1e3, name: "kB", digits: 0 },
];

/** Returns both amounts in the unit of the total: "2,9 de 4,7 GB". */
function amount(completed: number, total: number): string {
  const unit = units.find(({ bytes }) => total >= bytes) ?? { bytes: 1, name: "B", digits: 0 };
  const digits = { minimumFractionDigits: unit.digits, maximumFractionDigits: unit.digits };
  const number = (n: number) => (n / unit.bytes).toLocaleString("es-ES", digits);
  return `${number(completed)} de ${number(total)} ${unit.name}`;
}

const done = { pull: "Descarga", prepare: "Preparación" };

/** All strings of the settings in Spanish. */
export const spanishSettingsWords: Said<typeof settingsWords> = {
  retry: "Reintentar",
  offline: "Sin conexión con Glimpse. Lo que se muestra puede haber cambiado.",
  version: (version) => `Glimpse ${version}`,

  language: {
    title: "Idioma",
    intro:
      "El idioma de las pantallas en este navegador. Una respuesta sigue siempre el idioma de su pregunta.",
    label: "Idioma",
    browser: "Como el navegador",
  },

  secondReader: {
    title: "Preguntas con otras palabras",
    intro:
      "Cuando no se entienden palabras de una pregunta, el modelo de conversación puede decirla de forma sencilla. La respuesta a eso se muestra como «Leído como», con una vuelta atrás.",
    label: "Leer esas preguntas una segunda vez",
    fixed: "Desactivado, porque GLIMPSE_SECOND_READER está en off.",
    waits: "No hay ningún modelo de conversación listo, así que nada se lee una segunda vez.",
  },

  captions: {
    title: "Describir otra vez",
    described: (model, n) => `${model} ha descrito ${photos(n)}.`,
    refused: "Fotos cuya descripción parece una negativa, y las que no se pudieron describir.",
    again: "Describir otra vez",
    againWith: (model) => `Describir otra vez: fotos de ${model}`,
    againRefused: "Describir otra vez: descripciones que parecen una negativa",
    askTitle: (n) => `¿Describir ${photos(n)} otra vez?`,
    askBody:
      "Lo hace el modelo de los ajustes, foto por foto. Las descripciones de ahora sirven hasta entonces.",
    queued: (n) =>
      n === 0
        ? "No hay que describir ninguna foto otra vez."
        : `Esperan a ser descritas otra vez: ${photos(n)}.`,
  },

  models: {
    title: "Modelos",
    intro: "Funcionan en tu propio Ollama. Las fotos y las preguntas van allí y a ningún otro sitio.",
    answers: (version, host) => `Ollama ${version} responde en ${host}`,
    looksAgain: "Glimpse vuelve a comprobarlo por sí solo cada pocos segundos.",
    elsewhere: ", o pon OLLAMA_HOST si funciona en otro sitio.",
    get: "Consigue Ollama",
    howOn: "Pon GLIMPSE_MODELS en auto y arranca Glimpse otra vez.",
    check: "Comprobar otra vez",
    uses: { describe: "Describe las fotos", embed: "Las encuentra por su significado", converse: "Conversa" },
    list: "Qué hacen los modelos",
    servers: "Servidores de modelos",
    ready: "Listo",
    waits: "Espera a Ollama",
    isOff: "Apagado",
    notFetched: "Todavía no está en este Ollama.",
    asAbove: "El mismo modelo de arriba: se descarga una vez.",
    copyHere: (version) =>
      `Ollama ${version} solo puede usarlo para buscar como copia preparada. Glimpse puede hacer la copia; necesita tanto espacio en disco como el modelo.`,
    copyElsewhere: (version) =>
      `Ollama ${version} solo puede usarlo para buscar como copia preparada, y Glimpse no puede leer desde aquí el archivo del modelo. En la máquina que tiene el archivo, ejecuta esto en la carpeta de Glimpse:`,
    actions: { pull: "Descargar", prepare: "Preparar" },
    act: (action, model) => `${{ pull: "Descargar", prepare: "Preparar" }[action]} ${model}`,
    again: "Intentar otra vez",
    againWith: (model) => `Intentar otra vez con ${model}`,
    cancel: "Cancelar",
    cancelOne: (action, model) => `Cancelar: ${done[action].toLowerCase()} de ${model}`,
    stopped: { pull: "Detenido. Lo descargado se conserva.", prepare: "Detenido." },
    progress: (action, model) => `${done[action]} de ${model}`,
    percent: (part) => `${Math.floor(part * 100)} %`,
    ends: {
      done: (action, model) => `${model} está ${action === "pull" ? "descargado" : "preparado"}.`,
      failed: (action, model, reason) => `La ${done[action].toLowerCase()} de ${model} ha fallado. ${reason}`,
      stopped: (action, model) => `La ${done[action].toLowerCase()} de ${model} se ha detenido.`,
    },
  },

  steps: {
    start: "Empezando",
    size: "Consultando su tamaño",
    pull: (completed, total) => `Descargando, ${amount(completed, total)}`,
    check: "Comprobando lo descargado",
    look: "Comprobando si necesita una copia",
    hash: "Paso 1 de 3, leyéndolo",
    upload: "Paso 2 de 3, dando la copia a Ollama",
    create: "Paso 3 de 3, haciendo la copia",
    try: "Paso 3 de 3, probando la copia",
    ready: "Casi listo",
    with: (step, completed, total) => `${step}, ${amount(completed, total)}`,
  },

  command: { copy: "Copiar", copyOne: "Copiar la orden", copied: "Copiado" },

  access: {
    title: "Acceso",
    intro: "Quién puede ver las fotos.",
    open: "No hay contraseña. Solo esta máquina llega a Glimpse, así que quien la usa ve las fotos.",
    locked: (browsers) =>
      `Una contraseña guarda las fotos. ${browsers === 1 ? "Un navegador tiene" : `${count(browsers)} navegadores tienen`} la sesión abierta.`,
    signOut: "Cerrar sesión",
    signOutEverywhere: "Cerrar sesión en todas partes",
  },

  engines: {
    title: "Motores",
    intro: "Dónde se guardan las fotos, y qué las encuentra.",
    names: { database: "Base de datos", objects: "Originales", queue: "Cola", index: "Índice de búsqueda" },
    embedded: {
      database: "SQLite, en la carpeta de datos",
      objects: "Archivos en la carpeta de datos",
      queue: "Incorporada",
      index: "Incorporado, en la carpeta de datos",
    },
    vectors: "Búsqueda por significado",
    searched: (model) => `Usa los vectores de ${model}.`,
    takesOver: (model) => `Los vectores de ${model} toman el relevo cuando estén completos.`,
    filling: (model) => `Se están haciendo los vectores de ${model}`,
    filled: (done, total) => `${count(done)} de ${photos(total)}`,
    untilThen: "Hasta que estén completos, Glimpse busca en los vectores anteriores.",
    reading: "Leyendo fotos",
    works: "Responde",
    fails: "No responde",
    lacks: "Falta algo",
  },

  safety: {
    title: "Seguridad",
    intro: "Cada original se lee una vez al mes y se compara con lo que se guardó.",
    whole: "Todos los originales están enteros, que se sepa.",
    damaged: (n) =>
      `Los originales de ${photos(n)} están dañados o faltan. Sube otra vez los mismos archivos para repararlos.`,
    checked: (moment) => `Última lectura de todos: ${moment}.`,
    neverChecked: "Todavía no se han leído todos.",
    checkingLabel: "Leyendo originales",
    checking: (done, total) => `Leyendo originales: ${count(done)} de ${files(total)}`,
    copied: (moment) => `Última copia de la base de datos: ${moment}.`,
  },
};
