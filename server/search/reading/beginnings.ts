import type { Language } from "../../languages/language.ts";
import type { Token } from "../../languages/tokens.ts";
import { tagsOf } from "./tagging.ts";

/**
 * How a pattern begins. Most patterns begin with a word of a class, a number or a mark, and most tokens are none of
 * these, so that a token is spared the patterns that cannot match there.
 */
export interface Beginning {
  /** If the pattern takes any token, the first begins a phrase of one of these classes, or is one of the next two. */
  classes: ReadonlySet<string>;
  /** True if the first may be a word with a digit. */
  digit: boolean;
  /** True if the first may be a mark. */
  mark: boolean;
  /** True if the pattern may also match without taking a token. */
  mayBeEmpty: boolean;
}

export const nothing: Beginning = { classes: new Set(), digit: false, mark: false, mayBeEmpty: true };

interface Begun {
  begins?: Beginning;
}

/** Returns how patterns begin that stand one behind the other. */
export function beginningOfRow(patterns: Begun[]): Beginning | undefined {
  const first = patterns.findIndex(({ begins }) => !begins?.mayBeEmpty);
  const all = beginningOfAny(first === -1 ? patterns : patterns.slice(0, first + 1));
  return all && { ...all, mayBeEmpty: first === -1 };
}

/** Returns how the first of several patterns that matches begins. */
export function beginningOfAny(patterns: Begun[]): Beginning | undefined {
  const all = patterns.flatMap(({ begins }) => begins ?? []);
  if (all.length < patterns.length) return undefined;
  return {
    classes: new Set(all.flatMap(({ classes }) => [...classes])),
    digit: all.some(({ digit }) => digit),
    mark: all.some(({ mark }) => mark),
    mayBeEmpty: all.some(({ mayBeEmpty }) => mayBeEmpty),
  };
}

/** Tells whether a pattern may match at a token. */
export function mayBeginAt(
  begins: Beginning | undefined,
  { tokens, language }: { tokens: Token[]; language: Language },
  at: number,
): boolean {
  const token = tokens[at];
  if (!begins || begins.mayBeEmpty || (begins.mark && token?.isMark)) return true;
  const { starts, digits } = tagsOf(tokens, language);
  if (begins.digit && digits[at]) return true;
  const start = starts[at];
  if (start) for (const name of start.keys()) if (begins.classes.has(name)) return true;
  return false;
}
