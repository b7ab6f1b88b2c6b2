/** The look of a picture, as its ThumbHash describes it. */
export interface Look {
  /** Mean of the luminance, 0 to 1. */
  luminance: number;
  /** Means of yellow minus blue and of red minus green, -1 to 1 each. */
  chroma: Float32Array;
  /** The largest luminance coefficient, 0 to 1; 0 where there is no structure but noise. */
  contrast: number;
  /**
   * DCT coefficients of the luminance at `frequencies`, relative to the largest; NaN where the hash has none.
   */
  luminances: Float32Array;
  /** The five DCT coefficients of either chroma. */
  chromas: Float32Array;
}

/** Number of coefficients on the long side. The short side has proportionally fewer, but at least three. */
const longSide = 7;
const shortestSide = 3;
const headerBytes = 5;

/** The frequency of each entry in `luminances`, in half periods across and down the picture. */
export const frequencies: readonly { x: number; y: number }[] = triangle(longSide, longSide);

/**
 * For each number of coefficients on the short side: the place in `frequencies` of each coefficient of the
 * hash.
 */
const [landscapePlaces, portraitPlaces] = [false, true].map((isPortrait) =>
  Array.from({ length: longSide + 1 }, (_, short) =>
    (isPortrait ? triangle(short, longSide) : triangle(longSide, short)).map(({ x, y }) =>
      frequencies.findIndex((frequency) => frequency.x === x && frequency.y === y),
    ),
  ),
);
const blank = new Float32Array(frequencies.length).fill(Number.NaN);
const chromaCount = triangle(3, 3).length;

/**
 * Reads a ThumbHash without turning it into pixels, as `thumbHashToRGBA` begins to do
 * (https://github.com/evanw/thumbhash). Returns null for a hash that is damaged or transparent; the worker
 * makes none of these.
 */
export function readThumbhash(base64: string): Look | null {
  const bytes = Buffer.from(base64, "base64");
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = bytes;
  const header = a | (b << 8) | (c << 16);
  const sizes = d | (e << 8);
  const hasAlpha = header >> 23 === 1;
  const short = Math.max(shortestSide, sizes & 7);
  const places = (sizes >> 15 ? landscapePlaces : portraitPlaces)?.[short] ?? [];
  const bytesExpected = headerBytes + Math.ceil((places.length + 2 * chromaCount) / 2);
  if (hasAlpha || bytes.length !== bytesExpected) return null;

  /** Returns -1 to 1 in 16 steps, none of which is 0. */
  const coefficient = (index: number) => {
    const pair = bytes[headerBytes + (index >> 1)] ?? 0;
    return (index & 1 ? pair >> 4 : pair & 15) / 7.5 - 1;
  };
  const luminances = blank.slice();
  for (const [index, place] of places.entries()) luminances[place] = coefficient(index);
  const [yellowScale, redScale] = [((sizes >> 3) & 63) / 63, ((sizes >> 9) & 63) / 63];
  const chromas = new Float32Array(2 * chromaCount);
  for (let index = 0; index < chromas.length; index++) {
    const scale = index < chromaCount ? yellowScale : redScale;
    chromas[index] = scale * coefficient(places.length + index);
  }
  return {
    luminance: (header & 63) / 63,
    chroma: Float32Array.of(((header >> 6) & 63) / 31.5 - 1, ((header >> 12) & 63) / 31.5 - 1),
    contrast: ((header >> 18) & 31) / 31,
    luminances,
    chromas,
  };
}

/** Lists the frequencies that ThumbHash keeps of a channel, in its order: the low ones, without the mean. */
function triangle(across: number, down: number): { x: number; y: number }[] {
  const kept: { x: number; y: number }[] = [];
  for (let y = 0; y < down; y++) {
    for (let x = y === 0 ? 1 : 0; x * down < across * (down - y); x++) kept.push({ x, y });
  }
  return kept;
}
