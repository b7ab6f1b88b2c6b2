import { monthOf, spanEnd } from "./dates.ts";
import { count, files, photos, plural } from "./es-counts.ts";
import { spanishIndexingWords } from "./es-indexing.ts";
import { spanishTurnWords } from "./es-turn.ts";
import type { Words } from "./words.ts";

/** All strings of the screens in Spanish. */
export const spanishWords: Words = {
  brand: "Glimpse",
  count,
  photos,

  shell: {
    navigation: "Glimpse",
    skip: "Saltar a la página",
    newQuestion: "Nueva pregunta",
    searchAll: "Buscar en todo",
    openMenu: "Abrir el menú",
    closeMenu: "Cerrar el menú",
    noHistory: "Lo que preguntes se queda aquí.",
    untitled: "Nueva pregunta",
    settings: "Ajustes",
    back: "Atrás",
    library: "Biblioteca",
    photos: "Fotos",
    bin: "Papelera",
    albums: "Álbumes",
    map: "Mapa",
  },

  conversation: {
    more: (title) => `Opciones de ${title}`,
    rename: "Cambiar el nombre",
    name: "Nombre de esta conversación",
    remove: "Eliminar",
    removeTitle: "¿Eliminar esta conversación?",
    removeBody: (title) => `«${title}» y sus respuestas desaparecen. Tus fotos se quedan.`,
    pin: "Fijar",
    unpin: "Soltar",
    pinned: "Fijadas",
    export: "Exportar como Markdown",
    search: "Buscar preguntas",
    foundNone: "Ninguna conversación tiene estas palabras.",
    found: (n) => plural(n, "conversación encontrada", "conversaciones encontradas"),
    latest: "Ir a lo último",
    turns: "Preguntas y respuestas",
  },

  home: {
    title: "¿Qué te gustaría ver?",
    span: (n, oldest, newest, now, timeZone) => {
      if (!oldest || !newest) return `${photos(n)}.`;
      const from = monthOf(oldest);
      const to = spanEnd(newest, now, timeZone);
      return from === to ? `${photos(n)}, de ${from}.` : `${photos(n)}, desde ${from} hasta ${to}.`;
    },
    none: "Todavía no hay fotos.",
    emptyTitle: "Suelta aquí tus primeras fotos",
    emptyBody:
      "O añádelas con el signo más. Se quedan en esta máquina, y puedes preguntar por ellas enseguida.",
    examples: "Por ejemplo",
    asks: {
      atNight: (place) => `${place} de noche`,
      inMonth: (place, month) => `${place} en ${month}`,
      from: (place) => `Fotos de ${place}`,
      person: (name, year) => `${name} en ${year}`,
      bestOf: (month) => `Lo mejor de ${month}`,
      camera: (name) => `Hechas con ${name}`,
    },
    emptyExamplesTitle: "Luego pregunta con tus palabras",
    emptyExamples: ["Un perro en la playa", "Nieve en enero de 2019", "El recibo de la ferretería"],
  },

  models: {
    without: "Funciona sin modelos: las fotos se encuentran por fecha, lugar, cámara y nombre.",
    install: "Instala Ollama",
    installWhy: "para buscar por lo que muestran.",
    missing: (model) => `Ollama todavía no tiene el modelo ${model}.`,
    needsCopy: (model) => `Este Ollama solo puede usar ${model} para buscar como copia preparada.`,
    whatToDo: "Qué hacer",
  },

  composer: {
    label: "Pregunta por tus fotos",
    placeholder: "Pregunta por tus fotos, o suelta algunas aquí",
    placeholderShort: "Pregunta por tus fotos",
    refine: "Pregunta otra cosa",
    attach: "Añadir fotos",
    send: "Enviar",
    stop: "Detener",
    form: "Pregunta",
    waiting: (n) =>
      n === 1 ? "Se envía cuando termine 1 subida." : `Se envía cuando terminen ${count(n)} subidas.`,
    keepWaiting: "No enviar",
    nothing: "Escribe una pregunta o añade una foto",
    running: "La respuesta aún no ha terminado. Lo que envíes ahora se preguntará después.",
    queued: "Se envía cuando llegue la respuesta.",
    length: (length, most) => `${count(length)} de ${count(most)} caracteres.`,
    suggestions: "Nombres de tu biblioteca",
    suggested: (n) => `${plural(n, "nombre", "nombres")}. Flecha abajo y Tab toman uno.`,
    kinds: {
      city: "Lugar",
      region: "Lugar",
      country: "Lugar",
      place: "Lugar",
      person: "Persona",
      keyword: "Etiqueta",
      camera: "Cámara",
      lens: "Objetivo",
      make: "Fabricante",
    },
    speak: "Hablar",
    stopSpeaking: "Dejar de escuchar",
    listening:
      "Escuchando. Tu navegador convierte las palabras en texto, y quizá lo pida al servidor de su fabricante.",
    notHeard: "No se ha entendido nada.",
    notAllowed: "Este navegador no deja que Glimpse escuche.",
    tooLong: (over) => `Acórtala en ${count(over)} para enviarla.`,
  },

  uploads: {
    title: files,
    counts: (n) =>
      [
        n.stored > 0 && `${count(n.stored)} subidos`,
        n.duplicate > 0 && `${count(n.duplicate)} ya estaban`,
        n.uploading > 0 && `faltan ${count(n.uploading)}`,
        n.failed > 0 && `${count(n.failed)} fallidos`,
      ]
        .filter((part) => part !== false)
        .join(", "),
    list: "Fotos de este mensaje",
    show: "Mostrar archivos",
    hide: "Ocultar archivos",
    retryAll: (n) => `Reintentar ${count(n)} fallidos`,
    clear: "Vaciar",
    askWith: (n) => (n === 1 ? "Preguntar con esta foto" : "Preguntar con estas fotos"),
    askWithMost: (most) => `Una pregunta puede llevar como mucho ${most} fotos`,
    remove: (name) => `Quitar ${name}`,
    removed: (name) => `${name} se ha quitado.`,
    undo: "Deshacer",
    added: (stored, duplicate) =>
      [
        stored > 0 && plural(stored, "añadida", "añadidas"),
        duplicate > 0 && `${count(duplicate)} ya ${duplicate === 1 ? "estaba" : "estaban"}`,
      ]
        .filter((part) => part !== false)
        .join(", "),
    showThem: (n) => (n === 1 ? "Mostrarla" : "Mostrarlas"),
    askWithThem: (n) => (n === 1 ? "Preguntar con ella" : "Preguntar con ellas"),
    dismiss: "Cerrar",
    retry: "Reintentar",
    retryOne: (name) => `Reintentar ${name}`,
    progress: (name) => `Subida de ${name}`,
    percent: (part) => `${Math.round(part * 100)} %`,
    waiting: "En espera",
    hashing: "Comprobando",
    lost: "Esperando la conexión. Sigue por sí solo.",
    duplicate: "Ya está en tu biblioteca",
    waitsForPhoto: "Guardado, espera a su foto",
    partOfPhoto: {
      motion: "La película de su foto",
      raw: "El archivo raw de su foto",
      sidecar: "Leído con su foto",
    },
    repaired: "Su original dañado está reparado",
    received: "En la biblioteca, preparándose",
    prepared: "En la biblioteca, describiéndose",
    rests: "Se encuentra por fecha, lugar y nombre",
    described: "En la biblioteca, casi buscable",
    indexed: "Buscable",
    connectionLost: (part) => `Conexión perdida al ${Math.round(part * 100)} %.`,
    tooLarge: (limit) => `Mayor de ${count(Math.floor(limit / 1_000_000))} MB, el límite aquí`,
    notAPhoto: (kind) =>
      ({
        pdf: "Un PDF no es una foto",
        audio: "Una grabación de sonido no es una foto",
        text: "Un texto no es una foto",
        other: "Esto no es una foto",
      })[kind],
  },

  drop: {
    title: (n) => (n > 0 ? `Suelta para añadir ${photos(n)}` : "Suelta para añadir fotos"),
    body: "A la biblioteca y a tu mensaje. Lo que ya está aquí se salta.",
  },

  turn: spanishTurnWords,

  tile: {
    preparing: "Preparándose",
    noPreview: (format) => `${format} aún no tiene vista previa`,
    noPicture: "No se pudo revelar",
    noReader: "Un vídeo sin imagen",
    video: (length) => (length === null ? "Vídeo" : `Vídeo, ${length}`),
    failed: "No se pudo preparar",
    animated: "Animada",
    motion: { file: "Live", inside: "Motion" },
    raw: "RAW",
    more: "casi iguales",
    damage: { missing: "Falta el original", damaged: "Original dañado" },
    inPart: "Dañada",
    notShown: "No se puede mostrar",
    matches: (matched) => matched.map((word) => `«${word}»`).join(", "),
  },

  photo: {
    damage: {
      missing: "Falta el original de esta foto. Sube otra vez el mismo archivo para repararla.",
      damaged: "El original de esta foto está dañado. Sube otra vez el mismo archivo para repararla.",
    },
    pictureNote: {
      small:
        "Este archivo solo contiene una vista previa pequeña y sus datos RAW no se pudieron revelar; se muestra y se describe la vista previa.",
      none: "Este archivo no contiene vista previa y sus datos RAW no se pudieron revelar, así que no hay nada que mostrar ni describir.",
      "no-reader":
        "Aquí no está instalado el programa que abre los vídeos, así que este no tiene imagen. Los ajustes dicen qué hacer.",
    },
    animated: "animada",
    film: "El momento en movimiento",
    play: "Reproducir el momento",
    filmFails: "Este navegador no puede reproducir esta película. Puedes descargarla.",
    files: "Archivos",
    roles: { photo: "foto", motion: "película", raw: "archivo raw", sidecar: "archivo XMP" },
    downloadFile: (name) => `Descargar ${name}`,
    position: (n, of) => `${count(n)} de ${count(of)}`,
    label: "Foto",
    video: "Vídeo",
    videoNamed: (name) => `Vídeo: ${name}`,
    notPlayed: "Este navegador no puede reproducir este vídeo. Descárgalo para verlo.",
    close: "Cerrar",
    previous: "Foto anterior",
    next: "Foto siguiente",
    zoomIn: "Acercar",
    zoomOut: "Alejar",
    details: "Detalles",
    download: "Descargar el original",
    remove: "Eliminar la foto",
    removeTitle: "¿Eliminar esta foto?",
    removeBody:
      "Sale de la biblioteca y de todas las respuestas, y se queda 30 días en la papelera; el mismo archivo, añadido de nuevo, la devuelve.",
    removeYes: "Eliminar",
    hint: "← → para pasar, Espacio para un pase de fotos, i para detalles, e para editar, f para favorita, 1–5 para estrellas, Esc para volver",
    noDate: "Sin fecha en el archivo",
    guessedBriefly: { name: "según el nombre del archivo", change: "último cambio" },
    flaw: (isShown) =>
      isShown ? "Solo se pudo leer una parte de esta imagen." : "Esta imagen no se puede mostrar.",
    captionBy: (model) => `Descripción de ${model}`,
    describeAgain: "Describir otra vez",
    describeWaits: "Espera a ser descrita. Lo que hay aquí sirve hasta entonces.",
    rawAnswer: "Lo que respondió el modelo",
    why: "Por qué esta foto",
    whyWord: (word) => `«${word}»`,
    whyWordIn: "en sus palabras",
    whyConcept: ({ by, said }) =>
      by === null
        ? "no se ve aquí"
        : { word: "en sus palabras", kind: `como «${said}»`, near: "cercano", supposed: "quizá" }[by],
    whyFilter: "filtro",
    whySimilar: "Cerca de tu pregunta",
    facts: "Foto",
    keywords: "Etiquetas",
    people: "Personas",
    size: (width, height) => `${width} × ${height}`,
    stars: (n) => `${n} de 5 estrellas`,
    similar: "Más como esta",
    backFromLike: "Volver a la foto de antes",
    history: "Historial",
    gone: "Esta foto no está en la biblioteca.",
    failedWhile: (stage) => `Falló al ${stage}.`,
    titleInFile: "Título",
    camera: "Cámara",
    file: "Archivo",
    rating: "Valoración",
  },

  events: {
    received: "Recibida",
    prepared: "Preparada",
    described: (model) => (model ? `Descrita por ${model}` : "Descrita"),
    embedded: (model) => (model ? `Vectorizada por ${model}` : "Vectorizada"),
    indexed: "Buscable",
    failed: (stage) => `Falló al ${stage}`,
    attemptFailed: (stage) => `Un intento falló al ${stage}`,
    retried: "Reintentada",
    removed: "Quitada",
    restored: "Recuperada",
    damaged: "Su original se encontró dañado o faltaba",
    repaired: "Su original se repuso",
    joined: "Se le unió un archivo que le pertenece",
    attempt: (n) => ["", "", ", segundo intento", ", tercer intento"][n] ?? `, intento ${n}`,
  },

  stages: { prepare: "preparar", describe: "describir", embed: "vectorizar", index: "guardar" },

  indexing: spanishIndexingWords,

  dialog: { cancel: "Cancelar" },

  load: {
    offline: "No se ha podido cargar: sin conexión con Glimpse.",
    unknown: "No se ha podido cargar.",
    updated: "Glimpse se ha actualizado.",
    unsent: (n) => `Al recargar se ${n === 1 ? "pierde" : "pierden"} ${photos(n)} aún sin subir.`,
    reload: "Recargar",
    retry: "Reintentar",
    giveUp: "Seguir sin ello",
  },

  offline: {
    short: "Sin conexión con Glimpse.",
    kept: "Sin conexión con Glimpse. Tus palabras y tus fotos se conservan.",
    retry: "Reintentar",
  },

  errors: {
    unexpected: "Algo ha salido mal.",
    title: "Esta página no se ha podido mostrar",
    notFound: "No hay nada en esta dirección",
    notFoundBody: "Puede que la conversación se haya eliminado, o que la dirección no esté completa.",
    offlineTitle: "Sin conexión con Glimpse",
    offlineBody: "¿Sigue en marcha? Lo que escribiste se conserva.",
    again: "Intentar otra vez",
    home: "Hacer una pregunta nueva",
  },
};
