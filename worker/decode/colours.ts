import { withoutColours } from "#server/library/facts.ts";

/** At most this many colours are named, each with at least this share of the picture. */
const most = 4;
const leastShare = 0.08;

/**
 * A picture has no colours if hardly a pixel has more chroma than this. Of 217 photos of the material (2026-11-30) three are
 * grey, with none at all in 99 % of their pixels; the least coloured of the others, skiers in fog, have 0.017 there.
 */
const greyest = 0.012;
const mostColoured = 0.01;
/** A page or a wall of one tone is no black and white picture. */
const leastContrast = 0.3;

const linear = Float32Array.from({ length: 256 }, (_, value) => {
  const s = value / 255;
  return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
});

/**
 * Returns the names of the main colours (largest first; `withoutColours` as the last where it has none) and the mean lightness (0 black … 1 white) of a small
 * picture. `rgba` is sRGB with 8 bits, row by row; alpha is ignored. Colours are judged in OKLab, which is
 * even to the eye (B. Ottosson, "A perceptual color space for image processing", 2020).
 */
export function mainColours(rgba: Uint8Array): { colours: string[]; brightness: number } {
  const counts = new Map<string, number>();
  const pixels = rgba.length / 4;
  let lightness = 0;
  let coloured = 0;
  let [darkest, brightest] = [1, 0];
  for (let at = 0; at < rgba.length; at += 4) {
    const colour = oklch(rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0);
    const name = nameOf(colour);
    counts.set(name, (counts.get(name) ?? 0) + 1);
    lightness += colour.lightness;
    if (colour.chroma > greyest) coloured++;
    darkest = Math.min(darkest, colour.lightness);
    brightest = Math.max(brightest, colour.lightness);
  }
  const colours = [...counts]
    .filter(([, count]) => count / pixels >= leastShare)
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([name]) => name);
  if (coloured / pixels < mostColoured && brightest - darkest > leastContrast) colours.push(withoutColours);
  return { colours, brightness: Math.min(1, lightness / pixels) };
}

interface Oklch {
  lightness: number;
  chroma: number;
  /** In degrees: red 29, yellow 110, green 142, cyan 195, blue 264, magenta 328. */
  hue: number;
}

function oklch(red: number, green: number, blue: number): Oklch {
  const r = linear[red] ?? 0;
  const g = linear[green] ?? 0;
  const b = linear[blue] ?? 0;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const across = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const along = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    // Much faster than Math.hypot, whose care for very large numbers is not needed here.
    chroma: Math.sqrt(across * across + along * along),
    hue: ((Math.atan2(along, across) * 180) / Math.PI + 360) % 360,
  };
}

/**
 * Returns one of the basic colour words. The borders are rough on purpose, since people name colours roughly.
 */
function nameOf({ lightness, chroma, hue }: Oklch): string {
  if (lightness < 0.2 || (lightness < 0.32 && chroma < 0.04)) return "black";
  if (chroma < 0.04) return lightness > 0.9 ? "white" : "grey";
  if (hue < 40) return lightness > 0.72 ? "pink" : "red";
  if (hue < 95) return warmName(lightness, chroma, hue);
  if (hue < 118 && lightness > 0.75 && chroma > 0.1) return "yellow";
  if (hue < 170) return "green";
  if (hue < 205) return "turquoise";
  if (hue < 280) return "blue";
  if (hue < 325) return "purple";
  return lightness > 0.5 ? "pink" : "purple";
}

/** Names a colour between red and yellow: dark ones there are called brown and pale ones beige. */
function warmName(lightness: number, chroma: number, hue: number): string {
  if (chroma < 0.1) return lightness > 0.72 ? "beige" : "brown";
  if (hue > 80 && lightness > 0.75) return "yellow";
  return lightness > 0.6 ? "orange" : "brown";
}
