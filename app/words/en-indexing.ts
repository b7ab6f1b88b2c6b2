import { count, photos, plural } from "./counts.ts";

/** The strings of indexing. */
export const indexingWords = {
  preparing: (n: number) => `Preparing, ${count(n)} left`,
  describing: (n: number) => `Describing, ${count(n)} left`,
  embedding: (n: number) => `Embedding, ${count(n)} left`,
  waiting: (n: number) => `Waiting for Ollama, ${count(n)} left`,
  resting: (n: number) => `Describing rests, ${count(n)} left`,
  failed: (n: number) => `${count(n)} failed`,
  title: (searchable: number, total: number) => `${count(searchable)} of ${photos(total)} are searchable`,
  close: "Close",
  going: (n: number, stage: "preparing" | "describing" | "embedding") =>
    `${{ preparing: "Preparing", describing: "Describing", embedding: "Embedding" }[stage]} ${count(n)} more.`,
  allDone: "Nothing left to do.",
  rested: "Nothing is being worked on now.",
  states: {
    searchable: "Searchable",
    factsOnly: "Facts only",
    preparing: "Preparing",
    describing: "Describing",
    embedding: "Embedding",
    failed: "Failed",
  },
  withoutPixels: (facts: number, parts: number) =>
    [
      facts > 0 &&
        `${photos(facts)} cannot be shown or described, and ${facts === 1 ? "is" : "are"} found by date, place and name.`,
      parts > 0 && `${photos(parts)} ${parts === 1 ? "is" : "are"} damaged and shown in part.`,
    ]
      .filter(Boolean)
      .join(" "),
  waitingSidecars: (n: number) =>
    `${plural(n, "XMP sidecar waits for its photo", "XMP sidecars wait for their photos")}.`,
  waits: "waiting",
  rate: (n: number) => `${count(n)} a minute`,
  waitingFor: (address: string) => `Waiting for Ollama at ${address.replace(/^https?:\/\//, "")}.`,
  goesOn:
    "Describing goes on by itself when it answers; until then these photos are found by date, place and name.",
  check: "Check now",
  retryAll: (n: number) => (n === 1 ? "Retry" : `Retry all ${count(n)}`),
  retry: "Retry",
  retryOne: (name: string) => `Retry ${name}`,
  remove: "Remove",
  removeOne: (name: string) => `Remove ${name} from the library`,
  removed: (name: string) => `${name} is removed.`,
  undo: "Undo",
  while: (stage: string) => `while ${stage}`,
  moreFailed: (n: number) => `Show ${count(n)} more`,
};
