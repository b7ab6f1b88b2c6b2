import type { LanguageCode } from "./codes.ts";
import type { FieldName } from "./field-names.ts";
import type { IntentWords } from "./intent-words.ts";
import type { Labels } from "./labels.ts";
import type { GearKind, Holiday, Portion } from "./meanings.ts";
import type { PartOfDay, Season, Unit } from "./parts-of-time.ts";
import type { Phrases } from "./phrases.ts";
import type { Relation } from "./relations.ts";
import type { TalkWords } from "./talk-words.ts";
import type { Wording } from "./wording.ts";

type Marker = Phrases<true>;

/** The words of a language. The grammar is in the readers and is the same for all languages. */
export interface Language {
  code: LanguageCode;
  traits: LanguageTraits;
  captionWords: CaptionWords;
  wording: Wording;
  /** Words that mean nothing by themselves and that separate other words. */
  functionWords: Set<string>;
  /** Everyday words. A name spelled like one ("nice", "turkey") needs grammar, and they are never misspelt names. */
  commonWords: Set<string>;
  /** "photo", "pictures": nouns for the photos themselves and not for what they show. */
  photoNouns: Set<string>;
  /** Words that other languages have too, but that are likelier in this one. */
  likely: Set<string>;
  /** "Big" Ben, "Saint" Anna: words that turn a person's name into another name. */
  titles: Set<string>;
  /** "de la": words that names in other languages have inside; between capitals they do not tell this language. */
  nameLinks: Set<string>;
  /** The photo nouns in the singular. */
  singularPhotos: Set<string>;
  /** The endings of compounds with such a noun ("Strandfotos"); empty if the language writes them apart. */
  photoEndings: string[];
  indefinite: Marker;
  definite: Marker;
  /** "me", as in "photos of me". */
  selves: Set<string>;
  /** "she", "him": the person whom the conversation is about. */
  pronouns: Set<string>;
  /** "mum": a name, if the library calls somebody so. */
  kin: Set<string>;
  /** "nice", before photos: praise that does not narrow the search. */
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
  talk: TalkWords;
  /** Courtesy before a question, which is removed repeatedly. */
  courtesy: Marker;
  /** Courtesy at the end. */
  courtesyAfter: Marker;
  /** Words that may stand between "photos" and what they show. */
  photoLinks: Marker;
  /** Words that say nothing about a photo if other words do: verbs of taking, being, seeing and going, "both", … */
  filler: Set<string>;
  /** "my trip to", "the city of": words before the name of a place, and after one ("the Lisbon trip"). */
  journeys: { before: Marker; after: Marker };
  albumsAndTrips: AlbumAndTripWords;
  relations: RelationWords;
  label: Labels;
}

/** Words for what people and pets are to the asker, and for their birthdays and ages. */
export interface RelationWords {
  /** "daughter"; "kids" may be any of several. */
  kinds: Phrases<Relation[]>;
  /** "my", before one. */
  mine: Marker;
  /** "with", before "me". */
  withSelf: Marker;
  birthday: Marker;
  /** "when", "was" and "years old", in "when Ben was five years old". */
  when: Marker;
  was: Marker;
  old: Marker;
}

/** How a language differs from others where no word can say it. */
export interface LanguageTraits {
  /** A capital letter inside a sentence marks a name; in German it marks any noun. */
  capitalsMarkNames: boolean;
  /** Places are called as photos spell them: "in Italy", but "in Italien". */
  spellsAsPhotos: boolean;
  /** A vowel with two dots is also written as two letters: "ueber". */
  hasUmlauts: boolean;
  /** Adjectives may stand behind their noun: "la foto antigua". */
  praisesBehind?: true;
  /** "she" cannot mean photos, so that a question may be about the person: "where was she". */
  asksOfPronouns: boolean;
  /** A verb that tells what somebody does: "fixing"; null if its form does not tell. */
  doing: RegExp | null;
  /** The end of the first part of a compound to which an s has been added: "Urlaub|s|fotos". */
  linked: RegExp | null;
  /** Letters that tell it from languages with the same words: "à Lisbonne"; null where they would tell nothing. */
  letters: RegExp | null;
  /** Match a word that has lost its end before a vowel, as in "l'été" and typed as "lété"; null if no word does. */
  elided: RegExp | null;
  unparted: RegExp | null;
  /** Pauses in speech ("um"), which are left out anywhere; they tell no language from another. */
  fillers: Set<string>;
  /**
   * The name of its Snowball stemmer; null where the lexicon leads its words to English ones in all their forms. One
   * stem serves all languages, so that each further stemmer makes one word of more English words.
   */
  stemmer: "english" | "german" | null;
}

/**
 * The words of captions and of plain text, which are not folded: "für" is not "fur". Each list is separated by spaces.
 */
export interface CaptionWords {
  /** Words of a question that say nothing about a picture. */
  stopWords: string;
  /** Words of praise, which say nothing about what a photo shows. */
  praise: string;
  /** Words that only say where or when something is. */
  prepositions: string;
  articles: string;
  /** Words by which a caption says that something is not there, and by which it only supposes something. */
  denials: string;
  hedges: string;
  /** Words, besides prepositions, beyond which a denial does not reach. */
  bounds: string;
  /** "visible", in "the dog is not visible". */
  seen: string;
  /** Words between a thing and a quality that follows: "a bus that is painted red". */
  copulas: string;
  /** Words that only connect others ("front" in "in front of") or stand for an unnamed thing ("things"). */
  binding: string;
  /** The numbers from two on, in their order, as far as captions count. */
  counts: string;
  /** More than two: "a group of people", "several boats". The first is the noun, which alone means people. */
  groups: string;
  /** Words between such a word and the things it counts: the "of" in "a group of people". */
  countLinks: string;
  /** Words by which the asker is one of those who are counted: "the two of us", "wir drei". */
  ourselves: string;
  /** Words that are plural though they do not look like it; "" where the lexicon does not know the language. */
  plurals: string;
  /** Ways to call a picture without colours: phrases with "|" between them, and spaces for hyphens. */
  monochrome: string;
  /** Pictures besides those of `photoNouns`: "portrait". */
  likenesses: string;
}

export interface WhenWords {
  months: Phrases<number>;
  seasons: Phrases<Season>;
  weekdays: Phrases<number[]>;
  /** Names of months, seasons and days that also have another meaning, and so need grammar. */
  shy: Set<string>;
  /** "Sundays", "at night": times that need no further grammar. */
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
  /** "last", in languages that put it behind: "el verano pasado". */
  lastBehind: Marker;
  this: Marker;
  /** "ago", which some languages put first. */
  ago: { before: Marker; after: Marker };
  /** "before last", which some languages put first. */
  lastButOne: Marker;
  /** "next", "the previous": before a unit, counted from the shown time. */
  following: Marker;
  /** "next", behind a unit: "el mes que viene". */
  followingBehind: Marker;
  preceding: Marker;
  /** "whole", as in "the whole week". */
  whole: Marker;
  /** "later", "before that": after a unit. */
  later: Marker;
  earlier: Marker;
  lastNight: Marker;
  tonight: Marker;
  onThisDay: Marker;
  /** "this time", before "last year". */
  thisTime: Marker;
  holidays: Phrases<Holiday>;
  decades: Phrases<number>;
  since: Marker;
  after: Marker;
  before: Marker;
  until: Marker;
  /** "onwards": after a time, meaning since then. */
  onwards: Marker;
  from: Marker;
  to: Marker;
  between: Marker;
  /** Words that turn a month, a season or a holiday into a time: "in". */
  leads: Marker;
  /** Words before a time that belong to it: "taken". */
  taken: Marker;
  /** Things that are counted. A number before one is not a year. */
  countable: Set<string>;
  /** Words such as "room". A number after one is not a year. */
  numbered: Set<string>;
  clock: { lead: Marker; am: Marker; pm: Marker; hour: Marker };
  /** "any year", after a holiday. */
  anyYear: Marker;
  dayFirst: boolean;
  /** True if the word for years follows a decade: "90er Jahre". */
  decadeYears: boolean;
  /** Words between day, month and year: "of", "the". */
  of: Marker;
}

/** Words about albums and trips. */
export interface AlbumAndTripWords {
  albums: Marker;
  /** "called", between the noun and the name. */
  called: Marker;
  trips: Marker;
  /** "latest", before a trip. */
  lastTrip: Marker;
  /** "save", before photos that go into an album, and "into the" behind them. */
  puts: Marker;
  into: Marker;
  /** Words that end such a request: "hinzu". */
  putEnds: Marker;
  /** "to", between a trip and its place, where it is no word for places. */
  to: Marker;
}

export interface WhereWords {
  /** "in", "at": words that turn a name into a place. */
  leads: Marker;
  /** "of": a weak lead that does not tell a place from a person. */
  of: Marker;
  near: Marker;
  /** "way to", "flight to": before a place where the photo is not. */
  underway: Marker;
  /** The words among these that need not name a town: "around town". */
  vaguelyNear: Marker;
  /** "within": before a distance; and the words between the distance and the place. */
  within: Marker;
  ofDistance: Marker;
  lengths: Phrases<number>;
  abroad: Marker;
  located: Marker;
  /** "geotagged": one word that means having a location. */
  geotagged: Marker;
  /** "more than", before a distance: outside that circle. */
  beyond: Marker;
  /** "that have": words before a location. */
  bearing: Marker;
  people: Marker;
}

export interface GearWords {
  /** "taken with my", "camera": words beside a camera or lens. */
  takenWith: Marker;
  /** The words among these that leave no doubt. */
  strongly: Marker;
  camera: Marker;
  phone: Marker;
  /** Kinds of cameras besides phones: "drone". */
  kinds: Phrases<Exclude<GearKind, "phone">>;
  /** "scans", "slides": photos that a scanner has made. */
  scans: Marker;
  /** "by", before a kind of camera without an article. */
  by: Marker;
  /** "old", after "my". */
  aged: Marker;
  wide: Marker;
  tele: Marker;
  flash: Marker;
  /** "flash was on", "flash off". */
  flashFired: Phrases<boolean>;
  /** "focal length of", before a number. */
  focal: Marker;
  /** "aperture of", before a number. */
  aperture: Marker;
  /** "shutter speed", before a time. */
  exposure: Marker;
  longExposure: Marker;
  /** Units of an exposure: "s". */
  seconds: Marker;
  /** "videos". A word for "one" video may also be a part of another thing, as in "video game". */
  videos: Phrases<"one" | "many">;
  /** Units of their length, in seconds. */
  lengths: Phrases<number>;
  /** "that are", before a length. */
  lengthLinks: Marker;
  /** Words that begin a comparison of lengths alone: "longer". */
  longer: Set<string>;
  /** "only photos", of two words. */
  photosOnly: Marker;
  /** The words that replace `photosOnly` before reading: "no", "videos". */
  noVideos: string[];
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
  /** The words among these that leave no doubt that a file is meant: "the file called". */
  fileNamed: Marker;
  /** `field:value`, as people of this language write the field, besides `usualFields`. */
  fields: Phrases<FieldName>;
  orientations: Phrases<"portrait" | "landscape" | "square" | "panorama">;
  /** Orientations that are also things. They count only in a change of the shown search ("landscape instead"). */
  shapes: Phrases<"portrait" | "landscape" | "square" | "panorama">;
  screenshot: Marker;
  /** "live photos": photos with a film. */
  motion: Marker;
  favourite: Marker;
  /** "my favourites": needs no photo noun. */
  favourites: Marker;
  stars: Marker;
  /** Words that photographers use for their photos: "my 5 star work". Without stars, it is work that a photo shows. */
  work: Marker;
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
  /** "nor", after "neither". */
  neither: Marker;
  nor: Marker;
  /** Words between a negation and what it negates: "of", "taken with"; besides photo nouns and articles. */
  links: Marker;
  /** "is not in", "nicht zu sehen ist": after a name. */
  behind: Marker;
  /** "with nobody in them": a complete negation. */
  nobody: Marker;
  /** "people": with it the chip of `nobody` is labelled "not: people". */
  people: string;
  /** "but not both", after two names. */
  notBoth: Marker;
  /** "nobody else", after the name of a person. */
  alone: Marker;
  /** "outside": a negation only for places. */
  outside: Marker;
  /** "no parking": things whose name contains a negation. */
  things: Marker;
  /** Words that end a negated thing. */
  ends: Marker;
}

export interface OrderWords {
  /** Orders that need no photo noun: "newest first". */
  orders: Phrases<"newest" | "oldest" | "best">;
  /** "the other way round", for the shown photos. */
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
