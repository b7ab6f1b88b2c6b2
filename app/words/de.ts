import { monthOf, spanEnd } from "./dates.ts";
import { count, files, photos, plural } from "./de-counts.ts";
import { germanIndexingWords } from "./de-indexing.ts";
import { germanTurnWords } from "./de-turn.ts";
import type { Words } from "./words.ts";

const listOf = (parts: (string | false)[]): string => parts.filter((part) => part !== false).join(", ");

/** All strings of the screens in German. */
export const germanWords: Words = {
  brand: "Glimpse",
  count,
  photos,

  shell: {
    navigation: "Glimpse",
    skip: "Zur Seite springen",
    newQuestion: "Neue Frage",
    searchAll: "Alles durchsuchen",
    openMenu: "Menü öffnen",
    closeMenu: "Menü schließen",
    noHistory: "Was du fragst, bleibt hier.",
    untitled: "Neue Frage",
    settings: "Einstellungen",
    back: "Zurück",
    library: "Bibliothek",
    photos: "Fotos",
    bin: "Papierkorb",
    albums: "Alben",
    map: "Karte",
  },

  conversation: {
    more: (title) => `Möglichkeiten für ${title}`,
    rename: "Umbenennen",
    name: "Name dieser Unterhaltung",
    remove: "Löschen",
    removeTitle: "Diese Unterhaltung löschen?",
    removeBody: (title) => `„${title}“ und die Antworten gehen weg. Deine Fotos bleiben.`,
    pin: "Anheften",
    unpin: "Ablösen",
    pinned: "Angeheftet",
    export: "Als Markdown sichern",
    search: "Fragen durchsuchen",
    foundNone: "Keine Unterhaltung enthält diese Wörter.",
    found: (n) => `${plural(n, "Unterhaltung", "Unterhaltungen")} gefunden`,
    latest: "Zur letzten Antwort",
    turns: "Fragen und Antworten",
  },

  home: {
    title: "Was möchtest du sehen?",
    span: (n, oldest, newest, now, timeZone) => {
      if (!oldest || !newest) return `${photos(n)}.`;
      const from = monthOf(oldest);
      const to = spanEnd(newest, now, timeZone);
      return from === to ? `${photos(n)}, von ${from}.` : `${photos(n)}, von ${from} bis ${to}.`;
    },
    none: "Noch keine Fotos.",
    emptyTitle: "Leg deine ersten Fotos hier ab",
    emptyBody:
      "Oder füge sie mit dem Plus hinzu. Sie bleiben auf diesem Gerät, und du kannst sofort nach ihnen fragen.",
    examples: "Zum Beispiel",
    asks: {
      atNight: (place) => `${place} bei Nacht`,
      inMonth: (place, month) => `${place} im ${month}`,
      from: (place) => `Fotos aus ${place}`,
      person: (name, year) => `${name} ${year}`,
      bestOf: (month) => `Die besten vom ${month}`,
      camera: (name) => `Mit der ${name} aufgenommen`,
    },
    emptyExamplesTitle: "Dann frag in deinen eigenen Worten",
    emptyExamples: ["Ein Hund am Strand", "Schnee im Januar 2019", "Die Quittung vom Baumarkt"],
  },

  models: {
    without: "Ohne Modelle: Fotos werden über Datum, Ort, Kamera und Name gefunden.",
    install: "Installiere Ollama,",
    installWhy: "um nach dem zu suchen, was sie zeigen.",
    missing: (model) => `Ollama hat das Modell ${model} noch nicht.`,
    needsCopy: (model) => `Dieses Ollama kann ${model} nur als vorbereitete Kopie zum Suchen verwenden.`,
    whatToDo: "Was zu tun ist",
  },

  composer: {
    label: "Frag nach deinen Fotos",
    placeholder: "Frag nach deinen Fotos oder leg hier welche ab",
    placeholderShort: "Frag nach deinen Fotos",
    refine: "Frag etwas anderes",
    attach: "Fotos hinzufügen",
    send: "Senden",
    stop: "Stopp",
    form: "Frage",
    waiting: (n) => `Wird gesendet, wenn ${plural(n, "Upload fertig ist", "Uploads fertig sind")}.`,
    keepWaiting: "Nicht senden",
    nothing: "Schreib eine Frage oder füge ein Foto hinzu",
    running: "Die Antwort läuft noch. Was du jetzt sendest, wird danach gefragt.",
    queued: "Wird gesendet, wenn die Antwort da ist.",
    length: (length, most) => `${count(length)} von ${count(most)} Zeichen.`,
    suggestions: "Namen in deiner Bibliothek",
    suggested: (n) => `${plural(n, "Name", "Namen")}. Ab und Tab nehmen einen.`,
    kinds: {
      city: "Ort",
      region: "Ort",
      country: "Ort",
      place: "Ort",
      person: "Person",
      keyword: "Schlagwort",
      camera: "Kamera",
      lens: "Objektiv",
      make: "Hersteller",
    },
    speak: "Sprechen",
    stopSpeaking: "Nicht mehr zuhören",
    listening:
      "Hört zu. Dein Browser macht Text daraus und fragt dazu vielleicht den Server seines Herstellers.",
    notHeard: "Nichts wurde verstanden.",
    notAllowed: "Dieser Browser lässt Glimpse nicht zuhören.",
    tooLong: (over) => `Kürze sie um ${count(over)}, um sie zu senden.`,
  },

  uploads: {
    lost: "Wartet auf die Verbindung und macht dann von selbst weiter.",
    waitsForPhoto: "Aufbewahrt, wartet auf sein Foto",
    partOfPhoto: {
      motion: "Der Film seines Fotos",
      raw: "Die Rohdatei seines Fotos",
      sidecar: "Mit seinem Foto gelesen",
    },
    title: files,
    counts: (n) =>
      listOf([
        n.stored > 0 && `${count(n.stored)} hochgeladen`,
        n.duplicate > 0 && `${count(n.duplicate)} schon da`,
        n.uploading > 0 && `noch ${count(n.uploading)}`,
        n.failed > 0 && `${count(n.failed)} gescheitert`,
      ]),
    list: "Fotos dieser Nachricht",
    show: "Dateien zeigen",
    hide: "Dateien verbergen",
    retryAll: (n) => `${count(n)} gescheiterte wiederholen`,
    clear: "Leeren",
    askWith: (n) => (n === 1 ? "Mit diesem Foto fragen" : "Mit diesen Fotos fragen"),
    askWithMost: (most) => `Eine Frage nimmt höchstens ${most} Fotos`,
    remove: (name) => `${name} entfernen`,
    removed: (name) => `${name} ist entfernt.`,
    undo: "Rückgängig",
    added: (stored, duplicate) =>
      listOf([stored > 0 && `${count(stored)} hinzugefügt`, duplicate > 0 && `${count(duplicate)} schon da`]),
    showThem: (n) => (n === 1 ? "Zeig es" : "Zeig sie"),
    askWithThem: (n) => (n === 1 ? "Frag damit" : "Frag mit ihnen"),
    dismiss: "Schließen",
    retry: "Wiederholen",
    retryOne: (name) => `${name} wiederholen`,
    progress: (name) => `Upload von ${name}`,
    percent: (part) => `${Math.round(part * 100)} %`,
    waiting: "Wartet",
    hashing: "Wird geprüft",
    duplicate: "Schon in deiner Bibliothek",
    repaired: "Das beschädigte Original ist repariert",
    received: "In der Bibliothek, wird vorbereitet",
    prepared: "In der Bibliothek, wird beschrieben",
    rests: "Über Datum, Ort und Name zu finden",
    described: "In der Bibliothek, fast zu finden",
    indexed: "Zu finden",
    connectionLost: (part) => `Verbindung verloren bei ${Math.round(part * 100)} %.`,
    tooLarge: (limit) => `Größer als ${count(Math.floor(limit / 1_000_000))} MB, die Grenze hier`,
    notAPhoto: (kind) =>
      ({
        pdf: "Ein PDF ist kein Foto",
        video: "Ein Video ist kein Foto",
        audio: "Eine Tonaufnahme ist kein Foto",
        text: "Ein Text ist kein Foto",
        other: "Das ist kein Foto",
      })[kind],
  },

  drop: {
    title: (n) => (n > 0 ? `Ablegen fügt ${plural(n, "Foto", "Fotos")} hinzu` : "Ablegen fügt Fotos hinzu"),
    body: "In die Bibliothek und in deine Nachricht. Was schon da ist, wird übersprungen.",
  },

  turn: germanTurnWords,

  tile: {
    motion: { file: "Live", inside: "Bewegt" },
    noReader: "Ein Video ohne Bild",
    video: (length) => (length === null ? "Video" : `Video, ${length}`),
    raw: "RAW",
    preparing: "Wird vorbereitet",
    noPreview: (format) => `${format} hat noch keine Vorschau`,
    noPicture: "Nicht zu entwickeln",
    failed: "Ließ sich nicht vorbereiten",
    animated: "Bewegt",
    more: "fast gleich",
    damage: { missing: "Original fehlt", damaged: "Original beschädigt" },
    inPart: "Beschädigt",
    notShown: "Nicht zu zeigen",
    matches: (matched) => matched.map((word) => `„${word}“`).join(", "),
  },

  photo: {
    video: "Video",
    videoNamed: (name) => `Video: ${name}`,
    notPlayed: "Dieser Browser kann das Video nicht abspielen. Lade es herunter, um es anzusehen.",
    film: "Der bewegte Augenblick",
    play: "Den Augenblick abspielen",
    filmFails: "Dieser Browser kann den Film nicht abspielen. Du kannst ihn herunterladen.",
    files: "Dateien",
    roles: { photo: "Foto", motion: "Film", raw: "Rohdatei", sidecar: "Begleitdatei" },
    downloadFile: (name) => `${name} herunterladen`,
    damage: {
      missing: "Das Original dieses Fotos fehlt. Lade dieselbe Datei noch einmal hoch, um es zu reparieren.",
      damaged:
        "Das Original dieses Fotos ist beschädigt. Lade dieselbe Datei noch einmal hoch, um es zu reparieren.",
    },
    pictureNote: {
      small:
        "Diese Datei enthält nur eine kleine Vorschau, und ihre Rohdaten ließen sich nicht entwickeln; die Vorschau wird gezeigt und beschrieben.",
      none: "Diese Datei enthält keine Vorschau, und ihre Rohdaten ließen sich nicht entwickeln, also ist nichts zu zeigen oder zu beschreiben.",
      "no-reader":
        "Das Programm, das Videos öffnet, ist hier nicht installiert, darum hat dieses kein Bild. Die Einstellungen sagen, was zu tun ist.",
    },
    animated: "bewegt",
    position: (n, of) => `${count(n)} von ${count(of)}`,
    label: "Foto",
    close: "Schließen",
    previous: "Voriges Foto",
    next: "Nächstes Foto",
    zoomIn: "Vergrößern",
    zoomOut: "Verkleinern",
    details: "Einzelheiten",
    download: "Original laden",
    remove: "Foto löschen",
    removeTitle: "Dieses Foto löschen?",
    removeBody:
      "Es verlässt die Bibliothek und jede Antwort und bleibt 30 Tage im Papierkorb; dieselbe Datei, noch einmal hinzugefügt, holt es zurück.",
    removeYes: "Löschen",
    hint: "← → zum Blättern, Leertaste für eine Diashow, i für Einzelheiten, e zum Ändern, f für Favorit, 1–5 für Sterne, Esc zurück",
    noDate: "Kein Datum in der Datei",
    guessedBriefly: { name: "aus dem Dateinamen", change: "zuletzt geändert" },
    flaw: (isShown) =>
      isShown ? "Nur ein Teil dieses Bildes ließ sich lesen." : "Dieses Bild lässt sich nicht zeigen.",
    captionBy: (model) => `Bildtext von ${model}`,
    describeAgain: "Neu beschreiben",
    describeWaits: "Wartet darauf, beschrieben zu werden. Was hier steht, gilt bis dahin.",
    rawAnswer: "Was das Modell geantwortet hat",
    why: "Warum dieses Foto",
    whyWord: (word) => `„${word}“`,
    whyWordIn: "in seinen Wörtern",
    whyConcept: ({ by, said }) =>
      by === null
        ? "hier nicht zu sehen"
        : { word: "in seinen Wörtern", kind: `als „${said}“`, near: "nahe daran", supposed: "vielleicht" }[
            by
          ],
    whyFilter: "Filter",
    whySimilar: "Deiner Frage ähnlich",
    facts: "Foto",
    keywords: "Schlagwörter",
    people: "Personen",
    size: (width, height) => `${width} × ${height}`,
    stars: (n) => `${n} von 5 Sternen`,
    similar: "Mehr davon",
    backFromLike: "Zurück zum Foto davor",
    history: "Verlauf",
    gone: "Dieses Foto ist nicht in der Bibliothek.",
    failedWhile: (stage) => `Gescheitert beim ${stage}.`,
    titleInFile: "Titel",
    camera: "Kamera",
    file: "Datei",
    rating: "Bewertung",
  },

  events: {
    received: "Empfangen",
    joined: "Mit einer Datei verbunden, die dazugehört",
    prepared: "Vorbereitet",
    described: (model) => (model ? `Beschrieben von ${model}` : "Beschrieben"),
    embedded: (model) => (model ? `Eingebettet von ${model}` : "Eingebettet"),
    indexed: "Zu finden",
    failed: (stage) => `Gescheitert beim ${stage}`,
    attemptFailed: (stage) => `Ein Versuch scheiterte beim ${stage}`,
    retried: "Wiederholt",
    removed: "Entfernt",
    restored: "Zurückgeholt",
    damaged: "Das Original ist beschädigt oder fehlt",
    repaired: "Das Original ist wieder da",
    attempt: (n) => (n < 2 ? "" : `, ${n}. Versuch`),
  },

  stages: { prepare: "Vorbereiten", describe: "Beschreiben", embed: "Einbetten", index: "Ablegen" },

  indexing: germanIndexingWords,

  dialog: { cancel: "Abbrechen" },

  load: {
    offline: "Das ließ sich nicht laden: keine Verbindung zu Glimpse.",
    unknown: "Das ließ sich nicht laden.",
    updated: "Glimpse wurde aktualisiert.",
    unsent: (n) =>
      `Neu laden verliert ${plural(n, "Foto, das noch nicht hochgeladen ist", "Fotos, die noch nicht hochgeladen sind")}.`,
    reload: "Neu laden",
    retry: "Wiederholen",
    giveUp: "Ohne weitermachen",
  },

  offline: {
    short: "Keine Verbindung zu Glimpse.",
    kept: "Keine Verbindung zu Glimpse. Deine Wörter und Fotos sind noch da.",
    retry: "Wiederholen",
  },

  errors: {
    unexpected: "Etwas ist schiefgegangen.",
    title: "Diese Seite ließ sich nicht zeigen",
    notFound: "Unter dieser Adresse ist nichts",
    notFoundBody: "Vielleicht wurde die Unterhaltung gelöscht, oder die Adresse ist nicht vollständig.",
    offlineTitle: "Keine Verbindung zu Glimpse",
    offlineBody: "Läuft es noch? Was du geschrieben hast, ist noch da.",
    again: "Noch einmal versuchen",
    home: "Eine neue Frage stellen",
  },
};
