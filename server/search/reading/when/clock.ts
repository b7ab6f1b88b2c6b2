import { ahead, as, led, maybe, numeral, oneOf, rule } from "../matcher.ts";
import type { Moment } from "./moment.ts";

const half = oneOf(
  // "3 at night" is in the morning and "11 at night" in the evening, so the hour decides.
  rule("at night", [ahead("when.clock.pm"), "when.clock.am"], () => "night"),
  as("when.clock.am", () => "am"),
  as("when.clock.pm", () => "pm"),
  as("when.clock.hour", () => "o'clock"),
);

/** "5 pm", "17:30", "17 Uhr", "6 o'clock", as its hour. */
const clockTime = rule(
  "time of day",
  [{ said: numeral(/^(\d\d?)(?:([:.])(\d\d)|(h)(\d\d)?)?(am|pm)?$/), half: maybe(half) }],
  ({ said: [, digits, point, past, unit, pastUnit, joined], half }, { sentence }) => {
    // "17h30", where the language writes hours so.
    if (unit !== undefined && !sentence.language.when.clock.hour.has(unit)) return null;
    const [colon, minutes] = [unit === undefined ? point : ":", past ?? pastUnit ?? "0"];
    const hour = Number(digits);
    const atNight = hour > 5 && hour < 12 ? "pm" : "am";
    const part = joined ?? (half === "night" ? atNight : half);
    const isHalf = part === "am" || part === "pm";
    if (part === null && colon !== ":") return null;
    if (hour > 24 || Number(minutes) > 59 || (isHalf && (hour < 1 || hour > 12))) return null;
    return isHalf ? (hour % 12) + (part === "pm" ? 12 : 0) : hour % 24;
  },
);

/** A time of day, or "noon" and "midnight" between or behind words such as "before". */
export const hour = oneOf(
  clockTime,
  as("when.parts", (part) => (part === "noon" ? 12 : part === "midnight" ? 0 : null)),
);

/** "at 5 pm" and "um 17 Uhr" mean that hour. */
export const clockHour = rule("clock", [{ hour: led(["when.clock.lead?"], clockTime) }], ({ hour }) =>
  hoursMoment(hour, (hour + 1) % 24, `${hour}:00`),
);

/** Makes the moment from one hour to another, which may pass midnight. */
export function hoursMoment(from: number, until: number, label: string): Moment {
  const value = from < until ? [from, until] : [0, until, from, 24].slice(until === 0 ? 2 : 0);
  return { condition: { field: "hour", operator: "within", value }, label, stretch: null, mood: "sure" };
}
