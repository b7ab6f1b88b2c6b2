import type { Act, Ask, Same, SmallTalk, Subject } from "./meanings.ts";
import type { Phrases } from "./phrases.ts";

type Marker = Phrases<true>;

/** The words that tell what a sentence wants: to ask, to change the shown search, or to mark photos. */
export interface IntentWords {
  greetingsAhead: Marker;
  chat: Phrases<SmallTalk>;
  asks: Phrases<{ ask: Ask }>;
  /** "how long", "on which weekday": beginnings of questions that no answer is known to. */
  unanswered: Marker;
  /** "per", "on average": words in a question that no answer takes into account, with all that follows. */
  unanswerable: Marker;
  /** Questions of one word: "where?". */
  bareAsks: Phrases<Ask>;
  /** "can you", "and now": courtesy before a change or a question. */
  politeAhead: Marker;
  /** Words at the end of a question about the first or the last time. */
  ends: Phrases<"first" | "last">;
  /** "that", "das": all shown photos. */
  that: Marker;
  /** "not 2019, 2018": words before the part that is not meant. */
  notBut: Marker;
  /** "but rather": words before the part that is meant. */
  rather: Marker;
  /** Words of a question that mean nothing for the search ("did I take", "are there"). */
  askFiller: Marker;
  /** "do I have": asks about the whole library. */
  inAll: Marker;
  only: Marker;
  onlyAfter: Marker;
  no: Marker;
  replace: Marker;
  instead: Marker;
  /** "replace", and the "with" before the new part. */
  swap: Marker;
  swapFor: Marker;
  /** "Porto instead of Lisbon" */
  insteadOf: Marker;
  widen: Marker;
  too: Marker;
  /** "nimm", as in "nimm … dazu". */
  addStarts: Marker;
  andAhead: Marker;
  /** "are there any", as in "are there any in Porto", which narrows the shown photos. */
  anyOfThem: Marker;
  /** "from the same day", namely that of a shown photo. */
  same: Phrases<Same>;
  /** "more", "what else did we do": words before "from the same day". */
  more: Marker;
  /** "as", after "from the same day". */
  as: Marker;
  drop: Marker;
  /** Words at the end of a sentence that drop a filter. */
  dropEnds: Phrases<true>;
  /** "not just", as in "not just Anna", which drops the filter for Anna. */
  notOnly: Marker;
  /** "leave" with "out" at the end; or only a verb at the end: "weglassen". */
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
  /** "similar to": resembling the shown photos. */
  similar: Marker;
  acts: Phrases<Act>;
  /** "as favourite", at the end of an act. */
  actEnds: Phrases<Act>;
  actStarts: Marker;
  /** "delete": actions on the shown photos that cannot be done by talking. */
  beyond: Marker;
  /** "duplicates": what else such an action may be about. */
  copies: Marker;
  /** "make … a collage": things that cannot be made by talking, and the verbs of making. */
  makes: Marker;
  works: Marker;
  /** An action whose words come after its photos: "(das erste) als Favorit markieren". */
  actTails: Phrases<Act>;
  this: Marker;
  them: Marker;
  ones: Marker;
  thoseThat: Marker;
  number: Marker;
}
