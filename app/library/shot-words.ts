import { language, locales } from "#app/words/language.ts";
import { lightboxWords } from "#app/words/lightbox-words.ts";
import type { Shot } from "#server/library/shots.ts";

/** Longer exposures are said in seconds, as cameras do. */
const shortest = 0.3;

/** Says how a photo was taken as people who photograph do: "1/125 s, f/1.8, ISO 200, 26 mm". */
export function shotWords({
  exposure,
  aperture,
  iso,
  focalLength,
  flash,
}: Omit<Shot, "faces" | "towns">): string {
  return [
    exposure !== null && `${exposureWords(exposure)} s`,
    aperture !== null && `f/${decimal(aperture)}`,
    iso !== null && `ISO ${iso}`,
    focalLength !== null && `${decimal(focalLength)} mm`,
    flash === true && lightboxWords.flash,
  ]
    .filter((part) => part !== false)
    .join(", ");
}

const exposureWords = (seconds: number) =>
  seconds >= shortest ? decimal(seconds) : `1/${Math.round(1 / seconds)}`;

const decimal = (value: number) => value.toLocaleString(locales[language()], { maximumFractionDigits: 1 });
