import { matchAt, matchBefore, skip } from "../../../languages/phrases.ts";
import { allReferences, part } from "../references.ts";
import { type Sentence, written } from "../sentence.ts";
import type { Frame } from "./types.ts";

/** Reads "put these in an album called Summer" and "add the first to my Summer album". */
export function albumActOf(sentence: Sentence, from: number, to: number): Frame | null {
  const { tokens, language } = sentence;
  const { albums, called, into, putEnds } = language.albumsAndTrips;
  const polite = matchBefore(language.courtesyAfter, tokens, to)?.from ?? to;
  const end = matchBefore(putEnds, tokens, polite)?.from ?? polite;
  let begin = from;
  for (let step = 0; step < 2; step++) begin = skip(language.courtesy, tokens, begin);
  const start =
    matchAt(language.intent.actStarts, tokens, begin) ?? matchAt(language.albumsAndTrips.puts, tokens, begin);
  if (!start) return null;
  for (let at = start.to; at < end; at++) {
    const lead = matchAt(into, tokens, at);
    if (!lead) continue;
    const noun = matchAt(albums, tokens, lead.to);
    const last = matchBefore(albums, tokens, end);
    const [first, behind] = noun
      ? [skip(called, tokens, noun.to), end]
      : [lead.to, last && last.from > lead.to ? last.from : lead.to];
    const album = bare(written(sentence, first, behind));
    if (first >= behind || album === "") continue;
    const on =
      at > start.to ? allReferences(part(sentence, start.to, at), true) : [{ refer: "this" } as const];
    if (on) return { begin: end, end, act: { album }, on };
  }
  return null;
}

/** A name without the quotes and hyphens around it. */
const bare = (name: string) => name.replace(/^[\s"“”„«»'‘’:-]+|[\s"“”„«»'‘’.!-]+$/gu, "").slice(0, 200);
