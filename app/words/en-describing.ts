import type { DescriberFigures, DescribingStatus } from "#server/library/describing.ts";
import { count, photos } from "./counts.ts";

const numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const hostOf = (address: string) => address.replace(/^https?:\/\//, "");

/** Returns "two at once", or "one at a time". */
const atOnceWords = (n: number) => (n === 1 ? "one at a time" : `${numbers[n] ?? count(n)} at once`);

/** Returns "12 photos a minute", or "a photo in about 4 minutes" where it is slow. */
function rateWords(perMinute: number): string {
  if (perMinute >= 1.5) return `${count(Math.round(perMinute))} photos a minute`;
  const minutes = Math.round(1 / perMinute);
  return minutes <= 1 ? "a photo a minute" : `a photo in about ${count(minutes)} minutes`;
}

const five = 5 * 60_000;
const day = 24 * 60 * 60_000;

const clockOf = (at: number, timeZone: string) =>
  new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(at);
const dateOf = (at: number, timeZone: string) => new Intl.DateTimeFormat("sv-SE", { timeZone }).format(at);

/** Says when it will be done, no more exactly than is known: "at about 18:40", "in about 3 days". */
function doneWords(doneAt: string, now: number, timeZone: string): string {
  const done = Math.ceil(Date.parse(doneAt) / five) * five;
  if (done - now > 1.5 * day) return `Done in about ${count(Math.round((done - now) / day))} days.`;
  const isToday = dateOf(done, timeZone) === dateOf(now, timeZone);
  return `Done ${isToday ? "" : "tomorrow "}at about ${clockOf(done, timeZone)}.`;
}

const waitWords = (n: number) =>
  n === 0 ? "" : `${photos(n)} ${n === 1 ? "waits" : "wait"} to be described.`;

/** All strings about when and how fast photos are described, in English. */
export const describingWords = {
  title: "Describing",
  intro:
    "When models look at photos. New photos get their picture and facts at once in any case, questions are always answered, and a photo that you ask with is described even in a pause.",

  /** Says what describing does now; empty if there is nothing to say. */
  says(status: DescribingStatus, now: number, timeZone: string): string {
    const { state, changesAt, waiting, servers, perMinute, doneAt } = status;
    if (state === "paused") return `Paused. ${waitWords(waiting)}`.trim();
    if (state === "waits") {
      const opens = changesAt ? clockOf(Date.parse(changesAt), timeZone) : "";
      return `Waits until ${opens}. ${waitWords(waiting)}`.trim();
    }
    if (perMinute === null || waiting === 0) return waitWords(waiting);
    const atOnce = servers.reduce((sum, server) => sum + server.atOnce, 0);
    const done = doneAt ? ` ${doneWords(doneAt, now, timeZone)}` : "";
    return `Describing ${rateWords(perMinute)}, ${atOnceWords(atOnce)}.${done}`;
  },

  server: ({ address, atOnce, perMinute }: DescriberFigures) =>
    `${hostOf(address)}: ${perMinute === null ? "" : `${rateWords(perMinute)}, `}${atOnceWords(atOnce)}`,

  onlyBetween: (from: string, to: string) => `Only between ${from} and ${to}.`,
  anyHour: "At any hour.",
  pause: "Pause",
  goOn: "Go on",
  tonight: "Describe tonight",
  now: "Describe at any hour",
  hours: "Only at these hours",
  from: "From",
  to: "To",
  save: "Save",
};
