import type { Claim } from "./claims.ts";
import { matchBefore } from "./phrases.ts";
import { isCapital, type Sentence } from "./sentence.ts";
import { isPartOfName, leadOf, placesOf } from "./where.ts";

/** People, by the names that the library has. */
export function readWho(sentence: Sentence): Claim[] {
  const { tokens, language } = sentence;
  return [...sentence.names.values()].flatMap((name): Claim[] => {
    const people = name.entries.filter(({ kind }) => kind === "person");
    const [best] = people.toSorted((a, b) => b.photos - a.photos);
    if (!best) return [];
    const lead = leadOf(sentence, name.from, language.where.people);
    const isMentioned = isCapital(tokens[name.from]) && name.from > 0 && language.code === "en";
    if (name.isCommon && lead === null && !isMentioned) return [];
    if (language.titles.has(tokens[name.from - 1]?.word ?? "")) return [];
    if (name.isCommon && matchBefore(language.definite, tokens, name.from)) return [];
    if (matchBefore(language.indefinite, tokens, name.from) || isPartOfName(sentence, name)) return [];
    const isPlaceToo = placesOf(name).some(({ photos }) => photos > best.photos);
    const isPlace = leadOf(sentence, name.from, language.where.leads) !== null && placesOf(name).length > 0;
    if (isPlace || (isPlaceToo && lead === null)) return [];
    const values = [...new Set(people.map(({ value }) => value))];
    return [
      {
        from: lead ?? name.from,
        to: name.to,
        subject: "people",
        conditions: [
          values.length > 1
            ? { field: "people", operator: "in", value: values }
            : { field: "people", operator: "contains", value: best.value },
        ],
        label: `${language.label.with} ${best.value}`,
        strength: lead === null ? 4 : 6,
      },
    ];
  });
}
