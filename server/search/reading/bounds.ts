import { matchAt, matchBefore } from "../../languages/phrases.ts";
import { as, maybe, oneOf, type Pattern, rule } from "./matcher.ts";
import { numberAt, type Sentence } from "./sentence.ts";

export interface Bound {
  operator: ">" | "<" | ">=" | "<=";
  name: "over" | "under" | "atLeast" | "atMost";
  to: number;
}

/** Reads "over" or "at least" before a number. */
export function boundAt(sentence: Sentence, at: number): Bound | null {
  const found = bounds.match(sentence, at);
  return found && { ...found.value, to: found.to };
}

/** Reads the same words where they end right before token `at`; `from` is their first token. */
export function boundBefore(sentence: Sentence, at: number): (Bound & { from: number }) | null {
  for (let from = Math.max(0, at - 3); from < at; from++) {
    const bound = boundAt(sentence, from);
    if (bound?.to === at) return { ...bound, from };
  }
  return null;
}

const bounds = oneOf(
  as("gear.over", (): Named => ({ operator: ">", name: "over" })),
  as("gear.under", (): Named => ({ operator: "<", name: "under" })),
  as("gear.atLeast", (): Named => ({ operator: ">=", name: "atLeast" })),
  as("gear.atMost", (): Named => ({ operator: "<=", name: "atMost" })),
);
const boundsBehind = oneOf(
  as("gear.orMore", (): Named => ({ operator: ">=", name: "atLeast" })),
  as("gear.orLess", (): Named => ({ operator: "<=", name: "atMost" })),
);
type Named = Omit<Bound, "to">;

/** Matches a value with the bound before it or behind it: "over f/4", "f/4 or less". */
export function boundedBy<Value>(value: Pattern<Value>): Pattern<{ bound: Named | null; value: Value }> {
  return oneOf(
    rule("value behind a bound", [{ bound: bounds, value }], (said) => said),
    rule("value", [{ value, bound: maybe(boundsBehind) }], (said) => said),
  );
}

/** Reads "or more" or "or less" after a number. */
export function boundAfter(sentence: Sentence, at: number): Bound | null {
  const found = boundsBehind.match(sentence, at);
  return found && { ...found.value, to: found.to };
}

/** Reads further numbers after a number: "or 200, 400". */
export function otherNumbers(sentence: Sentence, at: number): { value: number; to: number }[] {
  const { tokens, language } = sentence;
  const found: { value: number; to: number }[] = [];
  for (let next = matchAt(language.or, tokens, at)?.to; next !== undefined && found.length < 20; ) {
    const number = numberAt(sentence, next);
    if (!number) break;
    found.push(number);
    next = matchAt(language.or, tokens, number.to)?.to;
  }
  return found;
}

/** Reads a range with both ends included: "between 100 and 400", "100 to 400". */
export function rangeFrom(sentence: Sentence, at: number) {
  const { tokens, language } = sentence;
  const between = matchAt(language.when.between, tokens, at);
  const lead = between ?? matchAt(language.when.from, tokens, at) ?? { to: at };
  const first = lead && numberAt(sentence, lead.to);
  const middle = first && matchAt(between ? language.and : language.when.to, tokens, first.to);
  const last = middle && numberAt(sentence, middle.to);
  if (!first || !last || last.value <= first.value) return null;
  return { to: last.to, value: [first.value, last.value + 1], label: `${first.value}–${last.value}` };
}

/** Reads the same range if its last number, with its unit, stands at token `at`. */
export function rangeBefore(sentence: Sentence, at: number, last: number) {
  const { tokens, language } = sentence;
  const middle = matchBefore(language.and, tokens, at) ?? matchBefore(language.when.to, tokens, at);
  const first = middle && numberAt(sentence, middle.from - 1);
  const lead =
    middle &&
    (matchBefore(language.when.between, tokens, middle.from - 1) ??
      matchBefore(language.when.from, tokens, middle.from - 1));
  const isBare = tokens[middle?.from ?? -1]?.isMark ?? false;
  if (!first || (!lead && !isBare) || first.value >= last) return null;
  return {
    from: lead?.from ?? middle.from - 1,
    value: [first.value - 0.5, last + 0.5],
    label: `${first.value}–${last}`,
  };
}
