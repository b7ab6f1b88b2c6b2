import { ahead, holds, many, mark, maybe, oneOf, type Pattern, rule, shape, unless } from "../matcher.ts";
import { isCapital, type Sentence } from "../sentence.ts";
import { classAt, classBefore } from "../tagging.ts";

/** How people lead up to a request: calling, hesitating, wondering, asking politely; in any order, any number. */
const pause = many(mark(",", "!", ".", "…", ":", ";", "-", "–", "—"));
const soft = many(oneOf("talk.softeners", "selves"), { least: 0 });
const request = oneOf(
  ...(["talk.showing", "talk.modals", "talk.questionWords", "talk.wonders"] as const),
  ...(["intent.asks", "intent.acts", "intent.beyond", "intent.makes"] as const),
);
/** A name that nothing in the library has, before a comma: "Jarvis, show me …". */
const stranger = rule(
  "stranger",
  [
    holds(({ tokens, language, context }, at) => {
      const word = tokens[at]?.word ?? "";
      const isWord = language.photoNouns.has(word) || language.functionWords.has(word);
      return isCapital(tokens[at]) && !isWord && context.vocabulary.find(word).length === 0;
    }),
    shape(/./),
  ],
  () => true,
);

const opening = oneOf(
  rule("call by name", ["talk.calls?", oneOf("talk.vocatives", stranger), pause, ahead(request)], () => true),
  rule("call", ["talk.calls", "talk.vocatives", ahead(request)], () => true),
  rule("hesitation", ["talk.hesitations", pause], () => true),
  rule("interjection", ["talk.interjections", maybe(pause)], () => true),
  rule(
    "wondering you could",
    ["talk.wonders", "talk.wonderLinks?", "talk.askers", soft, "talk.modals", soft],
    () => true,
  ),
  rule(
    "wish",
    ["talk.tellers", many(oneOf("talk.modals", "talk.softeners", "adverbs")), ahead("talk.showing")],
    () => true,
  ),
  rule("wondering", ["talk.wonders", "talk.wonderLinks?", soft], () => true),
  rule(
    "polite request",
    // "may I have" and the like are courtesy as a whole.
    [unless(longCourtesy()), "talk.modals", "talk.askers", soft],
    () => true,
  ),
);
const openings = many(opening);
const polite = rule("softened", [maybe(openings), soft], () => true);

/** Returns the token at which the request itself begins; `from`, if nothing would be left of it. */
export function afterOpening(sentence: Sentence, from: number, end: number): number {
  const opened = openings.match(sentence, from);
  if (!opened) return from;
  const to = polite.match(sentence, from)?.to ?? opened.to;
  return to < end ? to : from;
}

/**
 * Returns where a sentence ends without a polite clause: "… if it's not too much trouble", "… when you can", "…, show me".
 */
export function beforeClause(sentence: Sentence, from: number, end: number): number {
  const { tokens, language } = sentence;
  const self = language.selves.has(tokens[end - 1]?.word ?? "") ? 1 : 0;
  const shows =
    classBefore(sentence, "talk.showing", end - self) ?? classBefore(sentence, "talk.showing", end);
  if (shows && shows.from - 1 > from && tokens[shows.from - 1]?.text === ",") return shows.from - 1;
  for (let at = end - 1; at > from; at--) {
    const link = classAt(sentence, "talk.ifs", at);
    if (link && link.to < end) return tokens[at - 1]?.isMark ? at - 1 : at;
    if (!tokens[at]?.isMark && !language.talk.ifWords.has(tokens[at]?.word ?? "")) return end;
  }
  return end;
}

function longCourtesy(): Pattern<true> {
  return holds((sentence, at) => {
    const courtesy = classAt(sentence, "courtesy", at);
    const modal = classAt(sentence, "talk.modals", at);
    const asker = modal && classAt(sentence, "talk.askers", modal.to);
    const self = asker && sentence.language.selves.has(sentence.tokens[asker.to]?.word ?? "") ? 1 : 0;
    return courtesy !== null && asker !== null && courtesy.to > asker.to + self;
  });
}
