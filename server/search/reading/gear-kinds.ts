import type { GearKind } from "../../languages/meanings.ts";
import type { Phrases } from "../../languages/phrases.ts";
import { type Claim, type ClaimCondition, claimOf } from "./claims.ts";
import { phoneMakes } from "./kinds-of-gear.ts";
import { ahead, as, boundary, holds, led, maybe, oneOf, type Pattern, rule, said } from "./matcher.ts";
import { isBoundary, type Sentence } from "./sentence.ts";
import { classBefore } from "./tagging.ts";

const article = maybe(oneOf("definite", "indefinite"));
const other = rule("kind of camera", [{ kind: "gear.kinds" }], ({ kind }, place) => {
  return { kind: kind, label: said(place) };
});
const noun = oneOf(
  as("gear.phone", (_, { sentence }) => ({
    kind: "phone" as GearKind,
    label: sentence.language.label.phone,
  })),
  other,
);
/** Some languages have leads that end in an article: "mit der". */
const owned = holds((sentence, at) => {
  const begin = classBefore(sentence, "gear.aged", at)?.from ?? at;
  return classBefore(sentence, "definite", begin) !== null;
});
const startsHere = holds((sentence, at) => isBoundary(sentence, at - 1));

/** "a photo with a phone" shows a phone; "with my phone" says which camera took it. A man "with a drone" flies one. */
const kindSaid = oneOf(
  // "taken with a drone"
  led(["gear.strongly", article, "gear.aged?"], noun),
  // "with my phone", "from the drone"
  led(["gear.takenWith", "definite?", "gear.aged?", owned], noun),
  // "by drone"
  rule("by kind", ["gear.by", { kind: other }, boundary], ({ kind }) => kind),
  // "phone pictures", "drone shots"
  rule(
    "kind of photos",
    [startsHere, { kind: noun }, oneOf(ahead("photoNouns"), ahead("gear.videos"))],
    ({ kind }) => kind,
  ),
  // "the scans", "film photos"
  led(
    [startsHere, "definite?"],
    as("gear.scans", (_, place) => ({ kind: "scanner" as GearKind, label: said(place) })),
  ),
);

const kinds: Pattern<Claim> = rule(
  "camera of a kind",
  [{ of: kindSaid }],
  ({ of: { kind, label } }, place) => {
    const conditions = conditionsOf(place.sentence, kind);
    const [first, ...more] = conditions;
    if (!first) return null;
    const claim = claimOf("kind of camera", "camera", place, first, label);
    return { ...claim, conditions, either: more.length > 0 };
  },
);

/** Reads phones, drones, action cameras and scanners. */
export function readGearKinds(sentence: Sentence): Claim[] {
  return sentence.tokens.flatMap((_, at) => kinds.match(sentence, at)?.value ?? []);
}

/**
 * Returns the conditions by which photos of a kind are found: their cameras, and keywords that name the kind. Empty if
 * the library has neither.
 */
function conditionsOf({ language, context: { vocabulary } }: Sentence, kind: GearKind): ClaimCondition[] {
  // All makers of phones count, even if this library has no photo of a phone.
  if (kind === "phone") return [{ field: "make", operator: "in", value: phoneMakes }];
  const models = vocabulary.camerasOf?.(kind) ?? [];
  const phrases: [Phrases<unknown>, (meaning: unknown) => boolean][] = [
    [language.gear.kinds, (meaning) => meaning === kind],
    [language.gear.scans, () => kind === "scanner"],
  ];
  const keywords = phrases.flatMap(([table, isMeant]) =>
    [...table.values()]
      .flat()
      .filter(({ meaning }) => isMeant(meaning))
      .flatMap(({ words }) => vocabulary.find(words.join(" ")))
      .flatMap((entry) => (entry.kind === "keyword" ? [entry.value] : [])),
  );
  const conditions: ClaimCondition[] = [];
  if (models.length > 0) conditions.push({ field: "model", operator: "in", value: models });
  if (keywords.length > 0)
    conditions.push({ field: "keywords", operator: "in", value: [...new Set(keywords)] });
  return conditions;
}
