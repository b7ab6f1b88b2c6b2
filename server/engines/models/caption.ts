/** The caption is made for searching: it says in plain words what people look for, and nothing else. */
export const prompt =
  "Describe this photo in one or two plain sentences, so that it can be found by searching. Say what is in it, who and " +
  "how many, what they are doing and where, the main colours, the light, and any text that can be read. Say only what " +
  "you see. Begin with the subject itself: no introduction, no opinion.";

/**
 * The first try stays close to the likeliest words. The second varies more, because it would fail in the same
 * way otherwise.
 */
export const tries = [
  { temperature: 0.2, seed: 1, repeat_penalty: 1.1 },
  { temperature: 0.7, seed: 2, repeat_penalty: 1.3 },
] as const;

/** In tokens; enough for two long sentences and a bit more. */
export const longestCaption = 220;

export type Flaw = "empty" | "refusal" | "loop";

const flawWords: Record<Flaw, string> = {
  empty: "gave an empty answer",
  refusal: "refused to describe the picture",
  loop: "repeated itself without end",
};

/** Says for a person why describing failed: it names the flaws of the tries in their order. */
export function blame(flaws: Flaw[]): string {
  const kinds = [...new Set(flaws)].map((flaw) => flawWords[flaw]);
  return `The model ${kinds.join(", and when asked again it ")}${kinds.length === 1 ? " twice" : ""}.`;
}

const preamble =
  /^(?:(?:the|this) (?:image|photo|picture|photograph) (?:shows|depicts|features|displays|captures)|in (?:the|this) (?:image|photo|picture|photograph),?) /i;

/**
 * Returns an answer without surrounding spaces and without its preamble. `cut` means that the answer reached
 * its longest, so everything after the last whole sentence is removed.
 */
export function tidyCaption(answer: string, cut: boolean): string {
  const whole = answer.replace(/\s+/g, " ").trim();
  const text = cut ? (/^.*[.!?](?=\s|$)/.exec(whole)?.[0] ?? whole) : whole;
  const bare = text.replace(preamble, "");
  return bare === text ? text : bare.charAt(0).toUpperCase() + bare.slice(1);
}

const refusal = new RegExp(
  [
    "^(?:i['’]?m|i am) (?:very |so |really )?(?:sorry|unable|not able|afraid)\\b",
    "^(?:sorry|unfortunately|apologies),? (?:but )?(?:i|we)\\b",
    "^i (?:can['’]?t|cannot|can not|could not|do not|don['’]?t|won['’]?t|will not|must decline)\\b",
    "^as an? (?:ai|artificial|large|language)\\b",
    "^(?:there is|i see) no (?:image|photo|picture) (?:attached|provided|given|here)\\b",
  ].join("|"),
  "i",
);

/** Returns the flaw of a tidied caption, or null if it has none. */
export function flawOf(text: string): Flaw | null {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return "empty";
  if (refusal.test(text)) return "refusal";
  const sentences = text
    .toLowerCase()
    .split(/[.!?]+(?:\s+|$)/)
    .filter(Boolean);
  const isLoop = goesRound(words, 16, 4) || goesRound([...text], 8, 16) || mostFrequent(sentences) > 2;
  return isLoop ? "loop" : null;
}

/** Returns true if a phrase of at most `longest` units comes `times` times in a row. */
function goesRound(units: string[], longest: number, times: number): boolean {
  for (let period = 1; period <= longest; period++) {
    let run = period;
    for (let at = period; at < units.length; at++) {
      run = units[at] === units[at - period] ? run + 1 : period;
      if (run >= period * times) return true;
    }
  }
  return false;
}

function mostFrequent(values: string[]): number {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Math.max(...counts.values());
}
