import type { PartOfDay } from "./parts-of-time.ts";

export interface Labels {
  months: string[];
  /** Means every year if `year` is null. */
  date(day: number, month: string, year: number | null): string;
  /** By its first year. */
  decade(first: number): string;
  since: string;
  after: string;
  before: string;
  until: string;
  to: string;
  or: string;
  and: string;
  in: string;
  near: string;
  with: string;
  alone: string;
  not: string;
  album(name: string): string;
  trip(place: string): string;
  lastTrip(place: string | null): string;
  trips: string;
  abroad: string;
  located: string;
  dated: string;
  favourite: string;
  flash: string;
  screenshot: string;
  motion: string;
  videos: string;
  stars(count: number): string;
  rated: string;
  tagged: string;
  atLeast: string;
  atMost: string;
  over: string;
  under: string;
  wide: string;
  tele: string;
  phone: string;
  weekend: string;
  onThisDay: string;
  part: Record<PartOfDay, string>;
  orientation: Record<"portrait" | "landscape" | "square" | "panorama", string>;
}
