import { count, photos, plural } from "./counts.ts";

/** All strings of a question and its answer in English. */
export const turnWords = {
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
  among: (n: number) => `among ${photos(n)}`,
  except: (n: number) => `without ${photos(n)}`,
  atMost: (n: number) => `${count(n)} at most`,
  perDay: "one per day",
  changed: (n: number, removed: string[]) =>
    `${n === 0 ? "No photo" : photos(n)} without ${removed.map((label) => `“${label}”`).join(" and ")}.`,

  order: "Order",
  orderBy: (order: string) => `Order: ${order}`,
  best: "Best",
  relevance: "Relevance",
  date: "Date",
  results: (n: number, order: string) => `${photos(n)}, by ${order.toLowerCase()}`,
  resultsBest: (n: number) => `${photos(n)}, the best first`,
  showAll: (n: number) => `Show all ${count(n)}`,
  showMore: "Show more",
  loading: "Loading",
  shown: (shown: number, total: number, tiles: number) =>
    `${count(shown)} of ${count(total)}${tiles < shown ? `, in ${plural(tiles, "tile", "tiles")}` : ""}`,
  /** Says why there are fewer tiles than photos. */
  folded: (tiles: number, behind: number) =>
    `${plural(tiles, "tile", "tiles")}; behind them ${plural(behind, "more photo that is", "more photos that are")} nearly the same.`,

  showWeaker: "Show weaker matches",
  weaker: "Weaker matches",
  lacking: (things: string[]) => `Each lacks something: ${things.map((thing) => `“${thing}”`).join(" or ")}.`,
  lackingEach: (counts: [thing: string, tiles: number][]) =>
    `Not seen: ${counts.map(([thing, n], at) => `“${thing}” in ${at === 0 ? plural(n, "tile", "tiles") : count(n)}`).join(", ")}.`,
  noWeaker: "No weaker matches.",

  /** The labels of the buttons below a question of ours, and the text that Yes sends. */
  yes: "Yes",
  no: "No",
  assent: { en: "yes", de: "ja" },

  stopped: "Stopped.",
  soFar: (n: number) => `${photos(n)} so far.`,
  askAgain: "Ask again",
  retry: "Retry",
};
