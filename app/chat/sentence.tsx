import type { ReactNode } from "react";
import { words } from "#app/words/en.ts";
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

/** Returns the sentence for an answer in its current view. `loosened`: removing one chip would find photos. */
export function sentenceOf(turn: Turn, loosened: boolean, photosInLibrary: number): string {
  if (isSaid(turn) && turn.words !== "") return turn.words;
  if (photosInLibrary === 0) return words.turn.emptyLibrary;
  // The first hits may come from the words alone, so say nothing about the result before all hits are there.
  if (turn.state === "running" && turn.words === "") return words.turn.looking(photosInLibrary);
  const chips = turn.plan ? chipsOf(turn.plan) : [];
  const off = chips.filter((chip) => chip.off).map(({ label }) => label);
  const oneLess = loosened ? ` ${words.turn.oneLess}` : "";
  if (off.length > 0) return `${words.turn.changed(turn.total, off)}${oneLess}`;
  if (turn.total === 0 && chips.length > 0) return `${turn.words || words.turn.noneAll}${oneLess}`;
  return turn.words || words.turn.some(turn.total);
}
