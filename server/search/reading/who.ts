import { matchAt, matchBefore } from "../../languages/phrases.ts";
import { anyOf, type Claim, type ClaimCondition, claimOf } from "./claims.ts";
import { isInCompany, isInPlace, isPersonHere } from "./persons.ts";
import { placesOf } from "./places.ts";
import { isAll, isCapital, leadOf, type Name, type Sentence, written } from "./sentence.ts";
import { isYear } from "./when/dates.ts";
import { isPartOfName } from "./where.ts";

/** The most other people that "nobody else" excludes. */
const mostOthers = 400;

/** Reads people by the library's names, and whether they should be alone. */
export function readWho(sentence: Sentence): Claim[] {
  const named = readNamed(sentence);
  return [...named, ...aloneAfter(sentence, named), ...notBothAfter(sentence, named)];
}

/** Reads "Anna or Ben, but not both". */
function notBothAfter(sentence: Sentence, named: Claim[]): Claim[] {
  const { tokens, language } = sentence;
  const [one, other, ...more] = named;
  if (!one || !other || more.length > 0) return [];
  const from = tokens[other.to]?.text === "," ? other.to + 1 : other.to;
  const end = matchAt(language.not.notBoth, tokens, from);
  if (!end) return [];
  const conditions = [one, other].flatMap((claim) => claim.conditions);
  const label = written(sentence, from, end.to);
  return [{ from, to: end.to, subject: "people", conditions, negated: true, label, rule: "not both" }];
}

/** Reads "Anna and nobody else", or "nobody else" about the shown photos: it excludes everybody else in the library. */
function aloneAfter({ tokens, language, context }: Sentence, named: Claim[]): Claim[] {
  const said = named.flatMap(({ conditions }) => conditions.flatMap(({ value }) => value));
  const meant = new Set<unknown>(said.length > 0 ? said : context.spoken);
  const others = context.vocabulary.people.filter((name) => !meant.has(name)).slice(0, mostOthers);
  if (meant.size === 0) return [];
  const ends = said.length > 0 ? named.map(({ to }) => to) : [0];
  return ends.flatMap((to): Claim[] => {
    const from = tokens[to]?.text === "," ? to + 1 : to;
    const alone = matchAt(language.not.alone, tokens, from);
    if (!alone || others.length === 0) return [];
    // "on her own, nobody else"
    const comma = tokens[alone.to]?.text === "," ? alone.to + 1 : alone.to;
    const again = matchAt(language.not.alone, tokens, comma);
    const condition: ClaimCondition = { field: "people", operator: "in", value: others, negated: true };
    const span = { from, to: again?.to ?? alone.to };
    return [claimOf("nobody else", "people", span, condition, language.label.alone)];
  });
}

/** Returns where "the person Jordan" or "with the person Jordan" begins. */
function leadingOf(sentence: Sentence, at: number): number {
  const { tokens, language } = sentence;
  if (!language.persons.has(tokens[at - 1]?.word ?? "")) return at;
  return (
    leadOf(sentence, at - 1, language.where.people) ??
    matchBefore(language.definite, tokens, at - 1)?.from ??
    at - 1
  );
}

/** Tells whether a name that is spelled like a word is a person here: "Rose and Ben", "Rose in Lisbon", "Rose 2026". */
function isAmongPeople(sentence: Sentence, name: Name): boolean {
  const { tokens, language } = sentence;
  if (isInCompany(sentence, name)) return true;
  if (!language.traits.capitalsMarkNames || name.from > 0 || !isCapital(tokens[name.from])) return false;
  const isDated = isYear(sentence, name.to) && isAll(sentence, name.from, name.to + 1);
  return isDated || isAll(sentence, name.from, name.to) || isInPlace(sentence, name);
}

/** Recognises the person who took a photo and need not be in it: "photos Tom took of Ada". */
function hasTaken({ tokens, language }: Sentence, { from, to }: { from: number; to: number }): boolean {
  const isSubject = language.photoNouns.has(tokens[from - 1]?.word ?? "");
  return isSubject && language.talk.takings.has(tokens[to]?.word ?? "");
}

function readNamed(sentence: Sentence): Claim[] {
  const { tokens, language } = sentence;
  return [...sentence.names.values()].flatMap((name): Claim[] => {
    const people = name.entries.filter(({ kind }) => kind === "person");
    const [best] = people.toSorted((a, b) => b.photos - a.photos);
    if (!best) return [];
    const lead = leadOf(sentence, name.from, language.where.people);
    const isMentioned = isCapital(tokens[name.from]) && name.from > 0 && language.traits.capitalsMarkNames;
    if (name.isCommon && lead === null && !isMentioned && !isAmongPeople(sentence, name)) return [];
    if (language.titles.has(tokens[name.from - 1]?.word ?? "")) return [];
    if (hasTaken(sentence, name)) return [];
    if (name.isCommon && matchBefore(language.definite, tokens, name.from)) return [];
    if (matchBefore(language.indefinite, tokens, name.from) || isPartOfName(sentence, name)) return [];
    const isPlaceToo = placesOf(name).some(({ photos }) => photos > best.photos);
    const isPlace = leadOf(sentence, name.from, language.where.leads) !== null && placesOf(name).length > 0;
    if (isPlace || (isPlaceToo && lead === null && !isPersonHere(sentence, name))) return [];
    const values = [...new Set(people.map(({ value }) => value))];
    const condition = anyOf("people", values, "contains");
    const rule = lead === null ? "person" : "person behind their lead";
    const span = { from: leadingOf(sentence, lead ?? name.from), to: name.to };
    return [claimOf(rule, "people", span, condition, `${language.label.with} ${best.value}`)];
  });
}
