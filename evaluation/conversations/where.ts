import { cameraNameOf, dateOf, distanceKm, fieldsOf } from "./facts.ts";
import type { Where } from "./types.ts";

/** Predicates over the fixture's own data. A photo without a date is of no time, one without a place nowhere. */
export const every: Where = () => true;
export const all =
  (...parts: Where[]): Where =>
  (photo) =>
    parts.every((part) => part(photo));
export const some =
  (...parts: Where[]): Where =>
  (photo) =>
    parts.some((part) => part(photo));
export const not =
  (part: Where): Where =>
  (photo) =>
    !part(photo);
export const named =
  (...names: string[]): Where =>
  ({ name }) =>
    names.includes(name);

/** From the one day to the other, both included: "2023-05-01". */
export const between =
  (from: string, to: string): Where =>
  (photo) => {
    const day = dateOf(photo);
    return day !== null && day >= from && day <= to;
  };
export const on = (day: string): Where => between(day, day);
export const since = (day: string): Where => between(day, "9999-12-31");
export const until = (day: string): Where => between("0000-01-01", day);
export const year = (...years: number[]): Where => ofField("year", years);
export const month = (...months: number[]): Where => ofField("month", months);
export const weekday = (...days: number[]): Where => ofField("weekday", days);
export const season = (...names: string[]): Where => ofField("season", names);
/** By the photo's clock, from the one full hour to before the other; over midnight where the first is later. */
export const hours =
  (from: number, to: number): Where =>
  (photo) => {
    const { hour } = fieldsOf(photo);
    if (hour === null) return false;
    return from < to ? hour >= from && hour < to : hour >= from || hour < to;
  };
export const night = hours(21, 5);
export const morning = hours(5, 12);
export const afternoon = hours(12, 17);
export const evening = hours(17, 21);
/** A day of every year, or some days after one another: "12-24", "12-26". */
export const yearly =
  (from: string, to = from): Where =>
  (photo) => {
    const day = dateOf(photo)?.slice(5);
    return day !== undefined && day >= from && day <= to;
  };
export const dated: Where = ({ taken }) => taken !== null;

export const city =
  (...cities: string[]): Where =>
  ({ place }) =>
    place !== null && cities.includes(place.city);
export const country =
  (...countries: string[]): Where =>
  ({ place }) =>
    place !== null && countries.includes(place.country);
export const region =
  (name: string): Where =>
  ({ place }) =>
    place?.region === name;
export const within =
  (km: number, latitude: number, longitude: number): Where =>
  ({ place }) =>
    place !== null && distanceKm([place.latitude, place.longitude], [latitude, longitude]) <= km;
export const located: Where = ({ place }) => place !== null;

export const person =
  (...names: string[]): Where =>
  ({ people }) =>
    names.every((name) => people.includes(name));
/** People that have a name, or that the description speaks of. */
export const peopled: Where = ({ people, description }) =>
  people.length > 0 || /\b(people|crowd|man|woman|men|women|child|children|couple)\b/i.test(description);
/** Whoever does this is a person too, but no word says so. */
export const perhapsPeopled: Where = ({ description }) =>
  /\b(surfers?|runners|cyclists|band|player)\b/i.test(description);

export const camera =
  (...names: string[]): Where =>
  (photo) =>
    names.includes(cameraNameOf(photo) ?? "");
export const iso =
  (from: number, to = Number.POSITIVE_INFINITY): Where =>
  (photo) =>
    photo.iso !== null && photo.iso >= from && photo.iso <= to;
export const focal =
  (from: number, to = Number.POSITIVE_INFINITY): Where =>
  ({ focalLength }) =>
    focalLength !== null && focalLength >= from && focalLength <= to;
export const flashed: Where = ({ flash }) => flash === true;
export const format =
  (...formats: string[]): Where =>
  (photo) =>
    formats.includes(photo.format);
export const shape = (name: string): Where => ofField("orientation", [name]);
export const screenshot: Where = (photo) => photo.screenshot;
export const rated =
  (from: number, to = 5): Where =>
  ({ rating }) =>
    rating !== null && rating >= from && rating <= to;
export const tagged =
  (keyword: string): Where =>
  ({ keywords }) =>
    keywords.includes(keyword);

/** What a person finds in the photo: its description, title or keywords say so. */
export const shows =
  (words: RegExp): Where =>
  ({ description, title, keywords }) =>
    words.test([description, title ?? "", ...keywords].join("\n"));
export const dogs = shows(/\bdogs?\b/i);
export const cats = shows(/\bcats?\b/i);
export const beach = shows(/\bbeach\b/i);

function ofField(field: "year" | "month" | "weekday" | "season" | "orientation", values: unknown[]): Where {
  return (photo) => values.includes(fieldsOf(photo)[field]);
}
