import { expect, test } from "vitest";
import { context, shown } from "#tests/fixtures/reading/context.ts";
import { planOf } from "../read-plan.ts";
import { readQuestion } from "../reading/read-question.ts";
import type { Reading } from "../reading/types.ts";
import type { PlanFilter, SearchPlan } from "../types.ts";
import { broughtBack, continued, encircled } from "./going-on.ts";
import { joined, refined } from "./refine.ts";
import type { Standing } from "./shown.ts";

type Refining = Extract<Reading, { intent: "refine" }>;

const first = (question: string) => planOf(readQuestion(question, context));

function refining(sentence: string): Refining {
  const reading = readQuestion(sentence, shown);
  if (reading.intent !== "refine") throw new Error(`“${sentence}” changes nothing`);
  return reading;
}

/** The plans of a search and of sentences that change it, one after the other. */
function plansOf(question: string, ...sentences: string[]): SearchPlan[] {
  const plans = [first(question)];
  for (const sentence of sentences) {
    const reading = refining(sentence);
    const [before = first(question)] = plans.slice(-1);
    plans.push(refined(before, reading, reading.change));
  }
  return plans;
}

function standingAfter(plans: SearchPlan[]): Standing {
  const turns = plans.map((plan, at) => ({ turnId: `turn ${at}`, plan, resultSetId: `set ${at}` }));
  return { searches: turns, shown: turns.at(-1) ?? null, pending: null, askedAfter: [] };
}

function show({ text, also, either, without, filters }: SearchPlan): string {
  const one = ({ field, value, negated }: PlanFilter) => `${negated ? "!" : ""}${field} ${value}`;
  const clauses = [...Map.groupBy(filters, (filter, at) => filter.either ?? `alone ${at}`).values()];
  return [
    [text, ...also].join(" and "),
    either.length > 0 ? `either ${either.join("|")}` : "",
    without.length > 0 ? `not ${without}` : "",
    ...clauses.map((clause) => clause.map(one).join(" | ")),
  ]
    .filter((part) => part !== "")
    .join("; ");
}

test.each<[string[], string]>([
  [["a dog in Lisbon", "Paris instead"], "a dog; city Paris | city Lisbon"],
  [["with Anna in Paris", "Ben instead"], "city Paris; people Ben | people Anna"],
  [["a dog in Paris", "cats instead"], "a dog or cats"],
])("%j, both", ([question = "", ...sentences], plan) => {
  const [earlier, before] = plansOf(question, ...sentences).slice(-2);
  expect(refining("both").change).toEqual({ how: "both" });
  const both = earlier && before && joined(earlier, before);
  expect(both && show(both)).toContain(plan === "a dog or cats" ? "either cats|a dog" : plan);
});

test("a sentence that only narrows a search has replaced nothing", () => {
  const [earlier, before] = plansOf("a dog", "in Lisbon");
  expect(earlier && before && joined(earlier, before)).toBeNull();
});

test.each<[string[], string, string]>([
  [["food in Lisbon", "drinks instead"], "food again", "food; city Lisbon"],
  [["a dog with Anna", "and Ben", "without Ben"], "bring Ben back", "a dog; people Anna; people Ben"],
  [["in Lisbon", "not at night"], "at night again", "city Lisbon"],
  [["dogs", "without people"], "people again", "dogs"],
])("%j, %s", ([question = "", ...sentences], again, plan) => {
  const plans = plansOf(question, ...sentences);
  const reading = refining(again);
  const { change } = reading;
  const [before = first(question)] = plans.slice(-1);
  if (change.how !== "again") throw new Error(change.how);
  expect(show(broughtBack(standingAfter(plans), before, reading, change.about))).toBe(plan);
});

test("“and the last one” goes on with what the sentence before it did", () => {
  const plan = first("dogs");
  const left = { ...plan, except: ["a photo"] };
  const change = (plans: SearchPlan[]) => continued(refining("and the last one"), standingAfter(plans)).how;
  expect(change([plan])).toBe("pick");
  expect(change([plan, left])).toBe("leaveOut");
  expect(change([plan, left, { ...left, text: "cats" }])).toBe("pick");
});

test("“that too” after an undo takes back one more, and “photos as well” ends the videos", () => {
  const { searches, pending } = standingAfter([first("dogs")]);
  const undone = { turnId: "undo", plan: { ...first("dogs"), undoes: "turn 1" }, resultSetId: "set" };
  expect(continued(refining("that too"), { searches, pending, askedAfter: [], shown: undone })).toEqual({
    ...{ how: "undo", steps: 1 },
  });
  const videos = standingAfter([first("videos from Lisbon")]);
  expect(continued(refining("photos as well"), videos).how).toBe("drop");
});

test("a radius alone makes a circle of the place that is shown", () => {
  const round = encircled(first("a dog in Lisbon"), context.vocabulary);
  const reading = refining("30 km around");
  expect(round && show(refined(round, reading, reading.change))).toBe("a dog; near 38.72,-9.14,30");
  expect(encircled(first("a dog in 2021"), context.vocabulary)).toBeNull();
});
