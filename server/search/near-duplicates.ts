import { frequencies, type Look, readThumbhash } from "./thumbhash.ts";

export interface Likeness {
  photoId: string;
  /** Local time as if it were UTC, in milliseconds; null where unknown. */
  taken: number | null;
  /** Base64; null where there is no picture. */
  thumbhash: string | null;
  /** Pixels of the upright picture. */
  width: number | null;
  height: number | null;
}

/** A picture in the form in which pictures are compared. */
interface Picture extends Look {
  taken: number | null;
  /** Width divided by height; null where unknown. */
  aspect: number | null;
  /** The luminance coefficients, with fine detail raised; NaN where the hash has none. */
  shape: Float32Array;
  isColourless: boolean;
  /**
   * True for a picture that is nearly white or black: the hash of a page of text keeps little more than its
   * margins.
   */
  isPage: boolean;
  /** True for pages, and for pictures of layers or very few waves: different pictures may look like this. */
  isPlain: boolean;
}

/** The look of a group's first photo, and the ids of all photos that are like it. */
interface Group extends Picture {
  photoIds: string[];
}

/**
 * How much alike two pictures have to be: the least cosine of their shapes, and the largest other
 * differences.
 */
interface Bounds {
  shape: number;
  luminance: number;
  chroma: number;
  chromas: number;
}

// These bounds were found by trial with edits of 150 real photos and 200,000 pairs of different ones.
const burst: Bounds = { shape: 0.75, luminance: 0.2, chroma: 0.15, chromas: 0.06 };
const plainBurst: Bounds = { ...burst, shape: 0.96, luminance: 0.1 };
const edit: Bounds = { shape: 0.93, luminance: 0.2, chroma: 0.15, chromas: 0.06 };
/** Without colour there is only the shape to go by. */
const colourlessEdit: Bounds = { ...edit, shape: 0.95 };
const copy: Bounds = { shape: 0.995, luminance: 0.02, chroma: 0.035, chromas: 0.03 };

const burstMs = 60_000;
/** If one minute has more different pictures than this, it is the time of an import or a scan. */
const mostInOneMinute = 200;
/** A small crop may change the ratio of the sides by this factor. */
const mostAspectChange = 1.12;

/**
 * Fine detail is weak in any photo. If it were not raised, "light above, dark below" would decide every
 * comparison.
 */
const detailWeights = Float32Array.from(frequencies, ({ x, y }) => Math.sqrt(Math.hypot(x, y)));
/** Half a step of the hash's four bits: a coefficient this small may be zero. */
const halfStep = 0.07;

/**
 * Groups near-duplicates, in the order of `photos`. The first photo of a group leads it, and a photo like no
 * other is a group of its own. Pictures taken within a minute of the leader may differ as those of a burst
 * do, others only as edits of one picture do. Plain ones, such as skies and pages of text, may hardly differ
 * at all.
 */
export function foldNearDuplicates(photos: Likeness[]): string[][] {
  const groups: string[][] = [];
  const byMinute = new Map<number, Group[]>();
  const byLook = new Map<number, Group[]>();

  for (const photo of photos) {
    const picture = pictureOf(photo);
    const group = picture && (burstOf(picture, byMinute) ?? originalOf(picture, byLook));
    if (group) {
      group.photoIds.push(photo.photoId);
      continue;
    }
    const photoIds = [photo.photoId];
    groups.push(photoIds);
    if (!picture) continue;
    const led = { ...picture, photoIds };
    if (picture.taken !== null) list(byMinute, minuteOf(picture.taken)).push(led);
    for (const key of lookKeys(picture, strongShare, [0])) list(byLook, key).push(led);
  }
  return groups;
}

/** Returns null where there is nothing to compare: no hash, a damaged one, or a picture all of one tone. */
function pictureOf({ taken, thumbhash, width, height }: Likeness): Picture | null {
  const look = thumbhash === null ? null : readThumbhash(thumbhash);
  if (!look || look.contrast === 0) return null;
  const shape = look.luminances.map((coefficient, index) => coefficient * (detailWeights[index] ?? 0));
  const isPage = look.luminance > 0.8 || look.luminance < 0.08;
  return {
    ...look,
    taken: Number.isFinite(taken) ? taken : null,
    aspect: width && height ? width / height : null,
    shape,
    isColourless: Math.hypot(...look.chroma) < 0.05 && look.chromas.every((value) => Math.abs(value) < 0.02),
    isPage,
    isPlain: isPage || hasFewWaves(shape),
  };
}

/** Returns true for horizons, stripes and gradients. */
function hasFewWaves(shape: Float32Array): boolean {
  let [all, squares, across, down] = [0, 0, 0, 0];
  for (const [index, { x, y }] of frequencies.entries()) {
    const value = shape[index] ?? Number.NaN;
    // This also skips NaN, where the hash has no coefficient.
    if (!(Math.abs(value) > halfStep * (detailWeights[index] ?? 0))) continue;
    const energy = value * value;
    all += energy;
    squares += energy * energy;
    if (x > 0) across += energy;
    if (y > 0) down += energy;
  }
  // The second test is the participation ratio: the number of equally strong waves that would be as
  // concentrated.
  return Math.min(across, down) < 0.15 * all || all * all < 2.5 * squares;
}

function burstOf(picture: Picture, byMinute: Map<number, Group[]>): Group | undefined {
  const { taken } = picture;
  if (taken === null) return undefined;
  const minute = minuteOf(taken);
  for (const near of [minute, minute - 1, minute + 1]) {
    const groups = byMinute.get(near) ?? [];
    if (groups.length > mostInOneMinute) continue;
    const found = groups.find(
      (group) =>
        Math.abs(taken - (group.taken ?? Number.NaN)) <= burstMs &&
        areAlike(picture, group, burstBounds(picture, group)),
    );
    if (found) return found;
  }
  return undefined;
}

function originalOf(picture: Picture, byLook: Map<number, Group[]>): Group | undefined {
  for (const key of lookKeys(picture, 1, [0, -1, 1])) {
    const found = byLook.get(key)?.find((group) => areAlike(picture, group, editBounds(picture, group)));
    if (found) return found;
  }
  return undefined;
}

function burstBounds(one: Picture, other: Picture): Bounds {
  if (one.isPage || other.isPage) return copy;
  return one.isPlain || other.isPlain ? plainBurst : burst;
}

function editBounds(one: Picture, other: Picture): Bounds {
  if (one.isPlain || other.isPlain) return copy;
  return one.isColourless || other.isColourless ? colourlessEdit : edit;
}

function areAlike(one: Picture, other: Picture, most: Bounds): boolean {
  if (Math.abs(one.luminance - other.luminance) > most.luminance) return false;
  if (one.aspect !== null && other.aspect !== null) {
    const change = one.aspect / other.aspect;
    if (Math.max(change, 1 / change) > mostAspectChange) return false;
  }
  // A black and white picture may be an edit of any colours.
  if (one.isColourless === other.isColourless || most === copy) {
    if (distance(one.chroma, other.chroma) > most.chroma) return false;
    if (distance(one.chromas, other.chromas) > most.chromas) return false;
  }
  return cosine(one.shape, other.shape) >= most.shape;
}

/**
 * Returns the cosine over the coefficients that both pictures have: a wider picture has fewer of them down, a
 * taller one fewer across.
 */
function cosine(one: Float32Array, other: Float32Array): number {
  let [product, ones, others] = [0, 0, 0];
  for (let index = 0; index < one.length; index++) {
    const a = one[index] ?? Number.NaN;
    const b = other[index] ?? Number.NaN;
    const both = a * b;
    if (Number.isNaN(both)) continue;
    product += both;
    ones += a * a;
    others += b * b;
  }
  return product / Math.sqrt(ones * others);
}

function distance(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let squares = 0;
  for (let index = 0; index < one.length; index++) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    squares += difference * difference;
  }
  return Math.sqrt(squares);
}

/*
 * Originals are looked up by their two strongest waves, with their signs, and by luminance. An edit may have
 * made other waves the strongest, so a group is listed under each pair of waves that are nearly as strong.
 */
const strongShare = 0.7;

/**
 * Returns a key for each pair of strong waves and each of `cells`. A wave counts as strong if it has at least
 * `share` of the strength of the second strongest. A cell is a step of luminance, counted from the picture's
 * own.
 */
function lookKeys({ shape, luminance }: Picture, share: number, cells: number[]): number[] {
  const least = share * secondStrongest(shape);
  const strong: number[] = [];
  for (const [wave, value] of shape.entries()) {
    if (Math.abs(value) >= least) strong.push(wave * 2 + (value < 0 ? 1 : 0));
  }
  const cell = Math.floor(luminance / edit.luminance) + 1;
  const keys: number[] = [];
  for (const one of strong) {
    for (const other of strong) {
      if (one < other) for (const beside of cells) keys.push((one * 64 + other) * 8 + cell + beside);
    }
  }
  return keys;
}

function secondStrongest(shape: Float32Array): number {
  let [first, second] = [0, 0];
  for (const value of shape) {
    const strength = Math.abs(value);
    if (strength > first) [first, second] = [strength, first];
    else if (strength > second) second = strength;
  }
  return second;
}

function minuteOf(taken: number): number {
  return Math.floor(taken / burstMs);
}

function list(lists: Map<number, Group[]>, key: number): Group[] {
  const found = lists.get(key) ?? [];
  lists.set(key, found);
  return found;
}
