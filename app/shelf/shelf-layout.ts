import type { GridShape } from "#app/library/justify.ts";
import type { ShelfBuckets } from "#server/search/shelves.ts";

/** Height of headings in px; 0 for none. */
export interface HeadingHeights {
  section: number;
  day: number;
}

/** A stretch under one heading. `first` is the number of its first photo on the whole shelf. */
export interface LaidSection {
  key: string;
  top: number;
  height: number;
  first: number;
  photos: number;
}

/** The photos of one day within a section. */
export interface LaidDay {
  section: LaidSection;
  /** Day of the month; 0 if it is unknown. */
  day: number;
  /** Where the heading lies, px. */
  top: number;
  left: number;
  width: number;
  first: number;
  photos: number;
}

/** Photos side by side. Their tops never decrease, and several days may share one line. */
export interface LaidRow {
  section: LaidSection;
  top: number;
  left: number;
  height: number;
  first: number;
  photos: number;
}

/** Where everything on a shelf stands, in px, before any photo is loaded. */
export interface ShelfLayout {
  sections: LaidSection[];
  days: LaidDay[];
  rows: LaidRow[];
  /** Width by height of each photo. */
  ratios: Float32Array;
  height: number;
  shape: GridShape;
}

/** Between two days in one line, and below a section. */
const betweenDays = 20;
const belowSection = 28;
/** A last row is stretched to the full width only if that makes it at most this much higher. */
const mostGrowth = 1.35;
const firstCode = 35;

/** Lays out a whole shelf: full rows as near to the wished height as can be, days beneath one another or in one line. */
export function layOutShelf(
  { sections, ratios }: ShelfBuckets,
  shape: GridShape,
  headings: HeadingHeights,
): ShelfLayout {
  const count = sections.reduce((sum, { shapes }) => sum + shapes.length, 0);
  const layout: ShelfLayout = {
    ...{ sections: [], days: [], rows: [] },
    ...{ ratios: new Float32Array(count), height: 0, shape },
  };
  let first = 0;
  let top = 0;
  for (const { key, days, shapes } of sections) {
    const section = { key, top, height: 0, first, photos: shapes.length };
    for (let at = 0; at < shapes.length; at++)
      layout.ratios[first + at] = ratios[shapes.charCodeAt(at) - firstCode] ?? 4 / 3;
    layout.sections.push(section);
    const line = new DayLine(layout, section, top + headings.section, headings.day);
    for (let at = 0; at < days.length; at += 2) line.add(days[at] ?? 0, days[at + 1] ?? 0);
    section.height = line.end() - top + belowSection;
    top += section.height;
    first += shapes.length;
  }
  layout.height = Math.max(0, top);
  return layout;
}

/** Writes the days of a section one after the other. Days with few photos stand side by side. */
class DayLine {
  readonly #layout: ShelfLayout;
  readonly #section: LaidSection;
  readonly #dayHeading: number;
  #top: number;
  #left = 0;
  #first: number;

  constructor(layout: ShelfLayout, section: LaidSection, top: number, dayHeading: number) {
    this.#layout = layout;
    this.#section = section;
    this.#dayHeading = dayHeading;
    this.#top = top;
    this.#first = section.first;
  }

  add(day: number, photos: number): void {
    const { ratios, shape, days, rows } = this.#layout;
    let sum = 0;
    for (let at = 0; at < photos; at++) sum += ratios[this.#first + at] ?? 1;
    const wide = sum * shape.row + shape.gap * (photos - 1);
    const isShort = this.#dayHeading > 0 && wide * mostGrowth < shape.width;
    if (this.#left > 0 && !(isShort && this.#left + wide <= shape.width)) this.#endLine();
    const heading = { top: this.#top, left: this.#left, width: isShort ? wide : shape.width };
    const own = { section: this.#section, first: this.#first, photos };
    if (this.#dayHeading > 0) days.push({ ...own, day, ...heading });
    if (isShort) {
      rows.push({ ...own, top: this.#top + this.#dayHeading, left: this.#left, height: shape.row });
      this.#left += wide + betweenDays;
    } else this.#top = this.#fill(this.#top + this.#dayHeading, photos);
    this.#first += photos;
  }

  /** Ends the last line, and returns where the section ends. */
  end(): number {
    this.#endLine();
    return this.#top;
  }

  #endLine(): void {
    if (this.#left > 0) this.#top += this.#dayHeading + this.#layout.shape.row + this.#layout.shape.gap;
    this.#left = 0;
  }

  /** Writes full rows of these photos, and returns where they end. */
  #fill(from: number, photos: number): number {
    const { ratios, rows, shape } = this.#layout;
    const { width, row, gap } = shape;
    const heightOf = (sum: number, many: number) => (width - gap * (many - 1)) / sum;
    const unevenness = (height: number) => Math.abs(Math.log(height / row));
    let top = from;
    let begin = this.#first;
    let sum = 0;
    const end = this.#first + photos;
    const put = (until: number, height: number) => {
      rows.push({ section: this.#section, top, left: 0, height, first: begin, photos: until - begin });
      top += height + gap;
      begin = until;
    };
    for (let at = this.#first; at < end; at++) {
      const ratio = ratios[at] ?? 1;
      sum += ratio;
      const height = heightOf(sum, at + 1 - begin);
      if (height > row) continue;
      const before = at > begin ? heightOf(sum - ratio, at - begin) : Number.POSITIVE_INFINITY;
      if (unevenness(before) < unevenness(height)) {
        put(at, before);
        sum = ratio;
      } else {
        put(at + 1, height);
        sum = 0;
      }
    }
    if (begin < end) {
      const height = heightOf(sum, end - begin);
      put(end, height <= row * mostGrowth ? height : row);
    }
    return top;
  }
}

/** Returns the index of the last element that begins at or above `top`; 0 if none does. */
export function lastAbove(elements: readonly { top: number }[], top: number): number {
  let low = 0;
  let high = elements.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((elements[middle]?.top ?? 0) <= top) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Returns the index of the last element whose photos begin at or before this one. */
export function lastFrom(elements: readonly { first: number }[], photo: number): number {
  let low = 0;
  let high = elements.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((elements[middle]?.first ?? 0) <= photo) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Returns the left edge and the width of each photo of a row. */
export function cellsOf({ ratios, shape }: ShelfLayout, row: LaidRow): { left: number; width: number }[] {
  let { left } = row;
  return Array.from({ length: row.photos }, (_, at) => {
    const width = (ratios[row.first + at] ?? 1) * row.height;
    const cell = { left, width };
    left += width + shape.gap;
    return cell;
  });
}

/** Returns the photo above (−1) or below (1) whose middle is nearest; the same one where there is none. */
export function photoBeside(layout: ShelfLayout, photo: number, direction: -1 | 1): number {
  const { rows } = layout;
  const here = rows[lastFrom(rows, photo)];
  if (!here) return photo;
  const own = cellsOf(layout, here)[photo - here.first];
  const middle = own ? own.left + own.width / 2 : 0;
  let at = lastFrom(rows, photo);
  while (rows[at] && rows[at]?.top === here.top) at += direction;
  const line = rows[at]?.top;
  let nearest = photo;
  let least = Number.POSITIVE_INFINITY;
  for (let row = rows[at]; row && row.top === line; at += direction, row = rows[at]) {
    for (const [index, cell] of cellsOf(layout, row).entries()) {
      const away = Math.abs(cell.left + cell.width / 2 - middle);
      if (away < least) [least, nearest] = [away, row.first + index];
    }
  }
  return nearest;
}
