import { oneRelation, type Relation } from "../../languages/relations.ts";
import { anyOf, type Claim, claimOf } from "./claims.ts";
import {
  ahead,
  as,
  behind,
  boundary,
  holds,
  led,
  maybe,
  numeral,
  ofClass,
  oneOf,
  type Pattern,
  rule,
  said,
  shape,
} from "./matcher.ts";
import { number } from "./numbers.ts";
import type { Sentence } from "./sentence.ts";
import { dateStretch, flatRanges, type Stretch } from "./stretch.ts";
import type { Relative, Whom } from "./types.ts";

interface Meant {
  relations: Relation[];
  /** The word as it was written: "daughter". */
  said: string;
}

const relation = as("relations.kinds", (relations, place): Meant => ({ relations, said: said(place) }));
/** The first word of a message, "me at the beach", which is not a name such as "US". */
const first = holds(({ text, tokens, names }, at) => {
  const word = at === 0 ? (tokens[0]?.text ?? "") : "";
  return word !== "" && text.startsWith(word) && !names.has(at) && word !== word.toUpperCase();
});
const oneself = (place: Parameters<typeof said>[0]): Meant => ({ relations: ["self"], said: said(place) });

/** "my daughter", "our dog"; and "Oma", where nothing goes on behind it */
const oneMeant = oneOf(
  led(["relations.mine"], relation),
  rule("kin alone", [ahead("kin"), { meant: relation }, boundary], ({ meant }) => meant),
  // "with me", but not "show me"
  rule("self", [behind("relations.withSelf"), ofClass("selves"), boundary], (_, place) => oneself(place)),
  // "me at the beach"
  rule("self ahead", [first, ofClass("selves"), boundary], (_, place) => oneself(place)),
);

const withLead = <Value>(one: Pattern<Value>) => oneOf(led(["where.people"], one), one);
const someone = rule("relation", [{ meant: withLead(oneMeant) }], ({ meant }, place) => ({ meant, place }));

/** Reads people and pets by their relation to the asker, and days that follow from their birthdays. */
export function relativesIn(sentence: Sentence): { claims: Claim[]; whom: Whom | null } {
  const { vocabulary } = sentence.context;
  const known = vocabulary.relatives ?? [];
  const claims: Claim[] = [];
  let whom: Whom | null = null;
  for (let at = 0; at < sentence.tokens.length; at++) {
    const found = someone.match(sentence, at);
    if (found) {
      const { meant, place } = found.value;
      const people = known.filter(
        (each) => each.relation !== null && meant.relations.includes(each.relation),
      );
      const names = people.map(({ name }) => name);
      const [first] = names;
      if (first === undefined && !isNamed(sentence, place.to))
        whom ??= { relation: oneRelation(meant.relations), said: meant.said };
      if (first === undefined) continue;
      const condition = anyOf("people", names, "contains");
      const label = `${sentence.language.label.with} ${names.join(", ")}`;
      claims.push(claimOf("person behind their lead", "people", place, condition, label));
    }
    const day = known.length > 0 ? birthdays.match(sentence, at)?.value : null;
    if (day) claims.push(day);
  }
  return { claims, whom };
}

/** Tells whether the sentence itself names the person: "my daughter Mia". */
function isNamed({ names }: Sentence, at: number): boolean {
  return names.get(at)?.entries.some(({ kind }) => kind === "person") ?? false;
}

/** Matches somebody whose birthday is known: by name or by relation. */
const born: Pattern<Relative> = {
  match(sentence, at) {
    const known = sentence.context.vocabulary.relatives ?? [];
    const name = sentence.names.get(at);
    const meant = name ? null : oneMeant.match(sentence, at);
    const people = known.filter((each) =>
      name
        ? name.entries.some(({ kind, value }) => kind === "person" && value === each.name)
        : each.relation !== null && (meant?.value.relations.includes(each.relation) ?? false),
    );
    const [only, ...others] = people.filter(({ birthday }) => birthday !== null);
    const to = name?.to ?? meant?.to;
    return only && others.length === 0 && to !== undefined ? { value: only, to, rule: "" } : null;
  },
};

const possessive = maybe(shape(/^(?:s|'s)$/));
const ordinal = maybe(
  oneOf(
    "ordinals",
    as(numeral(/^(\d\d?)(?:st|nd|rd|th|\.)?$/), ([, digits]) => Number(digits)),
  ),
);
const lead = maybe(oneOf("where.leads", "where.people"));

const birthdays: Pattern<Claim> = oneOf(
  // "Mia's third birthday", "on Ben's birthday"
  rule(
    "birthday",
    [lead, { who: born }, possessive, { count: ordinal }, maybe(shape(/^\.$/)), "relations.birthday"],
    ({ who, count }, place) => claimOfDays(place, who, daysOf(who, count, place.sentence)),
  ),
  // "when Ben was five"
  rule(
    "at an age",
    ["relations.when", { who: born }, "relations.was?", { age: number }, "relations.old?", "relations.was?"],
    (age, place) => claimOfDays(place, age.who, [yearOf(age.who, age.age)]),
  ),
);

interface Place {
  sentence: Sentence;
  from: number;
  to: number;
}

function claimOfDays(place: Place, { name }: Relative, days: (Stretch | null)[]): Claim | null {
  const known = days.filter((day) => day !== null);
  if (known.length === 0) return null;
  const claim = claimOf(
    "person behind their lead",
    "people",
    place,
    { field: "people", operator: "contains", value: name },
    said(place),
  );
  return {
    ...claim,
    conditions: [...claim.conditions, { field: "taken", operator: "within", value: flatRanges(known) }],
  };
}

const partsOf = ({ birthday }: Relative): number[] => (birthday ?? "").split("-").map(Number);

/**
 * Returns the day of one birthday (the first is a year after the birth), or of all birthdays in the years of the
 * library.
 */
function daysOf(who: Relative, count: number | null, { context }: Sentence): (Stretch | null)[] {
  const [year = 0, month = 0, day = 0] = partsOf(who);
  const on = (age: number) => dateStretch(year + age, month, day);
  if (count !== null) return count > 0 ? [on(count)] : [];
  const [first, last] = context.years ?? [0, -1];
  return Array.from({ length: Math.max(0, Math.min(200, last - first + 1)) }, (_, at) =>
    on(first + at - year),
  );
}

/** Returns the year in which somebody had this age. */
function yearOf(who: Relative, age: number): Stretch | null {
  const [year = 0, month = 0, day = 0] = partsOf(who);
  const [start, end] = [dateStretch(year + age, month, day), dateStretch(year + age + 1, month, day)];
  return start && end && age >= 0 && age < 150 ? { start: start.start, end: end.start } : null;
}
