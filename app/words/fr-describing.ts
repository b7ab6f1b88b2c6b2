import type { describingWords } from "./en-describing.ts";
import { count, photos } from "./fr-counts.ts";
import type { Said } from "./language.ts";

const numbers = ["zéro", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"];
const hostOf = (address: string) => address.replace(/^https?:\/\//, "");

const atOnceWords = (n: number) => (n === 1 ? "une à la fois" : `${numbers[n] ?? count(n)} à la fois`);

function rateWords(perMinute: number): string {
  if (perMinute >= 1.5) return `${count(Math.round(perMinute))} photos par minute`;
  const minutes = Math.round(1 / perMinute);
  return minutes <= 1 ? "une photo par minute" : `une photo en ${count(minutes)} minutes environ`;
}

const five = 5 * 60_000;
const day = 24 * 60 * 60_000;

const clockOf = (at: number, timeZone: string) =>
  new Intl.DateTimeFormat("fr-FR", { timeZone, hour: "2-digit", minute: "2-digit" }).format(at);
const dateOf = (at: number, timeZone: string) => new Intl.DateTimeFormat("sv-SE", { timeZone }).format(at);

/** No more exactly than is known: "vers 18:40", "dans 3 jours environ". */
function doneWords(doneAt: string, now: number, timeZone: string): string {
  const done = Math.ceil(Date.parse(doneAt) / five) * five;
  if (done - now > 1.5 * day) return `Fini dans ${count(Math.round((done - now) / day))} jours environ.`;
  const isToday = dateOf(done, timeZone) === dateOf(now, timeZone);
  return `Fini ${isToday ? "" : "demain "}vers ${clockOf(done, timeZone)}.`;
}

const waitWords = (n: number) =>
  n === 0 ? "" : `${photos(n)} ${n < 2 ? "attend d’être décrite" : "attendent d’être décrites"}.`;

/** All strings about when and how fast photos are described, in French. */
export const frenchDescribingWords: Said<typeof describingWords> = {
  title: "Description",
  intro:
    "Quand les modèles regardent les photos. Les nouvelles photos reçoivent de toute façon aussitôt leur image et leurs données, les questions ont toujours une réponse, et une photo avec laquelle vous demandez est décrite même pendant une pause.",

  says(status, now, timeZone) {
    const { state, changesAt, waiting, servers, perMinute, doneAt } = status;
    if (state === "paused") return `En pause. ${waitWords(waiting)}`.trim();
    if (state === "waits") {
      const opens = changesAt ? clockOf(Date.parse(changesAt), timeZone) : "";
      return `Attend jusqu’à ${opens}. ${waitWords(waiting)}`.trim();
    }
    if (perMinute === null || waiting === 0) return waitWords(waiting);
    const atOnce = servers.reduce((sum, server) => sum + server.atOnce, 0);
    const done = doneAt ? ` ${doneWords(doneAt, now, timeZone)}` : "";
    return `Décrit ${rateWords(perMinute)}, ${atOnceWords(atOnce)}.${done}`;
  },

  server: ({ address, atOnce, perMinute }) =>
    `${hostOf(address)} : ${perMinute === null ? "" : `${rateWords(perMinute)}, `}${atOnceWords(atOnce)}`,

  onlyBetween: (from, to) => `Seulement entre ${from} et ${to}.`,
  anyHour: "À toute heure.",
  pause: "Mettre en pause",
  goOn: "Reprendre",
  tonight: "Décrire cette nuit",
  now: "Décrire à toute heure",
  hours: "Seulement à ces heures",
  from: "De",
  to: "À",
  save: "Enregistrer",
};
