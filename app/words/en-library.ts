import { count, photos, plural } from "./counts.ts";

const bytes = (n: number) =>
  n >= 1e9 ? `${(n / 1e9).toFixed(1)} GB` : `${count(Math.max(1, Math.round(n / 1e6)))} MB`;

/** The strings of the library, the bin, and what is done with many photos. */
export const libraryWords = {
  grid: "Photos by date",
  undated: "Without a date",
  undatedDay: "No date known",
  whole: (n: number) => photos(n),
  empty: "No photos yet",
  emptyBody: "Drop photos anywhere in this window, or add them to a question. They appear here by date.",
  add: "Ask a question or add photos",
  problem: "The photos could not be loaded.",
  pageProblem: "Some photos could not be loaded.",
  retry: "Retry",
  loading: "Loading",
  notLoaded: "Photo, not loaded yet",

  scrubber: "Date",

  select: (name: string) => `Select ${name}`,
  selectDay: (day: string) => `Select all of ${day}`,
  tileKeys: "Enter opens, x selects, f marks as favourite, 0 to 5 give stars",
  stars: (n: number) => plural(n, "star", "stars"),
  favourite: "Favourite",

  selection: "Selected photos",
  selected: "selected",
  most: (n: number) => `At most ${count(n)} photos at a time.`,
  clear: "Clear the selection",
  ask: "Ask about these",
  asked: (n: number) => (n === 1 ? "1 photo from the library" : `${photos(n)} from the library`),
  markFavourite: "Mark as favourites",
  unmarkFavourite: "No favourites any more",
  rate: "Give stars",
  noStars: "No stars",
  edit: "Change date, place, people, keywords",
  download: (n: number) => (n === 1 ? "Download the original" : "Download the originals as a zip file"),
  remove: "Move to the bin",

  edited: (n: number) => `${photos(n)} changed.`,
  favoured: (n: number) => `${photos(n)} ${n === 1 ? "is a favourite" : "are favourites"} now.`,
  unfavoured: (n: number) => `${photos(n)} ${n === 1 ? "is no favourite" : "are no favourites"} any more.`,
  rated: (n: number, stars: number) =>
    stars === 0 ? `${photos(n)} without stars now.` : `${photos(n)}: ${plural(stars, "star", "stars")}.`,
  removed: (n: number) => `${photos(n)} moved to the bin.`,
  restored: (n: number) => `${photos(n)} back in the library.`,
  downloading: (n: number, size: number, leftOut: number) =>
    `Downloading ${photos(n)}, ${bytes(size)}.${leftOut > 0 ? ` ${photos(leftOut)} left out: the originals are missing or damaged.` : ""}`,
  undo: "Undo",
  dismiss: "Dismiss",

  editMany: {
    title: (n: number) => `Change ${photos(n)}`,
    body: "What you leave empty stays as it is. The files are never changed.",
    shift: "Move the date by",
    amount: "How much",
    unit: "Unit",
    direction: "Direction",
    units: { minutes: "minutes", hours: "hours", days: "days" },
    later: "later",
    earlier: "earlier",
    place: "Place",
    placeHint: "A name, as “Porto, Portugal”, or “41.15, -8.61”",
    people: "Add people",
    keywords: "Add keywords",
    listHint: "With commas between them",
    save: "Save",
    cancel: "Cancel",
    nothing: "Nothing is changed yet.",
  },

  binned: {
    grid: "Photos in the bin",
    intro:
      "Removed photos stay here for 30 days, and are deleted for good after that. Nothing here is searched or counted.",
    empty: "The bin is empty",
    emptyBody: "What you remove from the library stays here for 30 days.",
    left: (days: number) =>
      days > 1 ? `${count(days)} days left` : days === 1 ? "1 day left" : "Deleted soon",
    restore: "Restore",
    restoreAll: "Restore all",
    discard: "Delete for good",
    emptyBin: "Empty the bin",
    emptyTitle: (n: number) => `Delete ${photos(n)} for good?`,
    emptyWarning:
      "Their originals are deleted from this machine and cannot be brought back. Copies of the database forget them within seven days; backups of yours keep what they have.",
    yes: "Delete for good",
    discarded: (n: number) => `${photos(n)} deleted for good.`,
  },

  answer: {
    title: "All photos",
    back: "Back to the conversation",
    grid: "Photos of this answer",
    empty: "This answer shows no photos any more.",
  },
};
