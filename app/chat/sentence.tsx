import type { ReactNode } from "react";
import type { TurnWords } from "#app/words/turns.ts";
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

/** Returns the sentence for an answer in its current view. */
export function sentenceOf(turn: Turn, photosInLibrary: number, turnWords: TurnWords): string {
  const { plan, words: said, total } = turn;
  if (isSaid(turn) && said !== "") return said;
  if (photosInLibrary === 0) return turnWords.emptyLibrary;
  // The first hits may come from the words alone, so say nothing about the result before all hits are there.
  if (turn.state === "running" && said === "") return turnWords.looking(photosInLibrary);
  const chips = plan ? chipsOf(plan) : [];
  const off = chips.filter((chip) => chip.off).map(({ label }) => label);
  if (off.length > 0) return turnWords.changed(total, off);
  if (said !== "") return said;
  return total === 0 && chips.length > 0 ? turnWords.noneAll : turnWords.some(total);
}
