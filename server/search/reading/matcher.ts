import { type Beginning, beginningOfAny, beginningOfRow, mayBeginAt, nothing } from "./beginnings.ts";
import { isBoundary, type Sentence, written } from "./sentence.ts";
import { type ClassName, classAt, classBefore, type MeaningOf } from "./tagging.ts";

export interface Matched<Value> {
  value: Value;
  /** The token after it. */
  to: number;
  /** The name of the rule that found it, or of the class. */
  rule: string;
}

/** Something that may stand at a token. It either matches there with one value, or does not match. */
export interface Pattern<Value> {
  match(sentence: Sentence, at: number): Matched<Value> | null;
  /** How it begins. Where this is not said, any token may begin it. */
  begins?: Beginning;
}

/** A class (with "?" behind its name if it may be missing) or a pattern. */
export type Part = ClassName | `${ClassName}?` | Pattern<unknown>;
/** Parts whose values the rule gets under these names, in this order. */
type Kept = { [name: string]: Part };

type ValueOf<One> =
  One extends Pattern<infer Value>
    ? Value
    : One extends `${infer Name}?`
      ? MeaningOf<Name> | null
      : MeaningOf<One>;
type Merged<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;
type Values<Parts extends readonly unknown[]> = Merged<
  {
    [At in keyof Parts]: Parts[At] extends string | Pattern<unknown>
      ? Record<never, never>
      : { [Name in keyof Parts[At]]: ValueOf<Parts[At][Name]> };
  }[number]
>;

/** Where a rule has matched: tokens `from` to `to` (exclusive). */
export interface MatchedAt {
  sentence: Sentence;
  from: number;
  to: number;
}

/** Returns the words at a place as they were written. */
export const said = ({ sentence, from, to }: MatchedAt): string => written(sentence, from, to);

/**
 * Makes a rule: its parts in their order, and a function that makes its value from theirs, or null if the rule does not
 * match after all. Each rule is tried at most once at each token of a sentence, so that reading takes time in
 * proportion to the text.
 */
export function rule<const Parts extends readonly (Part | Kept)[], Value>(
  name: string,
  parts: Parts,
  make: (values: Values<Parts>, place: MatchedAt) => Value | null | undefined,
): Pattern<Value> & { name: string } {
  const steps = parts.flatMap((part): { name: string | null; pattern: Pattern<unknown> }[] =>
    typeof part === "string" || isPattern(part)
      ? [{ name: null, pattern: patternOf(part) }]
      : Object.entries(part).map(([key, kept]) => ({ name: key, pattern: patternOf(kept) })),
  );
  const begins = beginningOfRow(steps.map(({ pattern }) => pattern));
  return { name, ...memoised({ match: attempt, begins }) };

  function attempt(sentence: Sentence, from: number): Matched<Value> | null {
    const values: Record<string, unknown> = {};
    let to = from;
    for (const step of steps) {
      const found = step.pattern.match(sentence, to);
      if (!found) return null;
      if (step.name !== null) values[step.name] = found.value;
      to = found.to;
    }
    // The values have the names and types that `parts` gives them.
    const value = make(values as Values<Parts>, { sentence, from, to });
    return value === null || value === undefined ? null : { value, to, rule: name };
  }
}

/** Makes a pattern that is tried at most once at each token of a sentence, and only where it may begin. */
export function memoised<Value>(pattern: Pattern<Value>): Pattern<Value> {
  let last: Sentence | null = null;
  let tried: (Matched<Value> | null | undefined)[] = [];
  const { begins } = pattern;
  return {
    begins,
    match(sentence, from) {
      if (!mayBeginAt(begins, sentence, from)) return null;
      if (sentence !== last) [last, tried] = [sentence, []];
      const before = tried[from];
      if (before !== undefined) return before;
      const found = pattern.match(sentence, from);
      tried[from] = found;
      return found;
    },
  };
}

/** Makes another value from that of a part, or null if the part does not match after all. */
export function as<One extends ClassName | Pattern<unknown>, Value>(
  part: One,
  make: (value: ValueOf<One>, place: MatchedAt) => Value | null | undefined,
): Pattern<Value> {
  const pattern = patternOf(part) as Pattern<ValueOf<One>>;
  return {
    begins: pattern.begins,
    match(sentence, from) {
      const found = pattern.match(sentence, from);
      const value = found && make(found.value, { sentence, from, to: found.to });
      return found && value !== null && value !== undefined ? { ...found, value } : null;
    },
  };
}

const isPattern = (part: object): part is Pattern<unknown> => "match" in part;

function patternOf(part: Part): Pattern<unknown> {
  if (typeof part !== "string") return part;
  // "definite?" is the class "definite", and may be absent.
  return part.endsWith("?") ? maybe(part.slice(0, -1) as ClassName) : ofClass(part as ClassName);
}

/** Matches the longest phrase of a class. */
export function ofClass<Name extends ClassName>(name: Name): Pattern<MeaningOf<Name>> {
  return {
    begins: { ...nothing, classes: new Set([name]), mayBeEmpty: false },
    match(sentence, at) {
      const found = classAt(sentence, name, at);
      return found && { value: found.meaning, to: found.to, rule: name };
    },
  };
}

/** Matches a part, or nothing; the value is null then. */
export function maybe<One extends ClassName | Pattern<unknown>>(part: One): Pattern<ValueOf<One> | null> {
  const pattern = patternOf(part) as Pattern<ValueOf<One>>;
  return {
    begins: pattern.begins && { ...pattern.begins, mayBeEmpty: true },
    match: (sentence, at) => pattern.match(sentence, at) ?? { value: null, to: at, rule: "" },
  };
}

/** Matches the first of these patterns that matches. */
export function oneOf<Ones extends readonly (ClassName | Pattern<unknown>)[]>(
  ...ones: Ones
): Pattern<ValueOf<Ones[number]>> {
  const patterns = ones.map((one) => patternOf(one) as Pattern<ValueOf<Ones[number]>>);
  const begins = beginningOfAny(patterns);
  return {
    begins,
    match(sentence, at) {
      if (!mayBeginAt(begins, sentence, at)) return null;
      for (const pattern of patterns) {
        const found = pattern.match(sentence, at);
        if (found) return found;
      }
      return null;
    },
  };
}

/** Matches the longest of these patterns; of two that are equally long the first. */
export function longest<Value>(...patterns: Pattern<Value>[]): Pattern<Value> {
  const begins = beginningOfAny(patterns);
  return {
    begins,
    match(sentence, at) {
      if (!mayBeginAt(begins, sentence, at)) return null;
      let best: Matched<Value> | null = null;
      for (const pattern of patterns) {
        const found = pattern.match(sentence, at);
        if (found && found.to > (best?.to ?? -1)) best = found;
      }
      return best;
    },
  };
}

/** Matches as many in a row as there are, with `between` between two of them if it is given. */
export function many<Value>(
  one: Pattern<Value>,
  { least = 1, most = 30, between }: { least?: number; most?: number; between?: Pattern<unknown> } = {},
): Pattern<Value[]> {
  return {
    begins: one.begins && { ...one.begins, mayBeEmpty: least === 0 },
    match(sentence, at) {
      const values: Value[] = [];
      let to = at;
      while (values.length < most) {
        const joint = values.length > 0 && between ? between.match(sentence, to) : null;
        if (values.length > 0 && between && !joint) break;
        const found = one.match(sentence, joint?.to ?? to);
        if (!found || found.to === to) break;
        values.push(found.value);
        to = found.to;
      }
      return values.length < least ? null : { value: values, to, rule: "" };
    },
  };
}

/** Matches one token by its folded word. */
export function shape(form: RegExp): Pattern<RegExpExecArray> {
  return {
    match({ tokens }, at) {
      const value = form.exec(tokens[at]?.word ?? "");
      return value && { value, to: at + 1, rule: "" };
    },
  };
}

/** Matches one token by its folded word, in which the form asks for a digit. */
export function numeral(form: RegExp): Pattern<RegExpExecArray> {
  return { ...shape(form), begins: { ...nothing, digit: true, mayBeEmpty: false } };
}

/** Matches one of these marks. */
export function mark(...marks: string[]): Pattern<string> {
  return {
    begins: { ...nothing, mark: true, mayBeEmpty: false },
    match({ tokens }, at) {
      const text = tokens[at]?.text ?? "";
      return marks.includes(text) ? { value: text, to: at + 1, rule: "" } : null;
    },
  };
}

/** Matches a pattern behind other parts, and gives its value. */
export function led<Value>(leads: Part[], one: Pattern<Value>): Pattern<Value> {
  const patterns = leads.map(patternOf);
  return {
    begins: beginningOfRow([...patterns, one]),
    match(sentence, at) {
      let to = at;
      for (const lead of patterns) {
        const found = lead.match(sentence, to);
        if (!found) return null;
        to = found.to;
      }
      return one.match(sentence, to);
    },
  };
}

/** Matches no words, where a condition holds. */
export function holds(condition: (sentence: Sentence, at: number) => boolean): Pattern<true> {
  return {
    begins: nothing,
    match: (sentence, at) => (condition(sentence, at) ? { value: true, to: at, rule: "" } : null),
  };
}

/** Matches where a part stands next, without taking it. */
export function ahead(part: ClassName | Pattern<unknown>): Pattern<true> {
  const pattern = patternOf(part);
  return holds((sentence, at) => pattern.match(sentence, at) !== null);
}

/** Matches where a part does not stand next. */
export function unless(part: ClassName | Pattern<unknown>): Pattern<true> {
  const pattern = patternOf(part);
  return holds((sentence, at) => pattern.match(sentence, at) === null);
}

/** Matches right behind a phrase of one of these classes. */
export function behind(...names: ClassName[]): Pattern<true> {
  return holds((sentence, at) => names.some((name) => classBefore(sentence, name, at) !== null));
}

/** Matches where nothing that a photo shows goes on: at the end, a mark, a function word, a time or a name. */
export const boundary = holds(isBoundary);
