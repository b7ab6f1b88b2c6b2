import { boundedBy } from "./bounds.ts";
import { type Claim, type ClaimCondition, claimOf } from "./claims.ts";
import { as, led, numeral, oneOf, type Pattern, rule } from "./matcher.ts";
import { number } from "./numbers.ts";
import type { Sentence } from "./sentence.ts";

/** Seconds from which an exposure is long. */
const longSeconds = 1;
/** How far apart equal values may be, as a share: cameras round 1/250 s and f/1.8. */
const near = 0.05;

interface Value {
  value: number;
  label: string;
}

const stop = (form: RegExp) =>
  as(numeral(form), ([, digits = ""]): Value => ({ value: Number(digits), label: `f/${digits}` }));
/** "f/1.8", "at f2.8", "aperture 2.8"; but "F1" is a race, and F16 an aeroplane. */
const aperture = oneOf(
  led(["gear.aperture"], stop(/^f[/:]?(\d{1,3}(?:\.\d{1,2})?)$/)),
  led(
    ["gear.aperture"],
    as(number, (value): Value => ({ value, label: `f/${value}` })),
  ),
  stop(/^(?=.*[/:.])f[/:]?(\d{1,3}(?:\.\d{1,2})?)$/),
);

const fractionOf = (form: RegExp) =>
  as(numeral(form), ([, digits]): Value => ({ value: 1 / Number(digits), label: `1/${digits} s` }));
const fraction = fractionOf(/^1\/(\d{1,5})(?:s|sec)?$/);
const seconds = as(number, (value): Value => ({ value, label: `${value} s` }));
/** "1/250 s", "shutter speed 1/250", "exposure of 30 seconds" */
const exposure = oneOf(
  led(
    ["gear.exposure"],
    rule("named time", [{ time: oneOf(fraction, seconds) }, "gear.seconds?"], ({ time }) => time),
  ),
  rule("fraction", [{ time: fraction }, "gear.seconds"], ({ time }) => time),
  fractionOf(/^1\/(\d{1,5})(?:s|sec)$/),
);

const leads = oneOf("where.leads", "where.people", "gear.takenWith");

/** Makes the rule of a setting, with the words before it that belong to it. */
function setting(field: "aperture" | "exposure", value: Pattern<Value>): Pattern<Claim> {
  const bounded = boundedBy(value);
  const said = oneOf(led([leads, "definite?"], bounded), bounded);
  return rule(field, [{ said }], ({ said: { bound, value: of } }, { sentence, from, to }) => {
    const [least, most] = field === "aperture" ? [0.5, 128] : [Number.MIN_VALUE, Number.MAX_VALUE];
    if (of.value < least || of.value > most) return null;
    const condition: ClaimCondition = bound
      ? { field, operator: bound.operator, value: of.value }
      : { field, operator: "within", value: [of.value * (1 - near), of.value * (1 + near)] };
    const label = bound ? `${sentence.language.label[bound.name]} ${of.label}` : of.label;
    return claimOf(field, "camera", { from, to }, condition, label);
  });
}

/** "long exposures" */
const longExposure = rule("long exposure", ["gear.longExposure"], (_, span) => {
  const condition: ClaimCondition = { field: "exposure", operator: ">=", value: longSeconds };
  return claimOf("long exposure", "camera", span, condition, `≥ ${longSeconds} s`);
});

const settings = [setting("aperture", aperture), setting("exposure", exposure), longExposure];

/** Reads apertures and times of exposure. */
export function readApertureAndExposure(sentence: Sentence): Claim[] {
  return sentence.tokens.flatMap((_, at) =>
    settings.flatMap((each) => each.match(sentence, at)?.value ?? []),
  );
}
