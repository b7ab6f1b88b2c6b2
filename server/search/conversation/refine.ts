import { languageOf } from "#server/languages/languages.ts";
import { rangesOf } from "../../engines/index/conditions.ts";
import { heldOf } from "../filters.ts";
import { limitOf } from "../read-plan.ts";
import type { Change, Subject, Wanted } from "../reading/types.ts";
import { mostPhotos, type PlanFilter, type SearchPlan } from "../types.ts";
import { areContrary, factOf } from "./contrary.ts";
import { dropped, subjectOf } from "./drop.ts";
import { withoutThings } from "./things.ts";

/** The fields of a plan that asks no question and takes nothing back. */
const noQuestion = { act: null, ask: null, by: null, changed: null, undoes: null } as const;
const narrowing: Change = { how: "narrow", about: [] };

/** Changes the plan of the shown search as a sentence says: narrows or widens it, or replaces or drops a part. */
export function refined(before: SearchPlan, reading: Wanted, change: Change = narrowing): SearchPlan {
  const kept: SearchPlan = {
    ...before,
    intent: "refine",
    language: reading.language,
    ...noQuestion,
  };
  if (change.how === "drop") return dropped(kept, change.about, change.named);
  if (change.how === "restore") return restored(kept, reading);
  if (change.how === "reach") return reaching(kept, change.km);
  const asked = ordered(kept, reading);
  if (change.how === "replace" || change.how === "shift") return replaced(asked, reading, change.about);
  if (change.how === "widen") return widened(asked, reading, change.about);
  if (change.how !== "add") return narrowed(withoutContrary(asked, reading), reading);
  // "and with the Pixel" after the Canon: no photo is of both.
  const [other, ...more] = reading.filters;
  const isOther =
    other !== undefined &&
    reading.text === "" &&
    more.length === 0 &&
    asked.filters.some((one) => !one.negated && !other.negated && areContrary(one, other));
  return isOther ? widened(asked, reading, change.about) : narrowed(asked, reading);
}

/** Allows these again: it removes the filter, or the unwanted thing, that keeps them out. */
function restored(before: SearchPlan, { filters, text }: Wanted): SearchPlan {
  const isDenied = (one: PlanFilter) =>
    one.negated &&
    filters.some(
      ({ field, value }) => field === one.field && JSON.stringify(value) === JSON.stringify(one.value),
    );
  const said = text.toLowerCase();
  const isEmpty = said === "" && filters.length === 0;
  const without = before.without.filter((thing) => !isEmpty && !said.includes(thing.toLowerCase()));
  return { ...before, filters: before.filters.filter((one) => !isDenied(one)), without };
}

/** Changes order and number if the sentence says so. */
function ordered(before: SearchPlan, reading: Wanted): SearchPlan {
  return {
    ...before,
    sort: sortOf(before.sort, reading.sort),
    limit: limitOf(reading) ?? moreThan(before, reading),
    perDay: before.perDay || reading.perDay,
  };
}

/** Gives the circles another radius. Circles that are off change, and are on again, only if no other circle is on. */
function reaching(plan: SearchPlan, km: number): SearchPlan {
  const isHeld = heldOf(plan).some(({ field }) => field === "near");
  return { ...plan, filters: plan.filters.map((each) => (each.off && isHeld ? each : widerBy(each, km))) };
}

/** Gives a circle another radius; returns every other filter as it is. */
function widerBy(filter: PlanFilter, km: number): PlanFilter {
  const { off: _, ...kept } = filter;
  const { field, value, words, label } = kept;
  if (field !== "near" || !Array.isArray(value)) return filter;
  const reach = `${Math.round(km * 10) / 10} km`;
  return {
    ...kept,
    value: [...value.slice(0, 2), km],
    words: `${words}, ${reach}`,
    label: `${reach} ${label.replace(/^[\d.,]+ km /, "")}`,
  };
}

function sortOf(before: SearchPlan["sort"], asked: Wanted["sort"]): SearchPlan["sort"] {
  if (asked === "reversed") return before === "oldest" ? "newest" : "oldest";
  return asked === "relevance" ? before : asked;
}

/** Raises the limit for "10 more"; a plan without a limit shows all photos already. */
function moreThan({ limit }: SearchPlan, { more }: Wanted): number | null {
  return limit === null || more === null ? limit : Math.min(limit + more, mostPhotos);
}

/** Drops filters that exclude the new ones: "only 2022" after 2019, "in Porto" after "in Lisbon". */
function withoutContrary(before: SearchPlan, { filters }: Wanted): SearchPlan {
  const asked = clauses(filters);
  const isContrary = (one: PlanFilter) =>
    asked.some((clause) => clause.every((other) => areContrary(one, other)));
  const left = clauses(before.filters).filter((clause) => !clause.every(isContrary));
  return { ...before, filters: left.flat() };
}

function narrowed(before: SearchPlan, reading: Wanted): SearchPlan {
  // "and 2022" after 2019 adds an alternative, because no photo is from both years.
  const other = reading.filters.length === 1 ? otherTimes(before.filters, reading.filters[0]) : null;
  const filters = other ??
    onlyThese(before.filters, reading) ?? [...before.filters, ...apart(reading.filters, before.filters)];
  const without = [...new Set([...before.without, ...reading.without])];
  const narrower = { ...(withoutThings(before, reading.without) ?? before), filters, without };
  if (reading.text === "") return narrower;
  if (narrower.text === "") return { ...narrower, text: reading.text, either: reading.either };
  return { ...narrower, also: [...narrower.also, reading.text] };
}

/** Keeps only the people that are named: "only Oskar" after Tom and Oskar. Null if others are named, or nobody. */
function onlyThese(before: PlanFilter[], { filters, text }: Wanted): PlanFilter[] | null {
  const isPerson = ({ field, negated, either }: PlanFilter) =>
    field === "people" && !negated && either === null;
  const isSame = (one: PlanFilter) => (other: PlanFilter) =>
    isPerson(other) && JSON.stringify(other.value) === JSON.stringify(one.value);
  // "only those with Oskar" does not exclude Tom.
  const isBare = ({ words, value }: PlanFilter) => words.split(" ").length <= String(value).split(" ").length;
  const areThere = filters.every((one) => isPerson(one) && isBare(one) && before.some(isSame(one)));
  if (text !== "" || filters.length === 0 || !areThere) return null;
  return before.filter((one) => !isPerson(one) || filters.some(isSame(one)));
}

function replaced(before: SearchPlan, reading: Wanted, about: Subject[]): SearchPlan {
  // "35 mm instead" changes the lens and keeps the camera; "evenings instead" keeps the spring.
  const isSame = (filter: PlanFilter) =>
    subjectOf(filter) !== "where" && reading.filters.some(({ field }) => field === filter.field);
  const hasSame = new Set(before.filters.filter(isSame).map(subjectOf));
  const goes = (filter: PlanFilter) =>
    about.includes(subjectOf(filter)) && (isSame(filter) || !hasSame.has(subjectOf(filter)));
  // "no, photos" after the videos says nothing else.
  const isNothing = reading.filters.length === 0 && reading.text === "";
  const left = before.filters.filter(
    (filter) => !goes(filter) && !(isNothing && about.length === 0 && filter.field === "kind"),
  );
  const next = { ...before, among: [], filters: [...left, ...apart(reading.filters, left)] };
  if (!about.includes("text")) return next;
  const { text, either, without } = reading;
  return {
    ...next,
    text,
    either,
    also: [],
    without: [...new Set([...before.without, ...without])],
    like: [],
  };
}

/** Makes a time an alternative to the times that exclude it; null if there are none. */
function otherTimes(filters: PlanFilter[], time: PlanFilter | undefined): PlanFilter[] | null {
  if (time?.field !== "taken" || time.negated) return null;
  const isOther = (clause: PlanFilter[]) => clause.every((filter) => isApart(filter, time));
  const groups = clauses(filters);
  if (!groups.some(isOther)) return null;
  const kept = groups.filter((clause) => !isOther(clause)).flat();
  const widened = groups.filter(isOther).map((clause) => [...clause, time]);
  return [...kept, ...numbered(widened, kept)];
}

function isApart(one: PlanFilter, other: PlanFilter): boolean {
  return one.field === "taken" && one.operator === "within" && !one.negated && areStretchesApart(one, other);
}

function areStretchesApart(one: PlanFilter, other: PlanFilter): boolean {
  const [a, b] = [rangesOf(one.value), rangesOf(other.value)];
  return a.every(([from, to]) => b.every(([start, end]) => to <= start || end <= from));
}

/** Adds alternatives: "also in Porto". (A and B) or C is written as (A or C) and (B or C). */
function widened(
  before: SearchPlan,
  reading: Pick<Wanted, "language" | "text" | "either" | "filters">,
  about: Subject[],
): SearchPlan {
  const [time, ...more] = reading.filters;
  const times = more.length === 0 ? otherTimes(before.filters, time) : null;
  if (times && reading.text === "") return { ...before, among: [], filters: times };
  const ofSubject = before.filters.filter((filter) => about.includes(subjectOf(filter)));
  // "summer too" after "spring 2019" leaves the year.
  const addedKinds = new Set(reading.filters.map(factOf));
  const ofKind = ofSubject.filter((filter) => addedKinds.has(factOf(filter)));
  const concerned = ofKind.length > 0 ? ofKind : ofSubject;
  const others = before.filters.filter((filter) => !concerned.includes(filter));
  const added = clauses(reading.filters);
  const alternatives = clauses(concerned).flatMap((clause) => added.map((each) => [...clause, ...each]));
  // If nothing restricts the subject, it cannot be widened; the filter is then one more restriction.
  const filters = concerned.length === 0 ? reading.filters : numbered(alternatives, others);
  const wider = { ...before, among: [], filters: [...others, ...apart(filters, others)] };
  if (!about.includes("text") || reading.text === "") return wider;
  if (before.text === "") return { ...wider, text: reading.text, either: reading.either };
  const or = languageOf(reading.language).label.or;
  const textsOf = ({ text, either }: { text: string; either: string[] }) =>
    either.length > 0 ? either : [text];
  return {
    ...wider,
    text: `${before.text} ${or} ${reading.text}`,
    either: [...new Set([...textsOf(before), ...textsOf(reading)])],
  };
}

/**
 * Joins a search with the one that it has replaced: "both" after Kyoto and "Vienna instead". Null if it replaced none.
 */
export function joined(earlier: SearchPlan, before: SearchPlan): SearchPlan | null {
  const notIn = (others: PlanFilter[]) => (one: PlanFilter) =>
    !others.some(
      ({ field, value }) => field === one.field && JSON.stringify(value) === JSON.stringify(one.value),
    );
  const came = before.filters.filter(notIn(earlier.filters)).map(subjectOf);
  const gone = earlier.filters.filter(notIn(before.filters)).filter((one) => came.includes(subjectOf(one)));
  const isOtherThing = before.text !== earlier.text && before.text !== "" && earlier.text !== "";
  if (gone.length === 0 && !isOtherThing) return null;
  const about = [...new Set(gone.map(subjectOf))];
  const text = isOtherThing ? earlier.text : "";
  const { language, either } = earlier;
  const kept: SearchPlan = { ...before, intent: "refine", ...noQuestion };
  return widened(kept, { language, text, either, filters: gone }, text === "" ? about : [...about, "text"]);
}

/** Groups filters into clauses: of each clause, one filter must hold. */
function clauses(filters: PlanFilter[]): PlanFilter[][] {
  return [...Map.groupBy(filters, ({ either }, at) => either ?? `alone ${at}`).values()];
}

function numbered(groups: PlanFilter[][], beside: PlanFilter[]): PlanFilter[] {
  const next = firstFree(beside);
  return groups.flatMap((group, at) => {
    const words = [...new Set(group.map((filter) => filter.words))].join(" / ");
    const label = [...new Set(group.map((filter) => filter.label))].join(" / ");
    return group.map((filter) => ({ ...filter, either: group.length > 1 ? next + at : null, words, label }));
  });
}

/** Renumbers the alternatives of a sentence, so that they stay apart from those already in the plan. */
function apart(filters: PlanFilter[], beside: PlanFilter[]): PlanFilter[] {
  const next = firstFree(beside);
  return filters.map((filter) =>
    filter.either === null ? filter : { ...filter, either: filter.either + next },
  );
}

function firstFree(filters: PlanFilter[]): number {
  return Math.max(-1, ...filters.map(({ either }) => either ?? -1)) + 1;
}
