import { matchAt } from "../phrases.ts";
import type { Sentence } from "../sentence.ts";
import type { Moment } from "./moment.ts";

/** The hour of the day, and the minutes if they were said. */
export interface ClockTime {
  hour: number;
  to: number;
}

/** Reads "5 pm", "17:30", "17 Uhr", "6 o'clock". */
export function clockTimeAt({ tokens, language }: Sentence, at: number): ClockTime | null {
  const { am, pm, hour: oClock } = language.when.clock;
  const written = /^(\d\d?)(?:[:.](\d\d))?(am|pm)?$/.exec(tokens[at]?.word ?? "");
  if (!written) return null;
  const hour = Number(written[1]);
  const [morning, evening] = [matchAt(am, tokens, at + 1), matchAt(pm, tokens, at + 1)];
  // "at night" belongs to morning and evening, so it means near midnight.
  const isNight = morning !== null && evening !== null;
  const isLate = isNight ? hour > 5 && hour < 12 : evening !== null;
  const half = written[3] ?? (isLate ? "pm" : morning ? "am" : "");
  const named = matchAt(oClock, tokens, at + 1);
  const isTime = half !== "" || named !== null || (tokens[at]?.text.includes(":") ?? false);
  if (!isTime || hour > 24 || Number(written[2] ?? 0) > 59 || (half !== "" && (hour < 1 || hour > 12)))
    return null;
  const to = morning?.to ?? evening?.to ?? named?.to ?? at + 1;
  return { hour: half === "" ? hour % 24 : (hour % 12) + (half === "pm" ? 12 : 0), to };
}

/** Makes the moment from one hour to another, which may pass midnight. */
export function hoursMoment(from: number, until: number, to: number, label: string): Moment {
  const value = from < until ? [from, until] : [0, until, from, 24].slice(until === 0 ? 2 : 0);
  return { to, condition: { field: "hour", operator: "within", value }, label, stretch: null, mood: "sure" };
}
