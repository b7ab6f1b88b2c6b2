import { plural as englishPlural } from "./counts.ts";
import { plural as germanPlural } from "./de-counts.ts";
import { plural as spanishPlural } from "./es-counts.ts";
import { plural as frenchPlural } from "./fr-counts.ts";
import { spokenIn } from "./language.ts";

const units = spokenIn({
  en: {
    hours: (n: number) => englishPlural(n, "hour", "hours"),
    minutes: (n: number) => englishPlural(n, "minute", "minutes"),
    seconds: (n: number) => englishPlural(n, "second", "seconds"),
  },
  de: {
    hours: (n: number) => germanPlural(n, "Stunde", "Stunden"),
    minutes: (n: number) => germanPlural(n, "Minute", "Minuten"),
    seconds: (n: number) => germanPlural(n, "Sekunde", "Sekunden"),
  },
  es: {
    hours: (n: number) => spanishPlural(n, "hora", "horas"),
    minutes: (n: number) => spanishPlural(n, "minuto", "minutos"),
    seconds: (n: number) => spanishPlural(n, "segundo", "segundos"),
  },
  fr: {
    hours: (n: number) => frenchPlural(n, "heure", "heures"),
    minutes: (n: number) => frenchPlural(n, "minute", "minutes"),
    seconds: (n: number) => frenchPlural(n, "seconde", "secondes"),
  },
});

/** Says how long a video is, as players do: "0:42", "1:02:03". */
export function clockLength(ms: number): string {
  const { hours, minutes, seconds } = partsOf(ms);
  const two = (part: number) => String(part).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** Says the same for those who hear it: "42 seconds", "1 minute 5 seconds". */
export function spokenLength(ms: number): string {
  const { hours, minutes, seconds } = partsOf(ms);
  const parts = [
    hours > 0 && units.hours(hours),
    minutes > 0 && units.minutes(minutes),
    seconds > 0 && units.seconds(seconds),
  ].filter((part) => part !== false);
  return parts.join(" ") || units.seconds(0);
}

/** A video of less than a second is one of a second. */
function partsOf(ms: number): { hours: number; minutes: number; seconds: number } {
  const all = ms > 0 ? Math.max(1, Math.round(ms / 1000)) : 0;
  return { hours: Math.floor(all / 3600), minutes: Math.floor(all / 60) % 60, seconds: all % 60 };
}
