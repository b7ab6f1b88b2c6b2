import { count, photos, plural } from "./counts.ts";

/** All strings of a question and its answer in English. */
export const turnWords = {
  photos,
  looking: (total: number) => (total > 0 ? `Looking through ${photos(total)}` : "Looking"),
  photosOnly: (n: number) => (n === 1 ? "Photos like this one" : "Photos like these"),
  askedWith: "Asked with",
  waiting: (n: number) =>
    n === 1
      ? "Your photo can be compared as soon as it is described."
      : `Your ${count(n)} photos can be compared as soon as they are described.`,
  found: (n: number) => (n === 0 ? "No photo found" : `${photos(n)} found`),
  some: (n: number) => (n === 0 ? "No photo matches." : `${photos(n)}.`),
  each: "Photos of each thing",
  table: (by: string) => `Photos by ${by.toLowerCase()}`,
  tablePhotos: "Photos",
  groupings: {
    ...{ year: "Year", month: "Month", day: "Day", weekday: "Weekday", hour: "Hour" },
    ...{ country: "Country", city: "Place", person: "Person", keyword: "Keyword", type: "File type" },
    ...{ make: "Camera make", camera: "Camera", lens: "Lens" },
  },
  showThing: (thing: string, n: number) =>
    `${n.toLocaleString("en-GB")} ${n === 1 ? "shows" : "show"} ${thing}`,
  noneAll: "No photo matches all of this.",
  fewer: (filters: number) => `Removing ${filters === 1 ? "one filter" : "two filters"} finds some:`,
  without: (labels: string[]) => `Without ${labels.map((label) => `“${label}”`).join(" and ")}`,
  emptyLibrary: "There are no photos yet. Drop some here, and ask again.",

  filters: "Filters",
  removeFilter: (label: string) => `Remove filter ${label}`,
  restoreFilter: (label: string) => `Put filter ${label} back`,
  filterOptions: (label: string) => `${label}: options of this filter`,
  takeOff: "Take off",
  asWords: (said: string) => `Search for “${said}” instead`,
  notThis: "Not this",
  thisAgain: "This after all",
  not: (label: string) => `not ${label}`,
  change: { day: "Another date", place: "Another place", person: "Another person", camera: "Another camera" },
  choose: {
    day: "Choose a date",
    place: "Choose a place",
    person: "Choose a person",
    camera: "Choose a camera",
  },
  searchChoices: "Search in the list",
  noChoices: "These photos have nothing else.",
  countedAmong: (n: number, of: number) => `Counted among ${count(n)} of ${photos(of)}.`,
  /** The number is the one on the tile of an earlier turn. */
  like: (n: number) => `like #${n}`,
  likePhoto: "like this photo",
  showLike: (n: number | null) => (n === null ? "Show this photo" : `Show photo ${n}`),
  among: (n: number) => `among ${photos(n)}`,
  except: (n: number) => `without ${photos(n)}`,
  atMost: (n: number) => `${count(n)} at most`,
  perDay: "one per day",
  changed: (n: number, removed: string[]) =>
    `${n === 0 ? "No photo" : photos(n)} without ${removed.map((label) => `“${label}”`).join(" and ")}.`,

  calendar: {
    previousMonth: "Previous month",
    nextMonth: "Next month",
    previousYear: "Previous year",
    nextYear: "Next year",
    wholeMonth: "Whole month",
    wholeYear: "Whole year",
    hint: "Choose a day, and then another for the time between.",
    photosOn: (day: string, n: number) => (n === 0 ? day : `${day}, ${photos(n)}`),
    show: "Show",
    range: (from: string, to: string) => `${from} to ${to}`,
  },

  edit: "Edit question",
  editing: "Edit question",
  editSend: "Ask anew",
  editCancel: "Cancel",
  editHint: (later: number) =>
    later === 0
      ? "Enter asks anew, Esc leaves it."
      : `Enter asks anew, Esc leaves it. ${plural(later, "later question goes", "later questions go")}.`,
  edited: (later: number) =>
    later === 0
      ? "The question was edited."
      : `The question was edited; ${plural(later, "later one is", "later ones are")} gone.`,
  undoEdit: "Undo",

  /** A model has said the question in other words. */
  readAs: (text: string) => `Read as: “${text}”.`,
  asWritten: "As I wrote it",
  alsoReadAs: (text: string) => `Also read as “${text}”.`,
  showReading: "Show",

  followUps: "Ask next",

  order: "Order",
  orderBy: (order: string) => `Order: ${order}`,
  best: "Best",
  relevance: "Relevance",
  date: "Date",
  results: (n: number, order: string) => `${photos(n)}, by ${order.toLowerCase()}`,
  resultsBest: (n: number) => `${photos(n)}, the best first`,
  showAlbum: "Show the album",
  undoAlbum: "Undo",
  undoneAlbum: "Taken back.",
  saveAlbum: "Save as album",
  showAll: (n: number) => `Show all ${count(n)}`,
  showMore: "Show more",
  loading: "Loading",
  shown: (shown: number, total: number, tiles: number) =>
    `${count(shown)} of ${count(total)}${tiles < shown ? `, in ${plural(tiles, "tile", "tiles")}` : ""}`,
  /** Says why there are fewer tiles than photos. */
  folded: (tiles: number, behind: number) =>
    `${plural(tiles, "tile", "tiles")}; behind them ${plural(behind, "more that is", "more that are")} nearly the same.`,

  showWeaker: "Show weaker matches",
  weaker: "Weaker matches",
  lacking: (things: string[]) => `Each lacks something: ${things.map((thing) => `“${thing}”`).join(" or ")}.`,
  lackingEach: (counts: [thing: string, tiles: number][]) =>
    `Not seen: ${counts.map(([thing, n], at) => `“${thing}” in ${at === 0 ? plural(n, "tile", "tiles") : count(n)}`).join(", ")}.`,
  noWeaker: "No weaker matches.",

  /** The labels of the buttons below a question of ours, and the text that Yes sends. */
  yes: "Yes",
  no: "No",
  undo: "Undo",
  undoing: { en: "undo", de: "rückgängig", es: "deshacer", fr: "annuler" },
  /** The change that a sentence made: "Lisbon instead of Porto", "Narrowed by 2024". */
  changedBy: (gone: string[], came: string[]) =>
    gone.length === 0
      ? `Narrowed by ${came.join(", ")}`
      : came.length === 0
        ? `Without the filter ${gone.join(", ")}`
        : `${came.join(", ")} instead of ${gone.join(", ")}`,
  assent: { en: "yes", de: "ja", es: "sí", fr: "oui" },

  stopped: "Stopped.",
  soFar: (n: number) => `${photos(n)} so far.`,
  askAgain: "Ask again",
  retry: "Retry",
};
