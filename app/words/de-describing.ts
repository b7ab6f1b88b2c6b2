import { count, photos } from "./de-counts.ts";
import type { describingWords } from "./en-describing.ts";
import type { Said } from "./language.ts";

const numbers = ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"];
const hostOf = (address: string) => address.replace(/^https?:\/\//, "");

const atOnceWords = (n: number) => (n === 1 ? "eins nach dem anderen" : `${numbers[n] ?? count(n)} zugleich`);

function rateWords(perMinute: number): string {
  if (perMinute >= 1.5) return `${count(Math.round(perMinute))} Fotos in der Minute`;
  const minutes = Math.round(1 / perMinute);
  return minutes <= 1 ? "ein Foto in der Minute" : `ein Foto in etwa ${count(minutes)} Minuten`;
}

const five = 5 * 60_000;
const day = 24 * 60 * 60_000;

const clockOf = (at: number, timeZone: string) =>
  new Intl.DateTimeFormat("de-DE", { timeZone, hour: "2-digit", minute: "2-digit" }).format(at);
const dateOf = (at: number, timeZone: string) => new Intl.DateTimeFormat("sv-SE", { timeZone }).format(at);

/** No more exactly than is known: "gegen 18:40 Uhr", "in etwa 3 Tagen". */
function doneWords(doneAt: string, now: number, timeZone: string): string {
  const done = Math.ceil(Date.parse(doneAt) / five) * five;
  if (done - now > 1.5 * day) return `Fertig in etwa ${count(Math.round((done - now) / day))} Tagen.`;
  const isToday = dateOf(done, timeZone) === dateOf(now, timeZone);
  return `Fertig ${isToday ? "" : "morgen "}gegen ${clockOf(done, timeZone)} Uhr.`;
}

const waitWords = (n: number) =>
  n === 0 ? "" : `${photos(n)} ${n === 1 ? "wartet" : "warten"} darauf, beschrieben zu werden.`;

/** All strings about when and how fast photos are described, in German. */
export const germanDescribingWords: Said<typeof describingWords> = {
  title: "Beschreiben",
  intro:
    "Wann Modelle Fotos ansehen. Neue Fotos bekommen Bild und Angaben in jedem Fall sofort, Fragen werden immer beantwortet, und ein Foto, mit dem du fragst, wird auch in einer Pause beschrieben.",

  says(status, now, timeZone) {
    const { state, changesAt, waiting, servers, perMinute, doneAt } = status;
    if (state === "paused") return `Angehalten. ${waitWords(waiting)}`.trim();
    if (state === "waits") {
      const opens = changesAt ? clockOf(Date.parse(changesAt), timeZone) : "";
      return `Wartet bis ${opens} Uhr. ${waitWords(waiting)}`.trim();
    }
    if (perMinute === null || waiting === 0) return waitWords(waiting);
    const atOnce = servers.reduce((sum, server) => sum + server.atOnce, 0);
    const done = doneAt ? ` ${doneWords(doneAt, now, timeZone)}` : "";
    return `Beschreibt ${rateWords(perMinute)}, ${atOnceWords(atOnce)}.${done}`;
  },

  server: ({ address, atOnce, perMinute }) =>
    `${hostOf(address)}: ${perMinute === null ? "" : `${rateWords(perMinute)}, `}${atOnceWords(atOnce)}`,

  onlyBetween: (from, to) => `Nur zwischen ${from} und ${to} Uhr.`,
  anyHour: "Zu jeder Stunde.",
  pause: "Anhalten",
  goOn: "Weitermachen",
  tonight: "Heute Nacht beschreiben",
  now: "Zu jeder Stunde beschreiben",
  hours: "Nur zu diesen Stunden",
  from: "Von",
  to: "Bis",
  save: "Sichern",
};
