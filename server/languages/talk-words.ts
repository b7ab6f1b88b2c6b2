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
  /** "hey", and names for whom one talks to; an unknown name before a comma is one, if a request follows. */
  calls: Marker;
  vocatives: Marker;
  /** Verbs of showing: "find", "dig out". */
  showing: Marker;
  /** "if", and the words of which a polite clause with it consists. */
  ifs: Marker;
  ifWords: Set<string>;
  /** What begins an open question, and the verbs behind what it is about. */
  questionWords: Marker;
  auxiliaries: Set<string>;
  /** Verbs of taking photos: "what have I taken" asks for photos. */
  takings: Set<string>;
  /** "type of", before what a question is about; "details", of which it asks. */
  kinds: Marker;
  contents: Set<string>;
  /** "progressed": asks for a course in time. */
  progress: Set<string>;
  /** "from each": one for each of a kind. */
  eachOf: Marker;
  /** What cannot be done by talking, by its verb or by the thing that is made. */
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
  /** "again", before or behind what is wanted again. */
  again: Marker;
  /** "both": what was replaced last, and what has replaced it. */
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
  /** "holiday": no question is answered by one, unless the library calls something so. */
  trips: Set<string>;
}
