import type { ReactNode } from "react";
import { words } from "#app/words/en.ts";
import type { Turn } from "#server/search/types.ts";
import { chipsOf } from "./chips.ts";
import { countedIn } from "./counted.ts";

export function Sentence({ children }: { children: ReactNode }) {
  return <p className="min-h-6 max-w-(--measure) text-pretty text-ink-2">{children}</p>;
}

/** A sentence with its count in bold. */
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

/** A turn whose sentence is the answer: small talk, a question that is answered, a question of ours. */
export function isSaid({ plan }: Turn): boolean {
  return plan !== null && plan.intent !== "search" && plan.intent !== "refine";
}

/** What is said of an answer, as it is looked at now. `loosened`: whether a filter less finds some. */
export function sentenceOf(turn: Turn, loosened: boolean, photosInLibrary: number): string {
  if (isSaid(turn) && turn.words !== "") return turn.words;
  if (photosInLibrary === 0) return words.turn.emptyLibrary;
  // The first hits may be those by words alone; what is said comes when all are there.
  if (turn.state === "running" && turn.words === "") return words.turn.looking(photosInLibrary);
  const chips = turn.plan ? chipsOf(turn.plan) : [];
  const off = chips.filter((chip) => chip.off).map(({ label }) => label);
  const oneLess = loosened ? ` ${words.turn.oneLess}` : "";
  if (off.length > 0) return `${words.turn.changed(turn.total, off)}${oneLess}`;
  if (turn.total === 0 && chips.length > 0) return `${words.turn.noneAll}${oneLess}`;
  return turn.words || words.turn.some(turn.total);
}
