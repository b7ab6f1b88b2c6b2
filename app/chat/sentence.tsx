import type { ReactNode } from "react";
import { words } from "#app/words/words.ts";
import type { Turn } from "#server/search/types.ts";
import { chipsOf } from "./chips.ts";
import { countedIn } from "./counted.ts";

export function Sentence({ children }: { children: ReactNode }) {
  return <p className="min-h-6 max-w-(--measure) text-pretty text-ink-2">{children}</p>;
}

/** Shows a sentence with its count in bold. */
export function Counted({ text }: { text: string }) {
  const counted = countedIn(text);
  if (!counted) return text;
  return (
    <>
      <strong className="font-semibold text-ink">{counted.count}</strong>
      {counted.rest}
    </>
  );
}

/** Tells whether the sentence itself is the answer: small talk, an answered question, or a question of ours. */
export function isSaid({ plan }: Turn): boolean {
  return plan !== null && plan.intent !== "search" && plan.intent !== "refine";
}

/**
 * Returns the sentence for an answer in its current view. `lang` is the language of the question where the server has
 * worded it; the page's own sentences are in the language of the page.
 */
export function sentenceOf(turn: Turn, photosInLibrary: number): { text: string; lang?: string } {
  const { plan, words: said, total } = turn;
  const theirs = { text: said, lang: plan?.language };
  if (isSaid(turn) && said !== "") return theirs;
  if (photosInLibrary === 0) return { text: words.turn.emptyLibrary };
  // The first hits may come from the words alone, so say nothing about the result before all hits are there.
  if (turn.state === "running" && said === "") return { text: words.turn.looking(photosInLibrary) };
  const chips = plan ? chipsOf(plan) : [];
  const off = chips.filter((chip) => chip.off).map(({ label }) => label);
  if (off.length > 0) return { text: words.turn.changed(total, off) };
  if (said !== "") return theirs;
  return { text: total === 0 && chips.length > 0 ? words.turn.noneAll : words.turn.some(total) };
}
