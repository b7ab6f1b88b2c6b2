import type { Deed, Grouping } from "./meanings.ts";
import type { Phrases } from "./phrases.ts";

type Marker = Phrases<true>;

/** The words by which people talk around a request. Rules in `search/reading/frame` compose them. */
export interface TalkWords {
  /** "can", "would": before the one who is asked. */
  modals: Marker;
  /** "you", "we". */
  askers: Marker;
  /** "maybe", "please": anywhere in a request. */
  softeners: Marker;
  /** "I was wondering", and the "whether" behind it. */
  wonders: Marker;
  wonderLinks: Marker;
  /** "no way", "let me think": before a comma. */
  hesitations: Marker;
  /** "omg", "haha": sounds around a request. */
  interjections: Marker;
  /** "I", "my": beginnings of a sentence about those who ask; and other beginnings of one that only tells: "it". */
  tellers: Marker;
  subjects: Marker;
  /** "am", behind "I": for how somebody is now. */
  feelings: Marker;
  /** "wondering": what people do without being seen; empty where no form tells that somebody does something. */
  thoughts: Set<string>;
  /** "hey", and names for whom one talks to; an unknown name before a comma is one, if a request follows. */
  calls: Marker;
  vocatives: Marker;
  /** Verbs of showing: "find", "dig out". */
  showing: Marker;
  /** "if", and the words of which a polite clause with it consists. */
  ifs: Marker;
  ifWords: Set<string>;
  /** Beginnings of an open question, and the verbs that follow what it is about. */
  questionWords: Marker;
  auxiliaries: Set<string>;
  /** Verbs of taking photos: "what have I taken" asks for photos. */
  takings: Set<string>;
  /** "type of", before the subject of a question; "details", which a question may ask of its subject. */
  kinds: Marker;
  contents: Set<string>;
  /** "progressed": asks for a course in time. */
  progress: Set<string>;
  /** "from each": one for each of a kind. */
  eachOf: Marker;
  /** Wishes that cannot be fulfilled by talking, by their verb or by the thing that is to be made. */
  deeds: Phrases<Deed>;
  /** "per year", "by camera make": how photos are counted. */
  groupings: Phrases<Grouping>;
  by: Marker;
  /** "list", before what is listed. */
  lists: Marker;
  /** "are fine", "is ok after all": takes a negation back. */
  fine: Marker;
  /** "after all", "again": behind it. */
  afterAll: Marker;
  /** "again", before or after a thing that is wanted again. */
  again: Marker;
  /** "both": the last replaced part together with its replacement. */
  both: Marker;
  /** "no", without a comma before what is meant instead: "no in Naples"; none, where the word also negates. */
  nay: Marker;
  /** "both", "them": all that was taken away last; and the verbs: "bring". */
  back: Marker;
  bring: Marker;
  /** "sorry", "I mean": a correction, before or after what is meant. */
  sorry: Marker;
  /** "my", in "all my photos": the whole library. */
  mine: Marker;
  /** "sent me": nobody knows who sent a photo. */
  sent: Marker;
  /** "holiday": at the end of a question without an answer it is no thing to look for. */
  trips: Set<string>;
}
