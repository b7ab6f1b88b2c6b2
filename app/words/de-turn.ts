import { count, photos, plural } from "./de-counts.ts";
import type { turnWords } from "./en-turn.ts";
import type { Said } from "./language.ts";

const quoted = (text: string): string => `„${text}“`;

/** All strings of a question and its answer in German. */
export const germanTurnWords: Said<typeof turnWords> = {
  photos,
  looking: (total) => (total > 0 ? `Suche in ${plural(total, "Foto", "Fotos")}` : "Suche"),
  photosOnly: (n) => (n === 1 ? "Fotos wie dieses" : "Fotos wie diese"),
  askedWith: "Gefragt mit",
  waiting: (n) =>
    n === 1
      ? "Dein Foto kann verglichen werden, sobald es beschrieben ist."
      : `Deine ${count(n)} Fotos können verglichen werden, sobald sie beschrieben sind.`,
  found: (n) => (n === 0 ? "Kein Foto gefunden" : `${photos(n)} gefunden`),
  some: (n) => (n === 0 ? "Kein Foto passt." : `${photos(n)}.`),
  each: "Fotos von jedem",
  table: (by: string) => `Fotos nach ${by}`,
  tablePhotos: "Fotos",
  groupings: {
    ...{ year: "Jahr", month: "Monat", day: "Tag", weekday: "Wochentag", hour: "Stunde" },
    ...{ country: "Land", city: "Ort", person: "Person", keyword: "Schlagwort", type: "Dateityp" },
    ...{ make: "Kameramarke", camera: "Kamera", lens: "Objektiv" },
  },
  showThing: (thing, n) => `${count(n)} ${n === 1 ? "zeigt" : "zeigen"} ${thing}`,
  noneAll: "Kein Foto passt zu allem.",
  fewer: (filters) => `Ohne ${filters === 1 ? "einen Filter" : "zwei Filter"} gibt es welche:`,
  without: (labels) => `Ohne ${labels.map(quoted).join(" und ")}`,
  emptyLibrary: "Noch sind keine Fotos da. Leg welche hier ab und frag noch einmal.",

  filters: "Filter",
  removeFilter: (label) => `Filter ${label} entfernen`,
  restoreFilter: (label) => `Filter ${label} zurückholen`,
  filterOptions: (label) => `${label}: Möglichkeiten dieses Filters`,
  takeOff: "Entfernen",
  asWords: (said) => `Stattdessen nach ${quoted(said)} suchen`,
  notThis: "Das gerade nicht",
  thisAgain: "Doch das",
  not: (label) => `nicht ${label}`,
  change: { day: "Anderes Datum", place: "Anderer Ort", person: "Andere Person", camera: "Andere Kamera" },
  choose: { day: "Datum wählen", place: "Ort wählen", person: "Person wählen", camera: "Kamera wählen" },
  searchChoices: "In der Liste suchen",
  noChoices: "Nichts anderes steht in diesen Fotos.",
  countedAmong: (n, of) => `Gezählt in ${count(n)} von ${photos(of)}.`,
  like: (n) => `wie Nr. ${n}`,
  likePhoto: "wie dieses Foto",
  showLike: (n) => (n === null ? "Dieses Foto zeigen" : `Foto ${n} zeigen`),
  among: (n) => `unter ${photos(n)}`,
  except: (n) => `ohne ${photos(n)}`,
  atMost: (n) => `höchstens ${count(n)}`,
  perDay: "eins pro Tag",
  changed: (n, removed) => `${n === 0 ? "Kein Foto" : photos(n)} ohne ${removed.map(quoted).join(" und ")}.`,

  calendar: {
    previousMonth: "Voriger Monat",
    nextMonth: "Nächster Monat",
    previousYear: "Voriges Jahr",
    nextYear: "Nächstes Jahr",
    wholeMonth: "Ganzer Monat",
    wholeYear: "Ganzes Jahr",
    hint: "Wähle einen Tag, und danach einen zweiten für die Zeit dazwischen.",
    photosOn: (day, n) => (n === 0 ? day : `${day}, ${photos(n)}`),
    show: "Zeigen",
    range: (from, to) => `${from} bis ${to}`,
  },

  edit: "Frage ändern",
  editing: "Frage ändern",
  editSend: "Neu fragen",
  editCancel: "Abbrechen",
  editHint: (later) =>
    later === 0
      ? "Enter fragt neu, Esc bricht ab."
      : `Enter fragt neu, Esc bricht ab. ${plural(later, "spätere Frage geht", "spätere Fragen gehen")}.`,
  edited: (later) =>
    later === 0
      ? "Die Frage wurde geändert."
      : `Die Frage wurde geändert; ${plural(later, "spätere ist", "spätere sind")} weg.`,
  undoEdit: "Rückgängig",

  readAs: (text) => `Gelesen als: ${quoted(text)}.`,
  asWritten: "Wie ich es schrieb",
  alsoReadAs: (text) => `Auch gelesen als ${quoted(text)}.`,
  showReading: "Zeigen",

  followUps: "Frag als Nächstes",

  order: "Reihenfolge",
  orderBy: (order) => `Reihenfolge: ${order}`,
  best: "Beste",
  relevance: "Relevanz",
  date: "Datum",
  results: (n, order) => `${photos(n)}, nach ${order}`,
  resultsBest: (n) => `${photos(n)}, die besten zuerst`,
  showAlbum: "Album zeigen",
  undoAlbum: "Rückgängig",
  undoneAlbum: "Zurückgenommen.",
  saveAlbum: "Als Album sichern",
  showAll: (n) => `Alle ${count(n)} zeigen`,
  showMore: "Mehr zeigen",
  loading: "Lädt",
  shown: (shown, total, tiles) =>
    `${count(shown)} von ${count(total)}${tiles < shown ? `, in ${plural(tiles, "Kachel", "Kacheln")}` : ""}`,
  folded: (tiles, behind) =>
    `${plural(tiles, "Kachel", "Kacheln")}; dahinter ${plural(behind, "weiteres, das fast gleich ist", "weitere, die fast gleich sind")}.`,

  showWeaker: "Schwächere Treffer zeigen",
  weaker: "Schwächere Treffer",
  lacking: (things) => `Jedem fehlt etwas: ${things.map(quoted).join(" oder ")}.`,
  lackingEach: (counts) =>
    `Nicht zu sehen: ${counts.map(([thing, n], at) => `${quoted(thing)} in ${at === 0 ? plural(n, "Kachel", "Kacheln") : count(n)}`).join(", ")}.`,
  noWeaker: "Keine schwächeren Treffer.",

  yes: "Ja",
  no: "Nein",
  undo: "Rückgängig",
  undoing: { en: "undo", de: "rückgängig", es: "deshacer", fr: "annuler" },
  changedBy: (gone: string[], came: string[]) =>
    gone.length === 0
      ? `Eingegrenzt: ${came.join(", ")}`
      : came.length === 0
        ? `Ohne den Filter ${gone.join(", ")}`
        : `${came.join(", ")} statt ${gone.join(", ")}`,
  assent: { en: "yes", de: "ja", es: "sí", fr: "oui" },

  stopped: "Gestoppt.",
  soFar: (n) => `Bisher ${photos(n)}.`,
  askAgain: "Noch einmal fragen",
  retry: "Wiederholen",
};
