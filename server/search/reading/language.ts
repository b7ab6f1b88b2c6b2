import type { PartOfDay, Season, Unit } from "../parts-of-time.ts";
import type { Holiday } from "./holidays.ts";
import type { IntentWords } from "./intent-words.ts";
import type { Phrases } from "./phrases.ts";

type Marker = Phrases<true>;

/** Shares of a time, from 0 to 1, or so many days from its beginning (negative: to its end). */
export type Portion = { from: number; to: number } | { days: number };

/** The words of a language that the readers know. The grammar is the readers' own, and the same for all languages. */
export interface Language {
  code: "en" | "de";
  /** Words that mean nothing by themselves: what stands between two of them stands alone. */
  functionWords: Set<string>;
  /** Everyday words, so that a name spelled alike ("nice", "turkey") needs grammar, and is no misspelling of one. */
  commonWords: Set<string>;
  /** "photo", "pictures": what is searched, not what is seen. */
  photoNouns: Set<string>;
  /** Words that others know as well, and that are likelier said in this language. */
  likely: Set<string>;
  /** "Big" Ben, "Saint" Anna: before a person's name they make it another's. */
  titles: Set<string>;
  /** Those that mean one. */
  singularPhotos: Set<string>;
  /** What a compound of such a noun ends in ("Strandfotos"); none where they are written apart. */
  photoEndings: string[];
  indefinite: Marker;
  definite: Marker;
  /** "me", who may be seen: "photos of me". */
  selves: Set<string>;
  /** "she", "him": who is spoken of. */
  pronouns: Set<string>;
  /** "mum": somebody's name, where the library calls somebody so. */
  kin: Set<string>;
  /** "nice", before photos: says nothing of them. */
  praise: Set<string>;
  /** "together", before "with". */
  together: Phrases<true>;
  /** "the person", before a name. */
  persons: Set<string>;
  /** "really", before praise. */
  adverbs: Set<string>;
  numbers: Phrases<number>;
  /** Position; -1 for "last". */
  ordinals: Phrases<number>;
  and: Marker;
  or: Marker;
  when: WhenWords;
  where: WhereWords;
  gear: GearWords;
  not: NotWords;
  order: OrderWords;
  intent: IntentWords;
  /** What one says around a question; taken off at the beginning, again and again. */
  courtesy: Marker;
  /** The same at the end. */
  courtesyAfter: Marker;
  /** What may stand between "photos" and what they show. */
  photoLinks: Marker;
  /** Words that say nothing of a photo where others do: verbs of taking, being, seeing and going, "both", "together". */
  filler: Set<string>;
  /** "my trip to", "the city of": before the name of a place, and after one ("the Lisbon trip"). */
  journeys: { before: Marker; after: Marker };
  label: Labels;
}

export interface WhenWords {
  months: Phrases<number>;
  seasons: Phrases<Season>;
  weekdays: Phrases<number[]>;
  /** Names of months, seasons and days that are other words too, and need grammar. */
  shy: Set<string>;
  /** "Sundays", "at night": needs no more grammar. */
  habits: Phrases<{ weekdays: number[] } | { part: PartOfDay }>;
  /** "evening", after a day. */
  parts: Phrases<PartOfDay>;
  /** Days from today. */
  days: Phrases<number>;
  units: Phrases<Unit>;
  /** "early", "first half of": a part of a time. */
  portions: Phrases<Portion>;
  weekend: Marker;
  /** "week", "KW", before a number. */
  numberedWeek: Marker;
  last: Marker;
  this: Marker;
  /** "ago", which some languages say first. */
  ago: { before: Marker; after: Marker };
  /** "before last", which some languages say first. */
  lastButOne: Marker;
  /** "next", "the previous": before a unit, of what is shown. */
  following: Marker;
  preceding: Marker;
  /** "later", "before that": after one. */
  later: Marker;
  earlier: Marker;
  lastNight: Marker;
  tonight: Marker;
  onThisDay: Marker;
  holidays: Phrases<Holiday>;
  decades: Phrases<number>;
  since: Marker;
  after: Marker;
  before: Marker;
  until: Marker;
  /** After a time: since then. */
  onwards: Marker;
  from: Marker;
  to: Marker;
  between: Marker;
  /** Makes a month, a season or a holiday a time. */
  leads: Marker;
  /** May stand before a time and goes with it. */
  taken: Marker;
  /** After a number: what is counted, so that it is no year. */
  countable: Set<string>;
  /** Before a number: a name, so that it is no year. */
  numbered: Set<string>;
  clock: { lead: Marker; am: Marker; pm: Marker; hour: Marker };
  /** "any year", after a holiday. */
  anyYear: Marker;
  dayFirst: boolean;
  /** Between day, month and year: "of", "the". */
  of: Marker;
}

export interface WhereWords {
  /** "in", "at": makes a name a place. */
  leads: Marker;
  /** Weak: does not tell a place from a person. */
  of: Marker;
  near: Marker;
  /** Before a distance, and between it and the place. */
  within: Marker;
  ofDistance: Marker;
  lengths: Phrases<number>;
  abroad: Marker;
  located: Marker;
  /** "geotagged": says so by itself. */
  geotagged: Marker;
  /** "more than", before a distance: outside that circle. */
  beyond: Marker;
  /** "that have", before a location. */
  bearing: Marker;
  people: Marker;
}

export interface GearWords {
  /** "taken with my", "camera": what follows or stands before is gear. */
  takenWith: Marker;
  /** Those of them that leave no doubt. */
  strongly: Marker;
  camera: Marker;
  phone: Marker;
  /** "old", after "my". */
  aged: Marker;
  wide: Marker;
  tele: Marker;
  flash: Marker;
  /** "flash was on", "flash off". */
  flashFired: Phrases<boolean>;
  /** "focal length of", before a number. */
  focal: Marker;
  iso: Marker;
  highIso: Marker;
  lowIso: Marker;
  over: Marker;
  under: Marker;
  atLeast: Marker;
  atMost: Marker;
  orMore: Marker;
  orLess: Marker;
  megapixels: Marker;
  millimetres: Marker;
  /** MIME types or extensions. */
  types: Phrases<{ types: string[] } | { extensions: string[] }>;
  fileNouns: Marker;
  extension: Marker;
  named: Marker;
  orientations: Phrases<"portrait" | "landscape" | "square" | "panorama">;
  /** Orientations that are also things, where they alone change what is shown ("landscape instead"). */
  shapes: Phrases<"portrait" | "landscape" | "square" | "panorama">;
  screenshot: Marker;
  favourite: Marker;
  /** "my favourites": needs no photo noun. */
  favourites: Marker;
  stars: Marker;
  rated: Marker;
  unrated: Marker;
  tagged: Marker;
  /** "without keywords" */
  untagged: Marker;
  undated: Marker;
}

export interface NotWords {
  /** "without", "that aren't". */
  not: Marker;
  /** "nor", where "neither" went before. */
  neither: Marker;
  nor: Marker;
  /** What may stand between a negation and what it negates, photo nouns and articles besides: "of", "taken with". */
  links: Marker;
  /** "is not in", "nicht zu sehen ist": after a name. */
  behind: Marker;
  /** "with nobody in them": nothing more has to be said. */
  nobody: Marker;
  /** What is not seen then. */
  people: string;
  /** "but not both", after two of them. */
  notBoth: Marker;
  /** "nobody else", after the name of a person. */
  alone: Marker;
  /** "outside": says so of a place only. */
  outside: Marker;
  /** "no parking": a thing, not a negation. */
  things: Marker;
  /** Where a negated thing ends. */
  ends: Marker;
}

export interface OrderWords {
  /** Needs no photo noun. */
  orders: Phrases<"newest" | "oldest" | "best">;
  /** "the other way round", of what is shown. */
  reversed: Marker;
  /** "more", beside a number. */
  more: Marker;
  /** "latest", "best": before photos or a number. */
  superlatives: Phrases<"newest" | "oldest" | "best">;
  perDay: Marker;
  /** "a day", after "one" or "one photo". */
  aDay: Marker;
  /** "of them", after a number. */
  ofThem: Marker;
  top: Marker;
  /** "any", before a number. */
  any: Marker;
  atMost: Marker;
}

export interface Labels {
  months: string[];
  /** Of any year where `year` is null. */
  date(day: number, month: string, year: number | null): string;
  since: string;
  after: string;
  before: string;
  until: string;
  to: string;
  or: string;
  and: string;
  in: string;
  near: string;
  with: string;
  alone: string;
  not: string;
  abroad: string;
  located: string;
  dated: string;
  favourite: string;
  flash: string;
  screenshot: string;
  stars(count: number): string;
  rated: string;
  tagged: string;
  atLeast: string;
  atMost: string;
  over: string;
  under: string;
  wide: string;
  tele: string;
  phone: string;
  weekend: string;
  onThisDay: string;
  part: Record<PartOfDay, string>;
  orientation: Record<"portrait" | "landscape" | "square" | "panorama", string>;
}
