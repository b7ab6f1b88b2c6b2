import type { Ask, Deed, Grouping, SmallTalk } from "./meanings.ts";

/**
 * The wording of answers, one file for each language. Answers state facts only; dates are ISO 8601 local
 * times.
 */
export interface Wording {
  /** "12 photos" */
  photos(n: number): string;
  /** "12 videos" */
  videos(n: number): string;
  /** "12 photos, in Lisbon, last spring." `count` is "12 photos". */
  found(count: string, labels: string[]): string;
  /** "12 photos, the best from May 2023."; `best` is false when photos are listed by time. */
  foundFrom(n: number, month: string, best: boolean): string;
  none: string;
  /** "Nothing here shows a submarine." `described`: how many photos are described, where not all are. */
  nothingShows(things: string[], labels: string[], described: number | null): string;
  /** "No photo shows a dog and a beach together. 12 show a dog, 80 a beach." */
  notTogether(counts: [thing: string, photos: number][], labels: string[], described: number | null): string;
  /** No model has described anything yet. */
  undescribed: string;
  /** Words that neither the lexicon nor any photo knows, behind an answer that does without them. */
  unused(words: string[]): string;
  /** Nothing of the question could be used. */
  notUnderstood(words: string[]): string;
  /** "I did not understand “per year”. Without it:", before the answer to the rest of the question. */
  lost(words: string): string;
  /** "Lisbon, I think you meant:", before the answer. */
  meant(names: string[]): string;
  /** Nobody is known to be somebody's "daughter"; behind the answer. */
  whoIs(relation: string): string;
  /** `colour:red`: there is no such field, and the fields that there are. */
  noField(field: string, fields: string[]): string;
  /** `camera:cannon`: no photo has this value; perhaps others are meant. */
  noValue(field: string, value: string, meant: string[]): string;
  /** "1 of these photos has been removed since." */
  removedSince(n: number): string;
  noneAlike: string;
  notDescribed: string;
  /** Where a guessed date comes from, behind it and in brackets. */
  guessed: Record<"name" | "change", string>;
  /** "3 by guessed dates", in brackets behind a count of photos of some time. */
  guessedAmong(n: number): string;
  /** Takes less than a day too: "1987". */
  day(local: string): string;
  month(local: string): string;
  /** "The first: 3 May 2019, in Lisbon, Portugal." */
  end(which: "first" | "last", day: string, place: string | null): string;
  /** `first` and `last` are the same day for one photo. */
  span(first: string, last: string): string;
  /** "Lisbon, Portugal (12); Porto, Portugal (3); 2 more." */
  counts(counts: [name: string, photos: number][], of: number, more: number): string;
  /** How a row of a table is called: "May 2023" for the month 2023-05, "Monday" for the weekday 1. */
  group(by: Grouping, value: string): string;
  /** "8 countries" */
  countries(n: number): string;
  cities(n: number): string;
  days(n: number): string;
  months(n: number): string;
  /** "Canon EOS 40D: 12 of 30 photos." */
  most(counts: [name: string, photos: number][], of: number): string;
  at(coordinates: string): string;
  /** All that is known of one photo: "A dog. 3 May 2023. Lisbon, Portugal. Canon EOS 40D, 50 mm, ISO 400." */
  about(known: string[]): string;
  /** The replies to questions that no photo answers. */
  unknown: Record<Exclude<Ask, "count">, string>;
  chat: Record<SmallTalk, string>;
  /** Says that a wish cannot be fulfilled by talking, and what the person can do instead. */
  refused: Record<Deed, string>;
  /** Before photos that may show the answer to a question which the rows cannot answer. */
  cannotAnswer: string;
  whichOne: string;
  nothingShown: string;
  nothingToUndo: string;
  nothingToDrop: string;
  nothingToCorrect: string;
  /** The reply to "the year before" when the search has no single time. */
  noTime: string;
  askAlbum(n: number, album: string): string;
  putInAlbum(n: number, album: string): string;
  askFavourite(n: number): string;
  askUnfavourite(n: number): string;
  favoured(n: number): string;
  unfavoured(n: number): string;
  offers: OfferWords;
}

/** The sentences that offer a next question, and the labels of chips that were chosen and not read. */
export interface OfferWords {
  /** Sentences that Glimpse itself understands as "fewer of these". */
  only: {
    city(name: string): string;
    person(name: string): string;
    keyword(name: string): string;
    camera(name: string): string;
    year(year: string): string;
  };
  /** The same for a row of a table. `value` is what rows have, `name` how it is called. */
  row: Record<Grouping, (name: string, value: string) => string>;
  chip: {
    place(name: string): string;
    person(name: string): string;
    camera(name: string): string;
  };
  /** Above the photos of an answer that is exported. */
  more(n: number): string;
  photo: string;
  /** Where a model has said the question in other words. */
  readAs(text: string): string;
}
