import { boundedBy } from "./bounds.ts";
import { type Claim, type ClaimCondition, claimOf } from "./claims.ts";
import { number } from "./numbers.ts";
import { isAll, type Sentence } from "./sentence.ts";

const bounded = boundedBy(number);
/** The sensible numbers for each; any other number counts photos. */
const sensible = { iso: [50, 1_000_000], focalLength: [1, 3_000], rating: [0, 5] } as const;

/** Reads "under 800", "4 or more" and "make that 6400": a number that the shown search was last narrowed by. */
export function readBareBound(sentence: Sentence): Claim[] {
  const { context, language, isReplacement } = sentence;
  const found = context.measured && context.hasShown ? bounded.match(sentence, 0) : null;
  if (!found || !context.measured || !isAll(sentence, 0, found.to)) return [];
  const { measured } = context;
  const { bound, value } = found.value;
  const [least, most] = sensible[measured];
  if (value < least || value > most || (!bound && !isReplacement)) return [];
  const condition: ClaimCondition = { field: measured, operator: bound?.operator ?? "=", value };
  const span = { from: 0, to: found.to };
  const said = bound ? `${language.label[bound.name]} ` : "";
  if (measured === "iso") return [claimOf("ISO", "camera", span, condition, `ISO ${said}${value}`)];
  if (measured === "rating")
    return [claimOf("stars", "rating", span, condition, `${said}${language.label.stars(value)}`)];
  // Half a millimetre more or less counts as equal.
  const near: ClaimCondition = { field: measured, operator: "within", value: [value - 0.5, value + 0.5] };
  return [claimOf("focal length", "camera", span, bound ? condition : near, `${said}${value} mm`)];
}
