import { matchAt, matchBefore, skip } from "../phrases.ts";
import { allReferences, isBareReference, part, referenceAt } from "../references.ts";
import type { Sentence } from "../sentence.ts";
import type { Act, Reference } from "../types.ts";
import type { Frame } from "./frame.ts";

/** "mark the first as favourite", "favourite these". */
export function actOf(sentence: Sentence, from: number, end: number): Frame | null {
  const { tokens, language } = sentence;
  const { acts, actStarts, actEnds } = language.intent;
  let begin = from;
  for (let step = 0; step < 2; step++) begin = skip(language.courtesy, tokens, begin);
  const act = matchAt(acts, tokens, begin);
  const start = matchAt(actStarts, tokens, begin);
  const tail = matchBefore(actEnds, tokens, end);
  const of = (to: number, until: number, meaning: Act): Frame | null => {
    const on = until > to ? allReferences(part(sentence, to, until), true) : [{ refer: "this" } as const];
    return on && { begin: end, end, act: meaning, on };
  };
  if (act && act.to < end) {
    const found = of(act.to, end, act.meaning);
    if (found) return found;
  }
  if (!start || !tail || tail.from < start.to) return null;
  const tookOut = matchAt(language.intent.drop, tokens, begin) !== null;
  return of(start.to, tail.from, tookOut ? "unfavourite" : tail.meaning);
}

/** "how many …", "where was this taken", "which camera did I use most". */
export function askOf(sentence: Sentence, from: number, end: number): Frame | null {
  const { tokens, language } = sentence;
  const lead = matchAt(language.courtesy, tokens, from)?.to ?? from;
  const ask = matchAt(language.intent.asks, tokens, from) ?? matchAt(language.intent.asks, tokens, lead);
  const bare = matchAt(language.intent.bareAsks, tokens, from);
  if (bare && bare.to >= end) return { begin: end, end, ask: bare.meaning };
  if (!ask) return null;
  const on: Reference[] = [];
  let begin = ask.to;
  for (let next = begin; next < end; ) {
    const filler = matchAt(language.intent.askFiller, tokens, next);
    const isNoun = language.photoNouns.has(tokens[next]?.word ?? "");
    const pointed = filler ? null : referenceAt(part(sentence, 0, end), next);
    // "the last photo of Anna" is none of those shown.
    const isMore =
      pointed &&
      [language.where.people, language.where.leads].some((table) => matchAt(table, tokens, pointed.to));
    const isPointed =
      pointed &&
      !(isMore && pointed.to < end && pointed.reference.refer === "shown") &&
      (pointed.isSure || isBareReference(sentence, pointed.to, end));
    if (isPointed) on.push(pointed.reference);
    if (!filler && !isPointed && !isNoun && !matchAt(language.photoLinks, tokens, next)) break;
    if (!filler && !isPointed && !isNoun) {
      // "of them": the link goes with the reference, in "in Lisbon" it stays.
      const behind = referenceAt(part(sentence, 0, end), skip(language.photoLinks, tokens, next));
      if (!behind || !isBareReference(sentence, behind.to, end)) break;
      on.push(behind.reference);
      next = behind.to;
    } else {
      next = isPointed ? pointed.to : (filler?.to ?? next + 1);
    }
    begin = next;
  }
  let until = end;
  for (let filler = matchBefore(language.intent.askFiller, tokens, until); filler && filler.from >= begin; ) {
    until = filler.from;
    filler = matchBefore(language.intent.askFiller, tokens, until);
  }
  const isOfAll = tokens.some((_, at) => at >= ask.to && matchAt(language.intent.inAll, tokens, at) !== null);
  return {
    begin: Math.min(begin, until),
    end: until,
    ask: ask.meaning.ask,
    isOfAll,
    ...(on.length > 0 && { on }),
  };
}
