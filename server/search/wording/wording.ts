import type { Ask, SmallTalk } from "../reading/types.ts";

/** How answers are worded: a file a language. All that is said is a fact; dates are ISO 8601 local times. */
export interface Wording {
  /** "12 photos" */
  photos(n: number): string;
  /** "12 photos, in Lisbon, last spring." */
  found(n: number, labels: string[]): string;
  /** "12 photos, the best from May 2023."; `best`: of a ranking, else of what is listed by its time. */
  foundFrom(n: number, month: string, best: boolean): string;
  none: string;
  noneAlike: string;
  notDescribed: string;
  day(local: string): string;
  month(local: string): string;
  /** "The first: 3 May 2019, in Lisbon, Portugal." */
  end(which: "first" | "last", day: string, place: string | null): string;
  /** `first` and `last` are the same day for one photo. */
  span(first: string, last: string): string;
  /** "Lisbon, Portugal (12); Porto, Portugal (3); 2 more." */
  counts(counts: [name: string, photos: number][], of: number, more: number): string;
  /** "8 countries" */
  countries(n: number): string;
  cities(n: number): string;
  days(n: number): string;
  months(n: number): string;
  /** "Most with Canon EOS 40D: 12 of 30 photos." */
  most(counts: [name: string, photos: number][], of: number): string;
  at(coordinates: string): string;
  /** What is known of one photo: "A dog. 3 May 2023. Lisbon, Portugal. Canon EOS 40D, 50 mm, ISO 400." */
  about(known: string[]): string;
  /** What no photo says. */
  unknown: Record<Exclude<Ask, "count">, string>;
  chat: Record<SmallTalk, string>;
  whichOne: string;
  nothingShown: string;
  nothingToUndo: string;
  nothingToDrop: string;
  nothingToCorrect: string;
  /** "The year before", where no time is said. */
  noTime: string;
  askFavourite(n: number): string;
  askUnfavourite(n: number): string;
  favoured(n: number): string;
  unfavoured(n: number): string;
}
