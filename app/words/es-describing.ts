import type { describingWords } from "./en-describing.ts";
import { count, photos } from "./es-counts.ts";
import type { Said } from "./language.ts";

const numbers = ["cero", "una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"];
const hostOf = (address: string) => address.replace(/^https?:\/\//, "");

const atOnceWords = (n: number) => (n === 1 ? "de una en una" : `${numbers[n] ?? count(n)} a la vez`);

function rateWords(perMinute: number): string {
  if (perMinute >= 1.5) return `${count(Math.round(perMinute))} fotos por minuto`;
  const minutes = Math.round(1 / perMinute);
  return minutes <= 1 ? "una foto por minuto" : `una foto en unos ${count(minutes)} minutos`;
}

const five = 5 * 60_000;
const day = 24 * 60 * 60_000;

const clockOf = (at: number, timeZone: string) =>
  new Intl.DateTimeFormat("es-ES", { timeZone, hour: "2-digit", minute: "2-digit" }).format(at);
const dateOf = (at: number, timeZone: string) => new Intl.DateTimeFormat("sv-SE", { timeZone }).format(at);
/** "la 01:05", but "las 18:40". */
const hourWords = (clock: string) => `${clock.startsWith("01:") ? "la" : "las"} ${clock}`;

/** No more exactly than is known: "hacia las 18:40", "en unos 3 días". */
function doneWords(doneAt: string, now: number, timeZone: string): string {
  const done = Math.ceil(Date.parse(doneAt) / five) * five;
  if (done - now > 1.5 * day) return `Listo en unos ${count(Math.round((done - now) / day))} días.`;
  const isToday = dateOf(done, timeZone) === dateOf(now, timeZone);
  return `Listo ${isToday ? "" : "mañana "}hacia ${hourWords(clockOf(done, timeZone))}.`;
}

const waitWords = (n: number) =>
  n === 0 ? "" : n === 1 ? "1 foto espera a ser descrita." : `${photos(n)} esperan a ser descritas.`;

/** All strings about when and how fast photos are described, in Spanish. */
export const spanishDescribingWords: Said<typeof describingWords> = {
  title: "Descripción",
  intro:
    "Cuándo miran los modelos las fotos. Las fotos nuevas reciben en todo caso su imagen y sus datos al momento, las preguntas se responden siempre, y una foto con la que preguntas se describe también en una pausa.",

  says(status, now, timeZone) {
    const { state, changesAt, waiting, servers, perMinute, doneAt } = status;
    if (state === "paused") return `En pausa. ${waitWords(waiting)}`.trim();
    if (state === "waits") {
      const opens = changesAt ? hourWords(clockOf(Date.parse(changesAt), timeZone)) : "";
      return `Espera hasta ${opens}. ${waitWords(waiting)}`.trim();
    }
    if (perMinute === null || waiting === 0) return waitWords(waiting);
    const atOnce = servers.reduce((sum, server) => sum + server.atOnce, 0);
    const done = doneAt ? ` ${doneWords(doneAt, now, timeZone)}` : "";
    return `Describe ${rateWords(perMinute)}, ${atOnceWords(atOnce)}.${done}`;
  },

  server: ({ address, atOnce, perMinute }) =>
    `${hostOf(address)}: ${perMinute === null ? "" : `${rateWords(perMinute)}, `}${atOnceWords(atOnce)}`,

  onlyBetween: (from, to) => `Solo entre ${hourWords(from)} y ${hourWords(to)}.`,
  anyHour: "A cualquier hora.",
  pause: "Pausar",
  goOn: "Continuar",
  tonight: "Describir esta noche",
  now: "Describir a cualquier hora",
  hours: "Solo a estas horas",
  from: "De",
  to: "A",
  save: "Guardar",
};
