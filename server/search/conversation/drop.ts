import type { Named, Subject } from "../reading/types.ts";
import type { PlanFilter, SearchPlan } from "../types.ts";
import { withoutThings } from "./things.ts";

/** Removes what is named ("drop Italy"), or else what the plan says about these subjects. */
export function dropped(before: SearchPlan, about: Subject[], named?: Named): SearchPlan {
  const left = named && withoutNamed(before, named);
  if (left) return left;
  const filters = before.filters.flatMap((filter) => leftOf(filter, aboutIn(before, about)));
  const plan = { ...before, filters, among: [] };
  if (about.includes("limit")) return { ...plan, limit: null, perDay: false };
  if (about.includes("people") && filters.length === before.filters.length) return { ...plan, without: [] };
  return about.includes("text") ? { ...plan, text: "", either: [], also: [], without: [] } : plan;
}

/** Removes the filters and things that are named; null if the plan has none of them. */
function withoutNamed(before: SearchPlan, { filters, text }: Named): SearchPlan | null {
  const seen = text === "" ? null : withoutThings(before, [text]);
  const left = before.filters.flatMap((one): PlanFilter[] => {
    if (isNamed(one)) return [];
    if (!Array.isArray(one.value) || one.operator === "within") return [one];
    const gone = filters.filter(({ field }) => field === one.field).flatMap(({ value }) => value);
    const kept = one.value.filter((value) => !gone.includes(value));
    if (kept.length === one.value.length) return [one];
    return kept.length === 0 ? [] : [{ ...one, value: kept, label: kept.join(" / ") }];
  });
  if (!seen && JSON.stringify(left) === JSON.stringify(before.filters)) return null;
  return { ...before, ...seen, among: [], filters: withoutLoneChoices(before.filters, left) };

  function isNamed({ field, value }: PlanFilter): boolean {
    return filters.some(
      (other) => other.field === field && JSON.stringify(other.value) === JSON.stringify(value),
    );
  }
}

/** Makes conditions of alternatives of which only one is left, with its own label. */
function withoutLoneChoices(before: PlanFilter[], left: PlanFilter[]): PlanFilter[] {
  return left.map((one) => {
    if (one.either === null || left.filter(({ either }) => either === one.either).length > 1) return one;
    const group = before.filter(({ either }) => either === one.either);
    const labels = one.label.split(" / ");
    const own = labels.length === group.length ? labels[group.indexOf(one)] : undefined;
    return { ...one, either: null, label: own ?? one.label };
  });
}

/** Says whether the plan has anything that would be dropped. */
export function concerns(plan: SearchPlan, about: Subject[], named?: Named): boolean {
  if (named && withoutNamed(plan, named)) return true;
  // A thing that the photos need not show cannot be taken away.
  if (named && named.text !== "" && plan.also.length > 0) return false;
  // All photos can always be shown, so dropping the limit always makes sense.
  if (about.includes("limit")) return true;
  const says = plan.text !== "" || plan.also.length + plan.without.length > 0;
  return (
    plan.filters.some((filter) => isAbout(filter, aboutIn(plan, about))) || (says && about.includes("text"))
  );
}

/** Widens "any year" to any time if the plan says no year, only an hour. */
function aboutIn({ filters }: SearchPlan, about: Subject[]): Subject[] {
  const isSaid = filters.some((filter) => isAbout(filter, about));
  return isSaid
    ? about
    : about.map((subject) => (subject === "year" || subject === "hour" ? "when" : subject));
}

function isAbout(filter: PlanFilter, about: Subject[]): boolean {
  return about.includes(subjectOf(filter)) || about.some((part) => fieldsOf[part]?.includes(filter.field));
}

/** The fields of subjects that are part of a larger subject. */
const fieldsOf: Partial<Record<Subject, PlanFilter["field"][]>> = {
  hour: ["hour"],
  year: ["taken", "year"],
  lens: ["lens", "focalLength"],
  iso: ["iso"],
  flash: ["flash"],
};

/** Returns what is left of a filter: without its year, "May 2023" is still May. */
function leftOf(filter: PlanFilter, about: Subject[]): PlanFilter[] {
  if (!isAbout(filter, about)) return [filter];
  const months = about.includes("year") && !about.includes("when") ? monthsOf(filter) : [];
  if (months.length === 0) return [];
  const label = filter.label.replace(/\s*\b\d{4}\b/, "");
  return [{ ...filter, field: "month", operator: "in", value: months, label }];
}

/** Lists the months of a time shorter than a year; none if it is longer, or not made of whole months. */
function monthsOf({ value, operator }: PlanFilter): number[] {
  if (operator !== "within" || !Array.isArray(value) || value.length !== 2) return [];
  const [start, end] = value.map((time) => new Date(Number(time)));
  if (!start || !end || [start, end].some((date) => date.getUTCDate() !== 1 || date.getUTCHours() !== 0))
    return [];
  const count =
    (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
  return count < 12
    ? Array.from({ length: count }, (_, ahead) => ((start.getUTCMonth() + ahead) % 12) + 1)
    : [];
}

const subjects: Record<PlanFilter["field"], Subject> = {
  ...{
    taken: "when",
    takenSpan: "when",
    year: "when",
    month: "when",
    day: "when",
    weekday: "when",
    hour: "when",
    season: "when",
  },
  ...{
    latitude: "where",
    longitude: "where",
    near: "where",
    city: "where",
    region: "where",
    country: "where",
  },
  ...{ countryCode: "where", places: "where" },
  ...{
    make: "camera",
    model: "camera",
    lens: "camera",
    focalLength: "camera",
    aperture: "camera",
    exposure: "camera",
    iso: "camera",
    flash: "camera",
  },
  ...{ type: "type", extension: "type", fileName: "type", width: "type", height: "type", megapixels: "type" },
  ...{ orientation: "type", screenshot: "type", motion: "type", kind: "type", duration: "type" },
  ...{
    rating: "rating",
    favourite: "rating",
    keywords: "keyword",
    album: "keyword",
    people: "people",
    described: "text",
  },
};

export function subjectOf({ field }: PlanFilter): Subject {
  return subjects[field];
}
