import type { Remedy } from "#server/engines/models/port.ts";
import { count, files, photos } from "./de-counts.ts";
import type { settingsWords } from "./en-settings.ts";
import type { Said } from "./language.ts";

const units = [
  { bytes: 1e9, name: "GB", digits: 1 },
  { bytes: 1e6, name: "MB", digits: 0 },
  { bytes: 1e3, name: "kB", digits: 0 },
];

/** Returns both amounts in the unit of the total: "2,9 von 4,7 GB". */
function amount(completed: number, total: number): string {
  const found = units.find((unit) => total >= unit.bytes);
  const { bytes, name, digits } = found ?? { bytes: 1, name: "B", digits: 0 };
  const written = (n: number) =>
    (n / bytes).toLocaleString("de-DE", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${written(completed)} von ${written(total)} ${name}`;
}

const nouns: Record<Remedy["action"], string> = { pull: "Holen", prepare: "Vorbereiten" };
const verbs: Record<Remedy["action"], string> = { pull: "holen", prepare: "vorbereiten" };

/** All strings of the settings in German. */
export const germanSettingsWords: Said<typeof settingsWords> = {
  retry: "Wiederholen",
  offline: "Keine Verbindung zu Glimpse. Was hier steht, kann sich geändert haben.",
  version: (version) => `Glimpse ${version}`,

  language: {
    title: "Sprache",
    intro: "Die Sprache der Bildschirme in diesem Browser. Eine Antwort folgt immer der Sprache ihrer Frage.",
    label: "Sprache",
    browser: "Wie der Browser",
  },

  secondReader: {
    title: "Fragen in anderen Worten",
    intro:
      "Wo Wörter einer Frage nicht verstanden werden, darf das Chatmodell sie einfach sagen. Die Antwort darauf steht als „Gelesen als“ da, mit einem Weg zurück.",
    label: "Solche Fragen ein zweites Mal lesen",
    fixed: "Aus, weil GLIMPSE_SECOND_READER auf off steht.",
    waits: "Kein Chatmodell ist bereit, also wird nichts ein zweites Mal gelesen.",
  },

  captions: {
    title: "Neu beschreiben",
    described: (model, n) => `${model} hat ${photos(n)} beschrieben.`,
    refused:
      "Fotos, deren Bildtext wie eine Weigerung aussieht, und solche, die nicht beschrieben werden konnten.",
    again: "Neu beschreiben",
    againWith: (model) => `Neu beschreiben: Fotos von ${model}`,
    againRefused: "Neu beschreiben: Bildtexte, die wie eine Weigerung aussehen",
    askTitle: (n) => `${photos(n)} neu beschreiben?`,
    askBody: "Das Modell der Einstellungen tut es, Foto für Foto. Die jetzigen Bildtexte gelten bis dahin.",
    queued: (n) =>
      n === 0
        ? "Kein Foto muss neu beschrieben werden."
        : `Warten darauf, neu beschrieben zu werden: ${photos(n)}.`,
  },

  models: {
    title: "Modelle",
    servers: "Modellserver",
    intro: "Sie laufen auf deinem eigenen Ollama. Fotos und Fragen gehen dorthin und sonst nirgendwohin.",
    answers: (version, host) => `Ollama ${version} antwortet unter ${host}`,
    looksAgain: "Glimpse sieht alle paar Sekunden von selbst nach.",
    elsewhere: ", oder setze OLLAMA_HOST, wenn es anderswo läuft.",
    get: "Ollama holen",
    howOn: "Setze GLIMPSE_MODELS auf auto und starte Glimpse neu.",
    check: "Noch einmal prüfen",
    uses: { describe: "Beschreibt Fotos", embed: "Findet sie nach Bedeutung", converse: "Unterhält sich" },
    list: "Was Modelle tun",
    ready: "Bereit",
    waits: "Wartet auf Ollama",
    isOff: "Aus",
    notFetched: "Noch nicht auf diesem Ollama.",
    asAbove: "Dasselbe Modell wie oben: Es wird einmal geholt.",
    copyHere: (version) =>
      `Ollama ${version} kann es nur als vorbereitete Kopie zum Suchen verwenden. Glimpse kann die Kopie machen; sie braucht so viel Platz wie das Modell.`,
    copyElsewhere: (version) =>
      `Ollama ${version} kann es nur als vorbereitete Kopie zum Suchen verwenden, und Glimpse kann die Datei des Modells von hier nicht lesen. Führe auf dem Gerät, das die Datei hat, dies im Ordner von Glimpse aus:`,
    actions: { pull: "Holen", prepare: "Vorbereiten" },
    act: (action, model) => `${model} ${verbs[action]}`,
    again: "Noch einmal versuchen",
    againWith: (model) => `Noch einmal versuchen mit ${model}`,
    cancel: "Abbrechen",
    cancelOne: (action, model) => `${nouns[action]} von ${model} abbrechen`,
    stopped: { pull: "Gestoppt. Was geholt wurde, ist noch da.", prepare: "Gestoppt." },
    progress: (action, model) => `${nouns[action]} von ${model}`,
    percent: (part) => `${Math.floor(part * 100)} %`,
    ends: {
      done: (action, model) => `${model} ist ${action === "pull" ? "geholt" : "vorbereitet"}.`,
      failed: (action, model, reason) => `${nouns[action]} von ${model} ist gescheitert. ${reason}`,
      stopped: (action, model) => `${nouns[action]} von ${model} ist gestoppt.`,
    },
  },

  steps: {
    start: "Beginnt",
    size: "Sieht nach der Größe",
    pull: (completed, total) => `Holt, ${amount(completed, total)}`,
    check: "Prüft, was geholt wurde",
    look: "Prüft, ob eine Kopie nötig ist",
    hash: "Schritt 1 von 3, liest es",
    upload: "Schritt 2 von 3, gibt Ollama die Kopie",
    create: "Schritt 3 von 3, macht die Kopie",
    try: "Schritt 3 von 3, probiert die Kopie",
    ready: "Fast bereit",
    with: (step, completed, total) => `${step}, ${amount(completed, total)}`,
  },

  command: { copy: "Kopieren", copyOne: "Den Befehl kopieren", copied: "Kopiert" },

  access: {
    title: "Zugang",
    intro: "Wer die Fotos sehen darf.",
    open: "Es gibt kein Passwort. Nur dieses Gerät erreicht Glimpse, also sieht die Fotos, wer es benutzt.",
    locked: (browsers) =>
      `Ein Passwort schützt die Fotos. ${browsers === 1 ? "Ein Browser ist" : `${count(browsers)} Browser sind`} angemeldet.`,
    signOut: "Abmelden",
    signOutEverywhere: "Überall abmelden",
  },

  engines: {
    title: "Maschinen",
    intro: "Wo Fotos liegen, und was sie findet.",
    names: { database: "Datenbank", objects: "Originale", queue: "Warteschlange", index: "Suchindex" },
    embedded: {
      database: "SQLite, im Datenordner",
      objects: "Dateien im Datenordner",
      queue: "Eingebaut",
      index: "Eingebaut, im Datenordner",
    },
    vectors: "Suche nach Bedeutung",
    searched: (model) => `Sie verwendet die Vektoren von ${model}.`,
    takesOver: (model) => `Die Vektoren von ${model} übernehmen, wenn sie vollständig sind.`,
    filling: (model) => `Vektoren von ${model} entstehen`,
    filled: (done, total) => `${count(done)} von ${photos(total)}`,
    untilThen: "Bis sie vollständig sind, durchsucht Glimpse die alten Vektoren.",
    reading: "Liest Fotos",
    works: "Antwortet",
    fails: "Antwortet nicht",
    lacks: "Etwas fehlt",
  },

  safety: {
    title: "Sicherheit",
    intro: "Jedes Original wird einmal im Monat gelesen und mit dem verglichen, was abgelegt wurde.",
    whole: "Alle Originale sind ganz, soweit bekannt.",
    damaged: (n) =>
      `Die Originale von ${photos(n)} sind beschädigt oder fehlen. Lade dieselben Dateien noch einmal hoch, um sie zu reparieren.`,
    checked: (moment) => `Zuletzt wurden alle gelesen: ${moment}.`,
    neverChecked: "Sie wurden noch nicht alle gelesen.",
    checkingLabel: "Originale lesen",
    checking: (done, total) => `Liest Originale: ${count(done)} von ${files(total)}`,
    copied: (moment) => `Die Datenbank wurde zuletzt kopiert: ${moment}.`,
  },
};
