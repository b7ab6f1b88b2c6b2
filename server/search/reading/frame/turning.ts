import { behind, holds, many, mark, maybe, numeral, ofClass, oneOf, type Pattern, rule } from "../matcher.ts";
import type { Sentence } from "../sentence.ts";
import { classAt, classBefore } from "../tagging.ts";
import type { Subject } from "../types.ts";
import { subjectBehind } from "./correcting.ts";
import type { Frame } from "./types.ts";

/**
 * Rules for sentences that turn what was said before: a correction without "no", something that comes back, all photos
 * again.
 */
const comma = maybe(mark(",", "-", "–", ":"));
const after = many(ofClass("talk.afterAll"), { least: 0 });
const theEnd = holds(({ tokens }, at) => tokens.slice(at).every(({ isMark }) => isMark));
const lead = many(oneOf("intent.no", "intent.correct", "intent.politeAhead"), { least: 0, most: 2 });

/** "the person, not the country"; "the city, I mean". */
const kind = rule(
  "the other kind",
  [
    ...([lead, "definite?"] as const),
    { about: "intent.subjects" },
    comma,
    oneOf(
      rule("not that kind", ["intent.notBut", "definite?", "intent.subjects"], () => true),
      rule("sorry", ["talk.sorry"], () => true),
    ),
    theEnd,
  ],
  ({ about }) => about,
);

/** "both again", "bring them back". */
const back = rule(
  "bring back",
  [maybe("talk.bring"), "talk.back", many(ofClass("talk.afterAll")), theEnd],
  () => true,
);
/** "not the person": another of the meanings of a name. */
const notKind = rule(
  "not that kind",
  [lead, "intent.notBut", "definite?", behind("definite"), { not: "intent.subjects" }, theEnd],
  ({ not }) => not,
);
/** The subjects that a name may have. */
const named: Subject[] = ["where", "people", "camera", "keyword"];

/** "both", "both are fine". */
const both = rule(
  "both",
  [lead, "talk.both", maybe(rule("fine too", ["talk.fine", after], () => true)), theEnd],
  () => true,
);
/** "they are fine", with no name. */
const allFine = rule("all fine", ["intent.them", "talk.fine", after, theEnd], () => true);

/** "all my photos". */
const everything = rule(
  "all my photos",
  [
    many(oneOf("intent.politeAhead", "courtesyAfter"), { least: 0, most: 2 }),
    "intent.any",
    "talk.mine",
    "photoNouns",
    theEnd,
  ],
  () => true,
);

/** Reads a sentence that turns what was said before; null if it is none. */
export function turningOf(sentence: Sentence, from: number, end: number): Frame | null {
  const empty = { begin: end, end };
  const meant = kind.match(sentence, from);
  if (meant) return { ...empty, how: "correct", about: [meant.value] };
  // "Cork the city"
  const behindName = subjectBehind(sentence, from, end);
  if (behindName) return { ...empty, how: "correct", about: [behindName.meaning] };
  const other = notKind.match(sentence, from);
  if (other && named.includes(other.value))
    return { ...empty, how: "correct", about: named.filter((subject) => subject !== other.value) };
  if (both.match(sentence, from)) return { ...empty, how: "both" };
  if (back.match(sentence, from) ?? allFine.match(sentence, from)) return { ...empty, how: "undo", steps: 1 };
  if (everything.match(sentence, from)) return { ...empty, how: "startOver", about: [] };
  return fineOf(sentence, from, end) ?? againOf(sentence, from, end) ?? sorryOf(sentence, from, end);
}

/** Reads "food again", "bring Priya back", "wieder mit Ada": the rest was there before and is wanted again. */
function againOf(sentence: Sentence, from: number, end: number): Frame | null {
  const { tokens, language } = sentence;
  const start = lead.match(sentence, from)?.to ?? from;
  const shows = classAt(sentence, "courtesy", start) !== null;
  const brings = shows ? null : classAt(sentence, "talk.bring", start);
  const ahead = classAt(sentence, "talk.again", brings?.to ?? start);
  const begin = ahead?.to ?? brings?.to ?? start;
  const tail = classBefore(sentence, "talk.again", end);
  const until = tail && tail.from > begin ? tail.from : end;
  const hasNoun = tokens.slice(begin, until).some(({ word }) => language.photoNouns.has(word));
  if ((!ahead && until === end) || begin >= until || shows || hasNoun) return null;
  return { begin, end: until, how: "again" };
}

/** Reads "Berlin is ok after all", "people are fine": the rest says what may be shown again. */
function fineOf(sentence: Sentence, from: number, end: number): Frame | null {
  let until = end;
  for (let step = 0; step < 3; step++) until = classBefore(sentence, "talk.afterAll", until)?.from ?? until;
  const fine = classBefore(sentence, "talk.fine", until);
  return fine && fine.from > from ? { begin: from, end: fine.from, how: "restore" } : null;
}

/** Reads "2019, sorry": the rest replaces what was said before. */
function sorryOf(sentence: Sentence, from: number, end: number): Frame | null {
  const sorry = classBefore(sentence, "talk.sorry", end);
  const cut = sorry && sentence.tokens[sorry.from - 1]?.text === "," ? sorry.from - 1 : null;
  return cut !== null && cut > from ? { begin: from, end: cut, how: "replace" } : null;
}

const year: Pattern<unknown> = numeral(/^(?:19|20)\d\d$/);

/** Tells whether a sentence such as "and in 2025" follows. No photo is of two years, so it means another year. */
export function isOtherYear(sentence: Sentence, at: number): boolean {
  const lead = classAt(sentence, "when.leads", at);
  const to = lead && year.match(sentence, lead.to)?.to;
  return to ? theEnd.match(sentence, to) !== null : false;
}
