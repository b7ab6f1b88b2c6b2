import type { Phrases } from "./phrases.ts";
import type { Act, Ask, Same, SmallTalk, Subject } from "./types.ts";

type Marker = Phrases<true>;

/** The words by which a sentence says what it wants: to ask, to change what is shown, to mark photos. */
export interface IntentWords {
  greetingsAhead: Marker;
  chat: Phrases<SmallTalk>;
  asks: Phrases<{ ask: Ask }>;
  /** "where?", and nothing else. */
  bareAsks: Phrases<Ask>;
  /** "can you", "and now": before what changes what is shown, and before a question. */
  politeAhead: Marker;
  /** When a question is about the first or the last time: at its end. */
  ends: Phrases<"first" | "last">;
  /** "that", "das": all that is shown. */
  that: Marker;
  /** "not 2019, 2018": the second is meant. */
  notBut: Marker;
  /** "but rather", after it. */
  rather: Marker;
  /** What a question says besides ("did I take", "are there"). */
  askFiller: Marker;
  /** "do I have": asks about the whole library. */
  inAll: Marker;
  only: Marker;
  onlyAfter: Marker;
  no: Marker;
  replace: Marker;
  instead: Marker;
  /** "replace", and the "with" after what goes. */
  swap: Marker;
  swapFor: Marker;
  /** "Porto instead of Lisbon" */
  insteadOf: Marker;
  widen: Marker;
  too: Marker;
  /** "nimm", before what comes "dazu". */
  addStarts: Marker;
  andAhead: Marker;
  /** "are there any", before "in Porto": of what is shown. */
  anyOfThem: Marker;
  /** "from the same day": as a photo that is shown. */
  same: Phrases<Same>;
  /** "more", "what else did we do", before it. */
  more: Marker;
  /** "as", after it. */
  as: Marker;
  drop: Marker;
  /** The same at the end of a sentence. */
  dropEnds: Phrases<true>;
  /** "not just Anna": she need not be there. */
  notOnly: Marker;
  /** "leave", and "out" at the end; the verb alone at the end: "weglassen". */
  outStarts: Marker;
  outEnds: Marker;
  outVerbs: Marker;
  any: Marker;
  anything: Phrases<Subject>;
  filterNoun: Marker;
  everyFilter: Marker;
  subjects: Phrases<Subject>;
  undo: Marker;
  /** "steps", after their number. */
  steps: Marker;
  twice: Phrases<number>;
  startOver: Marker;
  correct: Marker;
  like: Marker;
  /** Like what is shown. */
  similar: Marker;
  acts: Phrases<Act>;
  /** "as favourite", at the end of an act. */
  actEnds: Phrases<Act>;
  actStarts: Marker;
  /** "delete", before photos that are shown: nothing that is done by talking. */
  beyond: Marker;
  /** What is done, after what it is done to: "als Favorit markieren". */
  actTails: Phrases<Act>;
  this: Marker;
  them: Marker;
  ones: Marker;
  thoseThat: Marker;
  number: Marker;
}
